package vn.toasoan.delivery;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardThreadExecutor;
import org.apache.coyote.AbstractProtocol;
import org.jspecify.annotations.Nullable;

/**
 * The server's threads, a few of which at a time serve those who come to the
 * {@link Kiosk}. If each visitor woke a thread, as the server would have it, a third of
 * the processor's time would go into changing from one to the other. Who goes inside,
 * where much is waited for, leaves the place to somebody else.
 */
class Turnstile extends StandardThreadExecutor {

	/** How many serve at the same time. */
	static final int PLACES = Runtime.getRuntime().availableProcessors() + 1;

	/** After this, all who serve must be held up, as by readers who take nothing. */
	private static final int PATIENCE_MILLIS = 20;

	private static final int IDLE_SECONDS = 10;

	private final Supplier<ScheduledExecutorService> timer;

	private final BlockingQueue<Runnable> visitors = new LinkedBlockingQueue<>();

	/** How many of those who serve wait for somebody. */
	private final AtomicInteger idle = new AtomicInteger();

	private final ThreadLocal<Shift> ownShift = new ThreadLocal<>();

	private final AtomicBoolean watched = new AtomicBoolean();

	private volatile Shift shift = new Shift();

	/**
	 * @param timer looks from time to time whether those who wait are served; asked for
	 * when it is needed, as the server has one only once it runs
	 */
	Turnstile(Supplier<ScheduledExecutorService> timer) {
		this.timer = timer;
	}

	/**
	 * Serves at the connector in place of its own threads, of which it has as many, if
	 * those are still to be made.
	 */
	void standAt(Connector connector) {
		var server = (AbstractProtocol<?>) connector.getProtocolHandler();
		// Virtual threads are there already, and none of them has to be spared.
		if (server.getExecutor() == null) {
			setDomain(connector.getDomain());
			setName(server.getName());
			setNamePrefix("http-" + server.getPort() + "-");
			setMaxThreads(server.getMaxThreads());
			setMinSpareThreads(server.getMinSpareThreads());
			server.setExecutor(this);
			connector.getService().addExecutor(this);
		}
	}

	@Override
	public void execute(Runnable visitor) {
		this.visitors.add(visitor);
		if (this.visitors.size() > this.idle.get() && !begin()) {
			watch();
		}
	}

	/**
	 * Has one thread more serve, if somebody waits and there is a place and a thread.
	 */
	private boolean begin() {
		Shift current = this.shift;
		if (this.visitors.isEmpty() || !current.enter()) {
			return false;
		}
		try {
			super.execute(() -> serve(current));
			return true;
		}
		catch (RejectedExecutionException | IllegalStateException ex) {
			// The server is being stopped.
			current.leave();
			return false;
		}
	}

	private void serve(Shift own) {
		this.ownShift.set(own);
		try {
			Runnable visitor;
			while (this.shift == own && own.hasRoom() && (visitor = next()) != null) {
				own.move();
				visitor.run();
			}
		}
		finally {
			this.ownShift.remove();
			own.leave();
			// Somebody may have come after the last look.
			begin();
		}
	}

	private @Nullable Runnable next() {
		Runnable next = this.visitors.poll();
		return (next != null) ? next : await();
	}

	private @Nullable Runnable await() {
		this.idle.incrementAndGet();
		try {
			return this.visitors.poll(IDLE_SECONDS, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			// The server is being stopped.
			Thread.currentThread().interrupt();
			return null;
		}
		finally {
			this.idle.decrementAndGet();
		}
	}

	/**
	 * Does what may take long, while others are served.
	 */
	void inside(Visit visit) throws Exception {
		Shift own = this.ownShift.get();
		if (own == null) {
			visit.make();
			return;
		}
		own.leave();
		begin();
		try {
			visit.make();
		}
		finally {
			own.comeBack();
		}
	}

	private void watch() {
		if (this.watched.compareAndSet(false, true)) {
			Shift current = this.shift;
			current.stop();
			this.timer.get().schedule(() -> relieve(current), PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
		}
	}

	/**
	 * Has others take over, if somebody waits and nobody has been served meanwhile.
	 */
	private void relieve(Shift held) {
		this.watched.set(false);
		if (this.visitors.isEmpty()) {
			return;
		}
		if (!held.isMoving()) {
			this.shift = new Shift();
			while (begin()) {
				// One more.
			}
		}
		watch();
	}

	/**
	 * What may take long.
	 */
	interface Visit {

		void make() throws Exception;

	}

	/**
	 * Those who serve at the same time.
	 */
	private static final class Shift {

		private final AtomicInteger serving = new AtomicInteger();

		private volatile boolean moving;

		boolean enter() {
			return this.serving.getAndUpdate((now) -> (now < PLACES) ? now + 1 : now) < PLACES;
		}

		void leave() {
			this.serving.decrementAndGet();
		}

		/** Others may be serving in this place. */
		void comeBack() {
			this.serving.incrementAndGet();
		}

		boolean hasRoom() {
			return this.serving.get() <= PLACES;
		}

		void stop() {
			this.moving = false;
		}

		/** Written seldom, as all of them read it. */
		void move() {
			if (!this.moving) {
				this.moving = true;
			}
		}

		boolean isMoving() {
			return this.moving;
		}

	}

}
