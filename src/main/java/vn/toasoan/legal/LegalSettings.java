package vn.toasoan.legal;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.toasoan.site.CannotStart;

/**
 * What the operator says about requests by law.
 *
 * @param answerWithin how long after it came a request is to be answered, unless an
 * editor sets another time; from an hour to a year
 */
@ConfigurationProperties("toasoan.legal")
record LegalSettings(@DefaultValue("24h") Duration answerWithin) {

	private static final Duration SHORTEST = Duration.ofHours(1);

	private static final Duration LONGEST = Duration.ofDays(366);

	/**
	 * @throws CannotStart if the time is too short or too long
	 */
	LegalSettings {
		if (answerWithin.compareTo(SHORTEST) < 0 || answerWithin.compareTo(LONGEST) > 0) {
			throw new CannotStart(
					"TOASOAN_LEGAL_ANSWER_WITHIN phải từ 1h đến 366d, ví dụ 24h, không phải “" + answerWithin + "”.",
					null);
		}
	}

}
