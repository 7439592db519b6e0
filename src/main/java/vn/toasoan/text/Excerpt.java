package vn.toasoan.text;

import java.util.regex.Pattern;

/**
 * The beginning of a text, for a teaser, a feed or a meta description.
 */
public final class Excerpt {

	private static final Pattern SPACES = Pattern.compile("\\s+");

	/** What must not stand right before the ellipsis. */
	private static final String DANGLING = " .,;:!?…–—-([“‘";

	private Excerpt() {
	}

	/**
	 * Shortens a text, between two words where it can, and marks the cut with "…". Line
	 * breaks and runs of spaces become single spaces; no-break spaces stay and are no
	 * border.
	 * @param plainText a text without markup
	 * @param maxChars the most {@code char}s of the result, the ellipsis included; at
	 * least 1
	 * @return the text itself if it is short enough, else its beginning
	 * @throws IllegalArgumentException if {@code maxChars} is below 1
	 */
	public static String of(String plainText, int maxChars) {
		if (maxChars < 1) {
			throw new IllegalArgumentException("maxChars must be at least 1: " + maxChars);
		}
		String text = SPACES.matcher(plainText).replaceAll(" ").strip();
		if (text.length() <= maxChars) {
			return text;
		}
		int border = text.lastIndexOf(' ', maxChars - 1);
		int end = (border > 0) ? border : insideWord(text, maxChars - 1);
		return withoutDangling(text.substring(0, end)) + "…";
	}

	/**
	 * A word longer than the whole excerpt is cut, but never between a letter and its
	 * marks.
	 */
	private static int insideWord(String text, int wanted) {
		int end = wanted;
		while (end > 0 && joinsPrevious(text, end)) {
			end--;
		}
		return end;
	}

	private static boolean joinsPrevious(String text, int index) {
		if (Character.isLowSurrogate(text.charAt(index))) {
			return true;
		}
		int type = Character.getType(text.codePointAt(index));
		return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK
				|| type == Character.COMBINING_SPACING_MARK || type == Character.FORMAT;
	}

	private static String withoutDangling(String text) {
		int end = text.length();
		while (end > 0 && DANGLING.indexOf(text.charAt(end - 1)) >= 0) {
			end--;
		}
		return text.substring(0, end);
	}

}
