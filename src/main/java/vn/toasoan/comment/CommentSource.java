package vn.toasoan.comment;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a comment was written.
 */
public enum CommentSource {

	SITE("trang"), BLOGGER("blogger"), FACEBOOK("facebook");

	private final String parameter;

	CommentSource(String parameter) {
		this.parameter = parameter;
	}

	/**
	 * As it stands in an address, {@code ?nguon=}.
	 */
	public String parameter() {
		return this.parameter;
	}

	public static Optional<CommentSource> of(String parameter) {
		return Stream.of(values()).filter((source) -> source.parameter.equals(parameter)).findFirst();
	}

	/**
	 * The column of the discussion that counts comments from here.
	 */
	String counter() {
		return name().toLowerCase(Locale.ROOT) + "_comments";
	}

}
