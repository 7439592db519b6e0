package vn.toasoan.article;

import java.time.Instant;
import java.util.List;

import vn.toasoan.tag.TopicLink;

/**
 * An article as readers see it.
 *
 * @param html the body, sanitized when it was written
 * @param revisedAt when its text was last changed
 */
public record PublishedArticle(long id, String slug, String title, String standfirst, String byline, TopicLink section,
		String html, int readingMinutes, List<Source> sources, Instant publishedAt, Instant revisedAt, int revision,
		List<TopicLink> tags, List<CorrectionNotice> corrections) {

	public String path() {
		return Permalink.of(this.slug);
	}

}
