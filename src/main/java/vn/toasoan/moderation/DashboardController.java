package vn.toasoan.moderation;

import java.time.Clock;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.toasoan.article.ArticleDesk;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import vn.toasoan.account.SignedIn;

/**
 * What an editor sees first: what waits, and what was worked on last.
 */
@Controller
class DashboardController {

	private final Queue queue;

	private final Beats beats;

	private final ArticleDesk articles;

	private final Clock clock;

	DashboardController(Queue queue, Beats beats, ArticleDesk articles, Clock clock) {
		this.queue = queue;
		this.beats = beats;
		this.articles = articles;
		this.clock = clock;
	}

	@GetMapping("/admin")
	String dashboard(@AuthenticationPrincipal SignedIn editor, Model model) {
		if (editor.moderates()) {
			Beat beat = this.beats.of(editor);
			Queue.Overview overview = this.queue.overview(beat, this.clock.instant());
			model.addAttribute("counts", overview.told());
			model.addAttribute("waits", overview.waits());
		}
		if (editor.writes()) {
			model.addAttribute("articles", this.articles.latest(editor));
		}
		return "admin/dashboard";
	}

}
