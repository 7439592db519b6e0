package vn.toasoan.article;

/**
 * Where an article stands between its writer and its readers.
 */
public enum ArticleStatus {

	/** Being written; no reader has seen it. */
	DRAFT,

	/** For readers, from its publication time on. */
	PUBLISHED,

	/** Taken down; its address answers 410. */
	WITHDRAWN

}
