package vn.toasoan.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sets what was typed plainly with the signs of a printed page, as Vietnamese uses them:
 * “…” and inside it ‘…’, the apostrophe ’, – for {@code --}, — for {@code ---}, … for
 * three dots, and ″ after a number. What is set already stays, and web addresses are left
 * alone. {@link TypographicText} does the same for the words of a parsed article.
 */
public final class Typography {

	/** Stands for what is no text: code, an image, a mark of a footnote. */
	static final char OBJECT = '\uFFFC';

	private static final Pattern ADDRESS = Pattern.compile("(?i)(?:[a-z][a-z0-9+.-]{0,15}://|www\\.)[^\\s\"<>“”‘’]+");

	/** After these a quotation begins. */
	private static final String OPENING = "([{<–—-/“‘«";

	private final String line;

	private final StringBuilder set;

	/** The last single mark that can end a quotation. */
	private final int lastClosing;

	/** Whether a double mark has opened and none has closed since. */
	private boolean quoting;

	private Typography(String line) {
		this.line = line;
		this.set = new StringBuilder(line.length());
		this.lastClosing = lastClosing(line);
	}

	/**
	 * Sets a line of plain text. Setting twice changes nothing.
	 * @param line a headline, a caption or another text without markup
	 * @return the same words with real quotation marks, dashes and ellipses
	 */
	public static String of(String line) {
		return of(line, new int[0])[0];
	}

	/**
	 * Sets a line that consists of several pieces, whose neighbours decide which way a
	 * quotation mark turns.
	 * @param line all pieces in one
	 * @param borders where in the line each piece but the first one begins
	 * @return the pieces, as many as there are borders and one
	 */
	static String[] of(String line, int[] borders) {
		Typography typography = new Typography(line);
		Matcher address = ADDRESS.matcher(line);
		boolean found = address.find();
		String[] pieces = new String[borders.length + 1];
		int from = 0;
		for (int piece = 0; piece < pieces.length; piece++) {
			int end = (piece < borders.length) ? borders[piece] : line.length();
			int begun = typography.set.length();
			while (from < end) {
				while (found && address.end() <= from) {
					found = address.find();
				}
				from = (found && from >= address.start()) ? typography.leave(from, Math.min(address.end(), end))
						: typography.put(from, end);
			}
			pieces[piece] = typography.set.substring(begun);
		}
		return pieces;
	}

	private int leave(int from, int end) {
		this.set.append(this.line, from, end);
		return end;
	}

	private int put(int from, int end) {
		char c = this.line.charAt(from);
		switch (c) {
			case '-', '.' -> {
				return putRun(c, from, end);
			}
			case '"' -> this.set.append(quote(from));
			case '\'' -> this.set.append(apostrophe(from));
			default -> this.set.append(c);
		}
		return from + 1;
	}

	private int putRun(char c, int from, int end) {
		int run = from;
		while (run < end && this.line.charAt(run) == c) {
			run++;
		}
		switch (run - from) {
			case 2 -> this.set.append((c == '-') ? "–" : "..");
			case 3 -> this.set.append((c == '-') ? "—" : "…");
			default -> this.set.append(this.line, from, run);
		}
		return run;
	}

	private char quote(int at) {
		if (!this.quoting && Character.isDigit(before()) && !Character.isLetterOrDigit(after(at))) {
			return '″';
		}
		this.quoting = opens(at);
		return this.quoting ? '“' : '”';
	}

	private char apostrophe(int at) {
		return (opens(at) && isClosedAgain(at)) ? '‘' : '’';
	}

	private boolean opens(int at) {
		char before = before();
		boolean begins = isSpace(before) || OPENING.indexOf(before) >= 0;
		return begins && !isSpace(after(at));
	}

	/** Whether a single mark further on ends what one here would begin. */
	private boolean isClosedAgain(int at) {
		return this.lastClosing > at;
	}

	private static int lastClosing(String line) {
		for (int i = line.lastIndexOf('\''); i > 0; i = line.lastIndexOf('\'', i - 1)) {
			boolean wordGoesOn = i + 1 < line.length() && Character.isLetterOrDigit(line.charAt(i + 1));
			if (!isSpace(line.charAt(i - 1)) && !wordGoesOn) {
				return i;
			}
		}
		return -1;
	}

	/** What stands before, as it is set; a space at the beginning. */
	private char before() {
		return this.set.isEmpty() ? ' ' : this.set.charAt(this.set.length() - 1);
	}

	private char after(int at) {
		return (at + 1 < this.line.length()) ? this.line.charAt(at + 1) : ' ';
	}

	private static boolean isSpace(char c) {
		return Character.isWhitespace(c) || Character.isSpaceChar(c);
	}

}
