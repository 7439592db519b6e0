package vn.toasoan.account;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The sign-in page. Spring Security takes what its form sends, and forwards here if that
 * failed.
 */
@Controller
class SignInController {

	private final FirstRun firstRun;

	SignInController(FirstRun firstRun) {
		this.firstRun = firstRun;
	}

	@RequestMapping(path = "/dang-nhap", method = { RequestMethod.GET, RequestMethod.POST })
	String form(@RequestAttribute(name = SignInFailure.MESSAGE, required = false) @Nullable String failure,
			@RequestParam(defaultValue = "") String username,
			@RequestParam(name = "da-dang-xuat", required = false) @Nullable String signedOut, Model model) {
		model.addAttribute("failure", failure);
		model.addAttribute("username", username);
		model.addAttribute("signedOut", signedOut != null);
		model.addAttribute("noAccounts", this.firstRun.isOpen());
		return "account/sign-in";
	}

}
