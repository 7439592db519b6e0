package vn.toasoan.reading;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;
import vn.toasoan.comment.OwnComments;
import vn.toasoan.web.Freshness;

/**
 * A writer deletes a comment: is asked first, and then sees it among the own ones.
 */
@Controller
@RequestMapping("/bl/{publicId}/xoa")
class DeletionController {

	private final OwnComments comments;

	private final OwnReader reader;

	DeletionController(OwnComments comments, OwnReader reader) {
		this.comments = comments;
		this.reader = reader;
	}

	@GetMapping
	String ask(@PathVariable String publicId, Model model, HttpServletRequest request, HttpServletResponse response) {
		model.addAttribute("comment", this.comments.get(publicId, this.reader.of(request).key()));
		Freshness.forOneReader(response);
		return "reading/deletion";
	}

	@PostMapping
	View delete(@PathVariable String publicId, HttpServletRequest request) {
		this.comments.delete(publicId, this.reader.of(request).key());
		return SeeOther.to(OwnCommentsController.PATH + "#bl-" + publicId);
	}

}
