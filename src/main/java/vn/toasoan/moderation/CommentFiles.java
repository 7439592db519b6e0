package vn.toasoan.moderation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.toasoan.comment.CommentStatus;
import vn.toasoan.comment.Reason;
import vn.toasoan.site.Timestamps;
import vn.toasoan.web.NoSuchPage;

/**
 * Reads all that the desk knows of one comment.
 */
@Repository
@Transactional(readOnly = true)
class CommentFiles {

	/** A comment that was decided on more often has its latest changes shown. */
	private static final int MAX_EVENTS = 50;

	private final JdbcClient jdbc;

	private final Attachments attachments;

	CommentFiles(JdbcClient jdbc, Attachments attachments) {
		this.jdbc = jdbc;
		this.attachments = attachments;
	}

	/**
	 * The file of a comment. Four SQL statements.
	 * @throws NoSuchPage if there is no such comment in this beat
	 */
	CommentFile of(String publicId, Beat beat) {
		QueueItem item = this.jdbc.sql(QueueRow.SELECT + "c.public_id = :id" + beat.condition())
			.params(beat.parameters())
			.param("id", publicId)
			.query((row, n) -> QueueRow.item(row))
			.optional()
			.orElseThrow(() -> new NoSuchPage("comment " + publicId));
		return new CommentFile(item, events(item.id()),
				this.attachments.of(List.of(item)).getOrDefault(item.id(), Attached.NOTHING));
	}

	private List<CommentFile.Event> events(long id) {
		return this.jdbc.sql("""
				select * from (select * from (
				  select id, at, actor_name, to_status, reason, cast(null as varchar(20)) as covered
				  from comment_event where comment_id = :id
				  union all
				  select 0 as id, covered_at, covered_by, null, null, covered
				  from comment_version where comment_id = :id and covered is not null) every_change
				order by at desc, id desc limit :most) latest order by at, id""")
			.param("id", id)
			.param("most", MAX_EVENTS)
			.query((row, n) -> event(row))
			.list();
	}

	private static CommentFile.Event event(ResultSet row) throws SQLException {
		String to = row.getString("to_status");
		String reason = row.getString("reason");
		return new CommentFile.Event(Timestamps.in(row, "at"), row.getString("actor_name"),
				(to != null) ? CommentStatus.valueOf(to) : null, (reason != null) ? Reason.valueOf(reason) : null,
				row.getString("covered"));
	}

}
