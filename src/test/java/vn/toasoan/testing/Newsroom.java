package vn.toasoan.testing;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.toasoan.account.Role;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The people who use the site in tests, and a look into what their work left behind.
 */
@TestComponent
public class Newsroom {

	/** Every account that a test makes has this password. */
	public static final String PASSWORD = "một câu thật dễ nhớ";

	/** Never the same name twice, as all tests share the site. */
	private static final AtomicInteger PEOPLE = new AtomicInteger();

	/** Far from the ids that the site itself gives. */
	private static final long FIRST_ID = 1_000_000;

	private final MockMvcTester mvc;

	private final JdbcClient jdbc;

	private final PasswordEncoder encoder;

	private @Nullable String hash;

	Newsroom(MockMvcTester mvc, JdbcClient jdbc, PasswordEncoder encoder) {
		this.mvc = mvc;
		this.jdbc = jdbc;
		this.encoder = encoder;
	}

	/**
	 * Somebody who has no account, or has not signed in yet, with a network address of
	 * their own.
	 */
	public Visitor visitor() {
		int n = PEOPLE.incrementAndGet();
		return new Visitor(this.mvc, "10." + n / 65536 + "." + n / 256 % 256 + "." + n % 256);
	}

	/**
	 * A new account of this role.
	 * @return its username; the display name is the same in capitals
	 */
	public String account(Role role) {
		int n = PEOPLE.incrementAndGet();
		String username = role.name().toLowerCase(Locale.ROOT) + "." + n;
		if (this.hash == null) {
			this.hash = this.encoder.encode(PASSWORD);
		}
		this.jdbc.sql("""
				insert into account (id, username, display_name, password_hash, role, enabled, created_at, version)
				values (:id, :username, :name, :hash, :role, true, :now, 0)""")
			.param("id", FIRST_ID + n)
			.param("username", username)
			.param("name", displayName(username))
			.param("hash", this.hash)
			.param("role", role.name())
			.param("now", OffsetDateTime.parse("2026-11-01T00:00:00Z"))
			.update();
		return username;
	}

	public static String displayName(String username) {
		return username.toUpperCase(Locale.ROOT);
	}

	/**
	 * Signs in with a new account of this role.
	 */
	public Visitor signIn(Role role) {
		return signIn(account(role));
	}

	public Visitor signIn(String username) {
		Visitor visitor = visitor();
		assertThat(visitor.signIn(username, PASSWORD)).hasStatus(302).redirectedUrl().isEqualTo("/admin");
		return visitor;
	}

	public long accountId(String username) {
		return this.jdbc.sql("select id from account where username = ?").param(username).query(Long.class).single();
	}

	/**
	 * The actions that the audit log holds about one thing, oldest first.
	 */
	public List<String> audit(String subjectType, Object subjectId) {
		return column("select action from audit_entry where subject_type = ? and subject_id = ? order by id",
				subjectType, subjectId.toString());
	}

	/**
	 * Brings back to {@link MutableClock#START} what tests did with a later clock: it
	 * would stand ahead of all that happens now.
	 */
	public void forgetTheFuture() {
		List.of("update article set revised_at = :start where revised_at > :start",
				"update audit_entry set at = :start where at > :start")
			.forEach((sql) -> this.jdbc.sql(sql).param("start", MutableClock.START.atOffset(ZoneOffset.UTC)).update());
	}

	/**
	 * One column of a query with positional parameters, for what no page shows.
	 */
	public List<String> column(String sql, Object... parameters) {
		return this.jdbc.sql(sql).params(parameters).query((row, n) -> row.getString(1)).list();
	}

}
