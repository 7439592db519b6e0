package vn.toasoan.moderation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.springframework.validation.Errors;
import vn.toasoan.comment.Ban;
import vn.toasoan.comment.Bans;
import vn.toasoan.comment.Network;
import vn.toasoan.text.CommentText;

/**
 * A ban to be made, or first looked at.
 *
 * @param writer hash of the key of the writer that it is about; empty for none
 * @param kind a {@link Ban.Kind}
 * @param email an e-mail address; empty for the one that the writer has given
 * @param network as {@link Network} reads it
 * @param effect a {@link Ban.Effect}
 * @param days how long, one of {@link #LENGTHS}
 * @param reason for the desk
 * @param action {@code chan} to ban, else to look at it first
 */
record BanForm(String writer, String kind, String email, String network, String effect, String days, String reason,
		String action) {

	/** In days. No ban is for ever. */
	static final List<String> LENGTHS = List.of("1", "7", "30", "90", "365");

	private static final Pattern KEY = Pattern.compile("[0-9a-f]{64}");

	/** Characters, as a person counts them. */
	private static final int MAX_REASON = 500;

	BanForm {
		writer = (writer != null && KEY.matcher(writer).matches()) ? writer : "";
		kind = (kind != null) ? kind : "";
		email = (email != null) ? email.strip() : "";
		network = (network != null) ? network.strip() : "";
		effect = (effect != null) ? effect : "";
		days = (days != null) ? days : "";
		reason = (reason != null) ? CommentText.line(reason) : "";
		action = (action != null) ? action : "";
	}

	static BanForm about(String writer, String network) {
		return new BanForm(writer, writer.isEmpty() ? Ban.Kind.NETWORK.name() : Ban.Kind.KEY.name(), "", network,
				writer.isEmpty() ? Ban.Effect.HOLD.name() : Ban.Effect.REFUSE.name(), "7", "", "");
	}

	boolean isMeant() {
		return "chan".equals(this.action);
	}

	/**
	 * The kinds that can be chosen here.
	 */
	public List<Ban.Kind> kinds() {
		return this.writer.isEmpty() ? List.of(Ban.Kind.EMAIL, Ban.Kind.NETWORK) : List.of(Ban.Kind.values());
	}

	public List<Ban.Effect> effects() {
		return List.of(Ban.Effect.values());
	}

	public List<String> lengths() {
		return LENGTHS;
	}

	/**
	 * Says what is not within the rules, each beside its field.
	 */
	void check(Bans bans, Errors errors) {
		if (kinds().stream().noneMatch((one) -> one.name().equals(this.kind))) {
			errors.rejectValue("kind", "ban.kind.missing");
		}
		else if (chosen() == Ban.Kind.EMAIL && email(bans).isEmpty()) {
			errors.rejectValue("email", "ban.email.missing");
		}
		else if (chosen() == Ban.Kind.NETWORK && Network.of(this.network).isEmpty()) {
			errors.rejectValue("network", "ban.network.invalid");
		}
		if (effects().stream().noneMatch((one) -> one.name().equals(this.effect))) {
			errors.rejectValue("effect", "ban.effect.missing");
		}
		if (!LENGTHS.contains(this.days)) {
			errors.rejectValue("days", "ban.days.missing");
		}
		int length = CommentText.length(this.reason);
		if (length == 0 || length > MAX_REASON) {
			errors.rejectValue("reason", "ban.reason.length", new Object[] { MAX_REASON }, null);
		}
	}

	Ban.Kind chosen() {
		return Ban.Kind.valueOf(this.kind);
	}

	Ban.Effect consequence() {
		return Ban.Effect.valueOf(this.effect);
	}

	Duration length() {
		return Duration.ofDays(Long.parseLong(this.days));
	}

	/**
	 * What is banned, once {@link #check} has found nothing wrong.
	 */
	String subject(Bans bans) {
		return switch (chosen()) {
			case KEY -> this.writer;
			case EMAIL -> email(bans).orElseThrow();
			case NETWORK -> this.network;
		};
	}

	private Optional<String> email(Bans bans) {
		if (this.email.contains("@")) {
			return Optional.of(this.email);
		}
		return (this.email.isEmpty() && !this.writer.isEmpty()) ? bans.email(this.writer) : Optional.empty();
	}

}
