package vn.toasoan.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;

/**
 * Who may keep a page, and for how long.
 */
public final class Freshness {

	/**
	 * The surrogate key of what changes with any comment below any article.
	 */
	public static final String ALL_COMMENTS = "comments";

	/**
	 * The surrogate key of what changes with any comment or appeal that the newsroom
	 * gets, also while no reader sees it.
	 */
	public static final String TRANSPARENCY = "transparency";

	/**
	 * The {@code Cache-Control} of what nobody keeps.
	 */
	public static final String FOR_ONE_READER = "private, no-store";

	private Freshness() {
	}

	/**
	 * The surrogate key of what changes with the comments below an article.
	 */
	public static String article(long articleId) {
		return "article-" + articleId;
	}

	/**
	 * The surrogate key of what counts all comments below an article, also those that no
	 * reader sees. The article's own page does not change with it.
	 */
	public static String tally(long articleId) {
		return "tally-" + articleId;
	}

	/**
	 * The same page for all: may be kept, but is asked for again each time, because a
	 * correction must be on it at once.
	 * @param articles the articles whose comments it shows or counts: it changes with
	 * them
	 * @param others further surrogate keys
	 */
	public static void forEverybody(HttpServletResponse response, Collection<Long> articles, String... others) {
		response.setHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=0, must-revalidate");
		response.addHeader(HttpHeaders.VARY, HttpHeaders.COOKIE);
		List<String> keys = new ArrayList<>(List.of(others));
		articles.forEach((id) -> keys.add(article(id)));
		if (!keys.isEmpty()) {
			response.setHeader("Surrogate-Key", String.join(" ", keys));
		}
	}

	/**
	 * One reader's page: nobody keeps it.
	 */
	public static void forOneReader(HttpServletResponse response) {
		response.setHeader(HttpHeaders.CACHE_CONTROL, FOR_ONE_READER);
	}

}
