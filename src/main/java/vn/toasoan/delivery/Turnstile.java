package vn.toasoan.delivery;

import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.catalina.Lifecycle;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardThreadExecutor;
import org.apache.coyote.AbstractProtocol;
import org.apache.tomcat.util.threads.TaskThreadFactory;
import org.jspecify.annotations.Nullable;

/**
 * The server's threads, a few of which at a time serve those who come to the
 * {@link Kiosk}. To wake a thread for each visitor, as the server would, takes longer
 * than to serve one. Who goes inside, where much is waited for, leaves the place to
 * somebody else, and who is held up loses it.
 */
class Turnstile extends StandardThreadExecutor {

	/** How many serve at the same time. */
	static final int PLACES = Runtime.getRuntime().availableProcessors() + 1;

	/** Who serves one visitor for longer is held up, as by a reader who takes nothing. */
	private static final int PATIENCE_MILLIS = 20;

	private static final int IDLE_SECONDS = 10;

	/** For those inside when the server stops. */
	private static final int STOP_SECONDS = 5;

	private final BlockingQueue<Runnable> visitors = new LinkedBlockingQueue<>();

	/** Each with a thread of its own, or soon to have one. */
	private final Set<Place> places = ConcurrentHashMap.newKeySet();

	/** For so many places more. */
	private final Semaphore room = new Semaphore(PLACES);

	/** How many of those who serve wait for somebody. */
	private final AtomicInteger idle = new AtomicInteger();

	private final ThreadLocal<Place> own = new ThreadLocal<>();

	private final AtomicBoolean watched = new AtomicBoolean();

	private volatile @Nullable ScheduledExecutorService timer;

	/**
	 * Serves at the connector in place of its own threads, of which it has as many, from
	 * its start to its stop.
	 */
	void standAt(Connector connector) {
		var server = (AbstractProtocol<?>) connector.getProtocolHandler();
		// Virtual threads are there already, and none of them has to be spared.
		if (server.getExecutor() != null) {
			return;
		}
		setDomain(connector.getDomain());
		setName(server.getName());
		setNamePrefix("http-" + server.getPort() + "-");
		setMaxThreads(server.getMaxThreads());
		setMinSpareThreads(server.getMinSpareThreads());
		server.setExecutor(this);
		connector.addLifecycleListener((event) -> {
			try {
				switch (event.getType()) {
					case Lifecycle.BEFORE_START_EVENT -> start();
					case Lifecycle.AFTER_STOP_EVENT -> stop();
					default -> {
						// Nothing changes.
					}
				}
			}
			catch (LifecycleException ex) {
				throw new IllegalStateException(ex);
			}
		});
	}

	@Override
	protected void startInternal() throws LifecycleException {
		var clock = Executors.newSingleThreadScheduledExecutor(
				new TaskThreadFactory(getNamePrefix() + "timer-", true, Thread.NORM_PRIORITY));
		// Has its thread before there may be no more of them.
		clock.execute(() -> {
		});
		this.timer = clock;
		super.startInternal();
	}

	@Override
	protected void stopInternal() throws LifecycleException {
		var threads = this.executor;
		super.stopInternal();
		if (this.timer != null) {
			this.timer.shutdownNow();
		}
		this.visitors.clear();
		this.places.forEach(this::giveUp);
		this.watched.set(false);
		try {
			// There are none if it could not be started.
			if (threads != null) {
				threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void execute(Runnable visitor) {
		this.visitors.add(visitor);
		attend();
	}

	/**
	 * Sees to it that somebody who waits will be served.
	 */
	private void attend() {
		if (this.visitors.size() > this.idle.get() && !begin()) {
			watch();
		}
	}

	/**
	 * Has one thread more serve, if there is room for it.
	 */
	private boolean begin() {
		if (!this.room.tryAcquire()) {
			return false;
		}
		Place place = new Place();
		this.places.add(place);
		try {
			super.execute(() -> serve(place));
			return true;
		}
		catch (RuntimeException | OutOfMemoryError ex) {
			// The server is being stopped, or the machine has no more threads.
			giveUp(place);
			return false;
		}
	}

	private void serve(Place place) {
		this.own.set(place);
		try {
			Runnable visitor;
			while (this.places.contains(place) && !Thread.currentThread().isInterrupted()
					&& (visitor = next()) != null) {
				place.move();
				visitor.run();
			}
		}
		finally {
			this.own.remove();
			giveUp(place);
			// Somebody may have come after the last look.
			attend();
		}
	}

	private @Nullable Runnable next() {
		Runnable next = this.visitors.poll();
		if (next == null) {
			next = await();
			// Somebody may have come and counted on who was no longer idle.
			attend();
		}
		return next;
	}

	private @Nullable Runnable await() {
		this.idle.incrementAndGet();
		try {
			return this.visitors.poll(IDLE_SECONDS, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return null;
		}
		finally {
			this.idle.decrementAndGet();
		}
	}

	/**
	 * Whoever calls this goes on to what may take long, while others are served.
	 */
	void goInside() {
		Place place = this.own.get();
		if (place != null && giveUp(place)) {
			attend();
		}
	}

	private boolean giveUp(Place place) {
		boolean given = this.places.remove(place);
		if (given) {
			this.room.release();
		}
		return given;
	}

	private void watch() {
		var clock = this.timer;
		if (clock != null && this.watched.compareAndSet(false, true)) {
			try {
				clock.schedule(this::relieve, PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
			}
			catch (RejectedExecutionException ex) {
				// The server is being stopped.
				this.watched.set(false);
			}
		}
	}

	/**
	 * While somebody waits, gives the places of those who are held up to others; unless
	 * what is missing are threads.
	 */
	private void relieve() {
		this.watched.set(false);
		if (this.visitors.isEmpty()) {
			return;
		}
		if (getQueueSize() == 0) {
			for (Place place : this.places) {
				if (!place.hasMoved() && giveUp(place)) {
					attend();
				}
			}
		}
		attend();
		watch();
	}

	/**
	 * Of one who serves.
	 */
	private static final class Place {

		private volatile boolean moved = true;

		/** Written seldom, as it is called for each visitor. */
		void move() {
			if (!this.moved) {
				this.moved = true;
			}
		}

		/** Whether the next visitor has come since this was last asked. */
		boolean hasMoved() {
			boolean has = this.moved;
			this.moved = false;
			return has;
		}

	}

}
