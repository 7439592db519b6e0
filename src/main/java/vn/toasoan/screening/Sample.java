package vn.toasoan.screening;

/**
 * What is to be looked at.
 *
 * @param name the writer's name as typed
 * @param body the text as typed; places in it are counted in {@code char}s
 */
public record Sample(String name, String body, Facts facts) {

	/**
	 * What the texts themselves don't tell.
	 *
	 * @param trapped whether a field was filled that people don't see
	 * @param invisible whether invisible characters were taken out of the texts before
	 * (see {@link Screening#hidesCharacters})
	 * @param twin whether the same text came to another article within a day
	 * @param approved comments of the same writer that were approved in the last 180 days
	 * @param rejected comments of the same writer that were not
	 */
	public record Facts(boolean trapped, boolean invisible, boolean twin, int approved, int rejected, House house) {

		/** Nothing is known. */
		public static final Facts NONE = new Facts(false, false, false, 0, 0, House.NONE);

		/** As many good comments as speak in favour of the next one. */
		public static final int APPROVED_BEFORE_BONUS = 3;

		boolean speakFor() {
			return this.approved >= APPROVED_BEFORE_BONUS && this.rejected == 0;
		}

	}

}
