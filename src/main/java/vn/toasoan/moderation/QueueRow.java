package vn.toasoan.moderation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.toasoan.comment.Appeal;
import vn.toasoan.comment.AppealState;
import vn.toasoan.comment.CommentStatus;
import vn.toasoan.comment.FirstLook;
import vn.toasoan.comment.Reason;
import vn.toasoan.screening.Finding;
import vn.toasoan.site.Timestamps;

/**
 * How a comment is read for a moderator: the columns, and what is made of them.
 */
final class QueueRow {

	private static final String COLUMNS = """
			select c.id, c.public_id, c.author_name, c.author_key, c.body_html, c.body_source, c.reasons, c.status, c.reason, c.ip_prefix,
			c.created_at, c.depth, c.pinned_at, c.featured_at, c.staff_id, a.id as article_id, a.title, a.slug,
			p.public_id as parent, p.author_name as parent_name, substring(p.body_source, 1, 300) as parent_text,
			(select count(*) from comment o where o.author_key = c.author_key and o.status = 'PUBLISHED') as approved,
			(select count(*) from comment o where o.author_key = c.author_key
			  and o.status in ('REJECTED', 'REMOVED', 'SPAM')) as rejected,
			(select v.covered from comment_version v where v.comment_id = c.id and v.number = c.edits - 1) as covered,
			k.body as appeal, k.made_at as appealed_at, k.state as appeal_state, k.answer, k.decided_at as answered_at,
			k.decided_by as answered_by,
			case when k.state = 'OPEN' then (select e.actor_name from comment_event e where e.comment_id = c.id
			  and e.to_status = c.status order by e.at desc, e.id desc limit 1) end as decided_by,
			case when k.state = 'OPEN' then (select max(e.at) from comment_event e where e.comment_id = c.id
			  and e.to_status = c.status) end as decided_at
			from\s""";

	private static final String ABOUT = " join article a on a.id = c.article_id left join comment p on p.id = c.parent_id";

	/** The beginning of a query, up to its condition on {@code comment c}. */
	static final String SELECT = COLUMNS + "comment c" + ABOUT
			+ " left join comment_appeal k on k.comment_id = c.id where ";

	/**
	 * Appeals with their comments. Every appeal has one; the outer join keeps H2 from
	 * beginning with all comments that were ever rejected.
	 */
	static final String APPEALS = "comment_appeal k left join comment c on c.id = k.comment_id";

	/** The same as {@link #SELECT} for a query that reads along the appeals. */
	static final String OF_APPEALS = COLUMNS + APPEALS + ABOUT + " where ";

	private QueueRow() {
	}

	static QueueItem item(ResultSet row) throws SQLException {
		String reason = row.getString("reason");
		List<Finding> findings = FirstLook.verdict(row.getString("reasons")).findings();
		return new QueueItem(row.getLong("id"), row.getString("public_id"), row.getString("author_name"),
				html(row, findings), CommentStatus.valueOf(row.getString("status")),
				(reason != null) ? Reason.valueOf(reason) : null, row.getString("ip_prefix"),
				Timestamps.in(row, "created_at"), row.getLong("article_id"), row.getString("title"),
				"/bai-viet/" + row.getString("slug"), parent(row), row.getInt("approved"), row.getInt("rejected"),
				new vn.toasoan.screening.Verdict(findings),
				new QueueItem.Standing(row.getString("author_key"), row.getObject("staff_id") != null,
						row.getInt("depth") == 0, row.getObject("pinned_at") != null,
						row.getObject("featured_at") != null),
				appealed(row));
	}

	/**
	 * What was found is about the words that stood there before a passage was covered.
	 */
	private static String html(ResultSet row, List<Finding> findings) throws SQLException {
		String html = row.getString("body_html");
		return (row.getString("covered") != null) ? html : MarkedWords.in(html, row.getString("body_source"), findings);
	}

	private static QueueItem.@Nullable Appealed appealed(ResultSet row) throws SQLException {
		String text = row.getString("appeal");
		if (text == null) {
			return null;
		}
		return new QueueItem.Appealed(
				new Appeal(row.getString("public_id"), text, Timestamps.in(row, "appealed_at"),
						AppealState.valueOf(row.getString("appeal_state")), Timestamps.orNull(row, "answered_at"),
						row.getString("answered_by"), row.getString("answer")),
				row.getString("decided_by"), Timestamps.orNull(row, "decided_at"));
	}

	private static QueueItem.@Nullable Parent parent(ResultSet row) throws SQLException {
		String parent = row.getString("parent");
		return (parent != null)
				? new QueueItem.Parent(parent, row.getString("parent_name"), Beginning.of(row.getString("parent_text")))
				: null;
	}

}
