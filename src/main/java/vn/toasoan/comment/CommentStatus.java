package vn.toasoan.comment;

/**
 * Where a comment stands.
 */
public enum CommentStatus {

	/** Waiting for an editor; only its writer sees it. */
	PENDING,

	/** For all to read. */
	PUBLISHED,

	/** An editor has decided not to publish it. */
	REJECTED,

	/** Advertising or worse; its writer is told nothing. */
	SPAM,

	/** It was published and has been taken down. */
	REMOVED

}
