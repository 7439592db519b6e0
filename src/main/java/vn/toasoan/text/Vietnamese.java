package vn.toasoan.text;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What is particular to written Vietnamese. {@link Slug} and the search build on it.
 */
public final class Vietnamese {

	/**
	 * The block U+0300–U+036F, not all of {@code \p{Mn}}: other scripts spell with
	 * theirs.
	 */
	private static final Pattern DIACRITICS = Pattern.compile("[\\u0300-\\u036F]+");

	private Vietnamese() {
	}

	/**
	 * Folds a text to lower case without diacritics: "Đà Nẵng" becomes "da nang".
	 * Composed and decomposed input (Unicode Annex 15, NFC and NFD) give the same result,
	 * and folding twice changes nothing.
	 * @param text any text, may be empty
	 * @return the folded text, in NFC
	 */
	public static String fold(String text) {
		String decomposed = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Form.NFD);
		// NFD takes the hook and the circumflex off a letter, but đ is a letter of its
		// own.
		String bare = DIACRITICS.matcher(decomposed).replaceAll("").replace('đ', 'd');
		return Normalizer.normalize(bare, Form.NFC);
	}

}
