package vn.toasoan.moderation;

import java.util.Set;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.toasoan.account.SignedIn;

/**
 * Which topics a moderator looks after.
 */
@Controller
@RequestMapping("/admin/accounts/{id}/topics")
class BeatController {

	private final Beats beats;

	BeatController(Beats beats) {
		this.beats = beats;
	}

	@GetMapping
	String form(@PathVariable long id, Model model) {
		Beats.Assignment moderator = this.beats.assignment(id);
		return show(moderator, moderator.chosen().isEmpty(), model);
	}

	@PostMapping
	String assign(@PathVariable long id, @RequestParam(defaultValue = "true") boolean all,
			@RequestParam(required = false, defaultValue = "") Set<Long> topics,
			@AuthenticationPrincipal SignedIn admin, Model model, HttpServletResponse response,
			RedirectAttributes flash) {
		if (!all && topics.isEmpty()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			model.addAttribute("missing", true);
			return show(this.beats.assignment(id), false, model);
		}
		this.beats.assign(id, all ? Set.of() : topics, admin.actor());
		flash.addFlashAttribute("notice", "account.beat-changed");
		return "redirect:/admin/accounts";
	}

	private static String show(Beats.Assignment moderator, boolean all, Model model) {
		model.addAttribute("moderator", moderator);
		model.addAttribute("all", all);
		return "admin/moderation/beat";
	}

}
