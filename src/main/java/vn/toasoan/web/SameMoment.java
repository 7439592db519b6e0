package vn.toasoan.web;

import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * For changes that two people may make at the same moment, such as a new tag that both
 * add.
 */
public final class SameMoment {

	private static final Logger log = LoggerFactory.getLogger(SameMoment.class);

	private static final int MAX_TRIES = 5;

	private SameMoment() {
	}

	/**
	 * Makes a change, in a new transaction each time, and tries again what somebody else
	 * made impossible meanwhile: now it is there, and found.
	 * @throws DataIntegrityViolationException if it fails five times
	 * @throws ConcurrencyFailureException if it fails five times
	 */
	public static <T> T insist(Supplier<T> change) {
		for (int n = 1; n < MAX_TRIES; n++) {
			try {
				return change.get();
			}
			catch (DataIntegrityViolationException | ConcurrencyFailureException ex) {
				log.debug("Try {} failed", n, ex);
			}
		}
		return change.get();
	}

	/**
	 * As {@link #insist(Supplier)}, for a change that answers nothing.
	 */
	public static void insist(Runnable change) {
		insist(() -> {
			change.run();
			return true;
		});
	}

}
