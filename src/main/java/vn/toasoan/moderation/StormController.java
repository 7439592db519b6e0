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
import vn.toasoan.web.FromArticle;
import vn.toasoan.web.FromArticle.Done;

/**
 * The switch of storms: holds all comments for some hours, and lets them go again. Who
 * looks after some topics only reads what holds, as it holds for the whole site.
 */
@Controller
@RequestMapping("/admin/comments/storm")
class StormController {

	private static final String QUEUE = "/admin/comments";

	private final Storms storms;

	private final WholeSite wholeSite;

	private final Clock clock;

	StormController(Storms storms, WholeSite wholeSite, Clock clock) {
		this.storms = storms;
		this.wholeSite = wholeSite;
		this.clock = clock;
	}

	@GetMapping
	String show(@RequestParam(name = "ve", defaultValue = "") String back, @AuthenticationPrincipal SignedIn editor,
			Model model) {
		model.addAttribute("form", StormForm.empty());
		return page(FromArticle.of(back), this.wholeSite.isFor(editor), model);
	}

	private String page(FromArticle from, boolean everywhere, Model model) {
		model.addAttribute("storm", this.storms.now().orElse(null));
		model.addAttribute("from", from);
		model.addAttribute("everywhere", everywhere);
		model.addAttribute("here", from.isThere() ? from.path() : QUEUE + "/storm");
		return "admin/moderation/storm";
	}

	@PostMapping
	String begin(@ModelAttribute("form") StormForm form, BindingResult errors,
			@RequestParam(name = "ve", defaultValue = "") String back, @AuthenticationPrincipal SignedIn editor,
			Model model, HttpServletResponse response, RedirectAttributes flash) {
		this.wholeSite.require(editor);
		FromArticle from = FromArticle.of(back);
		form.check(errors);
		if (errors.hasErrors()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return page(from, true, model);
		}
		boolean begun = this.storms.begin(editor.actor(), form.reason(), this.clock.instant().plus(form.lasts()));
		return led(from, begun ? Done.STORM_BEGUN : Done.STORM_THERE, QUEUE, flash);
	}

	@PostMapping("/calming")
	String calm(@RequestParam(name = "ve", defaultValue = QUEUE) String back, @AuthenticationPrincipal SignedIn editor,
			RedirectAttributes flash) {
		this.wholeSite.require(editor);
		boolean calmed = this.storms.calm(editor.actor(), "");
		return led(FromArticle.of(back), calmed ? Done.STORM_CALMED : Done.NO_STORM, back, flash);
	}

	/**
	 * Back to the article, which tells it by its address; else to a page of the desk.
	 */
	private static String led(FromArticle from, Done done, String back, RedirectAttributes flash) {
		if (from.isThere()) {
			return from.back(done);
		}
		flash.addFlashAttribute(done.isDone() ? "notice" : "warning", done.notice());
		return Back.redirect(back);
	}

}
