package vn.toasoan.web;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

import org.jspecify.annotations.Nullable;

/**
 * Local times as browsers send and take them.
 */
public final class LocalTimes {

	private static final int EARLIEST_YEAR = 1900;

	private static final int LATEST_YEAR = 2100;

	private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

	private LocalTimes() {
	}

	/**
	 * As the value of a field for a local time.
	 */
	public static String write(Instant time, ZoneId zone) {
		return FORMAT.format(time.atZone(zone));
	}

	/**
	 * Null for what is no time, or none of these centuries: such dates were never meant,
	 * and databases keep not all of them.
	 */
	public static @Nullable Instant read(String text, ZoneId zone) {
		try {
			LocalDateTime time = LocalDateTime.parse(text);
			boolean likely = time.getYear() >= EARLIEST_YEAR && time.getYear() <= LATEST_YEAR;
			return likely ? time.atZone(zone).toInstant() : null;
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

	/**
	 * Whether the one is a time, and comes after the other if that is one, too.
	 */
	public static boolean isAfter(@Nullable Instant time, @Nullable Instant other) {
		return time != null && (other == null || time.isAfter(other));
	}

}
