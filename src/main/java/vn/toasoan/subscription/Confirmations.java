package vn.toasoan.subscription;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.toasoan.comment.Limits;
import vn.toasoan.comment.ReaderKey;
import vn.toasoan.comment.Verification;
import vn.toasoan.comment.Verifier;
import vn.toasoan.mail.Addresses;
import vn.toasoan.mail.Outbox;
import vn.toasoan.site.Timestamps;
import vn.toasoan.web.NoSuchPage;

/**
 * Letters that ask whether an address is the reader's, and the answers. Programs that
 * look through mail follow every link: following it shows a button, and only that
 * confirms.
 */
@Service
@Transactional
public class Confirmations {

	/** For so long a link can be followed. */
	static final Duration VALID = Duration.ofHours(48);

	/** For so long one letter serves for all that the reader asks for. */
	static final Duration ON_ITS_WAY = Duration.ofHours(1);

	private final JdbcClient jdbc;

	private final Tokens tokens;

	private final Stationery stationery;

	private final Outbox outbox;

	private final Addresses addresses;

	private final KnownAddresses known;

	private final Subscriptions subscriptions;

	private final Verification verification;

	private final Limits limits;

	private final Clock clock;

	Confirmations(JdbcClient jdbc, Tokens tokens, Stationery stationery, Outbox outbox, Addresses addresses,
			KnownAddresses known, Subscriptions subscriptions, Verification verification, Limits limits, Clock clock) {
		this.jdbc = jdbc;
		this.tokens = tokens;
		this.stationery = stationery;
		this.outbox = outbox;
		this.addresses = addresses;
		this.known = known;
		this.subscriptions = subscriptions;
		this.verification = verification;
		this.limits = limits;
		this.clock = clock;
	}

	/**
	 * Writes to an address to ask whether it is this reader's, unless such a letter is on
	 * its way.
	 * @param networkAddress where the reader's request comes from
	 * @throws Verifier.TooManyLetters if the address has got, or the network has asked
	 * for, too many
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	void ask(String authorKey, String address, String articleTitle, String networkAddress) {
		String hash = this.addresses.hash(address);
		if (isOnItsWay(authorKey, hash)) {
			return;
		}
		try {
			this.limits.count(Limits.Act.LETTER, new ReaderKey("address " + hash), false, networkAddress);
		}
		catch (Limits.TooMany ex) {
			throw new Verifier.TooManyLetters(ex);
		}
		long id = this.jdbc.sql("select nextval('address_confirmation_seq')").query(Long.class).single();
		this.jdbc.sql("""
				insert into address_confirmation (id, author_key, email, email_hash, asked_at)
				values (:id, :key, :email, :hash, :now)""")
			.param("id", id)
			.param("key", authorKey)
			.param("email", this.addresses.seal(address))
			.param("hash", hash)
			.param("now", Timestamps.of(this.clock.instant()))
			.update();
		this.outbox
			.write(this.stationery.confirmation(authorKey, address, hash, this.tokens.confirmation(id), articleTitle));
	}

	private boolean isOnItsWay(String authorKey, String hash) {
		return this.jdbc.sql("""
				select count(*) from address_confirmation where author_key = :key and email_hash = :hash
				and confirmed_at is null and asked_at > :since""")
			.param("key", authorKey)
			.param("hash", hash)
			.param("since", Timestamps.of(this.clock.instant().minus(ON_ITS_WAY)))
			.query(Integer.class)
			.single() > 0;
	}

	/**
	 * Whether a reader has just been written to and has not answered yet. Without a mail
	 * server the database is not asked.
	 */
	@Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
	public boolean isAwaitedFrom(ReaderKey reader) {
		return this.outbox.isOn() && this.jdbc.sql("""
				select count(*) from address_confirmation where author_key = :key and confirmed_at is null
				and asked_at > :since""")
			.param("key", reader.hash())
			.param("since", Timestamps.of(this.clock.instant().minus(ON_ITS_WAY)))
			.query(Integer.class)
			.single() > 0;
	}

