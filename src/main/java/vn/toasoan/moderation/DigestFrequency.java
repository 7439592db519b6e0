package vn.toasoan.moderation;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * How often an editor is told by letter what waits.
 */
public enum DigestFrequency {

	NEVER,

	/** At each full hour. */
	HOURLY,

	/** In the morning, before the day's work. */
	DAILY;

	private static final LocalTime MORNING = LocalTime.of(7, 0);

	/**
	 * The key of its name in the messages.
	 */
	public String label() {
		return "digest.frequency." + name();
	}

	/**
	 * When it is looked next whether something waits.
	 * @throws IllegalStateException if it is not looked at all
	 */
	Instant next(Instant now, ZoneId zone) {
		ZonedDateTime here = now.atZone(zone);
		return switch (this) {
			case HOURLY -> now.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
			case DAILY -> here.with(MORNING).plusDays(here.toLocalTime().isBefore(MORNING) ? 0 : 1).toInstant();
			case NEVER -> throw new IllegalStateException("Nobody looks");
		};
	}

}
