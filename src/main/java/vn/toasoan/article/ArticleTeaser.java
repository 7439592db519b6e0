package vn.toasoan.article;

import java.time.Instant;

import vn.toasoan.tag.TopicLink;

/**
 * An article in a list for readers.
 */
public record ArticleTeaser(long id, String slug, String title, String standfirst, String byline, TopicLink section,
		int readingMinutes, Instant publishedAt) {

	public String path() {
		return Permalink.of(this.slug);
	}

}
