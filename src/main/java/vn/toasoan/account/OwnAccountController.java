package vn.toasoan.account;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * An editor's own account: the password.
 */
@Controller
@RequestMapping("/admin/account")
class OwnAccountController {

	private final AccountDesk desk;

	OwnAccountController(AccountDesk desk) {
		this.desk = desk;
	}

	@GetMapping
	String form(Model model) {
		model.addAttribute("form", new PasswordChange("", ""));
		return "admin/account/own";
	}

	@PostMapping
	String change(@Valid @ModelAttribute("form") PasswordChange form, BindingResult errors,
			@AuthenticationPrincipal SignedIn editor, HttpSession session, HttpServletResponse response,
			RedirectAttributes flash) {
		if (!errors.hasErrors()
				&& !this.desk.changePassword(editor.id(), form.oldPassword(), form.password(), session.getId())) {
			errors.rejectValue("oldPassword", "account.old-password.wrong");
		}
		if (errors.hasErrors()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return "admin/account/own";
		}
		flash.addFlashAttribute("notice", "account.password-changed");
		return "redirect:/admin/account";
	}

	record PasswordChange(String oldPassword, @Size(min = Password.MIN_LENGTH, max = Password.MAX_LENGTH,
			message = "{account.password.length}") String password) {

		PasswordChange {
			oldPassword = (oldPassword != null) ? oldPassword : "";
			password = (password != null) ? password : "";
		}

	}

}
