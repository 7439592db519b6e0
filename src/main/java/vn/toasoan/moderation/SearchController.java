package vn.toasoan.moderation;

import java.time.Clock;
import java.util.List;

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
import vn.toasoan.comment.CommentSource;
import vn.toasoan.comment.CommentStatus;
import vn.toasoan.comment.Reason;

/**
 * Search over all comments, and decisions on all that a search finds: counted first, then
 * confirmed.
 */
@Controller
@RequestMapping("/admin/comments/search")
class SearchController {

	private static final String SEARCH = "/admin/comments/search";

	private final CommentSearch search;

	private final SearchIndex index;

	private final Attachments attachments;

	private final Moderation moderation;

	private final Beats beats;

	private final Clock clock;

	SearchController(CommentSearch search, SearchIndex index, Attachments attachments, Moderation moderation,
			Beats beats, Clock clock) {
		this.search = search;
		this.index = index;
		this.attachments = attachments;
		this.moderation = moderation;
		this.beats = beats;
		this.clock = clock;
	}

	@GetMapping
	String find(@ModelAttribute("form") SearchForm form, BindingResult errors,
			@RequestParam(name = "sau", defaultValue = "") String after,
			@RequestParam(name = "truoc", defaultValue = "") String before, @AuthenticationPrincipal SignedIn editor,
			Model model, HttpServletResponse response) {
		form.check(errors);
		if (!form.isEmpty() && !errors.hasErrors()) {
			this.index.catchUp();
			QueuePage page = this.search.page(form, this.beats.of(editor), QueueCursor.of(after, before));
			model.addAttribute("page", page);
			model.addAttribute("attached", this.attachments.of(page.items()));
		}
		return show(form, errors, model, response);
	}

	private String show(SearchForm form, BindingResult errors, Model model, HttpServletResponse response) {
		if (errors.hasErrors()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		}
		model.addAttribute("given", form.given());
		model.addAttribute("statuses", CommentStatus.values());
		model.addAttribute("sources", CommentSource.values());
		model.addAttribute("reasons", Reason.editorial());
		model.addAttribute("now", this.clock.instant());
		model.addAttribute("picked", false);
		model.addAttribute("here", SEARCH + (form.isEmpty() ? "" : "?" + form.query()));
		return "admin/moderation/search";
	}

	/**
	 * Counts what would be decided, and asks.
	 */
	@GetMapping("/decisions")
	String ask(@ModelAttribute("form") SearchForm form, BindingResult errors, @RequestParam Verdict to,
			@AuthenticationPrincipal SignedIn editor, Model model, HttpServletResponse response) {
		form.check(errors);
		if (errors.hasErrors()) {
			return show(form, errors, model, response);
		}
		int number = form.isEmpty() ? 0 : found(form, to, editor).size();
		model.addAttribute("number", Math.min(number, Moderation.MAX_FOUND));
		model.addAttribute("more", number > Moderation.MAX_FOUND);
		model.addAttribute("verdict", to);
		model.addAttribute("given", form.given());
		model.addAttribute("button", to.to() + ((to.reason() != null) ? "." + to.reason() : ""));
		model.addAttribute("back", SEARCH + "?" + form.query());
		return "admin/moderation/search-decision";
	}

	@PostMapping("/decisions")
	String decide(@ModelAttribute("form") SearchForm form, BindingResult errors, @RequestParam Verdict to,
			@RequestParam int number, @AuthenticationPrincipal SignedIn editor, Model model,
			HttpServletResponse response, RedirectAttributes flash) {
		form.check(errors);
		if (errors.hasErrors()) {
			return show(form, errors, model, response);
		}
		List<Choice> found = form.isEmpty() ? List.of() : found(form, to, editor);
		List<Choice> meant = found.subList(0, Math.min(found.size(), Moderation.MAX_FOUND));
		if (meant.size() > number) {
			// More than the moderator was told: asked again.
			flash.addFlashAttribute("warning", "search.grown");
			return Back.redirect(SEARCH + "/decisions?to=" + to.to() + ((to.reason() != null) ? "." + to.reason() : "")
					+ "&" + form.query());
		}
		if (!meant.isEmpty()) {
			flash.addFlashAttribute("outcome", this.moderation.decideFound(meant, to, editor));
		}
		return Back.redirect(SEARCH + "?" + form.query());
	}

	private List<Choice> found(SearchForm form, Verdict verdict, SignedIn editor) {
		this.index.catchUp();
		return this.search.decidable(form, this.beats.of(editor), verdict, Moderation.MAX_FOUND + 1);
	}

}
