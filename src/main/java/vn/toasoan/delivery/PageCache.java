package vn.toasoan.delivery;

import java.util.ArrayDeque;
import java.util.Deque;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.toasoan.web.Shelf;

/**
 * The finished pages of this node, as many as fit. A page that was begun before something
 * on it changed is not taken in, however late it is done.
 */
@Component
class PageCache {

	/** What every page shows. */
	static final String EVERYTHING = "*";

	/** Changes to remember: many more than happen while one page is made. */
	private static final int REMEMBERED = 1000;

	private final Cache<String, Page> pages;

	private final Shelf shelf;

	private final Deque<Change> changes = new ArrayDeque<>();

	private long moment;

	PageCache(DeliverySettings settings, Shelf shelf) {
		this.shelf = shelf;
		this.pages = Caffeine.newBuilder()
			.maximumWeight(settings.memory().toBytes())
			.<String, Page>weigher((key, page) -> 2 * key.length() + page.weight())
			.build();
	}

	@Nullable Page get(String key) {
		return this.pages.getIfPresent(key);
	}

	/**
	 * The present moment, to be named when a page begun now is done.
	 */
	synchronized long moment() {
		return this.moment;
	}

	/**
	 * Keeps a page.
	 * @param begun the moment at which its making began
	 * @return false, and it is not kept, if something on it may have changed since
	 */
	synchronized boolean put(String key, Page page, long begun) {
		boolean forgotten = begun < this.moment - this.changes.size();
		if (forgotten || this.changes.stream().anyMatch((change) -> change.moment > begun && change.touches(page))) {
			return false;
		}
		this.pages.put(key, page);
		return true;
	}

	/**
	 * Forgets the pages that show something.
	 */
	synchronized void evict(String thing) {
		if (thing.equals(EVERYTHING)) {
			this.shelf.clear();
		}
		var change = new Change(++this.moment, thing);
		this.changes.addLast(change);
		if (this.changes.size() > REMEMBERED) {
			this.changes.removeFirst();
		}
		this.pages.asMap().values().removeIf(change::touches);
	}

	private record Change(long moment, String thing) {

		boolean touches(Page page) {
			return page.shows(this.thing);
		}

	}

}