	/**
	 * What a link asks to confirm.
	 * @throws NoSuchPage if the link is not ours
	 */
	@Transactional(readOnly = true)
	public Question question(String token) {
		long id = this.tokens.confirmation(token);
		Question expired = new Question(State.EXPIRED, "", List.of(), "");
		return row(id).map((row) -> {
			State state = row.state(this.clock.instant());
			return (state == State.EXPIRED) ? expired : new Question(state, this.addresses.open(row.email()),
					comments(row.authorKey()), this.tokens.managementPath(row.hash()));
		}).orElse(expired);
	}

	private Optional<Row> row(long id) {
		return this.jdbc
			.sql("""
					select author_key, email, email_hash, asked_at, confirmed_at from address_confirmation where id = :id""")
			.param("id", id)
			.query((row, n) -> new Row(row.getString("author_key"), row.getString("email"), row.getString("email_hash"),
					Timestamps.in(row, "asked_at"), row.getObject("confirmed_at") != null))
			.optional();
	}

	/**
	 * The last comments under a key, for their writer to know them again, or for somebody
	 * else to see that they are not the own ones.
	 */
	private List<Comment> comments(String authorKey) {
		return this.jdbc
			.sql("""
					select c.public_id, c.author_name, c.status, a.title, a.slug from comment c join article a on a.id = c.article_id
					where c.author_key = :key and c.status in ('PENDING', 'PUBLISHED') order by c.id desc limit 3""")
			.param("key", authorKey)
			.query((row, n) -> new Comment(row.getString("author_name"), "/bl/" + row.getString("public_id"),
					"PUBLISHED".equals(row.getString("status")), row.getString("title")))
			.list();
	}

	/**
	 * The address is the reader's: what waited for that appears, and what was to be
	 * followed is followed. Once done, it stays done.
	 * @throws NoSuchPage if the link is not ours
	 */
	public void confirm(String token) {
		long id = this.tokens.confirmation(token);
		Instant now = this.clock.instant();
		int confirmed = this.jdbc.sql("""
				update address_confirmation set confirmed_at = :now
				where id = :id and confirmed_at is null and asked_at > :oldest""")
			.param("now", Timestamps.of(now))
			.param("id", id)
			.param("oldest", Timestamps.of(now.minus(VALID)))
			.update();
		if (confirmed == 1) {
			Row row = row(id).orElseThrow();
			this.known.keep(row.authorKey(), row.email(), row.hash());
			this.subscriptions.confirm(row.authorKey(), row.hash());
			this.verification.accept(row.authorKey());
		}
	}

	/**
	 * Forgets the links that can't be followed any more.
	 */
	@Scheduled(cron = "0 25 3 * * *", zone = "${toasoan.site.zone:Asia/Ho_Chi_Minh}")
	@SchedulerLock(name = "confirmations")
	public void tidy() {
		OffsetDateTime oldest = Timestamps.of(this.clock.instant().minus(VALID));
		this.jdbc.sql("delete from address_confirmation where asked_at <= :oldest").param("oldest", oldest).update();
		this.subscriptions.forgetUnconfirmed(oldest);
	}

	/**
	 * What has become of a letter that asks.
	 */
	public enum State {

		OPEN, CONFIRMED, EXPIRED

	}

	/**
	 * What a link asks to confirm.
	 *
	 * @param address empty if the link has expired
	 * @param comments the last ones of the reader who asks
	 * @param management the path of the page on which all is managed that the address
	 * follows
	 */
	public record Question(State state, String address, List<Comment> comments, String management) {

		public boolean isOpen() {
			return this.state == State.OPEN;
		}

		public boolean isConfirmed() {
			return this.state == State.CONFIRMED;
		}

		public boolean isExpired() {
			return this.state == State.EXPIRED;
		}

	}

	/**
	 * A comment in a few words.
	 *
	 * @param published whether readers see it
	 */
	public record Comment(String name, String path, boolean published, String articleTitle) {
	}

	private record Row(String authorKey, String email, String hash, Instant asked, boolean confirmed) {

		State state(Instant now) {
			if (this.confirmed) {
				return State.CONFIRMED;
			}
			return now.isBefore(this.asked.plus(VALID)) ? State.OPEN : State.EXPIRED;
		}

	}

}
