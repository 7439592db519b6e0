package vn.toasoan.comment;

import java.util.Locale;

/**
 * What has become of an appeal.
 */
public enum AppealState {

	/** Nobody has looked at it yet. */
	OPEN,

	/** The newsroom has changed its mind: the comment is published. */
	UPHELD,

	/** The decision stays. */
	DISMISSED;

	/**
	 * The key of its name in the messages.
	 */
	public String label() {
		return "appeal.state." + name().toLowerCase(Locale.ROOT);
	}

}
