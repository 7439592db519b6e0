package vn.toasoan.comment;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class RateTests {

	@Test
	void isReadAsOperatorsWriteIt() {
		assertThat(Rate.of(" 5/10m ")).isEqualTo(new Rate(5, Duration.ofMinutes(10)));
		assertThat(Rate.of("30/1d").cost()).isEqualTo(Duration.ofMinutes(48).toMillis());
		assertThat(Rate.of("off").isLimit()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "5", "5/", "/10m", "0/1m", "5/0s", "-1/1m", "5/10", "5/1w", "5/10m/2" })
	void anythingElseIsRefused(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> Rate.of(text));
	}

	@Test
	void oneAtATimeIsNeverPaidInAdvance() {
		assertThat(Rate.of("1/15s").advance()).isZero();
	}

}
