package vn.toasoan.comment;

import java.util.Locale;

/**
 * What a reader has against a comment. What does harm at once weighs more than what can
 * wait for an editor.
 */
public enum ReportReason {

	ADVERTISING(2), INSULT(2), HATRED(3), FALSEHOOD(1), PRIVACY(3), OTHER(1);

	private final int weight;

	ReportReason(int weight) {
		this.weight = weight;
	}

	int weight() {
		return this.weight;
	}

	/**
	 * The key of its name in the messages.
	 */
	public String label() {
		return "report.reason." + name().toLowerCase(Locale.ROOT);
	}

}
