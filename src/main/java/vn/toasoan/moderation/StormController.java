package vn.toasoan.moderation;

import java.time.Clock;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.toasoan.account.SignedIn;
import vn.toasoan.comment.Storms;

/**
 * The switch of storms: holds all comments for some hours, and lets them go again.
 */
@Controller
@RequestMapping("/admin/comments/storm")
class StormController {

	private static final String QUEUE = "/admin/comments";

	private final Storms storms;

	private final Clock clock;

	StormController(Storms storms, Clock clock) {
		this.storms = storms;
		this.clock = clock;
	}

	@GetMapping
	String show(Model model) {
		model.addAttribute("form", StormForm.empty());
		return page(model);
	}

	private String page(Model model) {
		model.addAttribute("storm", this.storms.now().orElse(null));
		model.addAttribute("here", QUEUE + "/storm");
		return "admin/moderation/storm";
	}

	@PostMapping
	String begin(@ModelAttribute("form") StormForm form, BindingResult errors, @AuthenticationPrincipal SignedIn editor,
			Model model, HttpServletResponse response, RedirectAttributes flash) {
		form.check(errors);
		if (errors.hasErrors()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return page(model);
		}
		boolean begun = this.storms.begin(editor.actor(), form.reason(), this.clock.instant().plus(form.lasts()));
		flash.addFlashAttribute(begun ? "notice" : "warning", begun ? "storm.begun" : "storm.already");
		return Back.redirect(QUEUE);
	}

	@PostMapping("/calming")
	String calm(@RequestParam(name = "ve", defaultValue = QUEUE) String back, @AuthenticationPrincipal SignedIn editor,
			RedirectAttributes flash) {
		boolean calmed = this.storms.calm(editor.actor(), "");
		flash.addFlashAttribute(calmed ? "notice" : "warning", calmed ? "storm.calmed" : "storm.none");
		return Back.redirect(back);
	}

}
