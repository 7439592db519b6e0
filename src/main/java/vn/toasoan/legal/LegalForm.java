package vn.toasoan.legal;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import vn.toasoan.mail.Addresses;
import vn.toasoan.site.SiteSettings;
import vn.toasoan.text.CommentText;
import vn.toasoan.web.LocalTimes;

/**
 * A request by law, as the asker types it on the site, or an editor from a letter.
 *
 * @param asker name of an {@link Asker}
 * @param organisation needed of an authority
 * @param email where the answer goes; an editor may leave it empty
 * @param target the address of a comment or of an article
 * @param ground the law or the ruling that it rests on
 * @param body what is asked for, and why
 * @param website the honeypot: filled by programs only
 * @param receivedAt of a letter: when it came, as browsers send a local time; empty for
 * now
 * @param dueAt of a letter: by when it is to be answered; empty for the site's rule
 */
public record LegalForm(String asker, String name, String organisation, String email, String target, String ground,
		String body, String website, String receivedAt, String dueAt) {

	private static final int MIN = 2;

	/** Characters, as a person counts them. */
	private static final int MAX_NAME = 100;

	private static final int MAX_ORGANISATION = 200;

	private static final int MAX_GROUND = 500;

	/** Form-encoded, four thousand Vietnamese letters fit into what the site takes. */
	private static final int MAX_BODY = 4000;

	public LegalForm {
		asker = (asker != null) ? asker : "";
		name = (name != null) ? CommentText.line(name) : "";
		organisation = (organisation != null) ? CommentText.line(organisation) : "";
		email = (email != null) ? email.strip() : "";
		target = (target != null) ? target.strip() : "";
		ground = (ground != null) ? CommentText.normalize(ground) : "";
		body = (body != null) ? CommentText.normalize(body) : "";
		website = (website != null) ? website : "";
		receivedAt = (receivedAt != null) ? receivedAt.strip() : "";
		dueAt = (dueAt != null) ? dueAt.strip() : "";
	}

	/**
	 * An empty form about a page.
	 */
	public static LegalForm about(String target) {
		return new LegalForm("", "", "", "", target, "", "", "", "", "");
	}

	public List<Asker> askers() {
		return List.of(Asker.values());
	}

	/**
	 * Says what is not within the rules, each beside its field.
	 */
	public void check(Errors errors, Places places) {
		if (!this.website.isEmpty()) {
			errors.reject("legal.trap");
		}
		checkWords(errors, places);
		if (!Addresses.isDeliverable(this.email)) {
			errors.rejectValue("email", "legal.email.invalid");
		}
	}

	/**
	 * The same for a letter that an editor enters.
	 */
	void checkLetter(Errors errors, Places places, SiteSettings site, Instant now) {
		checkWords(errors, places);
		if (!this.email.isEmpty() && !Addresses.isDeliverable(this.email)) {
			errors.rejectValue("email", "legal.email.invalid");
		}
		Instant received = received(site.zone(), now);
		if (received == null || received.isAfter(now)) {
			errors.rejectValue("receivedAt", "legal.received.invalid");
		}
		if (!this.dueAt.isEmpty() && !LocalTimes.isAfter(LocalTimes.read(this.dueAt, site.zone()), received)) {
			errors.rejectValue("dueAt", "legal.due.invalid");
		}
	}

	private void checkWords(Errors errors, Places places) {
		if (Asker.of(this.asker).isEmpty()) {
			errors.rejectValue("asker", "legal.asker.missing");
		}
		checkLength(errors, "name", this.name, true, MAX_NAME);
		checkLength(errors, "organisation", this.organisation, Asker.AUTHORITY.name().equals(this.asker),
				MAX_ORGANISATION);
		places.check(this.target, errors);
		checkLength(errors, "ground", this.ground, true, MAX_GROUND);
		checkLength(errors, "body", this.body, true, MAX_BODY);
	}

	private static void checkLength(Errors errors, String field, String text, boolean required, int max) {
		int length = CommentText.length(text);
		if (required && length < MIN) {
			errors.rejectValue(field, "legal." + field + ".missing");
		}
		else if (length > max || text.length() > 2 * max) {
			errors.rejectValue(field, "legal.long", new Object[] { max }, null);
		}
	}

	/**
	 * When it came; null for what is no time.
	 */
	@Nullable Instant received(ZoneId zone, Instant now) {
		return this.receivedAt.isEmpty() ? now : LocalTimes.read(this.receivedAt, zone);
	}

}
