package vn.toasoan.screening;

import java.util.regex.Pattern;

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

	/** {@code char}s. */
	public static final int MAX_PHRASE = 200;

	public static final int MAX_WEIGHT = 100;

	private static final Pattern HOST = Pattern.compile("[a-z0-9-]{1,63}(\\.[a-z0-9-]{1,63}){1,6}");

	/**
	 * Takes a rule.
	 * @throws IllegalArgumentException if it can't be: no id, a weight out of range, one
	 * syllable that shall match without its marks, an expression that is none or could
	 * take long, a host that is none
	 */
	public Rule {
		require(id.matches("[\\p{L}\\d/._-]{1," + MAX_ID + "}"), "id", id);
		require(weight >= 0 && weight <= MAX_WEIGHT, "weight", id);
		require(phrase.length() <= MAX_PHRASE && phrase.isBlank() == (kind == Kind.SIGN), "phrase", id);
		require(kind != Kind.PHRASE || lane != Lane.BOTH || syllables(phrase) > 1, "lane", id);
		require(kind != Kind.PATTERN || Expression.problem(phrase).isEmpty(), "phrase", id);
		require(kind != Kind.HOST || isHost(phrase), "phrase", id);
	}

	/**
	 * How many words a phrase has, as spaces part them.
	 */
	public static int syllables(String phrase) {
		return phrase.strip().split("\\s+").length;
	}

	/**
	 * Whether a text is the name of a host, in lower case.
	 */
	public static boolean isHost(String text) {
		return HOST.matcher(text).matches();
	}

	/**
	 * Whether its weight counts.
	 */
	public boolean isWeighed() {
		return isWeighed(this.kind, this.ground);
	}

	/**
	 * Whether the weights of such rules count. Where it is not so, the text is held
	 * without points, the ground as a whole has some, or nothing is meant at all.
	 */
	public static boolean isWeighed(Kind kind, Ground ground) {
		return kind == Kind.SIGN || (kind != Kind.INNOCENT && !ground.holds() && ground != Ground.CONTACT);
	}

	/**
	 * The same rule, weighed otherwise.
	 */
	public Rule with(Lane otherLane, int otherWeight, boolean enabledThen) {
		return new Rule(this.id, this.kind, this.ground, this.phrase, otherLane, otherWeight, enabledThen);
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
