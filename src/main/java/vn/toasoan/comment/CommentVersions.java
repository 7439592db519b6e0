package vn.toasoan.comment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toasoan.audit.Actor;
import vn.toasoan.site.PersonalData;
import vn.toasoan.site.Timestamps;

/**
 * What comments said before their writers, or editors, changed them; for moderators.
 */
@Service
@Transactional
public class CommentVersions implements PersonalData {

	private static final String SELECT = """
			select c.public_id, v.number, v.author_name, v.body_source, v.written_at
			from comment_version v join comment c on c.id = v.comment_id where\s""";

	private final JdbcClient jdbc;

	CommentVersions(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The earlier versions of a comment, oldest first. One SQL statement.
	 */
	@Transactional(readOnly = true)
	public List<Version> of(String publicId) {
		return this.jdbc.sql(SELECT + "c.public_id = :id order by v.number")
			.param("id", publicId)
			.query((row, n) -> version(row))
			.list();
	}

	private static Version version(ResultSet row) throws SQLException {
		return new Version(row.getString("public_id"), row.getInt("number"), row.getString("author_name"),
				row.getString("body_source"), Timestamps.in(row, "written_at"));
	}

	/**
	 * Keeps what a comment says now; to be called before it is changed.
	 */
	void keep(long commentId) {
		this.jdbc
			.sql("""
					insert into comment_version (comment_id, number, author_name, body_source, written_at)
					select id, edits, author_name, body_source, coalesce(edited_at, created_at) from comment where id = :id""")
			.param("id", commentId)
			.update();
	}

	/**
	 * The same before an editor covers a passage.
	 * @param what the kind of thing that is covered
	 */
	void keepCovered(long commentId, String what, Actor editor, Instant now) {
		keep(commentId);
		this.jdbc.sql("""
				update comment_version set covered = :what, covered_by = :editor, covered_at = :now
				where comment_id = :id and number = (select edits from comment where id = :id)""")
			.param("what", what)
			.param("editor", editor.name())
			.param("now", Timestamps.of(now))
			.param("id", commentId)
			.update();
	}

	/**
	 * Whether an editor has covered something in a comment, and has not taken that back.
	 */
	@Transactional(readOnly = true)
	boolean isCovered(long commentId) {
		return this.jdbc
			.sql("select exists (select 1 from comment_version where comment_id = :id and covered is not null)")
			.param("id", commentId)
			.query(Boolean.class)
			.single();
	}

	@Override
	public String name() {
		return "versions";
	}

	@Override
	public List<?> export(Owner owner) {
		return this.jdbc.sql(SELECT + "c.author_key = :key order by v.written_at, v.comment_id, v.number")
			.param("key", owner.key())
			.query((row, n) -> version(row))
			.list();
	}

	@Override
	public List<Erased> erase(Owner owner) {
		int deleted = this.jdbc
			.sql("""
					delete from comment_version where comment_id in (select c.id from comment c where c.author_key = :key)""")
			.param("key", owner.key())
			.update();
		return List.of(new Erased("comment_version", deleted, 0));
	}

	/**
	 * What a comment once said.
	 *
	 * @param comment public id
	 * @param number how often it had been changed before, from 0 on
	 * @param text as it was typed
	 * @param writtenAt since when it said so
	 */
	public record Version(String comment, int number, String name, String text, Instant writtenAt) {
	}

}
