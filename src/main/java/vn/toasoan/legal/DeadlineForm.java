package vn.toasoan.legal;

import java.time.Instant;
import java.time.ZoneId;

import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import vn.toasoan.text.CommentText;
import vn.toasoan.web.LocalTimes;

/**
 * A deadline from now on: another one, or that of a request that is taken up again.
 *
 * @param dueAt a local time as browsers send it
 * @param why kept with the case
 */
record DeadlineForm(String dueAt, String why) {

	private static final int MIN_WHY = 2;

	/** Characters, as a person counts them. */
	private static final int MAX_WHY = 500;

	DeadlineForm {
		dueAt = (dueAt != null) ? dueAt.strip() : "";
		why = (why != null) ? CommentText.line(why) : "";
	}

	static DeadlineForm of(Instant due, ZoneId zone) {
		return new DeadlineForm(LocalTimes.write(due, zone), "");
	}

	/**
	 * Says what is not within the rules, each beside its field.
	 */
	void check(Errors errors, ZoneId zone, Instant now) {
		if (!LocalTimes.isAfter(due(zone), now)) {
			errors.rejectValue("dueAt", "legal.due.past");
		}
		int length = CommentText.length(this.why);
		if (length < MIN_WHY) {
			errors.rejectValue("why", "legal.why.missing");
		}
		else if (length > MAX_WHY || this.why.length() > 2 * MAX_WHY) {
			errors.rejectValue("why", "legal.long", new Object[] { MAX_WHY }, null);
		}
	}

	/**
	 * Null for what is no time.
	 */
	@Nullable Instant due(ZoneId zone) {
		return LocalTimes.read(this.dueAt, zone);
	}

}
