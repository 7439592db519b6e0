package vn.toasoan.moderation;

import org.springframework.validation.Errors;
import vn.toasoan.text.CommentText;

/**
 * A note on a writer.
 *
 * @param kind {@code canh-bao} for a warning, which the writer is shown; else a note for
 * the desk
 */
record NoteForm(String body, String kind) {

	/** Characters, as a person counts them. */
	private static final int MAX = 500;

	NoteForm {
		body = (body != null) ? CommentText.normalize(body) : "";
		kind = (kind != null) ? kind : "";
	}

	boolean isWarning() {
		return "canh-bao".equals(this.kind);
	}

	void check(Errors errors) {
		int length = CommentText.length(this.body);
		if (length == 0 || length > MAX) {
			errors.rejectValue("body", "writer.note.length", new Object[] { MAX }, null);
		}
	}

}
