package vn.toasoan.legal;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import vn.toasoan.site.SiteSettings;

/**
 * The page of this site that a request is about. Whether there is such a page is for
 * {@link Places} to say.
 *
 * @param path begins with one slash; with its fragment
 * @param comment the public id of the comment that the address names; null if it names
 * none
 */
record Place(String path, @Nullable String comment) {

	private static final int MAX = 500;

	private static final Pattern COMMENT = Pattern
		.compile("(?:^/bl/|^/bai-viet/[^/#]+/binh-luan/|#bl-)([a-z0-9]{12})(?=[/#]|$)");

	/**
	 * Reads an address as somebody has copied it: a full one of this site, or a path.
	 */
	static Optional<Place> of(String typed, SiteSettings site) {
		try {
			URI address = site.url().resolve(typed.strip());
			String path = address.getRawPath();
			boolean ours = site.url().getHost().equalsIgnoreCase(address.getHost()) && isWeb(address);
			if (!ours || path == null || path.length() < 2 || path.startsWith("//")) {
				return Optional.empty();
			}
			String whole = (address.getRawFragment() != null) ? path + "#" + address.getRawFragment() : path;
			Matcher comment = COMMENT.matcher(whole);
			return (whole.length() <= MAX) ? Optional.of(new Place(whole, comment.find() ? comment.group(1) : null))
					: Optional.empty();
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	private static boolean isWeb(URI address) {
		return "https".equals(address.getScheme()) || "http".equals(address.getScheme());
	}

}
