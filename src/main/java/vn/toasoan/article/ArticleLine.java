package vn.toasoan.article;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * An article in a list of the desk.
 *
 * @param section name of its section
 */
public record ArticleLine(long id, String title, String slug, ArticleStatus status, String byline,
		@Nullable Instant publishedAt, Instant revisedAt, String section) {

	public String path() {
		return Permalink.of(this.slug);
	}

}
