package vn.toasoan.moderation;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.toasoan.account.SignedIn;
import vn.toasoan.comment.Limits;

/**
 * Where an editor chooses whether to be told by letter what waits, and proves the address
 * for it.
 */
@Controller
@RequestMapping(DigestLinks.SETTINGS)
class DigestController {

	private static final int MINUTE = 60;

	private final Digests digests;

	DigestController(Digests digests) {
		this.digests = digests;
	}

	@GetMapping
	String form(@AuthenticationPrincipal SignedIn editor, Model model) {
		Digests.Wish wish = this.digests.of(editor);
		model.addAttribute("form", (wish != null) ? new DigestForm(wish.frequency().name(), wish.email())
				: new DigestForm(DigestFrequency.NEVER.name(), ""));
		return show(editor, model);
	}

	private String show(SignedIn editor, Model model) {
		model.addAttribute("wish", this.digests.of(editor));
		model.addAttribute("letters", this.digests.isOn());
		model.addAttribute("frequencies", DigestFrequency.values());
		return "admin/moderation/digest";
	}

	@PostMapping
	String choose(@ModelAttribute("form") DigestForm form, BindingResult errors,
			@AuthenticationPrincipal SignedIn editor, HttpServletRequest request, HttpServletResponse response,
			Model model, RedirectAttributes flash) {
		HttpStatus status = HttpStatus.UNPROCESSABLE_CONTENT;
		form.check(errors);
		if (!errors.hasErrors() && this.digests.isOn()) {
			try {
				boolean asked = this.digests.choose(form, editor, request.getRemoteAddr());
				boolean never = form.chosen() == DigestFrequency.NEVER;
				flash.addFlashAttribute("notice", never ? "digest.never" : (asked ? "digest.asked" : "digest.saved"));
				return "redirect:" + DigestLinks.SETTINGS;
			}
			catch (Limits.TooMany ex) {
				long minutes = -Math.floorDiv(-ex.seconds(), MINUTE);
				errors.rejectValue("email", "digest.too-many", new Object[] { minutes }, null);
				response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(ex.seconds()));
				status = HttpStatus.TOO_MANY_REQUESTS;
			}
		}
		response.setStatus(status.value());
		return show(editor, model);
	}

	/**
	 * Shows the button; changes nothing, as programs that look through mail come here,
	 * too.
	 */
	@GetMapping("/confirmation/{token}")
	String ask(@PathVariable String token, @AuthenticationPrincipal SignedIn editor, Model model,
			RedirectAttributes flash) {
		Optional<Digests.Wish> asked = this.digests.asked(token, editor);
		if (asked.isEmpty() || asked.get().confirmed()) {
			return after(asked.isPresent(), flash);
		}
		model.addAttribute("address", asked.get().email());
		model.addAttribute("token", token);
		return "admin/moderation/digest-confirmation";
	}

	@PostMapping("/confirmation/{token}")
	String confirm(@PathVariable String token, @AuthenticationPrincipal SignedIn editor, RedirectAttributes flash) {
		return after(this.digests.confirm(token, editor), flash);
	}

	private static String after(boolean confirmed, RedirectAttributes flash) {
		flash.addFlashAttribute(confirmed ? "notice" : "warning", confirmed ? "digest.confirmed" : "digest.expired");
		return "redirect:" + DigestLinks.SETTINGS;
	}

}
