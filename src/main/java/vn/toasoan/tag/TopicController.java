package vn.toasoan.tag;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
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
import vn.toasoan.account.SignedIn;
import vn.toasoan.web.Listing;
import vn.toasoan.web.SameMoment;

/**
 * The desk's page for sections and tags.
 */
@Controller
@RequestMapping("/admin/topics")
class TopicController {

	private final TopicDesk desk;

	TopicController(TopicDesk desk) {
		this.desk = desk;
	}

	@GetMapping
	String list(@RequestParam(name = "trang", defaultValue = "1") int page, Model model) {
		model.addAttribute("form", new TopicForm("", ""));
		return show(page, model);
	}

	@PostMapping
	String add(@Valid @ModelAttribute("form") TopicForm form, BindingResult errors,
			@AuthenticationPrincipal SignedIn editor, Model model, HttpServletResponse response,
			RedirectAttributes flash) {
		form.check(errors);
		if (!save(errors, () -> this.desk.add(form.name(), form.place(), editor.actor()))) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return show(1, model);
		}
		flash.addFlashAttribute("notice", "topic.saved");
		return "redirect:/admin/topics";
	}

	@PostMapping("/{id}")
	String change(@PathVariable long id, @Valid @ModelAttribute("changed") TopicForm form, BindingResult errors,
			@AuthenticationPrincipal SignedIn editor, Model model, HttpServletResponse response,
			RedirectAttributes flash) {
		form.check(errors);
		if (!save(errors, () -> this.desk.change(id, form.name(), form.place(), editor.actor()))) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			model.addAttribute("form", new TopicForm("", ""));
			model.addAttribute("wrong", id);
			return show(1, model);
		}
		flash.addFlashAttribute("notice", "topic.saved");
		return "redirect:/admin/topics";
	}

	/**
	 * Makes a change, unless something is wrong with it.
	 */
	private static boolean save(BindingResult errors, Runnable change) {
		if (!errors.hasErrors()) {
			try {
				SameMoment.insist(change);
			}
			catch (TopicDesk.NameTaken ex) {
				errors.rejectValue("name", "topic.name.taken");
			}
		}
		return !errors.hasErrors();
	}

	private String show(int page, Model model) {
		model.addAttribute("topics", this.desk.list(Listing.checked(page)));
		return "admin/tag/list";
	}

}
