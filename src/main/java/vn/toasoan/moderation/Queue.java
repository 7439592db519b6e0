package vn.toasoan.moderation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
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
		String rows = tab.condition() + beat.condition() + beyond;
		if (!tab.isIndexed()) {
			rows = "%1$s in (select w.id from (select %1$s as id from %2$s where ".formatted(tab.id(), tab.from())
					+ tab.condition() + beat.ofComments() + beyond + order + ") w)";
		}
		var query = this.jdbc.sql(tab.select() + rows + order)
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
		List<QueueTab> counted = List.of(QueueTab.values());
		String columns = counted.stream()
			.map((tab) -> "(select count(*) from (select 1 from " + tab.from() + " where " + tab.condition()
					+ beat.ofComments() + " limit :most) counted_" + tab.ordinal() + ") as " + tab.name())
			.collect(Collectors.joining(", "));
		String waits = work().map((tab) -> "(" + oldest(tab, beat) + ") as since_" + tab.name())
			.collect(Collectors.joining(", "));
		return this.jdbc
			.sql("select " + columns + ", " + waits + ", s.begun_at, s.ends_at, s.begun_by, s.reason"
					+ " from (select 1 as one) alone left join storm s on s.id = 1 and s.ends_at > :now")
			.params(beat.parameters())
			.param("most", MAX_COUNTED)
			.param("now", Timestamps.of(now))
			.query((row, n) -> {
				Map<QueueTab, Integer> counts = new EnumMap<>(QueueTab.class);
				for (QueueTab tab : counted) {
					counts.put(tab, row.getInt(tab.name()));
				}
				return new Overview(counts, waits(row), storm(row));
			})
			.single();
	}

	private static @Nullable Storm storm(ResultSet row) throws SQLException {
		Instant end = Timestamps.orNull(row, "ends_at");
		return (end != null)
				? new Storm(Timestamps.in(row, "begun_at"), end, row.getString("begun_by"), row.getString("reason"))
				: null;
	}

	private static Map<QueueTab, Instant> waits(ResultSet row) throws SQLException {
		Map<QueueTab, Instant> waits = new EnumMap<>(QueueTab.class);
		for (QueueTab tab : work().toList()) {
			Instant since = Timestamps.orNull(row, "since_" + tab.name());
			if (since != null) {
				waits.put(tab, since);
			}
		}
		return waits;
	}

	private static Stream<QueueTab> work() {
		return Stream.of(QueueTab.values()).filter(QueueTab::work);
	}

	/**
	 * Asks since when the comment of a tab that waits longest has been waiting; sorted
	 * like the index that it is read from, so that one row is read.
	 */
	private static String oldest(QueueTab tab, Beat beat) {
		return "select " + tab.waitsSince() + " as since from " + tab.waiting() + beat.ofComments() + " order by "
				+ String.join(", ", tab.waitOrder()) + " limit 1";
	}

	/**
	 * Since when that has been waiting which waits longest: a comment, a report or an
	 * appeal. One SQL statement.
	 */
	Optional<Instant> oldestWaiting(Beat beat) {
		String waits = work().map((tab) -> "(" + oldest(tab, beat) + ")").collect(Collectors.joining(" union all "));
		return this.jdbc.sql("select min(w.since) as since from (" + waits + ") w")
			.params(beat.parameters())
			.query((row, n) -> Optional.ofNullable(Timestamps.orNull(row, "since")))
			.single();
	}

	/**
	 * The comments that have been waiting longest to be published or rejected.
	 */
	List<QueueItem> longestWaiting(Beat beat, int most) {
		return this.jdbc
			.sql(QueueRow.SELECT + "c.status = 'PENDING'" + beat.condition()
					+ " order by c.status, c.created_at, c.id limit :most")
			.params(beat.parameters())
			.param("most", most)
			.query((row, n) -> QueueRow.item(row))
			.list();
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
	 * @param counts how many comments stand in each tab, at most 1,000 each
	 * @param waits for each tab that asks for work, since when that has been waiting
	 * which waits longest; without those where nothing waits
	 * @param storm while nothing appears at once; null if there is none
	 */
	record Overview(Map<QueueTab, Integer> counts, Map<QueueTab, Instant> waits, @Nullable Storm storm) {

		/**
		 * The counts that one glance takes in.
		 */
		Map<QueueTab, Integer> told() {
			Map<QueueTab, Integer> told = new EnumMap<>(this.counts);
			told.keySet().removeIf((tab) -> !tab.isTold());
			return told;
		}

		/**
		 * Since when that has been waiting which waits longest; null if nothing waits.
		 */
		@Nullable Instant oldest() {
			return this.waits.values().stream().min(Comparator.naturalOrder()).orElse(null);
		}

	}

}
