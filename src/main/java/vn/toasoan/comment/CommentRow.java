package vn.toasoan.comment;

import java.sql.ResultSet;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;
import vn.toasoan.site.Timestamps;

/**
 * How a comment is read for a page: the columns, and what is made of them. What stands in
 * the database of a tombstone (the name, the text) goes no further than here.
 */
final class CommentRow {

	/** A column of {@code comment c}. */
	static final String BADGE = """
			case when c.staff_id is null then null
			  when c.staff_id = (select a.created_by from article a where a.id = c.article_id) then 'AUTHOR'
			  else 'NEWSROOM' end as badge""";

	private static final String SELECT = """
			select c.id, c.public_id, c.root_id, c.path, c.depth, c.author_name, c.body_html, c.status, c.reason, c.source,
			c.reply_count, c.rank_score, c.created_at, c.likes, c.pinned_at, c.featured_at, c.edited_at, c.author_key,
			c.awaits_verification,
			%s,
			c.article_revision <= (select max(k.revision) from correction k where k.article_id = c.article_id)
			  as before_correction,
			p.public_id as parent, case when p.status = 'REMOVED' then null else p.author_name end as parent_name,
			"""
		.formatted(BADGE);

	private static final String FROM = " from comment c left join comment p on p.id = c.parent_id";

	/** Wants a parameter {@code reader}. */
	private static final String LIKED = " left join comment_like l on l.comment_id = c.id and l.author_key = :reader";

	/**
	 * Whether readers see a reply below {@code comment c}; the thread leads H2 to the
	 * index.
	 */
	static final String ANSWERED = """
			exists (select 1 from comment b where b.root_id = c.root_id and b.listed = true and b.path > c.path
			  and b.path < concat(c.path, 'zzzzzzz') and b.status = 'PUBLISHED')""";

	/** Looked for only below the own comments: of the others it is not asked. */
	private static final String UNANSWERED = ", case when c.author_key = :reader then not " + ANSWERED
			+ " else false end as unanswered";

	private CommentRow() {
	}

	/**
	 * The beginning of a query, up to its condition on {@code comment c}. For a reader it
	 * wants a parameter {@code reader}, the key's hash.
	 */
	static String select(@Nullable ReaderKey reader) {
		return (reader != null) ? SELECT + "l.author_key as liked_by" + UNANSWERED + FROM + LIKED + " where "
				: SELECT + "null as liked_by, false as unanswered" + FROM + " where ";
	}

	static CommentView view(ResultSet row, @Nullable ReaderKey reader) throws SQLException {
		var status = CommentStatus.valueOf(row.getString("status"));
		boolean tombstone = status == CommentStatus.REMOVED;
		String reason = row.getString("reason");
		return new CommentView(row.getLong("id"), row.getString("public_id"), row.getLong("root_id"),
				row.getString("path"), row.getInt("depth"), tombstone ? "" : row.getString("author_name"),
				tombstone ? "" : row.getString("body_html"), tombstone,
				(tombstone && reason != null) ? Reason.valueOf(reason) : null, status == CommentStatus.PENDING,
				CommentSource.valueOf(row.getString("source")), row.getInt("reply_count"), row.getString("parent"),
				row.getString("parent_name"), Timestamps.in(row, "created_at"),
				tombstone ? CommentMarks.NONE : marks(row),
				reader != null && reader.hash().equals(row.getString("author_key")), row.getBoolean("unanswered"));
	}

	static @Nullable Badge badge(ResultSet row) throws SQLException {
		String badge = row.getString("badge");
		return (badge != null) ? Badge.valueOf(badge) : null;
	}

	private static CommentMarks marks(ResultSet row) throws SQLException {
		return new CommentMarks(row.getInt("likes"), row.getObject("pinned_at") != null,
				row.getObject("featured_at") != null, badge(row), row.getObject("edited_at") != null,
				row.getBoolean("before_correction"), row.getBoolean("awaits_verification"),
				row.getString("liked_by") != null);
	}

}
