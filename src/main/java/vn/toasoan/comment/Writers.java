package vn.toasoan.comment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toasoan.site.Timestamps;
import vn.toasoan.web.NoSuchPage;

/**
 * What the desk knows of a writer, by the hash of the key: notes, warnings and trust.
 */
@Service
@Transactional
public class Writers {

	/** What the audit log calls a writer. */
	public static final String SUBJECT = "writer";

	/** As much of a key's hash as tells writers apart in the log. */
	private static final int SHORT = 12;

	private final JdbcClient jdbc;

	private final Clock clock;

	Writers(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * How the audit log names a writer.
	 */
	public static String shortly(String writer) {
		return writer.substring(0, Math.min(SHORT, writer.length()));
	}

	/**
	 * Holds what is kept of a writer until the transaction ends: whoever notes something
	 * about a writer calls this first, so that nothing comes in between or after an
	 * erasure. One row is enough, since an erasure holds all.
	 * @throws NoSuchPage if nothing is kept under the key (any more)
	 */
	public void hold(String writer) {
		this.jdbc.sql("select id from comment where author_key = :writer order by id limit 1 for update")
			.param("writer", writer)
			.query(Long.class)
			.optional()
			.orElseThrow(() -> new NoSuchPage("writer " + shortly(writer)));
	}

	/**
	 * Trusts a writer, or ends that.
	 * @return false if it was so already
	 */
	public boolean trust(String writer, boolean trusted, String editor) {
		if (!trusted) {
			return this.jdbc.sql("delete from trusted_writer where author_key = :writer")
				.param("writer", writer)
				.update() == 1;
		}
		return this.jdbc.sql("""
				insert into trusted_writer (author_key, trusted_at, trusted_by)
				select :writer, :now, :editor from site_state
				where not exists (select 1 from trusted_writer where author_key = :writer)""")
			.param("writer", writer)
			.param("now", now())
			.param("editor", editor)
			.update() == 1;
	}

	/**
	 * Writes something down about a writer.
	 * @param warning whether the writer is shown it, once, with the next comment
	 */
	public void note(String writer, boolean warning, String body, String editor) {
		this.jdbc.sql("""
				insert into writer_note (id, author_key, warning, body, made_at, made_by)
				values (nextval('writer_note_seq'), :writer, :warning, :body, :now, :editor)""")
			.param("writer", writer)
			.param("warning", warning)
			.param("body", body)
			.param("now", now())
			.param("editor", editor)
			.update();
	}

	/**
	 * All notes and warnings, the newest first. One SQL statement.
	 */
	@Transactional(readOnly = true)
	public List<Note> notes(String writer) {
		return this.jdbc.sql("select * from writer_note where author_key = :writer order by made_at desc, id desc")
			.param("writer", writer)
			.query((row, n) -> note(row))
			.list();
	}

	private static Note note(ResultSet row) throws SQLException {
		return new Note(row.getBoolean("warning"), row.getString("body"), Timestamps.in(row, "made_at"),
				row.getString("made_by"), Timestamps.orNull(row, "shown_at"));
	}

	private OffsetDateTime now() {
		return Timestamps.of(this.clock.instant());
	}

	/**
	 * What an editor wrote down about a writer.
	 *
	 * @param shownAt when the writer was shown the warning; null if not yet, or if it is
	 * a note
	 */
	public record Note(boolean warning, String body, Instant madeAt, String madeBy, @Nullable Instant shownAt) {

	}

}
