package vn.toasoan.comment;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A page of threads in the order in which they are shown.
 *
 * @param next cursor of the page after this one; null on the last
 * @param replyTo the comment that the reader is about to answer, wherever it stands; null
 * for none, or if it may not be answered
 */
public record ThreadPage(List<CommentThread> threads, @Nullable String next, @Nullable CommentView replyTo) {

	public boolean isEmpty() {
		return this.threads.isEmpty();
	}

	/**
	 * Whether a comment stands on this page.
	 */
	public boolean shows(String publicId) {
		return this.threads.stream()
			.flatMap(CommentThread::comments)
			.anyMatch((comment) -> comment.publicId().equals(publicId));
	}

}
