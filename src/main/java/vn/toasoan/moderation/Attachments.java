package vn.toasoan.moderation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.toasoan.comment.ReportReason;
import vn.toasoan.site.Timestamps;

/**
 * Reads what hangs on the comments of a page: two SQL statements, however many they are.
 */
@Repository
@Transactional(readOnly = true)
class Attachments {

	/** Enough for a page of which each comment is reported by many. */
	private static final int MOST = 500;

	private final JdbcClient jdbc;

	Attachments(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * What hangs on these comments, by their ids; those on which nothing hangs are left
	 * out.
	 */
	Map<Long, Attached> of(List<QueueItem> items) {
		Map<Long, Attached> attached = new HashMap<>();
		if (items.isEmpty()) {
			return attached;
		}
		List<Long> ids = items.stream().map(QueueItem::id).toList();
		this.jdbc.sql("""
				select comment_id, reason, note, reported_at from comment_report
				where comment_id in (:ids) and outcome is null order by reported_at limit :most""")
			.param("ids", ids)
			.param("most", MOST)
			.query((row) -> {
				of(attached, row.getLong("comment_id")).reports()
					.add(new Attached.Report(ReportReason.valueOf(row.getString("reason")).label(),
							row.getString("note"), Timestamps.in(row, "reported_at")));
			});
		this.jdbc.sql("""
				select v.comment_id, coalesce(b.covered_by, v.author_name) as author_name, v.body_source,
				coalesce(b.covered_at, v.written_at) as written_at, b.covered
				from comment_version v left join comment_version b on b.comment_id = v.comment_id
				and b.number = v.number - 1 and b.covered is not null
				where v.comment_id in (:ids) order by v.comment_id, v.number limit :most""")
			.param("ids", ids)
			.param("most", MOST)
			.query((row) -> {
				of(attached, row.getLong("comment_id")).versions()
					.add(new Attached.Version(row.getString("author_name"), row.getString("body_source"),
							Timestamps.in(row, "written_at"), row.getString("covered")));
			});
		return attached;
	}

	private static Attached of(Map<Long, Attached> attached, long id) {
		return attached.computeIfAbsent(id, (missing) -> Attached.empty());
	}

}
