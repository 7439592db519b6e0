package vn.toasoan.screening;

/**
 * The words of a text that a reason is about, for an editor's page to highlight.
 *
 * @param from index of the first {@code char} in the text that was given
 * @param to index after the last one
 */
public record Passage(Field field, int from, int to) {

	/**
	 * Which of the two texts it stands in.
	 */
	public enum Field {

		NAME, BODY

	}

}
