package vn.toasoan.delivery;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@Timeout(60)
class TurnstileTests {

	private final Turnstile turnstile = new Turnstile();

	private final CountDownLatch opened = new CountDownLatch(1);

	@BeforeEach
	void start() throws Exception {
		this.turnstile.setMaxThreads(30 * Turnstile.PLACES);
		this.turnstile.start();
	}

	@AfterEach
	void stop() throws Exception {
		this.opened.countDown();
		this.turnstile.stop();
	}

	@Test
	void everybodyIsServedOnceAndFewAtATime() throws Exception {
		var now = new AtomicInteger();
		var most = new AtomicInteger();
		served(20_000, () -> {
			most.accumulateAndGet(now.incrementAndGet(), Math::max);
			Thread.onSpinWait();
			now.decrementAndGet();
		});
		assertThat(now).hasValue(0);
		// Who is not let to the processor for long is held up, too.
		assertThat(most.get()).isBetween(1, 5 * Turnstile.PLACES);
	}

	@Test
	void whoGoesInsideLeavesThePlaceToOthers() throws Exception {
		held(20 * Turnstile.PLACES, this.turnstile::goInside);
		served(1000, () -> {
		});
		this.opened.countDown();
		everybodyIsServedOnceAndFewAtATime();
	}

	@Test
	void whoIsHeldUpLosesThePlace() throws Exception {
		held(3 * Turnstile.PLACES, () -> {
		});
		served(1000, () -> {
		});
	}

	@Test
	void whoGoesOnDoesNotHideThatOthersAreHeldUp() throws Exception {
		held(Turnstile.PLACES - 1, () -> {
		});
		long begun = System.nanoTime();
		served(400, () -> stay(50));
		assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
	}

	@Test
	void whereThreadsAreMissingNoMoreAreAskedFor() throws Exception {
		this.turnstile.setMinSpareThreads(1);
		this.turnstile.setMaxThreads(1);
		held(1, this.turnstile::goInside);
		var left = new CountDownLatch(100);
		for (int n = 0; n < 100; n++) {
			this.turnstile.execute(left::countDown);
		}
		await().during(Duration.ofMillis(500)).until(() -> this.turnstile.getQueueSize() <= Turnstile.PLACES);
		this.opened.countDown();
		assertThat(left.await(10, TimeUnit.SECONDS)).isTrue();
	}

	@Test
	void nobodyIsInterruptedForAnother() throws Exception {
		var interrupted = new AtomicBoolean();
		served(1000, () -> {
			if (Thread.interrupted()) {
				interrupted.set(true);
			}
			Thread.currentThread().interrupt();
		});
		assertThat(interrupted).isFalse();
	}

	@Test
	void afterAStopItStartsAnew() throws Exception {
		held(3 * Turnstile.PLACES, () -> {
		});
		this.turnstile.stop();
		this.turnstile.start();
		everybodyIsServedOnceAndFewAtATime();
	}

	/**
	 * Does it so often, and waits until it is done.
	 */
	private void served(int times, Runnable visitor) throws InterruptedException {
		var left = new CountDownLatch(times);
		for (int n = 0; n < times; n++) {
			this.turnstile.execute(() -> {
				try {
					visitor.run();
				}
				finally {
					left.countDown();
				}
			});
		}
		assertThat(left.await(30, TimeUnit.SECONDS)).isTrue();
	}

	/**
	 * So many come, do this, and then keep who serves them.
	 */
	private void held(int visitors, Runnable first) throws InterruptedException {
		var come = new CountDownLatch(visitors);
		for (int n = 0; n < visitors; n++) {
			this.turnstile.execute(() -> {
				first.run();
				come.countDown();
				stay(60_000);
			});
		}
		assertThat(come.await(20, TimeUnit.SECONDS)).isTrue();
	}

	/**
	 * For so long, if everybody is not let go before.
	 */
	private void stay(int millis) {
		try {
			this.opened.await(millis, TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
