package vn.toasoan.subscription;

import java.time.Clock;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.toasoan.comment.Verifier;
import vn.toasoan.mail.Addresses;
import vn.toasoan.mail.Outbox;
import vn.toasoan.site.Timestamps;

/**
 * Which reader has proved which address: verifies readers by their e-mail. One address
 * for each reader, the last one confirmed.
 */
@Component
class KnownAddresses implements Verifier {

	private final JdbcClient jdbc;

	private final Addresses addresses;

	private final Outbox outbox;

	private final Clock clock;

	KnownAddresses(JdbcClient jdbc, Addresses addresses, Outbox outbox, Clock clock) {
		this.jdbc = jdbc;
		this.addresses = addresses;
		this.outbox = outbox;
		this.clock = clock;
	}

	@Override
	public boolean isReady() {
		return this.outbox.isOn();
	}

	@Override
	public boolean isVerified(String authorKey) {
		return of(authorKey).isPresent();
	}

	/**
	 * The address that a reader has confirmed.
	 */
	Optional<String> of(String authorKey) {
		return this.jdbc.sql("select email from reader where author_key = :key and email_confirmed_at is not null")
			.param("key", authorKey)
			.query((row, n) -> this.addresses.open(row.getString("email")))
			.optional();
	}

	/**
	 * Keeps that an address is a reader's.
	 * @param sealed the address, encrypted
	 */
	void keep(String authorKey, String sealed, String hash) {
		this.jdbc.sql("""
				merge into reader r using (values (cast(:key as varchar))) as asked (author_key)
				on r.author_key = asked.author_key
				when matched then update set email = :email, email_hash = :hash, email_confirmed_at = :now
				when not matched then insert (author_key, created_at, email, email_hash, email_confirmed_at)
				values (asked.author_key, :now, :email, :hash, :now)""")
			.param("key", authorKey)
			.param("email", sealed)
			.param("hash", hash)
			.param("now", Timestamps.of(this.clock.instant()))
			.update();
	}

}
