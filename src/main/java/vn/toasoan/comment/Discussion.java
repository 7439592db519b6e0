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

	public int total() {
		return this.site + this.blogger + this.facebook;
	}

	public boolean isClosed() {
		return this.mode == CommentMode.CLOSED;
	}

}
