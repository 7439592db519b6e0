package vn.toasoan.moderation;

import java.util.regex.Pattern;

/**
 * Where a form of the desk leads back to: the page it stood on.
 */
final class Back {

	/**
	 * A path of the desk, never another site; and no braces, which a redirect would fill.
	 */
	private static final Pattern DESK = Pattern.compile("/admin(/[A-Za-z0-9/_-]*)?(\\?[A-Za-z0-9&=%+._~*-]*)?");

	private Back() {
	}

	static String redirect(String path) {
		return "redirect:" + (DESK.matcher(path).matches() ? path : "/admin/comments");
	}

}
