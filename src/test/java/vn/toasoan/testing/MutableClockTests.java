package vn.toasoan.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MutableClock} and {@link FixedClock}.
 */
@SpringJUnitConfig
@FixedClock
class MutableClockTests {

	@Autowired
	Clock clock;

	@Autowired
	MutableClock hand;

	@RepeatedTest(2)
	void standsAtTheStartOfEachTestAndMovesOnlyWhenMoved() {
		assertThat(this.clock.instant()).isEqualTo(MutableClock.START);
		this.hand.advance(Duration.ofMinutes(15));
		assertThat(this.clock.instant()).isEqualTo(MutableClock.START.plusSeconds(900));
	}

	@Test
	@FixedClock("2024-08-05T01:00:00Z")
	void aTestMayBeginAtAnotherTime() {
		assertThat(this.clock.instant()).isEqualTo(Instant.parse("2024-08-05T01:00:00Z"));
	}

	@Test
	void aClockForAnotherZoneMovesWithIt() {
		Clock there = this.clock.withZone(ZoneId.of("Asia/Ho_Chi_Minh"));
		this.hand.advance(Duration.ofDays(1));
		assertThat(there.instant()).isEqualTo(this.clock.instant());
		assertThat(there.getZone()).isEqualTo(ZoneId.of("Asia/Ho_Chi_Minh"));
	}

	@Configuration(proxyBeanMethods = false)
	static class Application {

		@Bean
		Clock clock() {
			return Clock.systemUTC();
		}

	}

}
