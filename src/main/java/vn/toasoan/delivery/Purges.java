package vn.toasoan.delivery;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import vn.toasoan.delivery.DeliverySettings.Cdn;

/**
 * Tells the cache in front of the site that something has changed, at once and again when
 * the last node has heard of it: between the two it may have been given an old page.
 */
@Component
class Purges implements DisposableBean {

	/** The surrogate key of all pages. */
	static final String ALL = "all";

	private static final Logger log = LoggerFactory.getLogger(Purges.class);

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	/** Longer than the second within which every node has heard. */
	private static final Duration ALL_HAVE_HEARD = Duration.ofMillis(1500);

	/** After that the pages' age has to do. */
	private static final int TRIES = 5;

	private final Cdn cdn;

	/**
	 * Made when something is purged: it reads all certificates that Java trusts, and most
	 * sites have no CDN.
	 */
	private final SingletonSupplier<HttpClient> client = SingletonSupplier
		.of(() -> HttpClient.newBuilder().connectTimeout(PATIENCE).build());

	private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor((work) -> {
		Thread thread = new Thread(work, "purges");
		thread.setDaemon(true);
		return thread;
	});

	private final Set<String> waiting = ConcurrentHashMap.newKeySet();

	/** Last ones, each put off for as long as more changes. */
	private final Map<String, Future<?>> last = new ConcurrentHashMap<>();

	Purges(DeliverySettings settings) {
		this.cdn = settings.cdn();
	}

	/**
	 * Has the pages purged that show something.
	 */
	void order(String thing) {
		if (this.cdn.isThere() && this.cdn.purge() != null) {
			String key = thing.equals(PageCache.EVERYTHING) ? ALL : thing;
			send(key, Duration.ZERO, 1);
			this.last.compute(key, (same, before) -> {
				if (before != null) {
					before.cancel(false);
				}
				return this.worker.schedule(() -> send(key, 1), ALL_HAVE_HEARD.toMillis(), TimeUnit.MILLISECONDS);
			});
		}
	}

	private void send(String key, Duration delay, int attempt) {
		// Of the same wishes at the same time one is enough.
		if (this.waiting.add(key + delay)) {
			this.worker.schedule(() -> {
				this.waiting.remove(key + delay);
				send(key, attempt);
			}, delay.toMillis(), TimeUnit.MILLISECONDS);
		}
	}

	private void send(String key, int attempt) {
		try {
			int status = this.client.obtain().send(request(key), HttpResponse.BodyHandlers.discarding()).statusCode();
			if (status < 400) {
				return;
			}
			log.warn("The cache in front answered the purge of {} with {}", key, status);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return;
		}
		catch (Exception ex) {
			log.warn("The cache in front could not be told to purge {}: {}", key, ex.toString());
		}
		if (attempt < TRIES) {
			send(key, Duration.ofSeconds(1L << attempt), attempt + 1);
		}
	}

	private HttpRequest request(String key) {
		String address = String.valueOf(this.cdn.purge())
			.replace("{key}", URLEncoder.encode(key, StandardCharsets.UTF_8));
		var request = HttpRequest.newBuilder(URI.create(address))
			.timeout(PATIENCE)
			.method(this.cdn.method(), HttpRequest.BodyPublishers.noBody())
			.header(Page.SURROGATE_KEY, key);
		if (!this.cdn.header().isEmpty()) {
			String[] words = this.cdn.header().split(": *", 2);
			request.header(words[0], words[1]);
		}
		return request.build();
	}

	@Override
	public void destroy() {
		this.worker.shutdownNow();
	}

}
