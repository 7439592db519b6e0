package vn.toasoan.screening;

/**
 * A letter, digit or sign of a {@link Spelling}.
 *
 * @param base in lower case, with its circumflex, breve or horn but without its tone
 * @param tone the combining mark of its tone; 0 for none
 * @param upper whether it was written as a capital
 * @param from index of its first {@code char} in the text
 * @param to index after its last one
 */
record Letter(int base, char tone, boolean upper, int from, int to) {

	private static final String MARKED = "âăêôơưđ";

	private static final String BARE = "aaeooud";

	boolean isWord() {
		return Character.isLetterOrDigit(this.base);
	}

	boolean isDigit() {
		return this.base >= '0' && this.base <= '9';
	}

	boolean isSpace() {
		return Character.isWhitespace(this.base) || Character.isSpaceChar(this.base);
	}

	/**
	 * The letter without any mark.
	 */
	int bare() {
		int marked = MARKED.indexOf(this.base);
		return (marked >= 0) ? BARE.charAt(marked) : this.base;
	}

	Letter toBare() {
		return new Letter(bare(), (char) 0, this.upper, this.from, this.to);
	}

	Letter as(int otherBase) {
		return new Letter(otherBase, this.tone, this.upper, this.from, this.to);
	}

}
