package vn.toasoan.moderation;

import java.util.Optional;
import java.util.stream.Stream;

import vn.toasoan.comment.CommentStatus;

/**
 * The tabs of the queue. Those that ask for work show what has waited longest first, the
 * others what came last.
 */
public enum QueueTab {

	WAITING("cho-duyet", CommentStatus.PENDING, true), SPAM("spam", CommentStatus.SPAM, false),
	PUBLISHED("da-dang", CommentStatus.PUBLISHED, false), REJECTED("tu-choi", CommentStatus.REJECTED, false),
	REMOVED("da-go", CommentStatus.REMOVED, false);

	private final String parameter;

	private final CommentStatus status;

	private final boolean work;

	QueueTab(String parameter, CommentStatus status, boolean work) {
		this.parameter = parameter;
		this.status = status;
		this.work = work;
	}

	/**
	 * As it stands in an address, {@code ?muc=}.
	 */
	public String parameter() {
		return this.parameter;
	}

	/**
	 * The key of its name in the messages.
	 */
	public String label() {
		return "queue.tab." + this.parameter;
	}

	/**
	 * Whether it counts its comments: those that somebody has to look at, and spam, which
	 * tells whether a wave is under way.
	 */
	boolean counts() {
		return this.work || this == SPAM;
	}

	/**
	 * Whether its comments ask for a decision; then the oldest stands first.
	 */
	public boolean work() {
		return this.work;
	}

	/**
	 * What a query over comments named {@code c} says to stay within this tab; an index
	 * begins with the same columns.
	 */
	String condition() {
		return "c.status = '" + this.status + "'";
	}

	static Optional<QueueTab> of(String parameter) {
		return Stream.of(values()).filter((tab) -> tab.parameter.equals(parameter)).findFirst();
	}

}
