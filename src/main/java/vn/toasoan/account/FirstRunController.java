package vn.toasoan.account;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.toasoan.web.NoSuchPage;

/**
 * The page behind the one-time link. With a wrong or used token it does not exist.
 */
@Controller
@RequestMapping("/cai-dat-lan-dau")
class FirstRunController {

	private final FirstRun firstRun;

	FirstRunController(FirstRun firstRun) {
		this.firstRun = firstRun;
	}

	@GetMapping
	String form(@RequestParam(name = "ma", defaultValue = "") String token, Model model) {
		check(token);
		model.addAttribute("form", NewAccount.empty());
		model.addAttribute("token", token);
		return "account/first-run";
	}

	@PostMapping
	String setUp(@RequestParam(name = "ma", defaultValue = "") String token,
			@Valid @ModelAttribute("form") NewAccount form, BindingResult errors, Model model,
			HttpServletResponse response, RedirectAttributes flash) {
		check(token);
		if (errors.hasErrors()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			model.addAttribute("token", token);
			return "account/first-run";
		}
		if (!this.firstRun.setUp(form)) {
			throw new NoSuchPage("first run is over");
		}
		flash.addFlashAttribute("notice", "first-run.done");
		return "redirect:/dang-nhap";
	}

	private void check(String token) {
		if (!this.firstRun.accepts(token)) {
			throw new NoSuchPage("first run");
		}
	}

}
