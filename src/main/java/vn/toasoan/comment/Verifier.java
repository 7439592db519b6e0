package vn.toasoan.comment;

/**
 * A way for readers to prove that they are somebody, once: an address of theirs, a
 * telephone, a membership. Comments that wait for it are told by {@link CommentTaken};
 * when it has succeeded, {@link Verification#accept} lets them appear. There may be
 * several; one is enough.
 */
public interface Verifier {

	/**
	 * Whether readers can be verified in this way at present.
	 */
	boolean isReady();

	/**
	 * Whether a reader has been verified. One SQL statement at most.
	 * @param authorKey the hash of the reader's key
	 */
	boolean isVerified(String authorKey);

	/**
	 * A comment that waits for its writer's verification can't be taken without the
	 * e-mail address, nor can it be followed.
	 */
	class AddressNeeded extends RuntimeException {

		private final Why why;

		public AddressNeeded(Why why) {
			super("An address is needed: " + why);
			this.why = why;
		}

		public Why why() {
			return this.why;
		}

		/**
		 * What it is needed for.
		 */
		public enum Why {

			TO_COMMENT, TO_FOLLOW,

			/** There is one, but no letter gets there. */
			UNDELIVERABLE

		}

	}

	/**
	 * So many letters have gone to this address, or have been asked for from this
	 * network, that no further one is written now.
	 */
	class TooManyLetters extends RuntimeException {

		private final transient Limits.TooMany limit;

		public TooManyLetters(Limits.TooMany limit) {
			super(limit);
			this.limit = limit;
		}

		/**
		 * When the next one can be.
		 */
		public Limits.TooMany limit() {
			return this.limit;
		}

	}

}
