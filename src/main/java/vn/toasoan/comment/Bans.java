package vn.toasoan.comment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toasoan.site.Secrets;
import vn.toasoan.site.Timestamps;

/**
 * Who may not write for a while, by the key in the browser, by the e-mail address or by
 * the network. No ban is for ever, and none hides that it is one.
 */
@Service
@Transactional
public class Bans {

	/** How far back a preview looks. */
	public static final Duration PREVIEWED = Duration.ofDays(90);

	/**
	 * Addresses are stored encrypted: a preview reads so many of the newest, one by one.
	 */
	private static final int MAX_READ = 5000;

	private static final int LISTED = 200;

	private static final String EMAIL = "banned e-mail";

	private static final String OF_READER = "(kind = 'KEY' and subject = :key or kind = 'EMAIL' and subject in (:signatures))";

	private final JdbcClient jdbc;

	private final Secrets secrets;

	private final Clock clock;

	Bans(JdbcClient jdbc, Secrets secrets, Clock clock) {
		this.jdbc = jdbc;
		this.secrets = secrets;
		this.clock = clock;
	}

	/**
	 * The bans in force that somebody falls under. One SQL statement.
	 */
	@Transactional(readOnly = true)
	List<Hit> on(Submission submission) {
		String email = submission.email();
		return this.jdbc.sql("""
				select effect, ends_at from ban where kind = 'KEY' and subject = :key and ends_at > :now
				union all
				select effect, ends_at from ban where kind = 'EMAIL' and subject = :email and ends_at > :now
				union all
				select effect, ends_at from ban where kind = 'NETWORK' and ends_at > :now
				and first_address <= :address and last_address >= :address""")
			.param("key", submission.author().hash())
			.param("email", (email != null) ? signature(email) : "")
			.param("address", Network.digits(submission.address()))
			.param("now", now())
			.query((row, n) -> new Hit(Ban.Effect.valueOf(row.getString("effect")), Timestamps.in(row, "ends_at")))
			.list();
	}

	/**
	 * Whether a reader falls under a ban in force, by the key or by the network. One SQL
	 * statement.
	 * @param address the reader's network address
	 */
	@Transactional(readOnly = true)
	boolean isBanned(ReaderKey reader, String address) {
		return this.jdbc.sql("""
				select (select count(*) from ban where kind = 'KEY' and subject = :key and ends_at > :now)
				+ (select count(*) from ban where kind = 'NETWORK' and ends_at > :now
				  and first_address <= :address and last_address >= :address)""")
			.param("key", reader.hash())
			.param("address", Network.digits(address))
			.param("now", now())
			.query(Integer.class)
			.single() > 0;
	}

	private String signature(String email) {
		return this.secrets.sign(EMAIL, email.toLowerCase(Locale.ROOT));
	}

	/**
	 * Bans a key, an address or a network.
	 * @param subject the hash of a key, an e-mail address, or a network as
	 * {@link Network} reads it
	 * @param reason for the desk; the writer does not see it
	 * @return its number
	 */
	public long ban(Ban.Kind kind, String subject, Ban.Effect effect, Duration length, String reason, String editor) {
		Optional<Network> network = (kind == Ban.Kind.NETWORK) ? Network.of(subject) : Optional.empty();
		if (kind == Ban.Kind.NETWORK && network.isEmpty()) {
			throw new IllegalArgumentException("No network: " + subject);
		}
		Instant now = this.clock.instant();
		long id = this.jdbc.sql("select nextval('ban_seq')").query(Long.class).single();
		this.jdbc
			.sql("""
					insert into ban (id, kind, subject, first_address, last_address, effect, reason, made_at, made_by, ends_at)
					values (:id, :kind, :subject, :first, :last, :effect, :reason, :now, :editor, :end)""")
			.param("id", id)
			.param("kind", kind.name())
			.param("subject", (kind == Ban.Kind.EMAIL) ? signature(subject) : subject.strip())
			.param("first", network.map(Network::first).orElse(""))
			.param("last", network.map(Network::last).orElse(""))
			.param("effect", effect.name())
			.param("reason", reason)
			.param("now", Timestamps.of(now))
			.param("editor", editor)
			.param("end", Timestamps.of(now.plus(length)))
			.update();
		return id;
	}

	/**
	 * All bans of one reader, over or not, oldest first.
	 * @param key the hash of the reader's key
	 * @param emails the addresses that the reader has given
	 */
	@Transactional(readOnly = true)
	List<Ban> all(String key, Collection<String> emails) {
		return this.jdbc.sql("select * from ban where " + OF_READER + " order by made_at, id")
			.param("key", key)
			.param("signatures", signatures(emails))
			.query((row, n) -> ban(row))
			.list();
	}

