package vn.toasoan.moderation;

import java.time.Clock;
import java.util.Map;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.toasoan.account.SignedIn;
import vn.toasoan.comment.Reason;

/**
 * Puts the page of one comment together; the same for those who look, and whose form was
 * not taken.
 */
@Component
class CommentFilePage {

	private final CommentFiles files;

	private final Beats beats;

	private final Clock clock;

	CommentFilePage(CommentFiles files, Beats beats, Clock clock) {
		this.files = files;
		this.beats = beats;
		this.clock = clock;
	}

	/**
	 * Fills the model; a form that is in it already keeps what was typed.
	 * @return the template's name
	 */
	String show(String publicId, SignedIn editor, Model model) {
		CommentFile file = this.files.of(publicId, this.beats.of(editor));
		model.addAttribute("file", file);
		model.addAttribute("attached", Map.of(file.item().id(), file.attached()));
		model.addAttribute("here", path(publicId));
		model.addAttribute("reasons", Reason.editorial());
		model.addAttribute("now", this.clock.instant());
		if (!model.containsAttribute("redaction")) {
			model.addAttribute("redaction", RedactionForm.empty());
		}
		if (!model.containsAttribute("reply")) {
			model.addAttribute("reply", ReplyForm.empty());
		}
		return "admin/moderation/comment";
	}

	static String path(String publicId) {
		return "/admin/comments/" + publicId;
	}

	static String redirect(String publicId) {
		return Back.redirect(path(publicId));
	}

}
