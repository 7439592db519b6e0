package vn.toasoan.moderation;

import java.util.List;

import org.springframework.validation.Errors;
import vn.toasoan.text.CommentText;

/**
 * What an editor covers in a comment.
 *
 * @param passage as it stands in the comment
 * @param what the kind of thing that is covered, one of {@link #KINDS}
 */
record RedactionForm(String passage, String what) {

	static final List<String> KINDS = List.of("phone", "address", "name", "account", "insult", "other");

	RedactionForm {
		passage = (passage != null) ? CommentText.normalize(passage) : "";
		what = (what != null) ? what : "";
	}

	static RedactionForm empty() {
		return new RedactionForm("", KINDS.get(0));
	}

	public List<String> kinds() {
		return KINDS;
	}

	void check(Errors errors) {
		if (CommentText.length(this.passage) < 2) {
			errors.rejectValue("passage", "redaction.passage.short");
		}
		if (!KINDS.contains(this.what)) {
			errors.rejectValue("what", "redaction.what.missing");
		}
	}

	/**
	 * The key of the mark that takes its place.
	 */
	String mark() {
		return mark(this.what);
	}

	/**
	 * The keys of all marks that may stand in a comment.
	 */
	static List<String> marks() {
		return KINDS.stream().map(RedactionForm::mark).toList();
	}

	private static String mark(String kind) {
		return "redaction.mark." + kind;
	}

}
