package vn.toasoan.text;

/**
 * An article's body, ready to be stored beside its source.
 *
 * @param html safe HTML: it passed the allow-list, and all in it that did not was drawn
 * by this site
 * @param plainText the same words without markup, one line for each block
 * @param words how many words it has, which for Vietnamese is how many syllables: what
 * stands between two spaces
 */
public record RenderedText(String html, String plainText, int words) {

	/**
	 * Syllables read in a minute. An assumption, not a measurement: Brysbaert (2019,
	 * Journal of Memory and Language 109) found 238 English words a minute for silent
	 * reading of non-fiction; a written syllable of Vietnamese carries a little less than
	 * an English word and is shorter too, so the middle of 220 to 250 is taken.
	 */
	private static final int SYLLABLES_A_MINUTE = 235;

	/**
	 * How long the text takes to read.
	 * @return whole minutes, rounded up, at least 1
	 */
	public int readingMinutes() {
		return Math.max(1, (this.words + SYLLABLES_A_MINUTE - 1) / SYLLABLES_A_MINUTE);
	}

}
