package vn.toasoan.comment;

import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.toasoan.site.PersonalData;
import vn.toasoan.site.Timestamps;

/**
 * What moderators have decided about a reader, for the reader to take away or to have
 * erased.
 */
@Component
class WriterData implements PersonalData {

	private final JdbcClient jdbc;

	WriterData(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public String name() {
		return "warnings";
	}

	@Override
	public List<?> export(Owner owner) {
		return this.jdbc
			.sql("""
					select body, made_at from writer_note where author_key = :key and warning = true order by made_at, id""")
			.param("key", owner.key())
			.query((row, n) -> new Warning(row.getString("body"), Timestamps.in(row, "made_at")))
			.list();
	}

	@Override
	public List<Erased> erase(Owner owner) {
		return List.of(delete("writer_note", "author_key = :key", owner),
				delete("trusted_writer", "author_key = :key", owner),
				delete("ban", "kind = 'KEY' and subject = :key", owner));
	}

	private Erased delete(String table, String condition, Owner owner) {
		return new Erased(table,
				this.jdbc.sql("delete from " + table + " where " + condition).param("key", owner.key()).update(), 0);
	}

	private record Warning(String text, Instant at) {

	}

}
