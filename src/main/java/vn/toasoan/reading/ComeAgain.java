package vn.toasoan.reading;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.validation.Errors;
import vn.toasoan.comment.Limits;

/**
 * When something is possible again, as one says it: not in 4,000 seconds, but in 67
 * minutes, at 14:05.
 *
 * @param seconds from now on
 * @param unit in what it is counted
 * @param number how many of them, 1 or more
 * @param time the time of day, with the date if that is far
 */
record ComeAgain(long seconds, Unit unit, long number, String time) {

	private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm d/M/uuuu", Locale.ROOT);

	private static ComeAgain at(Instant from, long seconds, ZoneId zone) {
		Duration wait = Duration.ofSeconds(seconds);
		for (Unit unit : Unit.values()) {
			long number = -Math.floorDiv(-seconds, unit.length.toSeconds());
			if (wait.compareTo(unit.most) < 0) {
				return new ComeAgain(seconds, unit, number, unit.format.withZone(zone).format(from));
			}
		}
		throw new IllegalArgumentException("Nobody waits for " + wait);
	}

	static ComeAgain after(Limits.TooMany tooMany, ZoneId zone) {
		return at(tooMany.from(), tooMany.seconds(), zone);
	}

	/**
	 * A minute in full, for what may be far away.
	 */
	static String minute(Instant moment, ZoneId zone) {
		return MINUTE.format(moment.atZone(zone));
	}

	/**
	 * Says it above the form, and to programs in a header.
	 */
	void refuse(Errors errors, HttpServletResponse response) {
		errors.reject(sentence(), new Object[] { this.number, this.time }, null);
		response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(this.seconds));
	}

	/**
	 * The key of the sentence in the messages.
	 */
	private String sentence() {
		return "comment.too-many." + this.unit.name().toLowerCase(Locale.ROOT);
	}

	enum Unit {

		SECONDS(Duration.ofSeconds(1), Duration.ofSeconds(100), "HH:mm:ss"),
		MINUTES(Duration.ofMinutes(1), Duration.ofMinutes(100), "HH:mm"),
		HOURS(Duration.ofHours(1), Duration.ofDays(1000), "HH:mm dd/MM");

		private final Duration length;

		/** From here on it is said in the next unit. */
		private final Duration most;

		private final DateTimeFormatter format;

		Unit(Duration length, Duration most, String pattern) {
			this.length = length;
			this.most = most;
			this.format = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
		}

	}

}
