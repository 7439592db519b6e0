package vn.toasoan.delivery;

import org.jspecify.annotations.Nullable;
import vn.toasoan.comment.ReaderKey;

/**
 * A known reader of a page that is nearly the same for everybody.
 *
 * @param name that the reader wishes to find in the form; empty for none
 * @param key by which the own comments and likes on the page are found; null where there
 * are none
 */
record Regular(String name, @Nullable ReaderKey key) {

	/** Whether the reader sees what everybody sees. */
	boolean isLikeAnybody() {
		return this.name.isEmpty() && this.key == null;
	}

}
