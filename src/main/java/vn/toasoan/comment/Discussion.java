package vn.toasoan.comment;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How an article is discussed, and how many comments readers see, by where they were
 * written.
 *
 * @param mode the mode in force, once the age of the article is reckoned with
 * @param ownMode the article's own mode; null where the site's holds
 * @param closesAt when it closes or has closed; null if never, or if nobody knows
 * @param ownClosesAt the article's own end; null where the site's rule holds
 * @param notice what the editors ask of those who write; null for nothing
 * @param storm whether comments have to wait because bad ones come in a storm
 */
public record Discussion(CommentMode mode, @Nullable CommentMode ownMode, @Nullable Instant closesAt,
		@Nullable Instant ownClosesAt, @Nullable String notice, boolean storm, int site, int blogger, int facebook) {

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
