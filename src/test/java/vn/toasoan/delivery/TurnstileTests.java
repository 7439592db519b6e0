package vn.toasoan.delivery;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(60)
class TurnstileTests {

	private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

	private final Turnstile turnstile = new Turnstile(() -> this.timer);

	private final CountDownLatch opened = new CountDownLatch(1);

	@BeforeEach
	void start() throws Exception {
		this.turnstile.start();
	}

	@AfterEach
	void stop() throws Exception {
		this.opened.countDown();
		this.turnstile.stop();
		this.timer.shutdownNow();
	}

	@Test
	void everybodyIsServedOnceAndFewAtATime() throws Exception {
		int visitors = 20_000;
		var left = new CountDownLatch(visitors);
		var now = new AtomicInteger();
		var most = new AtomicInteger();
		for (int n = 0; n < visitors; n++) {
			this.turnstile.execute(() -> {
				most.accumulateAndGet(now.incrementAndGet(), Math::max);
				Thread.onSpinWait();
				now.decrementAndGet();
				left.countDown();
			});
		}
		assertThat(left.await(30, TimeUnit.SECONDS)).isTrue();
		assertThat(now).hasValue(0);
		assertThat(most.get()).isBetween(1, Turnstile.PLACES);
	}

	@Test
	void whoGoesInsideLeavesThePlaceToOthers() throws Exception {
		int many = 3 * Turnstile.PLACES;
		var inside = new CountDownLatch(many);
		var left = new CountDownLatch(many);
		for (int n = 0; n < many; n++) {
			this.turnstile.execute(() -> {
				goInside(inside);
				left.countDown();
			});
		}
		assertThat(inside.await(10, TimeUnit.SECONDS)).isTrue();
		this.opened.countDown();
		assertThat(left.await(10, TimeUnit.SECONDS)).isTrue();
		everybodyIsServedOnceAndFewAtATime();
	}

	@Test
	void whereAllAreHeldUpOthersTakeOver() throws Exception {
		var held = new CountDownLatch(3 * Turnstile.PLACES);
		for (int n = 0; n < 3 * Turnstile.PLACES; n++) {
			this.turnstile.execute(() -> {
				held.countDown();
				await(this.opened);
			});
		}
		assertThat(held.await(10, TimeUnit.SECONDS)).isTrue();
		var served = new CountDownLatch(1);
		this.turnstile.execute(served::countDown);
		assertThat(served.await(10, TimeUnit.SECONDS)).isTrue();
	}

	private void goInside(CountDownLatch inside) {
		try {
			this.turnstile.inside(() -> {
				inside.countDown();
				await(this.opened);
			});
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
