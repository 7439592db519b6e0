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
 * @param keepEnded how long after its end what was sent, answered and frozen is deleted;
 * from 30 days to ten years
 */
@ConfigurationProperties("toasoan.legal")
record LegalSettings(@DefaultValue("24h") Duration answerWithin, @DefaultValue("730d") Duration keepEnded) {

	private static final Duration SHORTEST_ANSWER = Duration.ofHours(1);

	private static final Duration LONGEST_ANSWER = Duration.ofDays(366);

	/** An answer may be complained about for so long: the case can be reopened. */
	private static final Duration SHORTEST_KEEPING = Duration.ofDays(30);

	private static final Duration LONGEST_KEEPING = Duration.ofDays(3660);

	/**
	 * @throws CannotStart if a time is too short or too long
	 */
	LegalSettings {
		check(answerWithin, SHORTEST_ANSWER, LONGEST_ANSWER,
				"TOASOAN_LEGAL_ANSWER_WITHIN phải từ 1h đến 366d, ví dụ 24h");
		check(keepEnded, SHORTEST_KEEPING, LONGEST_KEEPING,
				"TOASOAN_LEGAL_KEEP_ENDED phải từ 30d đến 3660d, ví dụ 730d");
	}

	private static void check(Duration time, Duration shortest, Duration longest, String rule) {
		if (time.compareTo(shortest) < 0 || time.compareTo(longest) > 0) {
			throw new CannotStart(rule + ", không phải “" + time + "”.", null);
		}
	}

}
