package vn.toasoan.article;

import java.util.List;
import java.util.Optional;

import org.springframework.data.repository.Repository;

/**
 * All saved states of all articles; added, never removed.
 */
interface Revisions extends Repository<Revision, Long> {

	Revision save(Revision revision);

	Optional<Revision> findByArticleIdAndNumber(long articleId, int number);

	List<Revision> findByArticleIdOrderByNumberDesc(long articleId);

}
