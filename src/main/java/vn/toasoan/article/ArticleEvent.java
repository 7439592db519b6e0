package vn.toasoan.article;

/**
 * Something happened to an article. Told inside the transaction that does it.
 */
public sealed interface ArticleEvent {

	long articleId();

	/**
	 * A draft was begun.
	 */
	record Created(long articleId) implements ArticleEvent {
	}

	/**
	 * What readers see of it has changed: published, revised, corrected or withdrawn.
	 */
	record Changed(long articleId) implements ArticleEvent {
	}

}
