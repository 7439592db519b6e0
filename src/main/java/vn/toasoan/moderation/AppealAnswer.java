package vn.toasoan.moderation;

import org.springframework.validation.Errors;
import vn.toasoan.text.CommentText;

/**
 * What an editor says to an appeal.
 *
 * @param upheld {@code true} if the comment is published after all; else the decision
 * stays
 * @param answer for the writer to read; may be empty where the comment is published
 */
record AppealAnswer(String upheld, String answer) {

	/** Characters, as a person counts them. */
	static final int MAX = 1000;

	private static final int MIN = 2;

	/** Units of UTF-16, as the column counts them. */
	private static final int MAX_UNITS = 2000;

	AppealAnswer {
		upheld = (upheld != null) ? upheld : "";
		answer = (answer != null) ? CommentText.normalize(answer) : "";
	}

	boolean isUpheld() {
		return "true".equals(this.upheld);
	}

	/**
	 * Says what is not within the rules, beside its field.
	 */
	void check(Errors errors) {
		int length = CommentText.length(this.answer);
		if (!isUpheld() && length < MIN) {
			errors.rejectValue("answer", "desk.appeal.answer.missing");
		}
		else if (length > MAX || this.answer.length() > MAX_UNITS) {
			errors.rejectValue("answer", "desk.appeal.answer.long", new Object[] { MAX }, null);
		}
	}

}
