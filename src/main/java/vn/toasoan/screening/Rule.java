package vn.toasoan.screening;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/**
 * One rule of the {@link RuleBook}, in a shape that a desk can edit.
 *
 * @param id never changes, and never means another rule: comments keep it
 * @param phrase words for a phrase, an expression (RE2) for a pattern, a host name for a
 * host; empty for a sign
 * @param weight points, 0 to 100; where several phrases of one ground are found, the
 * heaviest counts in full
 */
public record Rule(String id, Kind kind, Ground ground, String phrase, Lane lane, int weight, boolean enabled) {

	static final int MAX_ID = 40;

	static final int MAX_PHRASE = 200;

	private static final int MAX_WEIGHT = 100;

	/**
	 * Takes a rule.
	 * @throws IllegalArgumentException if it can't be: no id, a weight out of range, one
	 * syllable that shall match without its marks, an expression that is none
	 */
	public Rule {
		require(id.matches("[\\p{L}\\d/._-]{1," + MAX_ID + "}"), "id", id);
		require(weight >= 0 && weight <= MAX_WEIGHT, "weight", id);
		require(phrase.length() <= MAX_PHRASE && phrase.isBlank() == (kind == Kind.SIGN), "phrase", id);
		int syllables = phrase.strip().split("\\s+").length;
		require(kind != Kind.PHRASE || lane != Lane.BOTH || syllables > 1, "lane", id);
		require(kind != Kind.PATTERN || isExpression(phrase), "phrase", id);
	}

	private static boolean isExpression(String phrase) {
		try {
			Pattern.compile(phrase);
			return true;
		}
		catch (PatternSyntaxException ex) {
			return false;
		}
	}

	private static void require(boolean fulfilled, String what, String id) {
		if (!fulfilled) {
			throw new IllegalArgumentException("The " + what + " of rule " + id + " is not possible");
		}
	}

	/**
	 * What is compared with the text.
	 */
	public enum Kind {

		/** Words, in their order, on the borders of words. */
		PHRASE,

		/**
		 * A phrase that means no harm: what others of its ground find inside it does not
		 * count.
		 */
		INNOCENT,

		/** An expression for the text as it stands, in lower case, NFKC. */
		PATTERN,

		/** A host to which a link leads. */
		HOST,

		/** Something that is no matter of words; see the {@link Ground}. */
		SIGN

	}

}
