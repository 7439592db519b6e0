package vn.toasoan.moderation;

import org.springframework.validation.Errors;
import vn.toasoan.comment.CommentForm;
import vn.toasoan.text.CommentText;

/**
 * An answer in the newsroom's name; the same rules hold for its text as for a reader's.
 */
record ReplyForm(String body) {

	ReplyForm {
		body = (body != null) ? CommentText.normalize(body) : "";
	}

	static ReplyForm empty() {
		return new ReplyForm("");
	}

	void check(Errors errors) {
		CommentForm.checkBody(this.body, errors);
	}

}
