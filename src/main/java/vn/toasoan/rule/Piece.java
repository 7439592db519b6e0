package vn.toasoan.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import vn.toasoan.screening.Passage;

/**
 * A part of a text, for a page that marks what was found in it.
 */
record Piece(String text, boolean marked) {

	/** {@code char}s before the first marked words, if the text is long. */
	private static final int BEFORE = 120;

	/** {@code char}s altogether: a page shows twenty texts. */
	private static final int MOST = 480;

	private static final String GAP = "…";

	/**
	 * Cuts a text at the borders of what was found. Of a long one, what surrounds the
	 * first words that were found is left.
	 */
	static List<Piece> of(String text, List<Passage> passages, Passage.Field field) {
		List<Passage> found = passages.stream()
			.filter((passage) -> passage.field() == field && passage.to() <= text.length())
			.sorted(Comparator.comparingInt(Passage::from))
			.toList();
		int from = (text.length() <= MOST || found.isEmpty()) ? 0
				: border(text, Math.max(0, found.get(0).from() - BEFORE));
		int to = border(text, Math.min(text.length(), from + MOST));
		List<Piece> pieces = new ArrayList<>();
		add(pieces, (from > 0) ? GAP : "", false);
		int at = from;
		for (Passage passage : found) {
			if (passage.to() > at && passage.from() < to) {
				add(pieces, text.substring(at, Math.max(at, passage.from())), false);
				add(pieces, text.substring(Math.max(at, passage.from()), Math.min(to, passage.to())), true);
				at = Math.min(to, passage.to());
			}
		}
		add(pieces, text.substring(at, to) + ((to < text.length()) ? GAP : ""), false);
		return pieces;
	}

	/** No character is cut in two. */
	private static int border(String text, int index) {
		return (index > 0 && index < text.length() && Character.isLowSurrogate(text.charAt(index))) ? index - 1 : index;
	}

	private static void add(List<Piece> pieces, String text, boolean marked) {
		if (!text.isEmpty()) {
			pieces.add(new Piece(text, marked));
		}
	}

}
