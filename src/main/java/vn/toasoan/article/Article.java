package vn.toasoan.article;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import vn.toasoan.audit.Actor;
import vn.toasoan.text.Markdown;
import vn.toasoan.text.RenderedText;

/**
 * An article of the newsroom. Its body is rendered when it is written, not when it is
 * read. {@link ArticleDesk} changes it, {@link PublishedArticles} shows it.
 */
@Entity
class Article {

	static final int MAX_BODY = 200_000;

	/** Room for the markup of nearly every body; only the strangest grow fivefold. */
	static final int MAX_HTML = 1_000_000;

	@Id
	@GeneratedValue
	private @Nullable Long id;

	private String slug;

	private String title;

	private String standfirst;

	private String byline;

	private long sectionId;

	@Column(length = MAX_BODY)
	private String bodySource;

	@Column(length = MAX_HTML)
	private String bodyHtml;

	private int readingMinutes;

	private String sources;

	@ElementCollection
	@CollectionTable(name = "article_tag")
	@OrderColumn(name = "position")
	@Column(name = "topic_id")
	private List<Long> tags = new ArrayList<>();

	@Enumerated(EnumType.STRING)
	private ArticleStatus status;

	private @Nullable Instant publishedAt;

	private Instant revisedAt;

	private Instant createdAt;

	private @Nullable Long createdBy;

	private int revision;

	@Version
	private int version;

	protected Article() {
	}

	/**
	 * Begins a draft.
	 * @throws BodyTooLong if the body's markup has more than 1,000,000 characters
	 */
	Article(String slug, ArticleText text, long sectionId, List<Long> tags, Actor author, Instant now) {
		this.status = ArticleStatus.DRAFT;
		this.createdAt = now;
		this.createdBy = author.id();
		write(slug, text, sectionId, tags, now);
	}

	/**
	 * Replaces the text; the revision before stays in {@link Revision}.
	 * @throws BodyTooLong if the body's markup has more than 1,000,000 characters
	 */
	void revise(String slug, ArticleText text, long sectionId, List<Long> tags, Instant now) {
		write(slug, text, sectionId, tags, now);
	}

	private void write(String slug, ArticleText text, long sectionId, List<Long> tags, Instant now) {
		RenderedText body = Markdown.render(text.body());
		if (body.html().length() > MAX_HTML) {
			throw new BodyTooLong();
		}
		this.slug = slug;
		this.title = text.title();
		this.standfirst = text.standfirst();
		this.byline = text.byline();
		this.bodySource = text.body();
		this.bodyHtml = body.html();
		this.readingMinutes = body.readingMinutes();
		this.sources = text.sources();
		this.sectionId = sectionId;
		this.tags.clear();
		this.tags.addAll(tags);
		this.revisedAt = now;
		this.revision++;
	}

	/**
	 * Makes the state that carries a new correction the next revision, so that it can be
	 * told who has seen the correction and who has not.
	 */
	void correct() {
		this.revision++;
	}

	/**
	 * Gives it to readers, from a time on. An article that was already published keeps
	 * its first date if the new time is not in the future.
	 * @return false if nothing changed
	 * @throws AlreadyRead if readers have it, and the time is in the future
	 */
	boolean publish(Instant from, Instant now) {
		if (isVisibleAt(now) && from.isAfter(now)) {
			throw new AlreadyRead();
		}
		Instant first = this.publishedAt;
		Instant start = (first != null && first.isBefore(now) && !from.isAfter(now)) ? first : from;
		if (this.status == ArticleStatus.PUBLISHED && start.equals(first)) {
			return false;
		}
		this.status = ArticleStatus.PUBLISHED;
		this.publishedAt = start;
		return true;
	}

	/**
	 * Takes it from readers; one that waited for its time becomes a draft again.
	 * @return false if nothing changed
	 */
	boolean withdraw(Instant now) {
		if (this.status != ArticleStatus.PUBLISHED) {
			return false;
		}
		if (isVisibleAt(now)) {
			this.status = ArticleStatus.WITHDRAWN;
		}
		else {
			this.status = ArticleStatus.DRAFT;
			this.publishedAt = null;
		}
		return true;
	}

	boolean isVisibleAt(Instant now) {
		return this.status == ArticleStatus.PUBLISHED && this.publishedAt != null && !this.publishedAt.isAfter(now);
	}

	boolean isDraftOf(@Nullable Long accountId) {
		return this.status == ArticleStatus.DRAFT && accountId != null && accountId.equals(this.createdBy);
	}

	boolean isPublished() {
		return this.status == ArticleStatus.PUBLISHED;
	}

	long id() {
		if (this.id == null) {
			throw new IllegalStateException("Article " + this.slug + " is not saved yet");
		}
		return this.id;
	}

	String slug() {
		return this.slug;
	}

	String title() {
		return this.title;
	}

	int revision() {
		return this.revision;
	}

	ArticleText text() {
		return new ArticleText(this.title, this.standfirst, this.byline, this.bodySource, this.sources);
	}

	ArticleDraft toDraft(List<String> tagNames) {
		return new ArticleDraft(id(), this.slug, text(), this.sectionId, tagNames, this.status, this.publishedAt,
				this.revisedAt, this.revision);
	}

	/**
	 * The body grows too much when it is rendered.
	 */
	static class BodyTooLong extends RuntimeException {

	}

	/**
	 * Readers have it already: whoever wants to hide it for a while must withdraw it.
	 */
	static class AlreadyRead extends RuntimeException {

	}

}
