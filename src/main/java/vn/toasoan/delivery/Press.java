package vn.toasoan.delivery;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Packs pages as small as can be, once they have stood for a while: what changes every
 * second is not worth it. Where there is no brotli for the machine, gzip has to do.
 */
@Component
class Press implements DisposableBean {

	private static final Logger log = LoggerFactory.getLogger(Press.class);

	/** Below a comment a second, articles are pressed; in a quarrel they are not. */
	private static final Duration PATIENCE = Duration.ofSeconds(2);

	private final PageCache cache;

	private final boolean available = Brotli4jLoader.isAvailable();

	private final ScheduledExecutorService press = Executors.newSingleThreadScheduledExecutor((work) -> {
		Thread thread = new Thread(work, "press");
		thread.setDaemon(true);
		thread.setPriority(Thread.MIN_PRIORITY);
		return thread;
	});

	Press(PageCache cache) {
		this.cache = cache;
	}

	boolean isAvailable() {
		return this.available;
	}

	/**
	 * Has a page pressed that is kept under this key, if it is still kept when it is its
	 * turn.
	 */
	void take(String key, Page page) {
		if (this.available && page.edition().isToBePressed()) {
			this.press.schedule(() -> press(key, page.edition()), PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
		}
	}

	private void press(String key, Edition edition) {
		Page kept = this.cache.get(key);
		if (kept != null && kept.edition() == edition && edition.isToBePressed()) {
			try {
				edition.press();
			}
			catch (RuntimeException ex) {
				log.warn("Packing {} failed; it goes on as gzip", key, ex);
			}
		}
	}

	@Override
	public void destroy() {
		this.press.shutdownNow();
	}

}
