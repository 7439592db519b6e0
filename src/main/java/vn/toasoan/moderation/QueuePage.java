package vn.toasoan.moderation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

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
		return new QueuePage(List.copyOf(items), earlier ? QueueCursor.write(items.get(0)) : null,
				later ? QueueCursor.write(items.get(items.size() - 1)) : null);
	}

}
