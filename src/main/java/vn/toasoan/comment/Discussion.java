package vn.toasoan.comment;

import org.jspecify.annotations.Nullable;

/**
 * How an article is discussed, and how many comments readers see, by where they were
 * written.
 *
 * @param mode the mode in force
 * @param ownMode the article's own mode; null where the site's holds
 */
public record Discussion(CommentMode mode, @Nullable CommentMode ownMode, int site, int blogger, int facebook) {

	/** From so many comments on it matters which are read first. */
	private static final int MANY = 10;

	public int total() {
		return this.site + this.blogger + this.facebook;
	}

	/**
	 * The order of threads for a reader who has not chosen one.
	 */
	public CommentOrder order() {
		return (total() < MANY) ? CommentOrder.NEWEST : CommentOrder.BEST;
	}

	public boolean isClosed() {
		return this.mode == CommentMode.CLOSED;
	}

}
