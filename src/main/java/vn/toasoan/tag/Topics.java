package vn.toasoan.tag;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * All sections and tags.
 */
interface Topics extends Repository<Topic, Long> {

	Topic save(Topic topic);

	Optional<Topic> findById(long id);

	@Query("select topic from Topic topic order by topic.sectionPosition nulls last, topic.name, topic.id limit :size offset :offset")
	List<Topic> all(int offset, int size);

	Optional<Topic> findBySlug(String slug);

	@Query("select topic from Topic topic where lower(topic.name) = lower(:name) or topic.slug = :slug")
	List<Topic> named(String name, String slug);

	List<Topic> findBySlugIn(Collection<String> slugs);

	/**
	 * In the order of the navigation. Read for the first page after a start, so not in
	 * JPQL: its parser would be loaded for it.
	 */
	@NativeQuery("select * from topic where section_position is not null order by section_position, id")
	List<Topic> sections();

}
