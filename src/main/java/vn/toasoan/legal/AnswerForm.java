package vn.toasoan.legal;

import java.util.List;

import org.springframework.validation.Errors;
import vn.toasoan.text.CommentText;

/**
 * What an editor answers to a request.
 *
 * @param verdict name of a {@link Finding}
 * @param answer with the reasons
 * @param seen how many steps the case had when the form was opened
 */
record AnswerForm(String verdict, String answer, String seen) {

	/** An answer of fewer characters gives no reasons. */
	private static final int MIN = 20;

	/** Characters, as a person counts them. */
	private static final int MAX = 4000;

	AnswerForm {
		verdict = (verdict != null) ? verdict : "";
		answer = (answer != null) ? CommentText.normalize(answer) : "";
		seen = (seen != null) ? seen : "";
	}

	static AnswerForm empty() {
		return new AnswerForm("", "", "");
	}

	public List<Finding> findings() {
		return List.of(Finding.values());
	}

	/**
	 * Says what is not within the rules, beside its field.
	 */
	void check(Errors errors) {
		if (Finding.of(this.verdict).isEmpty()) {
			errors.rejectValue("verdict", "legal.verdict.missing");
		}
		int length = CommentText.length(this.answer);
		if (length < MIN) {
			errors.rejectValue("answer", "legal.answer.short", new Object[] { MIN }, null);
		}
		else if (length > MAX || this.answer.length() > 2 * MAX) {
			errors.rejectValue("answer", "legal.long", new Object[] { MAX }, null);
		}
	}

	/**
	 * What was chosen; the form was found to be within the rules.
	 */
	Finding chosen() {
		return Finding.of(this.verdict).orElseThrow();
	}

	/**
	 * None if no page of ours sends this.
	 */
	int stepsSeen() {
		return this.seen.matches("[0-9]{1,6}") ? Integer.parseInt(this.seen) : -1;
	}

}
