package vn.toasoan.comment;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.boot.convert.DurationStyle;

/**
 * How often something may be done: so many times at once, and again as they come back,
 * evenly over the period. A token bucket, as the generic cell rate algorithm counts it
 * (ITU-T I.371, A.2).
 *
 * @param times 1 or more; 0 for no limit
 */
record Rate(int times, Duration period) {

	private static final Rate NONE = new Rate(0, Duration.ZERO);

	private static final Pattern WRITTEN = Pattern.compile("([1-9][0-9]{0,8})/([1-9][0-9]{0,8}[smhd])");

	/**
	 * Reads a rate as operators write it, such as {@code 5/10m}; {@code off} for none.
	 * @throws IllegalArgumentException if it is written in another way
	 */
	public static Rate of(String text) {
		Matcher written = WRITTEN.matcher(text.strip());
		if (text.strip().equals("off")) {
			return NONE;
		}
		if (!written.matches()) {
			throw new IllegalArgumentException("A rate is written like 5/10m, not " + text);
		}
		return new Rate(Integer.parseInt(written.group(1)), DurationStyle.SIMPLE.parse(written.group(2)));
	}

	boolean isLimit() {
		return this.times > 0;
	}

	/**
	 * Milliseconds after which one more may be done.
	 */
	long cost() {
		return Math.max(1, this.period.toMillis() / this.times);
	}

	/**
	 * Milliseconds that may be used up in advance when one more is asked for.
	 */
	long advance() {
		return this.period.toMillis() - cost();
	}

	@Override
	public String toString() {
		return this.times + "/" + this.period;
	}

}
