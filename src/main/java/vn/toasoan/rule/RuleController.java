package vn.toasoan.rule;

import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;

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
import vn.toasoan.comment.SecondLook;
import vn.toasoan.screening.Rule;
import vn.toasoan.web.NoSuchPage;

/**
 * One rule: made, weighed otherwise, switched off and on again, each after a trial, and
 * its history. Its address is its id.
 */
@Controller
@RequestMapping("/admin/rules")
class RuleController {

	private final RuleVersions versions;

	private final Precisions precisions;

	private final Trials trials;

	private final TriedRules tried;

	private final RuleDesk desk;

	RuleController(RuleVersions versions, Precisions precisions, Trials trials, TriedRules tried, RuleDesk desk) {
		this.versions = versions;
		this.precisions = precisions;
		this.trials = trials;
		this.tried = tried;
		this.desk = desk;
	}

	@GetMapping("/new")
	String begin(@RequestParam(name = "thay", defaultValue = "") String replaced, Model model) {
		model.addAttribute("form",
				replaced.isEmpty() ? RuleForm.empty() : RuleForm.insteadOf(own(this.versions.catalogue(), replaced)));
		return "admin/rule/new";
	}

	private static Entry own(Catalogue catalogue, String id) {
		return catalogue.find(id).filter(Entry::isOwn).orElseThrow(() -> new NoSuchPage("own rule " + id));
	}

	@PostMapping
	String add(@ModelAttribute("form") RuleForm form, BindingResult errors, @AuthenticationPrincipal SignedIn editor,
			Model model, HttpServletResponse response, RedirectAttributes flash) {
		Catalogue catalogue = this.versions.catalogue();
		if (!form.replaces().isEmpty()) {
			own(catalogue, form.replaces());
		}
		form.checkNew(catalogue, errors);
		if (!errors.hasErrors() && !form.isMeant()) {
			model.addAttribute("trial", trial(form.made(RuleDesk.TRIED), form, editor));
			model.addAttribute("latest", SecondLook.LATEST);
			return "admin/rule/new";
		}
		return errors.hasErrors() ? again(response) : add(form, errors, editor, response, flash);
	}

	/**
	 * What is tried is kept, so that nothing is switched on untried.
	 */
	private Trial trial(Rule rule, RuleForm form, SignedIn editor) {
		Trial trial = this.trials.of(rule, form.replaces());
		this.tried.keep(rule, form, trial, editor.actor());
		return trial;
	}

	private static String again(HttpServletResponse response) {
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return "admin/rule/new";
	}

	private String add(RuleForm form, BindingResult errors, SignedIn editor, HttpServletResponse response,
			RedirectAttributes flash) {
		try {
			String id = this.desk.add(form, editor.actor());
			flash.addFlashAttribute("notice", "rule.added");
			return "redirect:" + Entry.path(id);
		}
		catch (RuleDesk.Overtaken ex) {
			flash.addFlashAttribute("warning", "rule.overtaken");
			return "redirect:" + Entry.path(form.replaces());
		}
		catch (RuleDesk.Untried ex) {
			errors.rejectValue("action", "rule.untried");
			return again(response);
		}
	}

	@GetMapping("/{list}/{name}")
	String show(@PathVariable String list, @PathVariable String name, Model model) {
		Entry entry = entry(list, name);
		model.addAttribute("form", RuleForm.of(entry));
		return show(entry, model);
	}

	private Entry entry(String list, String name) {
		Optional<Entry> entry = this.versions.catalogue().find(list + "/" + name);
		return entry.orElseThrow(() -> new NoSuchPage("rule " + list + "/" + name));
	}

	private String show(Entry entry, Model model) {
		model.addAttribute("entry", entry);
		model.addAttribute("precision", this.precisions.lately().getOrDefault(entry.id(), Precision.NONE));
		model.addAttribute("days", Precisions.LATELY.toDays());
		model.addAttribute("history", this.versions.of(entry.id()));
		model.addAttribute("latest", SecondLook.LATEST);
		return "admin/rule/rule";
	}

	@PostMapping("/{list}/{name}")
	String change(@PathVariable String list, @PathVariable String name, @ModelAttribute("form") RuleForm form,
			BindingResult errors, @AuthenticationPrincipal SignedIn editor, Model model, HttpServletResponse response,
			RedirectAttributes flash) {
		Entry entry = entry(list, name);
		checkSeen(form, entry, errors);
		form.checkChange(entry, errors);
		if (errors.hasErrors()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return show(entry, model);
		}
		if (!form.isMeant()) {
			model.addAttribute("trial", trial(form.changed(entry), form, editor));
			return show(entry, model);
		}
		try {
			return after(entry, flash, "rule.changed", () -> this.desk.change(entry.id(), form, editor.actor()));
		}
		catch (RuleDesk.Untried ex) {
			errors.rejectValue("action", "rule.untried");
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return show(entry, model);
		}
	}

	/** What was typed stays, below the rule as it is now. */
	private static void checkSeen(RuleForm form, Entry entry, BindingResult errors) {
		if (form.seen() != entry.version()) {
			errors.reject("notice.rule.overtaken");
		}
	}

	@PostMapping("/{list}/{name}/suspension")
	String suspend(@PathVariable String list, @PathVariable String name, @ModelAttribute("form") RuleForm form,
			BindingResult errors, @AuthenticationPrincipal SignedIn editor, Model model, HttpServletResponse response,
			RedirectAttributes flash) {
		Entry entry = entry(list, name);
		checkSeen(form, entry, errors);
		form.checkWhy(errors);
		if (errors.hasErrors()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return show(entry, model);
		}
		return after(entry, flash, "rule.suspended", () -> this.desk.suspend(entry.id(), form, editor.actor()));
	}

	private static String after(Entry entry, RedirectAttributes flash, String notice, Runnable change) {
		try {
			change.run();
			flash.addFlashAttribute("notice", notice);
		}
		catch (RuleDesk.Overtaken ex) {
			flash.addFlashAttribute("warning", "rule.overtaken");
		}
		return "redirect:" + entry.path();
	}

}
