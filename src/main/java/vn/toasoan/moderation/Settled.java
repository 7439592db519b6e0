package vn.toasoan.moderation;

/**
 * What an editor has decided without changing what a comment is.
 */
enum Settled {

	/** A reported comment stays where it is. */
	KEPT,

	/** The decision that was appealed against stays. */
	DISMISSED

}
