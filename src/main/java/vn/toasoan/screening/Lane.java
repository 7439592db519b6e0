package vn.toasoan.screening;

/**
 * How a phrase may be spelt to be meant. Taking the marks off the text itself is out of
 * the question: folded, every fourth decent comment has a hit.
 */
public enum Lane {

	/** With its marks only: without them it means too much. */
	ACCENTED,

	/**
	 * With its marks, or wholly without, as some write. Only for two syllables or more.
	 */
	BOTH,

	/** One word of slang or a name that means nothing else, as it stands. */
	SLANG

}
