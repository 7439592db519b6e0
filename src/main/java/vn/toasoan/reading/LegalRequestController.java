package vn.toasoan.reading;

import java.util.List;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.toasoan.comment.Limits;
import vn.toasoan.legal.LegalForm;
import vn.toasoan.legal.LegalIntake;
import vn.toasoan.legal.Places;
import vn.toasoan.site.SiteSettings;
import vn.toasoan.web.Freshness;

/**
 * The form on which an authority or a person concerned asks for something by law, and the
 * receipt. What was sent is shown to nobody here.
 */
@Controller
@RequestMapping(LegalRequestController.PATH)
class LegalRequestController {

	static final String PATH = "/yeu-cau-phap-ly";

	private static final Pattern COMMENT = Pattern.compile("[a-z0-9]{12}");

	private final LegalIntake intake;

	private final Places places;

	private final SiteSettings site;

	LegalRequestController(LegalIntake intake, Places places, SiteSettings site) {
		this.intake = intake;
		this.places = places;
		this.site = site;
	}

	@GetMapping
	ModelAndView form(@RequestParam(name = "bl", defaultValue = "") String comment, Model model,
			HttpServletResponse response) {
		boolean about = COMMENT.matcher(comment).matches();
		model.addAttribute("form", LegalForm.about(about ? this.site.absolute("/bl/" + comment) : ""));
		if (comment.isEmpty()) {
			Freshness.forEverybody(response, List.of());
		}
		else {
			Freshness.forOneReader(response);
		}
		return show(model, HttpStatus.OK);
	}

	@PostMapping
	ModelAndView send(@ModelAttribute("form") LegalForm form, BindingResult errors, Model model,
			HttpServletRequest request, HttpServletResponse response) {
		Freshness.forOneReader(response);
		form.check(errors, this.places);
		if (errors.hasErrors()) {
			return show(model, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		try {
			return new ModelAndView(
					SeeOther.to(PATH + "/da-nhan?bien-nhan=" + this.intake.take(form, request.getRemoteAddr())));
		}
		catch (Limits.TooMany ex) {
			ComeAgain.after(ex, this.site.zone()).refuse(errors, response);
			return show(model, HttpStatus.TOO_MANY_REQUESTS);
		}
	}

	private ModelAndView show(Model model, HttpStatus status) {
		model.addAttribute("hours", this.intake.answerWithin().toHours());
		model.addAttribute("days", this.intake.keptFor().toDays());
		return new ModelAndView("reading/legal-request", model.asMap(), status);
	}

	@GetMapping("/da-nhan")
	String receipt(@RequestParam("bien-nhan") String receipt, Model model, HttpServletResponse response) {
		model.addAttribute("number", this.intake.number(receipt));
		model.addAttribute("hours", this.intake.answerWithin().toHours());
		Freshness.forOneReader(response);
		return "reading/legal-receipt";
	}

}
