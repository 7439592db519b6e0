package vn.toasoan.site;

/**
 * The site can't start, for a reason that an operator can mend. The message is one
 * sentence in Vietnamese, shown as it is.
 */
class CannotStart extends RuntimeException {

	CannotStart(String sentence, Throwable cause) {
		super(sentence, cause);
	}

}
