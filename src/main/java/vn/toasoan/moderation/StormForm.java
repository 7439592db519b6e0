package vn.toasoan.moderation;

import java.time.Duration;
import java.util.List;

import org.springframework.validation.Errors;
import vn.toasoan.text.CommentText;

/**
 * Why an editor lets a storm begin, and for how long.
 *
 * @param hours one of {@link #lengths()}, as it is sent
 */
record StormForm(String reason, String hours) {

	/** Hours: to see what comes, for an evening, over a night. */
	private static final List<Integer> LENGTHS = List.of(1, 3, 12);

	private static final int MIN_REASON = 2;

	/** Characters, as a person counts them. */
	private static final int MAX_REASON = 200;

	StormForm {
		reason = (reason != null) ? CommentText.line(reason) : "";
		hours = (hours != null) ? hours : "";
	}

	static StormForm empty() {
		return new StormForm("", LENGTHS.get(0).toString());
	}

	public List<Integer> lengths() {
		return LENGTHS;
	}

	/**
	 * Says what is not within the rules, each beside its field.
	 */
	void check(Errors errors) {
		int length = CommentText.length(this.reason);
		if (length < MIN_REASON || length > MAX_REASON) {
			errors.rejectValue("reason", "storm.reason.length", new Object[] { MAX_REASON }, null);
		}
		if (LENGTHS.stream().map(Object::toString).noneMatch(this.hours::equals)) {
			errors.rejectValue("hours", "storm.hours.missing");
		}
	}

	/**
	 * How long it lasts; only of a form within the rules.
	 */
	Duration lasts() {
		return Duration.ofHours(Long.parseLong(this.hours));
	}

}
