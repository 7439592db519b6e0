package vn.toasoan.article;

import java.util.Optional;

import org.springframework.data.repository.Repository;

/**
 * All articles, in whatever state.
 */
interface Articles extends Repository<Article, Long> {

	Article saveAndFlush(Article article);

	Optional<Article> findById(long id);

}
