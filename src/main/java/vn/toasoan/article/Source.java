package vn.toasoan.article;

import java.net.URI;
import java.util.List;

import org.jspecify.annotations.Nullable;
import vn.toasoan.text.Typography;

/**
 * Where an article has its facts from. Editors type one a line:
 * {@code title | publisher | address}, the last two optional.
 *
 * @param title what was read
 * @param publisher who published it; may be empty
 * @param url where it is to be found, http or https; null if nowhere on the web
 */
public record Source(String title, String publisher, @Nullable String url) {

	static List<Source> parse(String lines) {
		return lines.lines().map(String::strip).filter((line) -> !line.isEmpty()).map(Source::parseLine).toList();
	}

	private static Source parseLine(String line) {
		String[] parts = line.split("\\|", 3);
		String publisher = (parts.length > 1) ? parts[1].strip() : "";
		String url = (parts.length > 2) ? parts[2].strip() : "";
		return new Source(Typography.of(parts[0].strip()), publisher, isWebAddress(url) ? url : null);
	}

	/**
	 * The first line that is not a source as described above, if there is one.
	 */
	static @Nullable String firstWrong(String lines) {
		return lines.lines()
			.map(String::strip)
			.filter((line) -> !line.isEmpty() && !isRight(line))
			.findFirst()
			.orElse(null);
	}

	private static boolean isRight(String line) {
		String[] parts = line.split("\\|", -1);
		return !parts[0].isBlank() && parts.length <= 3
				&& (parts.length < 3 || parts[2].isBlank() || isWebAddress(parts[2].strip()));
	}

	private static boolean isWebAddress(String url) {
		try {
			URI uri = URI.create(url);
			return uri.getAuthority() != null
					&& ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()));
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

}
