package vn.toasoan.comment;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The beginning of a conversation with those of its replies that a page has room for, in
 * thread order.
 *
 * @param hidden how many more replies there are, on the thread's own page
 */
public record CommentThread(CommentView root, List<CommentView> replies, int hidden) {

	/**
	 * How many replies there are, shown or not.
	 */
	public int size() {
		return this.replies.size() + this.hidden;
	}

	/**
	 * The public ids of those that the reader who asks may still change.
	 */
	public List<String> editable(Instant now) {
		return comments().filter((comment) -> comment.mayBeEdited(now)).map(CommentView::publicId).toList();
	}

	/**
	 * Whether a comment is shown here.
	 */
	public boolean shows(String publicId) {
		return comments().anyMatch((comment) -> comment.publicId().equals(publicId));
	}

	Stream<CommentView> comments() {
		return Stream.concat(Stream.of(this.root), this.replies.stream());
	}

}
