package vn.toasoan.comment;

import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.toasoan.site.PersonalData;
import vn.toasoan.site.Timestamps;

/**
 * What moderators have written down about a reader, for the reader to take away or to
 * have erased.
 */
@Component
class WriterData implements PersonalData {

	/** As Spring Security's HttpSessionRequestCache names it. */
	private static final String SAVED_REQUEST = "SPRING_SECURITY_SAVED_REQUEST";

	/** As Spring's SessionFlashMapManager names it. */
	private static final String FLASH_MAPS = "org.springframework.web.servlet.support.SessionFlashMapManager.FLASH_MAPS";

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
			.sql("select body, made_at, warning from writer_note where author_key = :key order by made_at, id")
			.param("key", owner.key())
			.query((row, n) -> new Note(row.getString("body"), Timestamps.in(row, "made_at"),
					row.getBoolean("warning")))
			.list();
	}

	@Override
	public List<Erased> erase(Owner owner) {
		int deleted = this.jdbc.sql("delete from writer_note where author_key = :key")
			.param("key", owner.key())
			.update();
		forgetWays();
		return List.of(new Erased("writer_note", deleted, 0), new Erased("audit_entry", 0, unname(owner)));
	}

	/**
	 * The addresses of writers' pages name the key. Sessions of the desk may hold one as
	 * the way to go after signing in, or beside a message for the next page: all of them
	 * forget both, which costs an editor one line at most.
	 */
	private void forgetWays() {
		this.jdbc.sql("delete from spring_session_attributes where attribute_name in (:ways)")
			.param("ways", List.of(SAVED_REQUEST, FLASH_MAPS))
			.update();
	}

	/** That editors did something stays in their log, but not about whom. */
	private int unname(Owner owner) {
		return this.jdbc
			.sql("update audit_entry set subject_id = '' where subject_type = :writer and subject_id = :name")
			.param("writer", Writers.SUBJECT)
			.param("name", Writers.shortly(owner.key()))
			.update();
	}

	/**
	 * Something that the desk has written down.
	 *
	 * @param warning whether it was meant for the writer; else for the desk
	 */
	private record Note(String text, Instant at, boolean warning) {

	}

}
