package vn.toasoan.text;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Hands out the ids of the headings of one article, each once.
 */
final class HeadingIds {

	/** Keeps a heading's id apart from all other ids of the page. */
	private static final String PREFIX = "muc";

	private final Set<String> used = new HashSet<>();

	private final Map<String, Integer> repeats = new HashMap<>();

	String next(String heading) {
		String slug = Slug.of(heading);
		String base = slug.isEmpty() ? PREFIX : PREFIX + "-" + slug;
		String id = base;
		while (!this.used.add(id)) {
			id = base + "-" + this.repeats.merge(base, 2, (count, two) -> count + 1);
		}
		return id;
	}

}
