package vn.toasoan.article;

import java.util.Optional;

import jakarta.persistence.LockModeType;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * All articles, in whatever state.
 */
interface Articles extends Repository<Article, Long> {

	Article saveAndFlush(Article article);

	Optional<Article> findById(long id);

	/**
	 * The article for a change: whoever wants to change it too waits, and then sees what
	 * was done.
	 */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select article from Article article where article.id = :id")
	Optional<Article> lock(long id);

}
