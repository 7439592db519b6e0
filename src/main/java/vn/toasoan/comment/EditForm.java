package vn.toasoan.comment;

import java.util.List;
import java.util.regex.Pattern;

import org.springframework.validation.Errors;
import vn.toasoan.text.CommentText;

/**
 * The form in which a writer changes an own comment.
 *
 * @param edits how often the comment had been changed when the form was opened
 * @param action {@code gui} to send, {@code xem-truoc} to look at it first
 * @param invisible as in {@link CommentForm}; what is sent for it counts nothing
 */
public record EditForm(String name, String body, String edits, String action, String invisible) {

	private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");

	public EditForm {
		invisible = Boolean.toString(CommentForm.hides(name) || CommentForm.hides(body));
		name = (name != null) ? CommentText.line(name) : "";
		body = (body != null) ? CommentText.normalize(body) : "";
		edits = (edits != null) ? edits : "";
		action = (action != null) ? action : "gui";
	}

	/**
	 * A comment as it stands, to be changed.
	 */
	public static EditForm of(OwnComment comment) {
		return new EditForm(comment.authorName(), comment.source(), Integer.toString(comment.edits()), "gui", "");
	}

	public boolean isPreview() {
		return "xem-truoc".equals(this.action);
	}

	/**
	 * Says what is not within the rules, each beside its field: the rules of a new
	 * comment.
	 */
	public void check(Errors errors) {
		new CommentForm(this.name, this.body, "", "", "", "", "", "", null, "", List.of()).check(errors);
	}

	/**
	 * Whether it was opened on this state of the comment.
	 */
	boolean isOf(OwnComment comment) {
		return NUMBER.matcher(this.edits).matches() && Integer.parseInt(this.edits) == comment.edits();
	}

	boolean hidesCharacters() {
		return Boolean.parseBoolean(this.invisible);
	}

	boolean changesNothing(OwnComment comment) {
		return this.name.equals(comment.authorName()) && this.body.equals(comment.source());
	}

}
