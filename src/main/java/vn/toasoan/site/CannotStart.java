package vn.toasoan.site;

import org.jspecify.annotations.Nullable;

/**
 * The site can't start, for a reason that an operator can mend. The message is one
 * sentence in Vietnamese, shown as it is.
 */
public class CannotStart extends RuntimeException {

	public CannotStart(String sentence, @Nullable Throwable cause) {
		super(sentence, cause);
	}

}
