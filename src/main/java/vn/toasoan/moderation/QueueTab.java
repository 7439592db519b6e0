package vn.toasoan.moderation;

import java.util.Optional;
import java.util.stream.Stream;

import vn.toasoan.comment.CommentStatus;

/**
 * The tabs of the queue.
 */
enum QueueTab {

	WAITING("cho-duyet", CommentStatus.PENDING), PUBLISHED("da-dang", CommentStatus.PUBLISHED),
	REJECTED("tu-choi", CommentStatus.REJECTED), SPAM("spam", CommentStatus.SPAM),
	REMOVED("da-go", CommentStatus.REMOVED);

	private final String parameter;

	private final CommentStatus status;

	QueueTab(String parameter, CommentStatus status) {
		this.parameter = parameter;
		this.status = status;
	}

	/**
	 * As it stands in an address, {@code ?muc=}.
	 */
	public String parameter() {
		return this.parameter;
	}

	CommentStatus status() {
		return this.status;
	}

	/**
	 * The key of its name in the messages.
	 */
	public String label() {
		return "queue.tab." + this.parameter;
	}

	static Optional<QueueTab> of(String parameter) {
		return Stream.of(values()).filter((tab) -> tab.parameter.equals(parameter)).findFirst();
	}

}
