package vn.toasoan.moderation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * A border between two pages of the queue: the comment at which a page ends. Pages don't
 * shift under a moderator while comments come and go. Not signed: it leads to nothing
 * that the moderator may not see.
 *
 * @param forward whether the page lies beyond the border, as the queue is sorted, or
 * before it
 */
record QueueCursor(Instant at, long id, boolean forward) {

	private static final Pattern WRITTEN = Pattern.compile("([0-9a-z]{1,12})-([0-9a-z]{1,7})");

	private static final int RADIX = 36;

	/**
	 * The cursor of an address; null if it has none.
	 * @param after where the page begins, of {@code ?sau=}; may be empty
	 * @param before where the page ends, of {@code ?truoc=}; may be empty
	 * @throws Unreadable if it is not one that {@link #write} has written
	 */
	static @Nullable QueueCursor of(String after, String before) {
		if (!after.isEmpty()) {
			return read(after, true);
		}
		return before.isEmpty() ? null : read(before, false);
	}

	private static QueueCursor read(String written, boolean forward) {
		Matcher parts = WRITTEN.matcher(written);
		if (!parts.matches()) {
			throw new Unreadable();
		}
		long micros = Long.parseLong(parts.group(1), RADIX);
		return new QueueCursor(Instant.EPOCH.plus(micros, ChronoUnit.MICROS), Long.parseLong(parts.group(2), RADIX),
				forward);
	}

	static String write(Instant at, long id) {
		return Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, at), RADIX) + "-" + Long.toString(id, RADIX);
	}

	/**
	 * An address holds a cursor that we have not written: 400.
	 */
	@ResponseStatus(HttpStatus.BAD_REQUEST)
	static class Unreadable extends RuntimeException {

	}

}
