package vn.toasoan.tag;

import org.jspecify.annotations.Nullable;

/**
 * A topic as the desk lists it.
 *
 * @param position its place in the masthead; null for a tag
 */
record TopicLine(long id, String slug, String name, @Nullable Integer position) {

	public String path() {
		return new TopicLink(this.id, this.slug, this.name).path();
	}

}
