package vn.toasoan.legal;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.toasoan.site.CannotStart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * How long requests by law may wait, and be kept.
 */
class LegalSettingsTests {

	private static final Duration DAY = Duration.ofDays(1);

	@Test
	void timesWithinTheBoundsAreTaken() {
		assertThat(new LegalSettings(Duration.ofHours(1), Duration.ofDays(30)).keepEnded())
			.isEqualTo(Duration.ofDays(30));
		assertThat(new LegalSettings(Duration.ofDays(366), Duration.ofDays(3660)).answerWithin())
			.isEqualTo(Duration.ofDays(366));
	}

	@ParameterizedTest
	@ValueSource(longs = { 0, 29, 3661 })
	void aWrongTimeOfKeepingIsSaidInOneSentence(long days) {
		assertThatExceptionOfType(CannotStart.class).isThrownBy(() -> new LegalSettings(DAY, Duration.ofDays(days)))
			.withMessage("TOASOAN_LEGAL_KEEP_ENDED phải từ 30d đến 3660d, ví dụ 730d, không phải “"
					+ Duration.ofDays(days) + "”.");
	}

	@ParameterizedTest
	@ValueSource(longs = { 0, 367 })
	void soIsAWrongTimeForTheAnswer(long days) {
		assertThatExceptionOfType(CannotStart.class)
			.isThrownBy(() -> new LegalSettings(Duration.ofDays(days), Duration.ofDays(730)))
			.withMessageStartingWith("TOASOAN_LEGAL_ANSWER_WITHIN phải từ 1h đến 366d");
	}

}
