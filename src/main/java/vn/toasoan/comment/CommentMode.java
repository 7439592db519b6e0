package vn.toasoan.comment;

/**
 * How freely an article may be discussed; for the site, or for one article.
 */
public enum CommentMode {

	/** Comments appear at once. */
	OPEN,

	/** A reader's comments wait until two of them have been approved. */
	FIRST_TIME,

	/** All comments wait. */
	ALL,

	/** No new comments. */
	CLOSED

}
