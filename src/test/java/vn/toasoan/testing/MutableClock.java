package vn.toasoan.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * A clock that stands still until a test moves it. {@link FixedClock} puts it into an
 * application context.
 */
public final class MutableClock extends Clock {

	/**
	 * Where the clock stands unless a test says otherwise: a Monday morning, 08:00 in Hà
	 * Nội.
	 */
	public static final Instant START = Instant.parse("2026-11-23T01:00:00Z");

	private final ZoneId zone;

	private final Hand hand;

	public MutableClock() {
		this(ZoneOffset.UTC, new Hand());
	}

	private MutableClock(ZoneId zone, Hand hand) {
		this.zone = zone;
		this.hand = hand;
	}

	public void set(Instant now) {
		this.hand.now = now;
	}

	public void advance(Duration duration) {
		this.hand.advance(duration);
	}

	@Override
	public Instant instant() {
		return this.hand.now;
	}

	@Override
	public ZoneId getZone() {
		return this.zone;
	}

	/**
	 * The same clock for another zone: when one is moved, both move.
	 */
	@Override
	public MutableClock withZone(ZoneId zone) {
		return new MutableClock(zone, this.hand);
	}

	private static final class Hand {

		private volatile Instant now = START;

		private synchronized void advance(Duration duration) {
			this.now = this.now.plus(duration);
		}

	}

	/**
	 * Takes precedence over the application's own clock.
	 */
	@TestConfiguration(proxyBeanMethods = false)
	public static class Configuration {

		@Bean
		@Primary
		MutableClock mutableClock() {
			return new MutableClock();
		}

	}

}
