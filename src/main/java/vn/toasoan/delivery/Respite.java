package vn.toasoan.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Remembers that pages can't be made now: whoever asked for one would wait for the
 * database as long as the one before, and so would all behind. So one in some seconds
 * tries, until one succeeds.
 */
@Component
class Respite {

	private static final Duration LENGTH = Duration.ofSeconds(5);

	private final Clock clock;

	/** Null while pages can be made. */
	private final AtomicReference<@Nullable Instant> end = new AtomicReference<>();

	Respite(Clock clock) {
		this.clock = clock;
	}

	/**
	 * Something has just failed that a page needs.
	 */
	void begin() {
		this.end.set(this.clock.instant().plus(LENGTH));
	}

	/**
	 * A page has just been made.
	 */
	void end() {
		this.end.set(null);
	}

	boolean lasts() {
		return this.end.get() != null;
	}

	/**
	 * Whether it lasts, and somebody else has tried lately whether it is over.
	 */
	boolean lastsForOthers() {
		Instant due = this.end.get();
		Instant now = this.clock.instant();
		if (due == null) {
			return false;
		}
		// A clock may be set back.
		boolean isDue = !now.isBefore(due) || now.isBefore(due.minus(LENGTH));
		return !isDue || !this.end.compareAndSet(due, now.plus(LENGTH));
	}

}
