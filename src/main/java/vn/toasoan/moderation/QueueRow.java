package vn.toasoan.moderation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.toasoan.comment.CommentStatus;
import vn.toasoan.comment.FirstLook;
import vn.toasoan.comment.Reason;
import vn.toasoan.screening.Finding;
import vn.toasoan.site.Timestamps;

/**
 * How a comment is read for a moderator: the columns, and what is made of them.
 */
final class QueueRow {

	/** The beginning of a query, up to its condition on {@code comment c}. */
	static final String SELECT = """
			select c.id, c.public_id, c.author_name, c.author_key, c.body_html, c.body_source, c.reasons, c.status, c.reason, c.ip_prefix,
			c.created_at, c.depth, c.pinned_at, c.featured_at, c.staff_id, a.title, a.slug,
			p.public_id as parent, p.author_name as parent_name, substring(p.body_source, 1, 300) as parent_text,
			(select count(*) from comment o where o.author_key = c.author_key and o.status = 'PUBLISHED') as approved,
			(select count(*) from comment o where o.author_key = c.author_key
			  and o.status in ('REJECTED', 'REMOVED', 'SPAM')) as rejected
			from comment c join article a on a.id = c.article_id left join comment p on p.id = c.parent_id
			where\s""";

	private QueueRow() {
	}

	static QueueItem item(ResultSet row) throws SQLException {
		String reason = row.getString("reason");
		List<Finding> findings = FirstLook.verdict(row.getString("reasons")).findings();
		return new QueueItem(row.getLong("id"), row.getString("public_id"), row.getString("author_name"),
				MarkedWords.in(row.getString("body_html"), row.getString("body_source"), findings),
				CommentStatus.valueOf(row.getString("status")), (reason != null) ? Reason.valueOf(reason) : null,
				row.getString("ip_prefix"), Timestamps.in(row, "created_at"), row.getString("title"),
				"/bai-viet/" + row.getString("slug"), parent(row), row.getInt("approved"), row.getInt("rejected"),
				new vn.toasoan.screening.Verdict(findings),
				new QueueItem.Standing(row.getString("author_key"), row.getObject("staff_id") != null,
						row.getInt("depth") == 0, row.getObject("pinned_at") != null,
						row.getObject("featured_at") != null));
	}

	private static QueueItem.@Nullable Parent parent(ResultSet row) throws SQLException {
		String parent = row.getString("parent");
		return (parent != null)
				? new QueueItem.Parent(parent, row.getString("parent_name"), Beginning.of(row.getString("parent_text")))
				: null;
	}

}
