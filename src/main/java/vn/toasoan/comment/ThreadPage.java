package vn.toasoan.comment;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A page of comments in the order in which they are shown.
 *
 * @param comments threads, each with its first replies
 * @param hidden for the last shown comment of a thread that goes on: how many more
 * replies there are
 * @param next cursor of the page after this one; null on the last
 */
public record ThreadPage(List<CommentView> comments, Map<Long, Integer> hidden, @Nullable String next) {

	/**
	 * The comment that began the thread of another one on this page.
	 */
	public CommentView rootOf(CommentView comment) {
		return this.comments.stream().filter((root) -> root.id() == comment.rootId()).findFirst().orElse(comment);
	}

	/**
	 * How many replies follow a comment that are not on this page.
	 */
	public int hiddenAfter(CommentView comment) {
		return this.hidden.getOrDefault(comment.id(), 0);
	}

}
