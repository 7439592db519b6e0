package vn.toasoan.comment;

/**
 * What readers see below an article may have changed. Told inside the transaction that
 * does it.
 *
 * @param added whether there is only something more than before, a comment or a like;
 * where much is going on, that need not be shown at the very same moment
 */
public record CommentDecided(long articleId, boolean added) {

	CommentDecided(long articleId) {
		this(articleId, false);
	}

}
