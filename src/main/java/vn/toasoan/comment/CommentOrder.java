package vn.toasoan.comment;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * The order of threads; replies are always oldest first.
 */
public enum CommentOrder {

	/** Pinned ones first, then by likes and by replies of others, then the newest. */
	BEST("hay-nhat"), NEWEST("moi-nhat"), OLDEST("cu-nhat");

	private final String parameter;

	CommentOrder(String parameter) {
		this.parameter = parameter;
	}

	/**
	 * As it stands in an address, {@code ?xep=}.
	 */
	public String parameter() {
		return this.parameter;
	}

	/**
	 * The key of its name in the messages.
	 */
	public String label() {
		return "comments.order." + this.parameter;
	}

	public static Optional<CommentOrder> of(String parameter) {
		return Stream.of(values()).filter((order) -> order.parameter.equals(parameter)).findFirst();
	}

}
