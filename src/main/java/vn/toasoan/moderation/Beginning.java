package vn.toasoan.moderation;

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
		return Excerpt.of(CommentMarkup.words(CommentMarkup.toHtml(source)), LENGTH);
	}

}
