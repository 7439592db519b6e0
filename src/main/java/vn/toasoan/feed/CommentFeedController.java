package vn.toasoan.feed;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.toasoan.article.PublishedArticle;
import vn.toasoan.article.PublishedArticles;
import vn.toasoan.comment.LatestComments;
import vn.toasoan.site.SiteSettings;
import vn.toasoan.web.Freshness;

/**
 * The feeds of comments: of one article, and of the whole site.
 */
@Controller
class CommentFeedController {

	private static final MediaType ATOM = new MediaType(MediaType.APPLICATION_ATOM_XML, StandardCharsets.UTF_8);

	private final PublishedArticles articles;

	private final LatestComments comments;

	private final CommentFeed feed;

	private final SiteSettings site;

	private final MessageSource words;

	CommentFeedController(PublishedArticles articles, LatestComments comments, CommentFeed feed, SiteSettings site,
			MessageSource words) {
		this.articles = articles;
		this.comments = comments;
		this.feed = feed;
		this.site = site;
		this.words = words;
	}

	@GetMapping("/bai-viet/{slug}/binh-luan.atom")
	ResponseEntity<byte[]> article(@PathVariable String slug, HttpServletResponse response) {
		PublishedArticle article = this.articles.get(slug);
		if (!article.slug().equals(slug)) {
			return ResponseEntity.status(HttpStatus.MOVED_PERMANENTLY).location(URI.create(path(article))).build();
		}
		Freshness.forEverybody(response, List.of(article.id()));
		return answer(this.feed.write(path(article), article.path() + "#binh-luan",
				word("feed.article", article.title()), article.publishedAt(), this.comments.newest(article.id())));
	}

	@GetMapping("/binh-luan.atom")
	ResponseEntity<byte[]> site(HttpServletResponse response) {
		Freshness.forEverybody(response, List.of(), Freshness.ALL_COMMENTS);
		return answer(this.feed.write("/binh-luan.atom", "/binh-luan", word("feed.site", this.site.name()),
				Instant.EPOCH, this.comments.newest()));
	}

	private static String path(PublishedArticle article) {
		return article.path() + "/binh-luan.atom";
	}

	private String word(String key, String about) {
		return this.words.getMessage(key, new Object[] { about }, this.site.language());
	}

	private static ResponseEntity<byte[]> answer(String xml) {
		return ResponseEntity.ok().contentType(ATOM).body(xml.getBytes(StandardCharsets.UTF_8));
	}

}
