package vn.toasoan.comment;

import java.util.Optional;

/**
 * What the writer of a comment wants to be told of by letter.
 */
public enum Following {

	/** Of what is said below the comment. */
	REPLIES("tra-loi"),

	/** Of all comments on the article. */
	ARTICLE("tat-ca");

	private final String parameter;

	Following(String parameter) {
		this.parameter = parameter;
	}

	public String parameter() {
		return this.parameter;
	}

	/**
	 * @return empty for nothing, and for what is not among them
	 */
	static Optional<Following> of(String parameter) {
		for (Following one : values()) {
			if (one.parameter.equals(parameter)) {
				return Optional.of(one);
			}
		}
		return Optional.empty();
	}

}
