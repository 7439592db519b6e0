package vn.toasoan.comment;

import org.jspecify.annotations.Nullable;
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
import vn.toasoan.article.ArticleDesk;

/**
 * How one article may be discussed.
 */
@Controller
@RequestMapping("/admin/articles/{id}/discussion")
class DiscussionController {

	private final Discussions discussions;

	private final ArticleDesk articles;

	private final CommentSettings settings;

	DiscussionController(Discussions discussions, ArticleDesk articles, CommentSettings settings) {
		this.discussions = discussions;
		this.articles = articles;
		this.settings = settings;
	}

	@GetMapping
	String form(@PathVariable long id, @AuthenticationPrincipal SignedIn editor, Model model) {
		model.addAttribute("article", this.articles.open(id, editor));
		model.addAttribute("discussion", this.discussions.of(id));
		model.addAttribute("siteMode", this.settings.mode());
		model.addAttribute("modes", CommentMode.values());
		return "admin/comment/discussion";
	}

	@PostMapping
	String change(@PathVariable long id, @RequestParam(required = false) @Nullable CommentMode mode,
			@AuthenticationPrincipal SignedIn editor, RedirectAttributes flash) {
		this.discussions.changeMode(id, mode, editor.actor());
		flash.addFlashAttribute("notice", "discussion.saved");
		return "redirect:/admin/articles/" + id + "/discussion";
	}

}
