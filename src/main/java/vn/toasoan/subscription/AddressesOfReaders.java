package vn.toasoan.subscription;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.toasoan.mail.Addresses;
import vn.toasoan.site.PersonalData;
import vn.toasoan.site.Timestamps;

/**
 * The addresses that a reader has confirmed, or was asked to confirm.
 */
@Component
class AddressesOfReaders implements PersonalData {

	private final JdbcClient jdbc;

	private final Addresses addresses;

	AddressesOfReaders(JdbcClient jdbc, Addresses addresses) {
		this.jdbc = jdbc;
		this.addresses = addresses;
	}

	@Override
	public String name() {
		return "addresses";
	}

	@Override
	public List<?> export(Owner owner) {
		return this.jdbc.sql("""
				select email, asked_at, confirmed_at from address_confirmation where author_key = :key
				union all
				select email, created_at, email_confirmed_at from reader where author_key = :key and email is not null
				order by 2""")
			.param("key", owner.key())
			.query((row, n) -> new Kept(this.addresses.open(row.getString("email")), Timestamps.in(row, "asked_at"),
					Timestamps.orNull(row, "confirmed_at")))
			.list();
	}

	@Override
	public List<Erased> erase(Owner owner) {
		return List.of(new Erased("address_confirmation", delete("address_confirmation", owner), 0),
				new Erased("reader", delete("reader", owner), 0));
	}

	private int delete(String table, Owner owner) {
		return this.jdbc.sql("delete from " + table + " where author_key = :key").param("key", owner.key()).update();
	}

	/**
	 * An address of a reader.
	 *
	 * @param confirmedAt null if it was not confirmed
	 */
	record Kept(String address, Instant askedAt, @Nullable Instant confirmedAt) {
	}

}
