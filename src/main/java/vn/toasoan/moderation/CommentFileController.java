package vn.toasoan.moderation;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.toasoan.account.SignedIn;

/**
 * The page of one comment at the desk.
 */
@Controller
class CommentFileController {

	private final CommentFilePage page;

	CommentFileController(CommentFilePage page) {
		this.page = page;
	}

	@GetMapping("/admin/comments/{publicId}")
	String show(@PathVariable String publicId, @AuthenticationPrincipal SignedIn editor, Model model) {
		return this.page.show(publicId, editor, model);
	}

}
