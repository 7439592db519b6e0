package vn.toasoan.comment;

/**
 * How freely an article may be discussed; for the site, or for one article.
 */
public enum CommentMode {

	/** Comments appear at once. */
	OPEN,

	/** A reader's comments wait until two of them have been approved. */
	FIRST_TIME,

	/**
	 * A reader's comments wait until the reader has been verified, once; a moderator
	 * decides on them while that is not possible.
	 */
	VERIFIED,

	/** All comments wait. */
	ALL,

	/** No new comments. */
	CLOSED

}
