package vn.toasoan.comment;

import org.springframework.validation.Errors;
import vn.toasoan.text.CommentText;

/**
 * The form by which a writer appeals.
 *
 * @param body why the decision should be looked at again
 */
public record AppealForm(String body) {

	private static final int MIN_BODY = 2;

	/** Characters, as a person counts them. */
	static final int MAX_BODY = 1000;

	/** Units of UTF-16, as the column counts them. */
	private static final int MAX_UNITS = 2000;

	public AppealForm {
		body = (body != null) ? CommentText.normalize(body) : "";
	}

	/**
	 * Says what is not within the rules, beside its field.
	 */
	public void check(Errors errors) {
		int length = CommentText.length(this.body);
		if (length < MIN_BODY) {
			errors.rejectValue("body", "appeal.body.short");
		}
		else if (length > MAX_BODY || this.body.length() > MAX_UNITS) {
			errors.rejectValue("body", "appeal.body.long", new Object[] { MAX_BODY }, null);
		}
	}

}
