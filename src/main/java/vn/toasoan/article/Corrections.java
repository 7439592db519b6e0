package vn.toasoan.article;

import java.util.List;

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

	List<Correction> findByArticleIdOrderByMadeAtDescIdDesc(long articleId);

}
