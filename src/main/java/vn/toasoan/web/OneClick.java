package vn.toasoan.web;

import java.util.regex.Pattern;

/**
 * The addresses that mail programs may POST to from wherever they are: they end letters
 * that somebody wants no more (RFC 8058). Whoever has one, may; no cookie counts there.
 */
public final class OneClick {

	/** What the addresses begin with on which readers' letters are managed. */
	public static final String PAGES = "/theo-doi/";

	/** What the addresses begin with on which an editor's digest is ended. */
	public static final String DIGESTS = "/thu-tom-tat/";

	/** What follows the signed name of the receiver. */
	public static final String END = "/thoi";

	private static final Pattern PATH = Pattern
		.compile("(" + PAGES + "[A-Za-z0-9_-]{43}|" + DIGESTS + "[0-9a-z]{1,13})\\.[A-Za-z0-9_-]{43}" + END);

	private OneClick() {
	}

	static boolean is(String path) {
		return PATH.matcher(path).matches();
	}

}
