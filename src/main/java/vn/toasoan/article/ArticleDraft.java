package vn.toasoan.article;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An article as the desk sees it: with its source text and its state.
 *
 * @param tags names of its tags
 * @param revision number of the revision shown
 */
public record ArticleDraft(long id, String slug, ArticleText text, long sectionId, List<String> tags,
		ArticleStatus status, @Nullable Instant publishedAt, Instant revisedAt, int revision) {

	public String path() {
		return Permalink.of(this.slug);
	}

	/**
	 * Whether it is published, but for a time to come.
	 */
	boolean isScheduled(Instant now) {
		return this.status == ArticleStatus.PUBLISHED && this.publishedAt != null && this.publishedAt.isAfter(now);
	}

}
