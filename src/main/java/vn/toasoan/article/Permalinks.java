package vn.toasoan.article;

import java.util.Optional;

import org.springframework.data.repository.Repository;

/**
 * Every path that any article ever had.
 */
interface Permalinks extends Repository<Permalink, String> {

	Permalink save(Permalink permalink);

	Optional<Permalink> findByPath(String path);

}
