package vn.toasoan.account;

import java.util.List;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.springframework.dao.DataIntegrityViolationException;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The accounts of the newsroom, for those who look after them.
 */
@Controller
@RequestMapping("/admin/accounts")
class AccountController {

	private final AccountDesk desk;

	AccountController(AccountDesk desk) {
		this.desk = desk;
	}

	@ModelAttribute("roles")
	Role[] roles() {
		return Role.values();
	}

	@GetMapping
	String list(Model model) {
		model.addAttribute("form", NewAccount.empty());
		model.addAttribute("role", Role.AUTHOR);
		return show(model);
	}

	@PostMapping
	String create(@Valid @ModelAttribute("form") NewAccount form, BindingResult errors, @RequestParam Role role,
			@AuthenticationPrincipal SignedIn editor, Model model, HttpServletResponse response,
			RedirectAttributes flash) {
		if (!errors.hasErrors()) {
			try {
				this.desk.create(form, role, editor.actor());
				flash.addFlashAttribute("notice", "account.created");
				return "redirect:/admin/accounts";
			}
			catch (AccountDesk.UsernameTaken | DataIntegrityViolationException ex) {
				errors.rejectValue("username", "account.username.taken");
			}
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		model.addAttribute("role", role);
		return show(model);
	}

	@PostMapping("/{id}/role")
	String changeRole(@PathVariable long id, @RequestParam Role role, @AuthenticationPrincipal SignedIn editor,
			RedirectAttributes flash) {
		return change(() -> this.desk.changeRole(id, role, editor.actor()), flash);
	}

	@PostMapping("/{id}/suspension")
	String disable(@PathVariable long id, @AuthenticationPrincipal SignedIn editor, RedirectAttributes flash) {
		return change(() -> this.desk.disable(id, editor.actor()), flash);
	}

	@PostMapping("/{id}/reinstatement")
	String enable(@PathVariable long id, @AuthenticationPrincipal SignedIn editor, RedirectAttributes flash) {
		return change(() -> this.desk.enable(id, editor.actor()), flash);
	}

	private String change(Runnable change, RedirectAttributes flash) {
		try {
			change.run();
			flash.addFlashAttribute("notice", "account.changed");
		}
		catch (AccountDesk.LastAdmin ex) {
			flash.addFlashAttribute("warning", "account.last-admin");
		}
		return "redirect:/admin/accounts";
	}

	private String show(Model model) {
		List<AccountLine> accounts = this.desk.all();
		model.addAttribute("accounts", accounts);
		return "admin/account/list";
	}

}
