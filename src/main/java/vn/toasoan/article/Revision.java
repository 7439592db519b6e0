package vn.toasoan.article;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import vn.toasoan.audit.Actor;

/**
 * The text of an article as it was saved once.
 */
@Entity
@Table(name = "article_revision")
class Revision {

	@Id
	@GeneratedValue
	private @Nullable Long id;

	private long articleId;

	private int number;

	private String title;

	private String standfirst;

	private String byline;

	@Column(length = Article.MAX_BODY)
	private String bodySource;

	private String sources;

	private Instant savedAt;

	private String savedBy;

	private boolean published;

	protected Revision() {
	}

	Revision(Article article, Actor editor, Instant savedAt) {
		ArticleText text = article.text();
		this.articleId = article.id();
		this.number = article.revision();
		this.title = text.title();
		this.standfirst = text.standfirst();
		this.byline = text.byline();
		this.bodySource = text.body();
		this.sources = text.sources();
		this.savedAt = savedAt;
		this.savedBy = editor.name();
		this.published = article.isPublished();
	}

	/**
	 * Remembers that readers have seen it.
	 */
	void wasPublished() {
		this.published = true;
	}

	ArticleText text() {
		return new ArticleText(this.title, this.standfirst, this.byline, this.bodySource, this.sources);
	}

	RevisionLine toLine() {
		return new RevisionLine(this.number, this.title, this.savedAt, this.savedBy, this.published);
	}

}
