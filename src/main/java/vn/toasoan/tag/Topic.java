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

	/**
	 * Gives it another name; its address stays.
	 */
	void rename(String name) {
		this.name = name;
	}

	/**
	 * Puts it into the masthead, or takes it out and leaves it a tag.
	 * @param position its place, smaller ones first; null for none
	 */
	void place(@Nullable Integer position) {
		this.sectionPosition = position;
	}

	TopicLine line() {
		return new TopicLine(link().id(), this.slug, this.name, this.sectionPosition);
	}

	TopicLink link() {
		if (this.id == null) {
			throw new IllegalStateException("Topic " + this.name + " is not saved yet");
		}
		return new TopicLink(this.id, this.slug, this.name);
	}

}
