package vn.toasoan.comment;

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

	Stream<CommentView> comments() {
		return Stream.concat(Stream.of(this.root), this.replies.stream());
	}

}
