package vn.toasoan.account;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class SignInThrottleTests {

	private final SignInThrottle throttle = new SignInThrottle();

	private void tryAgain(int times, String username, String address) {
		for (int i = 0; i < times; i++) {
			this.throttle.attempt(username, address);
		}
	}

	private void assertRefused(String username, String address) {
		assertThatExceptionOfType(SignInThrottle.TooManyTries.class)
			.isThrownBy(() -> this.throttle.attempt(username, address))
			.satisfies(
					(refusal) -> assertThat(refusal.until()).isBetween(Duration.ofSeconds(1), Duration.ofMinutes(15)));
	}

	private void assertLetIn(String username, String address) {
		assertThatNoException().isThrownBy(() -> this.throttle.attempt(username, address));
	}

	@Test
	void theSixthTryForOneNameFromOneAddressHasToWait() {
		tryAgain(5, "lan", "192.0.2.1");
		assertRefused("lan", "192.0.2.1");
	}

	@Test
	void theWaitIsNoLongerThanUntilTheNextTry() {
		tryAgain(5, "lan", "192.0.2.1");
		assertThatExceptionOfType(SignInThrottle.TooManyTries.class)
			.isThrownBy(() -> this.throttle.attempt("lan", "192.0.2.1"))
			.satisfies((refusal) -> assertThat(refusal.until()).isBetween(Duration.ofMinutes(2),
					Duration.ofMinutes(3).plusSeconds(1)));
	}

	@Test
	void somebodyElseAndSomebodyElsewhereMayStillTry() {
		tryAgain(5, "lan", "192.0.2.1");
		assertRefused("lan", "192.0.2.1");
		assertLetIn("minh", "192.0.2.1");
		assertLetIn("lan", "192.0.2.2");
	}

	@Test
	void whoTriesManyNamesFromOneAddressHasToWaitAfterTwenty() {
		for (int i = 0; i < 20; i++) {
			tryAgain(1, "name" + i, "192.0.2.1");
		}
		assertRefused("name20", "192.0.2.1");
		assertLetIn("name20", "192.0.2.2");
	}

	@Test
	void triesForOneNameFromEverywhereEndAfterAHundred() {
		for (int i = 0; i < 100; i++) {
			tryAgain(1, "lan", "198.51.100." + i);
		}
		assertRefused("lan", "192.0.2.1");
		assertLetIn("minh", "192.0.2.1");
	}

	@Test
	void whoGetsInBeginsAnew() {
		tryAgain(4, "lan", "192.0.2.1");
		this.throttle.succeeded("lan", "192.0.2.1");
		tryAgain(5, "lan", "192.0.2.1");
		assertRefused("lan", "192.0.2.1");
	}

	@Test
	void gettingInForgetsNothingOfOthers() {
		tryAgain(5, "lan", "192.0.2.1");
		tryAgain(5, "lan", "192.0.2.2");
		this.throttle.succeeded("minh", "192.0.2.1");
		this.throttle.succeeded("lan", "192.0.2.2");
		assertRefused("lan", "192.0.2.1");
	}

}
