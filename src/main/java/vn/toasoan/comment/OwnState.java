package vn.toasoan.comment;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Where a comment stands, as its writer is told. What only the site takes for spam waits,
 * as far as its writer knows; what an editor has called so was rejected.
 */
public enum OwnState {

	WAITING, PUBLISHED, REJECTED, REMOVED,

	/** Readers' reports have hidden it until an editor decides. */
	HIDDEN,

	/** By its writer. */
	DELETED;

	static OwnState of(CommentStatus status, @Nullable Reason reason, boolean byEditor) {
		return switch (status) {
			case PENDING -> WAITING;
			case PUBLISHED -> PUBLISHED;
			case REJECTED -> REJECTED;
			case SPAM -> byEditor ? REJECTED : WAITING;
			case REMOVED -> removed(reason);
		};
	}

	private static OwnState removed(@Nullable Reason reason) {
		if (reason == null) {
			return REMOVED;
		}
		return reason.isFinal() ? DELETED : (reason == Reason.REPORTED) ? HIDDEN : REMOVED;
	}

	/**
	 * The key of its name in the messages.
	 */
	public String label() {
		return "own.state." + name().toLowerCase(Locale.ROOT);
	}

}
