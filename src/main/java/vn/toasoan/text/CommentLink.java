package vn.toasoan.text;

import java.lang.Character.UnicodeScript;
import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A bare http or https address in a comment: where it really goes, and how it is shown.
 *
 * @param href the address in ASCII
 * @param shown its host and the beginning of its path
 */
record CommentLink(String href, String shown) {

	/**
	 * Characters of the path that are shown: enough to tell an article from a login form.
	 */
	private static final int SHOWN_PATH = 30;

	private static final Pattern AUTHORITY = Pattern.compile("([^:@\\[\\]]+)(:[0-9]{1,5})?");

	/**
	 * Reads an address, or returns null for one that should stay text: no host with a
	 * dot, a user part, a bad escape.
	 */
	static @Nullable CommentLink of(String address) {
		try {
			URI uri = new URI(address);
			Matcher authority = AUTHORITY.matcher((uri.getRawAuthority() != null) ? uri.getRawAuthority() : "");
			if (!authority.matches()) {
				return null;
			}
			// Punycode is shown as such, so that "аpple.com" with a Cyrillic а cannot
			// pass for another host.
			String host = IDN.toASCII(authority.group(1), IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
			if (host.indexOf('.') <= 0 || host.endsWith(".")) {
				return null;
			}
			String place = host + ((authority.group(2) != null) ? authority.group(2) : "");
			String rest = address.substring(address.indexOf("//") + 2 + uri.getRawAuthority().length());
			URI real = new URI(uri.getScheme().toLowerCase(Locale.ROOT) + "://" + place + rest);
			return new CommentLink(real.toASCIIString(), place + shorten(isLatin(rest) ? rest : asciiPath(real)));
		}
		catch (URISyntaxException | IllegalArgumentException ex) {
			return null;
		}
	}

	/**
	 * Only Latin letters are shown unescaped: others may run from right to left or look
	 * like a slash.
	 */
	private static boolean isLatin(String text) {
		return text.codePoints().allMatch((c) -> c < 128 || UnicodeScript.of(c) == UnicodeScript.LATIN);
	}

	private static String asciiPath(URI uri) {
		String ascii = uri.toASCIIString();
		return ascii.substring(ascii.indexOf("//") + 2 + uri.getRawAuthority().length());
	}

	private static String shorten(String path) {
		if (path.equals("/")) {
			return "";
		}
		return (path.length() <= SHOWN_PATH) ? path : path.substring(0, SHOWN_PATH - 1) + "…";
	}

}
