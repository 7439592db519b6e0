package vn.toasoan.text;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The readable part of a permalink, made from a title: {@code [a-z0-9]} in words joined
 * by single dashes.
 */
public final class Slug {

	/**
	 * Characters of the longest slug. Long enough for any headline, short enough to be
	 * pasted whole.
	 */
	public static final int MAX_LENGTH = 120;

	/** Latin letters that do not decompose into a base letter and a mark. */
	private static final Map<Character, String> LATIN = Map.ofEntries(Map.entry('ß', "ss"), Map.entry('æ', "ae"),
			Map.entry('œ', "oe"), Map.entry('ø', "o"), Map.entry('ł', "l"), Map.entry('þ', "th"), Map.entry('ð', "d"),
			Map.entry('ħ', "h"), Map.entry('ı', "i"), Map.entry('ŋ', "n"), Map.entry('ŧ', "t"));

	private static final Pattern VALID = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");

	private Slug() {
	}

	/**
	 * Makes a slug: "Đà Nẵng: 3 dự án điện tử" becomes "da-nang-3-du-an-dien-tu".
	 * Composed and decomposed titles give the same slug, and the slug of a slug is
	 * itself.
	 * @param title any text
	 * @return a valid slug of at most {@value #MAX_LENGTH} characters, cut between words
	 * where there are any; or "" if the title has no Latin letter and no digit
	 */
	public static String of(String title) {
		String folded = Vietnamese.fold(Normalizer.normalize(title, Form.NFKD));
		StringBuilder slug = new StringBuilder();
		boolean wordEnded = false;
		for (int i = 0; i < folded.length(); i++) {
			char c = folded.charAt(i);
			String letters = (isPlain(c)) ? String.valueOf(c) : LATIN.get(c);
			if (letters == null) {
				wordEnded |= !isApostrophe(c);
				continue;
			}
			if (wordEnded && !slug.isEmpty()) {
				slug.append('-');
			}
			wordEnded = false;
			slug.append(letters);
		}
		return cut(slug.toString());
	}

	private static boolean isPlain(char c) {
		return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
	}

	private static boolean isApostrophe(char c) {
		return c == '\'' || c == '’';
	}

	private static String cut(String slug) {
		if (slug.length() <= MAX_LENGTH) {
			return slug;
		}
		int border = slug.lastIndexOf('-', MAX_LENGTH);
		return slug.substring(0, (border > 0) ? border : MAX_LENGTH);
	}

	/**
	 * Whether a text could have come from {@link #of}: to be asked before a slug typed by
	 * a person is stored.
	 * @param slug any text
	 * @return true for 1 to {@value #MAX_LENGTH} characters of {@code [a-z0-9-]} without
	 * a leading, trailing or double dash
	 */
	public static boolean isValid(String slug) {
		return slug.length() <= MAX_LENGTH && VALID.matcher(slug).matches();
	}

}
