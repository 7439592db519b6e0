package vn.toasoan.text;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.regex.Pattern;

/**
 * What a reader typed, brought into one form before it is measured, compared and stored.
 * {@link CommentMarkup} turns the result into HTML.
 */
public final class CommentText {

	/**
	 * The most combining marks in a row. Vietnamese needs two; stacks of dozens paint
	 * over the neighbours.
	 */
	private static final int MAX_MARKS = 8;

	private static final Pattern LINE_END = Pattern.compile("\\r\\n?|[\\u2028\\u2029]");

	private static final Pattern TRAILING_SPACES = Pattern.compile("[\\t\\p{Zs}]++(?=\\n)");

	private static final Pattern BLANK_LINES = Pattern.compile("\\n{3,}");

	private static final int ZWNJ = 0x200C;

	private static final int ZWJ = 0x200D;

	private static final int EMOJI_STYLE = 0xFE0F;

	private static final int BLACK_FLAG = 0x1F3F4;

	private CommentText() {
	}

	/**
	 * Normalises a text: NFC; line feeds only; no control characters but tab and line
	 * feed; no bidirectional overrides or isolates; no invisible characters outside emoji
	 * sequences (Unicode Technical Standard 51); at most 8 combining marks in a row; no
	 * spaces at line ends, no blank lines at the ends, never two blank lines in a row.
	 * Normalising twice changes nothing.
	 * @param body any text
	 * @return the normalised text, possibly empty
	 */
	public static String normalize(String body) {
		String lines = LINE_END.matcher(Normalizer.normalize(body, Form.NFC)).replaceAll("\n");
		String visible = withoutLooseJoiners(withoutInvisible(lines));
		String composed = withoutMarkStacks(Normalizer.normalize(visible, Form.NFC));
		String trimmed = TRAILING_SPACES.matcher(composed + "\n").replaceAll("");
		return trim(BLANK_LINES.matcher(trimmed).replaceAll("\n\n"));
	}

	/**
	 * Normalises a text of one line: what is between its words becomes one space, and
	 * nothing stands before the first or after the last.
	 */
	public static String line(String text) {
		return normalize(text).replaceAll("\\s+", " ").replaceAll("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$", "");
	}

	private static String withoutInvisible(String text) {
		StringBuilder kept = new StringBuilder(text.length());
		text.codePoints().filter((c) -> !isInvisible(c)).forEach(kept::appendCodePoint);
		return kept.toString();
	}

	private static boolean isInvisible(int c) {
		return switch (Character.getType(c)) {
			case Character.CONTROL -> c != '\n' && c != '\t';
			case Character.SURROGATE -> true;
			// Format characters: bidirectional controls, zero-width space and no-break,
			// soft hyphen. Joiners and the
			// tag characters of flags are looked at in their place.
			case Character.FORMAT -> c != ZWJ && c != ZWNJ && !isTag(c);
			// The combining grapheme joiner, the other variation selectors and the Hangul
			// fillers.
			default -> c == 0x034F || (c >= 0xFE00 && c < EMOJI_STYLE) || (c >= 0xE0100 && c <= 0xE01EF) || c == 0x115F
					|| c == 0x1160 || c == 0x3164 || c == 0xFFA0;
		};
	}

	/**
	 * Keeps joiners, the emoji style selector and flag tags only where an emoji sequence
	 * has them.
	 */
	private static String withoutLooseJoiners(String text) {
		int[] points = text.codePoints().toArray();
		StringBuilder kept = new StringBuilder(text.length());
		int previous = 0;
		for (int i = 0; i < points.length; i++) {
			int next = (i + 1 < points.length) ? points[i + 1] : 0;
			if (belongs(previous, points[i], next)) {
				kept.appendCodePoint(points[i]);
				previous = points[i];
			}
		}
		return kept.toString();
	}

	private static boolean belongs(int previous, int c, int next) {
		if (c == ZWJ || c == ZWNJ) {
			return (isPictograph(previous) || previous == EMOJI_STYLE) && isPictograph(next);
		}
		if (c == EMOJI_STYLE) {
			return isPictograph(previous) || "0123456789#*".indexOf(previous) >= 0;
		}
		return !isTag(c) || previous == BLACK_FLAG || isTag(previous);
	}

	private static boolean isTag(int c) {
		return c >= 0xE0020 && c <= 0xE007F;
	}

	/**
	 * The blocks that hold all emoji of Unicode 17; a generous reading of
	 * Extended_Pictographic.
	 */
	private static boolean isPictograph(int c) {
		return (c >= 0x1F000 && c <= 0x1FAFF) || (c >= 0x2190 && c <= 0x21FF) || (c >= 0x2300 && c <= 0x27BF)
				|| (c >= 0x2900 && c <= 0x297F) || (c >= 0x2B00 && c <= 0x2BFF) || c == 0xA9 || c == 0xAE || c == 0x203C
				|| c == 0x2049 || c == 0x2122 || c == 0x2139 || c == 0x3030 || c == 0x303D || c == 0x3297
				|| c == 0x3299;
	}

	private static String withoutMarkStacks(String text) {
		StringBuilder kept = new StringBuilder(text.length());
		int marks = 0;
		for (int c : text.codePoints().toArray()) {
			marks = isMark(c) ? marks + 1 : 0;
			if (marks <= MAX_MARKS) {
				kept.appendCodePoint(c);
			}
		}
		return kept.toString();
	}

	private static boolean isMark(int c) {
		int type = Character.getType(c);
		return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK
				|| type == Character.COMBINING_SPACING_MARK;
	}

	/**
	 * Like {@link String#strip()}, but no-break spaces go too: a text of nothing else is
	 * an empty one.
	 */
	private static String trim(String text) {
		int start = 0;
		int end = text.length();
		while (start < end && isSpace(text.charAt(start))) {
			start++;
		}
		while (end > start && isSpace(text.charAt(end - 1))) {
			end--;
		}
		return text.substring(start, end);
	}

	private static boolean isSpace(char c) {
		return Character.isWhitespace(c) || Character.isSpaceChar(c);
	}

	/**
	 * The length that a reader is told: code points after {@link #normalize}, so that a
	 * decomposed "Nguyễn" is as long as the composed one.
	 * @param body any text
	 * @return the number of code points, 0 or more
	 */
	public static int length(String body) {
		String normal = normalize(body);
		return normal.codePointCount(0, normal.length());
	}

}
