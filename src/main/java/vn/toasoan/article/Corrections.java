package vn.toasoan.article;

import java.util.List;

import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.repository.Repository;

/**
 * All corrections of all articles; added, never removed.
 */
interface Corrections extends Repository<Correction, Long> {

	Correction save(Correction correction);

	/**
	 * How many corrections were made on a revision or on a newer one.
	 */
	int countByArticleIdAndRevisionGreaterThanEqual(long articleId, int revision);

	/**
	 * Of an article. Read for the first page after a start, so not in JPQL: its parser
	 * would be loaded for it.
	 */
	@NativeQuery("select * from correction where article_id = :articleId order by made_at desc, id desc")
	List<Correction> newestFirst(long articleId);

}
