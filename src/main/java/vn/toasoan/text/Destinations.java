package vn.toasoan.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.commonmark.node.Link;
import org.commonmark.node.Text;

/**
 * Where links and images of an article may point to.
 */
final class Destinations {

	// Browsers drop tabs and line breaks from an address and read a backslash as a slash:
	// neither may occur.
	private static final Pattern LINK = Pattern
		.compile("(?i)(?:https?://[^/?#]|mailto:.|tel:.|#.|/(?!/))[^\\p{Cntrl}\\\\]*");

	private static final Pattern EXTERNAL = Pattern.compile("(?i)https?:.*", Pattern.DOTALL);

	private static final Pattern IMAGE = Pattern.compile("/anh/[A-Za-z0-9][A-Za-z0-9._/-]{0,250}");

	private static final Pattern SOURCE = Pattern.compile("#nguon-([1-9][0-9]{0,2})");

	private Destinations() {
	}

	/**
	 * An address with http, https, mailto or tel, a path of this site, or a place on the
	 * same page.
	 */
	static boolean isLink(String destination) {
		return LINK.matcher(destination).matches() && destination.chars().noneMatch(Character::isISOControl);
	}

	static boolean isExternal(String destination) {
		return EXTERNAL.matcher(destination).matches();
	}

	/** Images come from this site's own store only. */
	static boolean isImage(String destination) {
		return IMAGE.matcher(destination).matches() && !destination.contains("..") && !destination.contains("//");
	}

	/**
	 * The number of the source that a link refers to, written {@code [3](#nguon-3)}; 0
	 * for any other link.
	 */
	static int sourceNumber(Link link) {
		Matcher source = SOURCE.matcher(link.getDestination());
		boolean numbered = source.matches() && link.getFirstChild() instanceof Text text && text == link.getLastChild()
				&& text.getLiteral().equals(source.group(1));
		return numbered ? Integer.parseInt(source.group(1)) : 0;
	}

}
