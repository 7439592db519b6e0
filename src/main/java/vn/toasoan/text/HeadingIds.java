package vn.toasoan.text;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Hands out the ids of the headings of one article, each once.
 */
final class HeadingIds {

	/**
	 * The page's own ids: landmarks, sources, correction, comments, and those of charts
	 * and footnotes.
	 */
	private static final Pattern RESERVED = Pattern
		.compile("(?:noi-dung|binh-luan|nguon|dinh-chinh|bieu-do|chu-thich)(?:-[0-9-]+)?|bl(?:-.*)?");

	private static final String PREFIX = "muc";

	private final Set<String> used = new HashSet<>();

	private final Map<String, Integer> repeats = new HashMap<>();

	String next(String heading) {
		String slug = Slug.of(heading);
		String base = slug.isEmpty() ? PREFIX : RESERVED.matcher(slug).matches() ? PREFIX + "-" + slug : slug;
		String id = base;
		while (!this.used.add(id)) {
			id = base + "-" + this.repeats.merge(base, 2, (count, two) -> count + 1);
		}
		return id;
	}

}