	/**
	 * Forgets all bans of one reader.
	 * @return how many there were
	 */
	int forget(String key, Collection<String> emails) {
		return this.jdbc.sql("delete from ban where " + OF_READER)
			.param("key", key)
			.param("signatures", signatures(emails))
			.update();
	}

	/** Never empty: databases know no empty list. */
	private List<String> signatures(Collection<String> emails) {
		return Stream.concat(Stream.of(""), emails.stream().map(this::signature)).toList();
	}

	/**
	 * Ends a ban now.
	 * @return false if it is over already, or was never there
	 */
	public boolean lift(long id, String editor) {
		return this.jdbc.sql("update ban set ends_at = :now, lifted_by = :editor where id = :id and ends_at > :now")
			.param("now", now())
			.param("editor", editor)
			.param("id", id)
			.update() == 1;
	}

	/**
	 * The bans in force and the last ones that are over; the newest first.
	 */
	@Transactional(readOnly = true)
	public List<Ban> list() {
		return this.jdbc.sql("select * from ban order by made_at desc, id desc limit :most")
			.param("most", LISTED)
			.query((row, n) -> ban(row))
			.list();
	}

	/**
	 * Those of some bans that are there; the newest first.
	 */
	@Transactional(readOnly = true)
	public List<Ban> list(Collection<Long> ids) {
		return ids.isEmpty() ? List.of()
				: this.jdbc.sql("select * from ban where id in (:ids) order by made_at desc, id desc")
					.param("ids", ids)
					.query((row, n) -> ban(row))
					.list();
	}

	/**
	 * The bans in force on one key.
	 */
	@Transactional(readOnly = true)
	public List<Ban> on(String writer) {
		return this.jdbc
			.sql("select * from ban where kind = 'KEY' and subject = :writer and ends_at > :now order by made_at, id")
			.param("writer", writer)
			.param("now", now())
			.query((row, n) -> ban(row))
			.list();
	}

	private static Ban ban(ResultSet row) throws SQLException {
		return new Ban(row.getLong("id"), Ban.Kind.valueOf(row.getString("kind")), row.getString("subject"),
				Ban.Effect.valueOf(row.getString("effect")), row.getString("reason"), Timestamps.in(row, "made_at"),
				row.getString("made_by"), Timestamps.in(row, "ends_at"), row.getString("lifted_by"));
	}

	/**
	 * How many comments of the last 90 days such a ban would have hit. Networks are known
	 * as /24 and /64 only, so that a smaller one counts its neighbours, too.
	 * @param subject see {@link #ban}
	 */
	@Transactional(readOnly = true)
	public int preview(Ban.Kind kind, String subject) {
		return switch (kind) {
			case KEY -> this.jdbc.sql("select count(*) from comment where author_key = :key and created_at > :since")
				.param("key", subject)
				.param("since", since())
				.query(Integer.class)
				.single();
			case EMAIL -> (int) emails().stream().filter((email) -> email.equalsIgnoreCase(subject.strip())).count();
			case NETWORK -> networks(Network.of(subject).orElseThrow());
		};
	}

	private List<String> emails() {
		return this.jdbc.sql("""
				select email from comment where email is not null and created_at > :since
				order by id desc limit :most""")
			.param("since", since())
			.param("most", MAX_READ)
			.query((row, n) -> this.secrets.decrypt(Comment.EMAIL, row.getString("email")))
			.list();
	}

	private int networks(Network banned) {
		return this.jdbc
			.sql("select ip_prefix, count(*) as n from comment where created_at > :since group by ip_prefix")
			.param("since", since())
			.query((row, n) -> Network.of(row.getString("ip_prefix")).filter(banned::meets).isPresent()
					? row.getInt("n") : 0)
			.list()
			.stream()
			.mapToInt(Integer::intValue)
			.sum();
	}

	/**
	 * The e-mail address that a writer gave last; empty if there is none.
	 */
	@Transactional(readOnly = true)
	public Optional<String> email(String writer) {
		return this.jdbc.sql("""
				select email from comment where author_key = :writer and email is not null
				order by id desc limit 1""")
			.param("writer", writer)
			.query((row, n) -> this.secrets.decrypt(Comment.EMAIL, row.getString("email")))
			.optional();
	}

	private OffsetDateTime since() {
		return Timestamps.of(this.clock.instant().minus(PREVIEWED));
	}

	private OffsetDateTime now() {
		return Timestamps.of(this.clock.instant());
	}

	/**
	 * A ban that somebody falls under.
	 */
	record Hit(Ban.Effect effect, Instant endsAt) {

	}

}
