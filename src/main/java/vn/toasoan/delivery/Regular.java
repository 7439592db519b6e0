package vn.toasoan.delivery;

import org.jspecify.annotations.Nullable;

/**
 * What a known reader sees on a finished page that others don't.
 *
 * @param name that the reader wishes to find in the form; empty for none
 * @param threads the discussion, in which something is the reader's own; null where it is
 * the same as for everybody
 */
record Regular(String name, @Nullable String threads) {

	/** Whether the reader sees what everybody sees. */
	boolean isLikeAnybody() {
		return this.name.isEmpty() && this.threads == null;
	}

}
