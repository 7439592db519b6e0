package vn.toasoan.tag;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.toasoan.text.Slug;
import vn.toasoan.web.Shelf;

/**
 * Finds topics by name or address, and adds those that are new. Two names with the same
 * slug are one topic.
 */
@Service
public class TopicDirectory {

	private final Topics topics;

	private final Shelf shelf;

	TopicDirectory(Topics topics, Shelf shelf) {
		this.topics = topics;
		this.shelf = shelf;
	}

	/**
	 * The sections in the order of the masthead.
	 */
	public List<TopicLink> sections() {
		return Objects.requireNonNull(
				this.shelf.get("sections", () -> this.topics.sections().stream().map(Topic::link).toList()));
	}

	@Transactional(readOnly = true)
	public Optional<TopicLink> find(String slug) {
		return this.topics.findBySlug(slug).map(Topic::link);
	}

	@Transactional(readOnly = true)
	public Optional<TopicLink> find(long id) {
		return this.topics.findById(id).map(Topic::link);
	}

	/**
	 * The topics of these names, in this order, each once; those that are not there yet
	 * are added as tags. Names without a letter or digit are passed over.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public List<TopicLink> named(List<String> names) {
		Map<String, String> wanted = new LinkedHashMap<>();
		for (String name : names) {
			String clean = Normalizer.normalize(name, Normalizer.Form.NFC).strip();
			String slug = Slug.of(clean);
			if (!slug.isEmpty()) {
				wanted.putIfAbsent(slug, clean);
			}
		}
		Map<String, TopicLink> known = new LinkedHashMap<>();
		this.topics.findBySlugIn(wanted.keySet())
			.stream()
			.map(Topic::link)
			.forEach((link) -> known.put(link.slug(), link));
		List<TopicLink> links = new ArrayList<>();
		wanted.forEach((slug, name) -> links
			.add(known.containsKey(slug) ? known.get(slug) : this.topics.save(new Topic(slug, name, null)).link()));
		return links;
	}

	/**
	 * Adds a section to the masthead.
	 * @param position its place, smaller ones first
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public TopicLink addSection(String name, int position) {
		return this.topics.save(new Topic(Slug.of(name), name, position)).link();
	}

}
