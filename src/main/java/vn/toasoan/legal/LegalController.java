package vn.toasoan.legal;

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
import vn.toasoan.site.SiteSettings;
import vn.toasoan.web.Listing;

/**
 * The requests by law: the list, and what has come by letter. Two SQL statements of its
 * own.
 */
@Controller
@RequestMapping(LegalRequest.PATH)
class LegalController {

	/** The tab of those that have ended. */
	private static final String ENDED = "da-xong";

	private final LegalRequests requests;

	private final LegalDesk desk;

	private final LegalBadge badge;

	private final LegalSettings settings;

	private final Places places;

	private final SiteSettings site;

	private final Clock clock;

	LegalController(LegalRequests requests, LegalDesk desk, LegalBadge badge, LegalSettings settings, Places places,
			SiteSettings site, Clock clock) {
		this.requests = requests;
		this.desk = desk;
		this.badge = badge;
		this.settings = settings;
		this.places = places;
		this.site = site;
		this.clock = clock;
	}

	@GetMapping
	String list(@RequestParam(name = "muc", defaultValue = "dang-mo") String tab,
			@RequestParam(name = "trang", defaultValue = "1") int page, Model model) {
		LegalRequests.Counts counts = this.requests.counts();
		this.badge.keep(counts);
		boolean ended = ENDED.equals(tab);
		int checked = Listing.checked(page);
		model.addAttribute("counts", counts);
		model.addAttribute("ended", ended);
		model.addAttribute("requests", ended ? this.requests.ended(checked) : this.requests.open(checked));
		model.addAttribute("now", this.clock.instant());
		return "admin/legal/list";
	}

	@GetMapping("/new")
	String begin(Model model) {
		model.addAttribute("form", LegalForm.about(""));
		return form(model);
	}

	private String form(Model model) {
		model.addAttribute("hours", this.settings.answerWithin().toHours());
		return "admin/legal/new";
	}

	@PostMapping
	String enter(@ModelAttribute("form") LegalForm form, BindingResult errors,
			@RequestParam(defaultValue = "") String despite, @AuthenticationPrincipal SignedIn editor, Model model,
			HttpServletResponse response, RedirectAttributes flash) {
		form.checkLetter(errors, this.places, this.site, this.clock.instant());
		if (errors.hasErrors()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return form(model);
		}
		try {
			LegalRequest request = this.desk.enter(form, despite, editor.actor());
			this.badge.forget();
			flash.addFlashAttribute("notice", "legal.entered");
			return "redirect:" + request.path();
		}
		catch (LegalDesk.Known ex) {
			response.setStatus(HttpStatus.CONFLICT.value());
			model.addAttribute("known", ex.before());
			model.addAttribute("now", this.clock.instant());
			return form(model);
		}
	}

}
