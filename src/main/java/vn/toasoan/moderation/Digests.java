package vn.toasoan.moderation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.toasoan.account.AccountChanged;
import vn.toasoan.account.Role;
import vn.toasoan.account.SignedIn;
import vn.toasoan.comment.Limits;
import vn.toasoan.comment.ReaderKey;
import vn.toasoan.mail.Addresses;
import vn.toasoan.mail.Letter;
import vn.toasoan.mail.Outbox;
import vn.toasoan.site.SiteSettings;
import vn.toasoan.site.Timestamps;

/**
 * What editors want to be told by letter, and the proof that an address is theirs: none
 * is told anything before. The letters themselves are written by {@link DigestRound}.
 */
@Service
@Transactional
class Digests {

	/** For how long the link serves that proves an address. */
	static final Duration VALID = Duration.ofHours(48);

	private final JdbcClient jdbc;

	private final Outbox outbox;

	private final DigestLetters letters;

	private final DigestLinks links;

	private final Addresses addresses;

	private final Limits limits;

	private final SiteSettings site;

	private final Clock clock;

	Digests(JdbcClient jdbc, Outbox outbox, DigestLetters letters, DigestLinks links, Addresses addresses,
			Limits limits, SiteSettings site, Clock clock) {
		this.jdbc = jdbc;
		this.outbox = outbox;
		this.letters = letters;
		this.links = links;
		this.addresses = addresses;
		this.limits = limits;
		this.site = site;
		this.clock = clock;
	}

	/**
	 * Whether there is a mail server, so that letters can be sent at all.
	 */
	boolean isOn() {
		return this.outbox.isOn();
	}

	/**
	 * What an editor has chosen; null for no letters.
	 */
	@Transactional(readOnly = true)
	public @Nullable Wish of(SignedIn editor) {
		return row(editor.id()).orElse(null);
	}

	private Optional<Wish> row(long accountId) {
		return this.jdbc.sql("select * from digest where account_id = :account")
			.param("account", accountId)
			.query((row, n) -> wish(row))
			.optional()
			.flatMap((wish) -> wish);
	}

	/** Encrypted with another secret it is as good as none: the editor chooses anew. */
	private Optional<Wish> wish(ResultSet row) throws SQLException {
		try {
			return Optional.of(new Wish(DigestFrequency.valueOf(row.getString("frequency")),
					this.addresses.open(row.getString("email")), row.getString("email_hash"),
					Timestamps.in(row, "asked_at"), row.getObject("confirmed_at") != null,
					Timestamps.in(row, "due_at")));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	/**
	 * Keeps what an editor chooses. An address that is not proved yet is written to.
	 * @param form found to be within the rules
	 * @param networkAddress where the request comes from
	 * @return whether the address was written to, to be proved
	 * @throws Limits.TooMany if that address has got too many such letters; nothing is
	 * kept then
	 * @throws IllegalStateException if there is no mail server
	 */
	public boolean choose(DigestForm form, SignedIn editor, String networkAddress) {
		// Two windows of one editor: one after the other.
		this.jdbc.sql("select id from account where id = :id for update").param("id", editor.id()).query().singleRow();
		String hash = this.addresses.hash(form.email());
		boolean proved = row(editor.id()).filter((now) -> now.confirmed() && now.addressHash().equals(hash))
			.isPresent();
		Instant confirmed = proved ? this.clock.instant() : null;
		end(editor.id());
		if (form.chosen() == DigestFrequency.NEVER) {
			return false;
		}
		keep(form, editor.id(), hash, confirmed);
		if (!proved) {
			this.limits.count(Limits.Act.LETTER, new ReaderKey("address " + hash), false, networkAddress);
			this.outbox.write(this.letters.question(editor.id(), editor.displayName(), form.email(), hash));
		}
		return !proved;
	}

	private void keep(DigestForm form, long accountId, String hash, @Nullable Instant confirmed) {
		Instant now = this.clock.instant();
		this.jdbc
			.sql("""
					insert into digest (account_id, frequency, email, email_hash, asked_at, confirmed_at, due_at)
					values (:account, :frequency, :email, :hash, :now, cast(:confirmed as timestamp with time zone), :due)""")
			.param("account", accountId)
			.param("frequency", form.frequency())
			.param("email", this.addresses.seal(form.email()))
			.param("hash", hash)
			.param("now", Timestamps.of(now))
			.param("confirmed", (confirmed != null) ? Timestamps.of(confirmed) : null)
			.param("due", Timestamps.of(form.chosen().next(now, this.site.zone())))
			.update();
	}

	/**
	 * What a link of a letter asks this editor to confirm; empty if it has expired, was
	 * sent to somebody else, or is not ours.
	 */
	@Transactional(readOnly = true)
	public Optional<Wish> asked(String token, SignedIn editor) {
		Instant oldest = this.clock.instant().minus(VALID);
		return row(editor.id()).filter((wish) -> this.links.confirms(token, editor.id(), wish.addressHash()))
			.filter((wish) -> wish.confirmed() || wish.askedAt().isAfter(oldest));
	}

	/**
	 * The address is the editor's.
	 * @return false, and nothing is changed, if the link serves no more
	 */
	public boolean confirm(String token, SignedIn editor) {
		Optional<Wish> wish = asked(token, editor);
		wish.ifPresent((asked) -> this.jdbc.sql("""
				update digest set confirmed_at = :now where account_id = :account and email_hash = :hash
				and confirmed_at is null""")
			.param("now", Timestamps.of(this.clock.instant()))
			.param("account", editor.id())
			.param("hash", asked.addressHash())
			.update());
		return wish.isPresent();
	}

	/**
	 * Ends the letters that a link stands in. Once done, it stays done.
	 * @throws vn.toasoan.web.NoSuchPage if the link is not ours
	 */
	public void end(String token) {
		end(this.links.ended(token));
	}

	private void end(long accountId) {
		this.jdbc.sql("delete from digest where account_id = :account").param("account", accountId).update();
	}

	/**
	 * Whoever decides on comments no more, or can't sign in any more, gets no more
	 * letters, and the address is forgotten; with letters that wait for the mail server.
	 */
	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void follow(AccountChanged account) {
		if (!account.moderates()) {
			end(account.id());
			for (Letter.Kind kind : List.of(Letter.Kind.DIGEST, Letter.Kind.CONFIRMATION)) {
				this.outbox.takeBack(kind, DigestLetters.key(account.id()), Instant.EPOCH);
			}
		}
	}

	/**
	 * Forgets the addresses of those who decide on comments no more, should any be left:
	 * chosen in the very moment in which the account was changed, or before this was
	 * looked at.
	 */
	void sweep() {
		this.jdbc.sql("""
				delete from digest where account_id in (
				  select id from account where enabled = false or role = :author)""")
			.param("author", Role.AUTHOR.name())
			.update();
	}

	/**
	 * What an editor has chosen.
	 *
	 * @param confirmed whether the address was proved; before, no digest is sent
	 * @param dueAt when it is looked next whether something waits
	 */
	public record Wish(DigestFrequency frequency, String email, String addressHash, Instant askedAt, boolean confirmed,
			Instant dueAt) {

	}

}
