package vn.toasoan.moderation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * A page of the queue.
 *
 * @param earlier cursor of the page before this one; null on the first
 * @param later cursor of the page after this one; null on the last
 */
public record QueuePage(List<QueueItem> items, @Nullable String earlier, @Nullable String later) {

	static final int SIZE = 25;

	/**
	 * Cuts a page out of rows that were read with one more than fit, so that nothing has
	 * to be counted.
	 * @param rows from the cursor on; against the order of the queue where the cursor
	 * goes back
	 */
	static QueuePage of(List<QueueItem> rows, @Nullable QueueCursor cursor) {
		return of(rows, cursor, QueueItem::createdAt);
	}

	/**
	 * @param time by which the rows are sorted
	 */
	static QueuePage of(List<QueueItem> rows, @Nullable QueueCursor cursor, Function<QueueItem, Instant> time) {
		boolean forward = cursor == null || cursor.forward();
		boolean more = rows.size() > SIZE;
		List<QueueItem> items = new ArrayList<>(more ? rows.subList(0, SIZE) : rows);
		if (!forward) {
			Collections.reverse(items);
		}
		if (items.isEmpty()) {
			return new QueuePage(List.of(), null, null);
		}
		boolean earlier = forward ? cursor != null : more;
		boolean later = forward ? more : true;
		return new QueuePage(List.copyOf(items), earlier ? write(items.get(0), time) : null,
				later ? write(items.get(items.size() - 1), time) : null);
	}

	private static String write(QueueItem border, Function<QueueItem, Instant> time) {
		return QueueCursor.write(time.apply(border), border.id());
	}

}
