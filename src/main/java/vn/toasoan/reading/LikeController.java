package vn.toasoan.reading;

import java.net.URI;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import vn.toasoan.article.PublishedArticles;
import vn.toasoan.comment.Likes;
import vn.toasoan.comment.ReaderCookie;
import vn.toasoan.comment.ReaderCookie.Reader;
import vn.toasoan.comment.Threads;
import vn.toasoan.web.Freshness;
import vn.toasoan.web.SameMoment;

/**
 * The button below a comment: leads back to it, or tells a script how the count stands.
 */
@Controller
class LikeController {

	private final PublishedArticles articles;

	private final Likes likes;

	private final Threads threads;

	private final ReaderCookie cookie;

	LikeController(PublishedArticles articles, Likes likes, Threads threads, ReaderCookie cookie) {
		this.articles = articles;
		this.likes = likes;
		this.threads = threads;
		this.cookie = cookie;
	}

	@PostMapping("/bl/{publicId}/thich")
	ResponseEntity<?> toggle(@PathVariable String publicId, HttpServletRequest request, HttpServletResponse response) {
		Reader known = this.cookie.read(request).orElse(null);
		Reader reader = (known != null) ? known : this.cookie.newReader();
		Likes.Liked liked = SameMoment
			.insist(() -> this.likes.toggle(publicId, reader.key(), known == null, request.getRemoteAddr()));
		if (known == null) {
			this.cookie.write(response, reader.key(), "");
		}
		Freshness.forOneReader(response);
		if (MediaType.APPLICATION_JSON_VALUE.equals(request.getHeader(HttpHeaders.ACCEPT))) {
			return ResponseEntity.ok(Map.of("liked", liked.liked(), "likes", liked.likes()));
		}
		String below = this.threads.place(publicId, reader.key()).map(Threads.Place::below).orElse("#binh-luan");
		return ResponseEntity.status(HttpStatus.SEE_OTHER)
			.location(URI.create(this.articles.path(liked.articleId()) + below))
			.build();
	}

}
