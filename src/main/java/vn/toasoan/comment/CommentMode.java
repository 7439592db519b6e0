package vn.toasoan.comment;

import java.util.function.BooleanSupplier;

/**
 * How freely an article may be discussed; for the site, or for one article.
 */
public enum CommentMode {

	/** Comments appear at once. */
	OPEN,

	/**
	 * A reader's comments wait until two of them have been approved, or an editor trusts
	 * the reader.
	 */
	FIRST_TIME,

	/**
	 * A reader's comments wait until the reader has been verified, once; a moderator
	 * decides on them while that is not possible.
	 */
	VERIFIED,

	/** All comments wait. */
	ALL,

	/** No new comments. */
	CLOSED;

	/**
	 * Whether what nothing speaks against may stand before an editor has seen it.
	 * @param trusted whether its writer needs no comments approved before; asked only
	 * where it matters
	 * @param verified whether its writer is verified; asked only where it matters
	 */
	boolean admits(BooleanSupplier trusted, BooleanSupplier verified) {
		return switch (this) {
			case OPEN -> true;
			case FIRST_TIME -> trusted.getAsBoolean();
			case VERIFIED -> verified.getAsBoolean();
			case ALL, CLOSED -> false;
		};
	}

}
