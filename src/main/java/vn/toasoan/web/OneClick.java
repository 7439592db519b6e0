package vn.toasoan.web;

import java.util.regex.Pattern;

/**
 * The one address that mail programs may POST to from wherever they are: it ends letters
 * that somebody wants no more (RFC 8058). Whoever has it, may; no cookie counts there.
 */
public final class OneClick {

	/** What the addresses begin with on which letters are managed. */
	public static final String PAGES = "/theo-doi/";

	/** What follows the signed name of the receiver. */
	public static final String END = "/thoi";

	private static final Pattern PATH = Pattern.compile(PAGES + "[A-Za-z0-9_-]{43}\\.[A-Za-z0-9_-]{43}" + END);

	private OneClick() {
	}

	static boolean is(String path) {
		return PATH.matcher(path).matches();
	}

}
