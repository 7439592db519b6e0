package vn.toasoan.comment;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * The order of threads; replies are always oldest first.
 */
public enum CommentOrder {

	NEWEST("moi-nhat", "desc", "<"), OLDEST("cu-nhat", "asc", ">");

	private final String parameter;

	private final String direction;

	private final String beyond;

	CommentOrder(String parameter, String direction, String beyond) {
		this.parameter = parameter;
		this.direction = direction;
		this.beyond = beyond;
	}

	/**
	 * As it stands in an address, {@code ?xep=}.
	 */
	public String parameter() {
		return this.parameter;
	}

	public static Optional<CommentOrder> of(String parameter) {
		return Stream.of(values()).filter((order) -> order.parameter.equals(parameter)).findFirst();
	}

	String direction() {
		return this.direction;
	}

	/**
	 * The comparison by which the next page's paths lie beyond the last one of this page.
	 */
	String beyond() {
		return this.beyond;
	}

}
