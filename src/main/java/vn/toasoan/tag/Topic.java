package vn.toasoan.tag;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/**
 * Something that articles are about: a section of the masthead, or a tag.
 */
@Entity
class Topic {

	@Id
	@GeneratedValue
	private @Nullable Long id;

	private String slug;

	private String name;

	private @Nullable Integer sectionPosition;

	protected Topic() {
	}

	Topic(String slug, String name, @Nullable Integer sectionPosition) {
		this.slug = slug;
		this.name = name;
		this.sectionPosition = sectionPosition;
	}

	TopicLink link() {
		if (this.id == null) {
			throw new IllegalStateException("Topic " + this.name + " is not saved yet");
		}
		return new TopicLink(this.id, this.slug, this.name);
	}

}
