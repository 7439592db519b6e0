package vn.toasoan.comment;

import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.validation.Errors;
import vn.toasoan.text.CommentText;

/**
 * The form by which a reader reports a comment.
 *
 * @param reason name of a {@link ReportReason}
 * @param note in the reader's own words; may be empty
 */
public record ReportForm(String reason, String note) {

	/** Characters, as a person counts them. */
	static final int MAX_NOTE = 500;

	/** Units of UTF-16, as the column counts them. */
	private static final int MAX_UNITS = 1000;

	public ReportForm {
		reason = (reason != null) ? reason : "";
		note = (note != null) ? CommentText.normalize(note) : "";
	}

	/**
	 * Says what is not within the rules, each beside its field.
	 */
	public void check(Errors errors) {
		if (chosen().isEmpty()) {
			errors.rejectValue("reason", "report.reason.missing");
		}
		if (CommentText.length(this.note) > MAX_NOTE || this.note.length() > MAX_UNITS) {
			errors.rejectValue("note", "report.note.long", new Object[] { MAX_NOTE }, null);
		}
	}

	/**
	 * The reason, if one was chosen.
	 */
	public Optional<ReportReason> chosen() {
		return Stream.of(ReportReason.values()).filter((one) -> one.name().equals(this.reason)).findFirst();
	}

}
