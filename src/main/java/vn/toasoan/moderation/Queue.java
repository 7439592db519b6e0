package vn.toasoan.moderation;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.toasoan.comment.CommentStatus;
import vn.toasoan.web.Listing;

/**
 * The comments that a moderator looks at: those that wait oldest first, the others newest
 * first.
 */
@Repository
@Transactional(readOnly = true)
class Queue {

	private static final int PAGE_SIZE = 25;

	/** Counts beyond this say nothing more to a person, and cost. */
	private static final int MAX_COUNTED = 1000;

	private final JdbcClient jdbc;

	Queue(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Listing<QueueItem> list(QueueTab tab, int page) {
		String direction = (tab == QueueTab.WAITING) ? "asc" : "desc";
		var rows = this.jdbc
			.sql("""
					select c.public_id, c.author_name, c.body_html, c.status, c.ip_prefix, c.created_at, a.title, a.slug,
					p.author_name as parent_name,
					(select count(*) from comment o where o.author_key = c.author_key and o.status = 'PUBLISHED') as approved,
					(select count(*) from comment o where o.author_key = c.author_key
					  and o.status in ('REJECTED', 'REMOVED', 'SPAM')) as rejected
					from comment c join article a on a.id = c.article_id left join comment p on p.id = c.parent_id
					where c.status = :status
					order by c.created_at %1$s, c.id %1$s limit :size offset :offset"""
				.formatted(direction))
			.param("status", tab.status().name())
			.param("size", PAGE_SIZE + 1)
			.param("offset", Listing.offset(page, PAGE_SIZE))
			.query((row, n) -> new QueueItem(row.getString("public_id"), row.getString("author_name"),
					row.getString("body_html"), CommentStatus.valueOf(row.getString("status")),
					row.getString("ip_prefix"), row.getObject("created_at", OffsetDateTime.class).toInstant(),
					row.getString("title"), "/bai-viet/" + row.getString("slug"), row.getString("parent_name"),
					row.getInt("approved"), row.getInt("rejected")))
			.list();
		return Listing.of(rows, page, PAGE_SIZE);
	}

	/**
	 * How many comments stand in each tab that asks for work, at most 1,000 each.
	 */
	Map<QueueTab, Integer> counts() {
		Map<QueueTab, Integer> counts = new EnumMap<>(QueueTab.class);
		counts.put(QueueTab.WAITING, count(QueueTab.WAITING));
		counts.put(QueueTab.SPAM, count(QueueTab.SPAM));
		return counts;
	}

	/**
	 * Since when the comment that waits longest has been waiting.
	 */
	Optional<Instant> oldestWaiting() {
		return this.jdbc.sql("select created_at from comment where status = 'PENDING' order by created_at, id limit 1")
			.query((row, n) -> row.getObject("created_at", OffsetDateTime.class).toInstant())
			.optional();
	}

	private int count(QueueTab tab) {
		return this.jdbc.sql("select count(*) from (select 1 from comment where status = :status limit :most) counted")
			.param("status", tab.status().name())
			.param("most", MAX_COUNTED)
			.query(Integer.class)
			.single();
	}

}
