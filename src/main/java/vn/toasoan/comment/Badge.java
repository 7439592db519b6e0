package vn.toasoan.comment;

import java.util.Locale;

/**
 * In whose voice a comment speaks, where it is not a reader's.
 */
public enum Badge {

	/** Somebody of the newsroom. */
	NEWSROOM,

	/** Who wrote the article. */
	AUTHOR;

	/**
	 * The key of its name in the messages.
	 */
	public String label() {
		return "badge." + name().toLowerCase(Locale.ROOT);
	}

}
