package vn.toasoan.reading;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import vn.toasoan.article.PublishedArticle;
import vn.toasoan.article.PublishedArticles;
import vn.toasoan.comment.CommentForm;
import vn.toasoan.comment.Discussions;
import vn.toasoan.comment.ReaderCookie;
import vn.toasoan.comment.ReaderCookie.Reader;
import vn.toasoan.comment.ReaderKey;
import vn.toasoan.comment.ThreadPage;
import vn.toasoan.comment.Threads;
import vn.toasoan.web.Freshness;
import vn.toasoan.web.FromArticle;
import vn.toasoan.web.NoSuchPage;

/**
 * An article, one of its threads, and the permalinks of its comments.
 */
@Controller
class ArticleController {

	private final PublishedArticles articles;

	private final ArticlePage page;

	private final Threads threads;

	private final Discussions discussions;

	private final OwnMarks own;

	private final ReaderCookie cookie;

	ArticleController(PublishedArticles articles, ArticlePage page, Threads threads, Discussions discussions,
			OwnMarks own, ReaderCookie cookie) {
		this.articles = articles;
		this.page = page;
		this.threads = threads;
		this.discussions = discussions;
		this.own = own;
		this.cookie = cookie;
	}

	@GetMapping("/bai-viet/{slug}")
	ModelAndView article(@PathVariable String slug, @RequestParam(name = "xep", defaultValue = "") String order,
			@RequestParam(name = "nguon", defaultValue = "") String source,
			@RequestParam(name = "sau", defaultValue = "") String after,
			@RequestParam(name = "tra-loi", defaultValue = "") String replyTo,
			@RequestParam(name = "da-nhan", defaultValue = "") String received,
			@RequestParam(name = "thu", defaultValue = "") String letter,
			@RequestParam(name = FromArticle.DONE, defaultValue = "") String switched, Model model,
			HttpServletRequest request, HttpServletResponse response) {
		var article = this.articles.find(slug);
		if (article.isEmpty()) {
			return moved(this.articles.presentPath(slug));
		}
		Reader reader = this.cookie.read(request).orElse(null);
		var view = ArticlePage.View.of(order, source, after, replyTo, received);
		model.addAttribute("form", CommentForm.empty((reader != null) ? reader.name() : "", replyTo));
		model.addAttribute("blank", reader == null && replyTo.isEmpty());
		String template = this.page.show(article.get(), view, reader, model, response);
		Optional<ModelAndView> elsewhere = elsewhere(article.get(), received, reader, model);
		if (elsewhere.isPresent()) {
			return elsewhere.get();
		}
		if (reader == null && request.getQueryString() == null && !AtTheDesk.isFor(model)) {
			OwnThreads.note(article.get(), model, request);
		}
		if (AtTheDesk.isFor(model)) {
			FromArticle.Done.of(switched).ifPresent((done) -> model.addAttribute("switched", done));
		}
		if (letter.equals("da-gui")) {
			model.addAttribute("asked", true);
			Freshness.forOneReader(response);
		}
		return new ModelAndView(template, model.asMap());
	}

	/**
	 * Where a comment stands that was just sent and is published: others may have written
	 * since, so that it is not on this page.
	 */
	private Optional<ModelAndView> elsewhere(PublishedArticle article, String received, @Nullable Reader reader,
			Model model) {
		if (received.isEmpty() || model.getAttribute("threads") instanceof ThreadPage page && page.shows(received)) {
			return Optional.empty();
		}
		ReaderKey key = (reader != null) ? reader.key() : null;
		return this.threads.published(received, key).map((comment) -> {
			String below = this.threads.place(received, key).map(Threads.Place::below).orElse("#binh-luan");
			return new ModelAndView(
					SeeOther.to(article.path() + (comment.own() ? OwnMarks.received(below, received) : below)));
		});
	}

	static ModelAndView moved(String path) {
		var redirect = new RedirectView(path);
		redirect.setStatusCode(HttpStatus.MOVED_PERMANENTLY);
		return new ModelAndView(redirect);
	}

	@GetMapping("/bai-viet/{slug}/binh-luan/{publicId}")
	ModelAndView thread(@PathVariable String slug, @PathVariable String publicId,
			@RequestParam(name = "sau", defaultValue = "") String after,
			@RequestParam(name = "da-nhan", defaultValue = "") String received, Model model, HttpServletRequest request,
			HttpServletResponse response) {
		PublishedArticle article = this.articles.get(slug);
		if (!article.slug().equals(slug)) {
			return moved(article.path() + "/binh-luan/" + publicId);
		}
		Reader reader = this.cookie.read(request).orElse(null);
		ReaderKey key = (reader != null) ? reader.key() : null;
		ThreadPage thread = this.threads.thread(article.id(), publicId, after, key);
		model.addAttribute("article", article);
		model.addAttribute("discussion", this.discussions.of(article.id()));
		model.addAttribute("thread", thread.threads().get(0));
		model.addAttribute("next", thread.next());
		model.addAttribute("begun", !after.isEmpty());
		this.own.show(received, key, model);
		freshness(reader != null || AtTheDesk.isFor(model), article.id(), response);
		return new ModelAndView("reading/thread", model.asMap());
	}

	@GetMapping("/bl/{publicId}")
	ResponseEntity<Void> permalink(@PathVariable String publicId, HttpServletRequest request,
			HttpServletResponse response) {
		Reader reader = this.cookie.read(request).orElse(null);
		var place = this.threads.place(publicId, (reader != null) ? reader.key() : null)
			.orElseThrow(() -> new NoSuchPage("comment " + publicId));
		String path = this.articles.path(place.articleId());
		freshness(reader != null, place.articleId(), response);
		return ResponseEntity.status(HttpStatus.FOUND).location(URI.create(path + place.below())).build();
	}

	private static void freshness(boolean forOne, long articleId, HttpServletResponse response) {
		if (forOne) {
			Freshness.forOneReader(response);
		}
		else {
			Freshness.forEverybody(response, List.of(articleId));
		}
	}

}
