package vn.toasoan.reading;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.toasoan.article.ArticleTeaser;
import vn.toasoan.article.PublishedArticles;
import vn.toasoan.comment.Discussions;
import vn.toasoan.tag.TopicDirectory;
import vn.toasoan.tag.TopicLink;
import vn.toasoan.web.Freshness;
import vn.toasoan.web.Listing;
import vn.toasoan.web.NoSuchPage;

/**
 * Lists of articles: the front page, and one page for each topic.
 */
@Controller
class FrontPageController {

	private final PublishedArticles articles;

	private final TopicDirectory topics;

	private final Discussions discussions;

	private final Clock clock;

	FrontPageController(PublishedArticles articles, TopicDirectory topics, Discussions discussions, Clock clock) {
		this.articles = articles;
		this.topics = topics;
		this.discussions = discussions;
		this.clock = clock;
	}

	@GetMapping("/")
	String front(@RequestParam(name = "trang", defaultValue = "1") int page, Model model,
			HttpServletResponse response) {
		model.addAttribute("today", this.clock.instant());
		return list(this.articles.latest(Listing.checked(page)), "reading/front", model, response);
	}

	@GetMapping("/chu-de/{slug}")
	String topic(@PathVariable String slug, @RequestParam(name = "trang", defaultValue = "1") int page, Model model,
			HttpServletResponse response) {
		TopicLink topic = this.topics.find(slug).orElseThrow(() -> new NoSuchPage("topic " + slug));
		model.addAttribute("topic", topic);
		return list(this.articles.about(topic.id(), Listing.checked(page)), "reading/topic", model, response);
	}

	private String list(Listing<ArticleTeaser> articles, String view, Model model, HttpServletResponse response) {
		List<Long> shown = articles.existing().items().stream().map(ArticleTeaser::id).toList();
		Map<Long, Integer> totals = this.discussions.totals(shown);
		model.addAttribute("articles", articles);
		model.addAttribute("commentTotals", totals);
		Freshness.forEverybody(response, shown);
		return view;
	}

}
