package vn.toasoan.reading;

import java.util.List;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import vn.toasoan.article.PublishedArticle;
import vn.toasoan.article.PublishedArticles;
import vn.toasoan.comment.Tallies;
import vn.toasoan.comment.Transparency;
import vn.toasoan.web.Freshness;

/**
 * The line of counts below an article, added up for anybody to check.
 */
@Controller
class TallyController {

	private final PublishedArticles articles;

	private final Tallies tallies;

	private final Transparency transparency;

	TallyController(PublishedArticles articles, Tallies tallies, Transparency transparency) {
		this.articles = articles;
		this.tallies = tallies;
		this.transparency = transparency;
	}

	@GetMapping("/bai-viet/{slug}/binh-luan/so-lieu")
	ModelAndView tally(@PathVariable String slug, Model model, HttpServletResponse response) {
		PublishedArticle article = this.articles.get(slug);
		if (!article.slug().equals(slug)) {
			return ArticleController.moved(article.path() + "/binh-luan/so-lieu");
		}
		model.addAttribute("article", article);
		model.addAttribute("tally", this.tallies.of(article.id()));
		model.addAttribute("month", this.transparency.latest().orElse(null));
		Freshness.forEverybody(response, List.of(article.id()), Freshness.tally(article.id()));
		return new ModelAndView("reading/tally", model.asMap());
	}

}
