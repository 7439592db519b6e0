package vn.toasoan.moderation;

import java.time.Duration;
import java.time.Instant;

/**
 * A time that has passed, as people say it.
 *
 * @param unit {@code minutes}, {@code hours} or {@code days}
 * @param number of these units
 */
public record Age(String unit, long number) {

	private static final Duration MANY_HOURS = Duration.ofHours(48);

	/**
	 * The time from one instant to another, in whole minutes, hours or days.
	 */
	public static Age between(Instant then, Instant now) {
		return of(Duration.between(then, now));
	}

	/**
	 * A length of time in whole minutes, hours or days.
	 */
	public static Age of(Duration time) {
		if (time.compareTo(Duration.ofHours(1)) < 0) {
			return new Age("minutes", Math.max(0, time.toMinutes()));
		}
		return (time.compareTo(MANY_HOURS) < 0) ? new Age("hours", time.toHours()) : new Age("days", time.toDays());
	}

	/**
	 * The key of the words for how long ago it was.
	 */
	public String label() {
		return "age." + this.unit;
	}

	/**
	 * The key of the words for how long it lasted.
	 */
	public String lasted() {
		return "lasted." + this.unit;
	}

}
