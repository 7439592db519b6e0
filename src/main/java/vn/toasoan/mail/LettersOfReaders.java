package vn.toasoan.mail;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.toasoan.site.PersonalData;
import vn.toasoan.site.Secrets;
import vn.toasoan.site.Timestamps;

/**
 * The letters on the way to a reader, and that there were some within the last day.
 */
@Component
class LettersOfReaders implements PersonalData {

	private final JdbcClient jdbc;

	private final Addresses addresses;

	private final Secrets secrets;

	LettersOfReaders(JdbcClient jdbc, Addresses addresses, Secrets secrets) {
		this.jdbc = jdbc;
		this.addresses = addresses;
		this.secrets = secrets;
	}

	@Override
	public String name() {
		return "letters";
	}

	@Override
	public List<?> export(Owner owner) {
		return this.jdbc.sql("""
				select kind, created_at, address, subject, body_text, next_try_at from letter
				where author_key = :key order by created_at, id""").param("key", owner.key()).query((row, n) -> {
			String address = row.getString("address");
			return new Kept(row.getString("kind"), Timestamps.in(row, "created_at"),
					row.getObject("next_try_at") == null, (address != null) ? this.addresses.open(address) : null,
					open(row.getString("subject")), open(row.getString("body_text")));
		}).list();
	}

	private @Nullable String open(@Nullable String encrypted) {
		return (encrypted != null) ? this.secrets.decrypt(Outbox.PURPOSE, encrypted) : null;
	}

	@Override
	public List<Erased> erase(Owner owner) {
		return List.of(new Erased("letter",
				this.jdbc.sql("delete from letter where author_key = :key").param("key", owner.key()).update(), 0));
	}

	/**
	 * A letter; once it is sent, nothing is kept of what it said.
	 */
	record Kept(String kind, Instant writtenAt, boolean sent, @Nullable String address, @Nullable String subject,
			@Nullable String text) {
	}

}
