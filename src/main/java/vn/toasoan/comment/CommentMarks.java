package vn.toasoan.comment;

import org.jspecify.annotations.Nullable;

/**
 * What readers and editors have added to a comment since it was written.
 *
 * @param badge null for a reader's
 * @param edited whether its writer has changed it
 * @param beforeCorrection whether its writer saw the article before its latest correction
 * @param unverified whether it waits until its writer is verified
 * @param liked whether the reader who asks likes it
 */
public record CommentMarks(int likes, boolean pinned, boolean featured, @Nullable Badge badge, boolean edited,
		boolean beforeCorrection, boolean unverified, boolean liked) {

	public static final CommentMarks NONE = new CommentMarks(0, false, false, null, false, false, false, false);

}
