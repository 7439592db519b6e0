package vn.toasoan.comment;

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
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.toasoan.account.SignedIn;
import vn.toasoan.article.ArticleDesk;
import vn.toasoan.site.SiteSettings;
import vn.toasoan.web.FromArticle;

/**
 * How one article may be discussed, until when, and what is asked of those who write. Who
 * came from the article is led back to it.
 */
@Controller
@RequestMapping("/admin/articles/{id}/discussion")
class DiscussionController {

	private final Discussions discussions;

	private final ArticleDesk articles;

	private final CommentSettings settings;

	private final SiteSettings site;

	DiscussionController(Discussions discussions, ArticleDesk articles, CommentSettings settings, SiteSettings site) {
		this.discussions = discussions;
		this.articles = articles;
		this.settings = settings;
		this.site = site;
	}

	@GetMapping
	String form(@PathVariable long id, @RequestParam(name = "ve", defaultValue = "") String back,
			@AuthenticationPrincipal SignedIn editor, Model model) {
		Discussion discussion = this.discussions.of(id);
		model.addAttribute("form", DiscussionForm.of(discussion, this.site.zone()));
		return page(id, discussion, FromArticle.of(back), editor, model);
	}

	private String page(long id, Discussion discussion, FromArticle from, SignedIn editor, Model model) {
		model.addAttribute("from", from);
		model.addAttribute("article", this.articles.open(id, editor));
		model.addAttribute("discussion", discussion);
		model.addAttribute("siteMode", this.settings.mode());
		model.addAttribute("modes", CommentMode.values());
		return "admin/comment/discussion";
	}

	@PostMapping
	String change(@PathVariable long id, @ModelAttribute("form") DiscussionForm form, BindingResult errors,
			@RequestParam(name = "ve", defaultValue = "") String back, @AuthenticationPrincipal SignedIn editor,
			Model model, HttpServletResponse response, RedirectAttributes flash) {
		if (errors.hasFieldErrors("mode")) {
			// No page of ours offers it.
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
		}
		FromArticle from = FromArticle.of(back);
		form.check(errors, this.site.zone());
		if (errors.hasErrors()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return page(id, this.discussions.of(id), from, editor, model);
		}
		this.discussions.change(id, form, this.site.zone(), editor.actor());
		if (from.isThere()) {
			return from.back(FromArticle.Done.SAVED);
		}
		flash.addFlashAttribute("notice", "discussion.saved");
		return "redirect:/admin/articles/" + id + "/discussion";
	}

}
