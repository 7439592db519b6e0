package vn.toasoan.reading;

import java.util.Collection;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;

/**
 * Who may keep a page, and for how long.
 */
final class Freshness {

	private Freshness() {
	}

	/**
	 * The same page for all: may be kept, but is asked for again each time, because a
	 * correction must be on it at once.
	 * @param articles the articles whose comments it shows or counts: it changes with
	 * them
	 */
	static void forEverybody(HttpServletResponse response, Collection<Long> articles) {
		response.setHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=0, must-revalidate");
		response.addHeader(HttpHeaders.VARY, HttpHeaders.COOKIE);
		if (!articles.isEmpty()) {
			response.setHeader("Surrogate-Key",
					articles.stream().map((id) -> "article-" + id).collect(Collectors.joining(" ")));
		}
	}

	/**
	 * One reader's page: nobody keeps it.
	 */
	static void forOneReader(HttpServletResponse response) {
		response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
	}

}
