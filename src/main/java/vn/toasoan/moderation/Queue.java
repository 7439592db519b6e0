package vn.toasoan.moderation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.toasoan.comment.CommentStatus;
import vn.toasoan.comment.Storms.Storm;
import vn.toasoan.site.Timestamps;

/**
 * The comments that a moderator looks at. Each question is one SQL statement, answered
 * from an index however many comments there are.
 */
@Repository
@Transactional(readOnly = true)
class Queue {

	/** Counts beyond this say nothing more to a person, and cost. */
	static final int MAX_COUNTED = 1000;

	private final JdbcClient jdbc;

	Queue(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * A page of a tab.
	 * @param cursor null for the first page
	 */
	QueuePage page(QueueTab tab, Beat beat, @Nullable QueueCursor cursor) {
		boolean ascending = tab.work() == (cursor == null || cursor.forward());
		String beyond = "";
		if (cursor != null) {
			// The first half lets the index begin in the right place.
			beyond = " and %2$s %1$s= :at and (%2$s %1$s :at or %3$s %1$s :id)".formatted(ascending ? ">" : "<",
					tab.time(), tab.id());
		}
		String direction = ascending ? " asc" : " desc";
		String order = " order by " + String.join(direction + ", ", tab.order()) + direction + " limit :size";
		var query = this.jdbc.sql(tab.select() + tab.condition() + beat.condition() + beyond + order)
			.params(beat.parameters())
			.param("size", QueuePage.SIZE + 1);
		if (cursor != null) {
			query.param("at", Timestamps.of(cursor.at())).param("id", cursor.id());
		}
		return QueuePage.of(query.query((row, n) -> QueueRow.item(row)).list(), cursor, tab::since);
	}

	/**
	 * What stands above the queue. One SQL statement.
	 */
	Overview overview(Beat beat, Instant now) {
		List<QueueTab> counted = Stream.of(QueueTab.values()).filter(QueueTab::counts).toList();
		String columns = counted.stream()
			.map((tab) -> "(select count(*) from (select 1 from " + tab.from() + " where " + tab.condition()
					+ beat.ofComments() + " limit :most) counted_" + tab.ordinal() + ") as " + tab.name())
			.collect(Collectors.joining(", "));
		return this.jdbc
			.sql("select " + columns + ", (" + oldest(beat) + ") as oldest, s.begun_at, s.ends_at, s.begun_by, s.reason"
					+ " from (select 1 as one) alone left join storm s on s.id = 1 and s.ends_at > :now")
			.params(beat.parameters())
			.param("most", MAX_COUNTED)
			.param("now", Timestamps.of(now))
			.query((row, n) -> {
				Map<QueueTab, Integer> counts = new EnumMap<>(QueueTab.class);
				for (QueueTab tab : counted) {
					counts.put(tab, row.getInt(tab.name()));
				}
				return new Overview(counts, Timestamps.orNull(row, "oldest"), storm(row));
			})
			.single();
	}

	private static @Nullable Storm storm(ResultSet row) throws SQLException {
		Instant end = Timestamps.orNull(row, "ends_at");
		return (end != null)
				? new Storm(Timestamps.in(row, "begun_at"), end, row.getString("begun_by"), row.getString("reason"))
				: null;
	}

	private static String oldest(Beat beat) {
		return "select c.created_at from comment c where c.status = 'PENDING'" + beat.ofComments()
				+ " order by c.status, c.created_at, c.id limit 1";
	}

	/**
	 * Since when the comment that waits longest has been waiting.
	 */
	Optional<Instant> oldestWaiting(Beat beat) {
		return this.jdbc.sql(oldest(beat))
			.params(beat.parameters())
			.query((row, n) -> Timestamps.in(row, "created_at"))
			.optional();
	}

	String authorName(String publicId) {
		return this.jdbc.sql("select author_name from comment where public_id = :id")
			.param("id", publicId)
			.query(String.class)
			.single();
	}

	CommentStatus status(String publicId) {
		return this.jdbc.sql("select status from comment where public_id = :id")
			.param("id", publicId)
			.query((row, n) -> CommentStatus.valueOf(row.getString("status")))
			.single();
	}

	/**
	 * How many of these comments there are in this beat.
	 */
	int count(List<String> publicIds, Beat beat) {
		return this.jdbc.sql("select count(*) from comment c where c.public_id in (:ids)" + beat.ofComments())
			.params(beat.parameters())
			.param("ids", publicIds)
			.query(Integer.class)
			.single();
	}

	/**
	 * What stands above the queue.
	 *
	 * @param counts how many comments stand in each tab that counts them, at most 1,000
	 * each
	 * @param oldest since when the comment that waits longest has been waiting; null if
	 * none waits
	 * @param storm while nothing appears at once; null if there is none
	 */
	record Overview(Map<QueueTab, Integer> counts, @Nullable Instant oldest, @Nullable Storm storm) {

	}

}
