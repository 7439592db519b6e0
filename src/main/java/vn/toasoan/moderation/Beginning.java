package vn.toasoan.moderation;

import org.springframework.web.util.HtmlUtils;
import vn.toasoan.text.CommentMarkup;
import vn.toasoan.text.Excerpt;

/**
 * The beginning of a comment on one line, for where it is only mentioned.
 */
final class Beginning {

	private static final int LENGTH = 140;

	private Beginning() {
	}

	/**
	 * @param source as the reader typed it, or as much of it as matters
	 */
	static String of(String source) {
		return ofHtml(CommentMarkup.toHtml(source), LENGTH);
	}

	/**
	 * @param html made safe
	 * @param length in characters, at most
	 */
	static String ofHtml(String html, int length) {
		String words = html.replaceAll("</?(p|br|blockquote)\\b[^>]*>", " ").replaceAll("<[^>]*>", "");
		return Excerpt.of(HtmlUtils.htmlUnescape(words), length);
	}

}
