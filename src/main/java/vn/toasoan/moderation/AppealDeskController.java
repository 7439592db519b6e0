package vn.toasoan.moderation;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.toasoan.account.SignedIn;

/**
 * Answers to appeals. Each leads back to the page it was given on; one that lacks
 * something is shown again with the comment's file.
 */
@Controller
class AppealDeskController {

	private final AppealDesk desk;

	private final CommentFilePage page;

	AppealDeskController(AppealDesk desk, CommentFilePage page) {
		this.desk = desk;
		this.page = page;
	}

	@PostMapping("/admin/comments/{publicId}/appeal")
	String decide(@PathVariable String publicId, @ModelAttribute("appealed") AppealAnswer answer, BindingResult errors,
			@RequestParam(name = "ve", defaultValue = "/admin/comments") String back,
			@AuthenticationPrincipal SignedIn editor, Model model, HttpServletResponse response,
			RedirectAttributes flash) {
		answer.check(errors);
		if (errors.hasErrors()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return this.page.show(publicId, editor, model);
		}
		try {
			flash.addFlashAttribute("curated", this.desk.decide(publicId, answer, editor));
		}
		catch (RemovedByLaw.EditorsOnly ex) {
			errors.rejectValue("answer", "desk.appeal.by-law");
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return this.page.show(publicId, editor, model);
		}
		catch (AppealDesk.NotOpen ex) {
			flash.addFlashAttribute("outcome", this.desk.outcome(publicId));
		}
		return Back.redirect(back);
	}

}
