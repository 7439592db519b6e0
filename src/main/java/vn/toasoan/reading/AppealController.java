package vn.toasoan.reading;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import vn.toasoan.comment.AppealForm;
import vn.toasoan.comment.Appeals;
import vn.toasoan.comment.OwnComments;
import vn.toasoan.comment.ReaderKey;
import vn.toasoan.web.Freshness;

/**
 * A writer asks the newsroom to look at a decision again.
 */
@Controller
@RequestMapping("/bl/{publicId}/khieu-nai")
class AppealController {

	private final OwnComments comments;

	private final Appeals appeals;

	private final OwnReader reader;

	AppealController(OwnComments comments, Appeals appeals, OwnReader reader) {
		this.comments = comments;
		this.appeals = appeals;
		this.reader = reader;
	}

	@GetMapping
	ModelAndView open(@PathVariable String publicId, Model model, HttpServletRequest request,
			HttpServletResponse response) {
		model.addAttribute("form", new AppealForm(""));
		return show(publicId, this.reader.of(request).key(), HttpStatus.OK, model, response);
	}

	@PostMapping
	ModelAndView appeal(@PathVariable String publicId, @ModelAttribute("form") AppealForm form, BindingResult errors,
			Model model, HttpServletRequest request, HttpServletResponse response) {
		ReaderKey writer = this.reader.of(request).key();
		form.check(errors);
		if (errors.hasErrors()) {
			return show(publicId, writer, HttpStatus.UNPROCESSABLE_CONTENT, model, response);
		}
		try {
			this.appeals.appeal(publicId, form, writer);
		}
		catch (Appeals.NothingToAppeal ex) {
			model.addAttribute("typed", form.body());
			return show(publicId, writer, HttpStatus.CONFLICT, model, response);
		}
		return new ModelAndView(SeeOther.to(OwnCommentsController.PATH + "#bl-" + publicId));
	}

	private ModelAndView show(String publicId, ReaderKey writer, HttpStatus status, Model model,
			HttpServletResponse response) {
		model.addAttribute("comment", this.comments.get(publicId, writer));
		Freshness.forOneReader(response);
		return new ModelAndView("reading/appeal", model.asMap(), status);
	}

}
