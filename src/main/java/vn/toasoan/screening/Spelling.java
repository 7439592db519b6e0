package vn.toasoan.screening;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A text spelt plainly, letter by letter, each with its place in the original: NFKC, in
 * lower case, without invisible characters and marks that Vietnamese does not know, and
 * in words of mixed scripts with Latin letters for those that only look like them.
 * {@link Reading}s are made of it.
 */
final class Spelling {

	/** Marks on one letter that are looked at; Vietnamese needs two. */
	private static final int MAX_MARKS = 8;

	/** Shorter words may be a formula or a unit. */
	private static final int MIXED_FROM = 4;

	private static final String TONES = "\u0300\u0301\u0303\u0309\u0323";

	private static final int SOFT_HYPHEN = 0xAD;

	private final List<Letter> letters = new ArrayList<>();

	/**
	 * Words with invisible characters inside, as pairs of indexes in the original text.
	 * Those of emoji sequences and soft hyphens don't count.
	 */
	private final List<int[]> invisible = new ArrayList<>();

	private final List<int[]> mixed = new ArrayList<>();

	private Spelling() {
	}

	static Spelling of(String text) {
		Spelling spelling = new Spelling();
		spelling.read(text);
		spelling.unmask();
		return spelling;
	}

	List<Letter> letters() {
		return this.letters;
	}

	Line line() {
		return new Line(this.letters);
	}

	List<int[]> invisible() {
		return this.invisible;
	}

	List<int[]> mixed() {
		return this.mixed;
	}

	private void read(String text) {
		int hidden = -1;
		for (int i = 0; i < text.length();) {
			int c = text.codePointAt(i);
			int end = i + Character.charCount(c);
			StringBuilder cluster = new StringBuilder().appendCodePoint(c);
			boolean hides = false;
			while (end < text.length() && follows(text.codePointAt(end))) {
				int next = text.codePointAt(end);
				if (isMark(next) && cluster.length() <= MAX_MARKS) {
					cluster.appendCodePoint(next);
				}
				hides |= !isMark(next) && next != SOFT_HYPHEN;
				end += Character.charCount(next);
			}
			if (hidden >= 0 && hidesIn(c)) {
				this.invisible.add(new int[] { hidden, end });
			}
			hidden = (hides && hidesIn(c)) ? i : -1;
			if (!isInvisible(c)) {
				add(cluster.toString(), Character.isUpperCase(c), i, end);
			}
			i = end;
		}
	}

	private static boolean follows(int c) {
		return isMark(c) || isInvisible(c);
	}

	private static boolean isMark(int c) {
		int type = Character.getType(c);
		return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
	}

	private static boolean isInvisible(int c) {
		return Character.getType(c) == Character.FORMAT || c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0;
	}

	/** Other scripts need joiners to spell. */
	private static boolean hidesIn(int c) {
		UnicodeScript script = UnicodeScript.of(c);
		return Character.isLetterOrDigit(c) && (script == UnicodeScript.LATIN || script == UnicodeScript.CYRILLIC
				|| script == UnicodeScript.GREEK || script == UnicodeScript.COMMON);
	}

	private void add(String cluster, boolean upper, int from, int to) {
		UnicodeScript script = UnicodeScript.of(cluster.codePointAt(0));
		boolean latin = script == UnicodeScript.LATIN || script == UnicodeScript.COMMON;
		String form = (cluster.length() == 1 && cluster.charAt(0) < 0x80) ? cluster
				: Normalizer.normalize(cluster, latin ? Form.NFKD : Form.NFKC);
		int base = -1;
		char tone = 0;
		for (int c : form.toLowerCase(Locale.ROOT).codePoints().toArray()) {
			if (!isMark(c)) {
				if (base >= 0) {
					this.letters.add(new Letter(base, tone, upper, from, to));
				}
				base = Lookalikes.familiar(c);
				tone = 0;
			}
			else if (isVowel(base)) {
				base = withQuality(base, c);
				tone = (tone == 0 && TONES.indexOf(c) >= 0) ? (char) c : tone;
			}
		}
		if (base >= 0) {
			this.letters.add(new Letter(base, tone, upper, from, to));
		}
	}

	private static boolean isVowel(int c) {
		return "aăâeêioôơuưy".indexOf(c) >= 0;
	}

	private static int withQuality(int vowel, int mark) {
		return switch (mark) {
			case 0x302 -> (vowel == 'a') ? 'â' : (vowel == 'e') ? 'ê' : (vowel == 'o') ? 'ô' : vowel;
			case 0x306 -> (vowel == 'a') ? 'ă' : vowel;
			case 0x31B -> (vowel == 'o') ? 'ơ' : (vowel == 'u') ? 'ư' : vowel;
			default -> vowel;
		};
	}

	private void unmask() {
		for (int start = 0; start < this.letters.size(); start++) {
			int end = start;
			boolean latin = false;
			boolean foreign = false;
			while (end < this.letters.size() && this.letters.get(end).isWord()) {
				int c = this.letters.get(end).base();
				latin |= Lookalikes.isLatin(c);
				foreign |= Character.isLetter(c) && Lookalikes.latin(c) != c;
				end++;
			}
			if (latin && foreign) {
				this.letters.subList(start, end).replaceAll((letter) -> letter.as(Lookalikes.latin(letter.base())));
				if (end - start >= MIXED_FROM) {
					this.mixed.add(new int[] { this.letters.get(start).from(), this.letters.get(end - 1).to() });
				}
			}
			start = Math.max(start, end);
		}
	}

}
