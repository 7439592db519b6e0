package vn.toasoan.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

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

	/**
	 * From so many additions a second on, a page is not made anew for each of them: it
	 * would be done hardly ever, and nobody could read along.
	 */
	private static final int MANY = 16;

	private final Cache<String, Page> pages;

	private final Shelf shelf;

	private final Clock clock;

	private final Deque<Change> changes = new ArrayDeque<>();

	private long moment;

	PageCache(DeliverySettings settings, Shelf shelf, Clock clock) {
		this.shelf = shelf;
		this.clock = clock;
		this.pages = Caffeine.newBuilder()
			.maximumWeight(settings.memory().toBytes())
			.<String, Page>weigher((key, page) -> 2 * key.length() + page.weight())
			.build();
	}

	@Nullable Page get(String key) {
		return this.pages.getIfPresent(key);
	}

	/**
	 * How many pages there are.
	 */
	long size() {
		this.pages.cleanUp();
		return this.pages.estimatedSize();
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
		List<Change> missed = this.changes.stream()
			.filter((change) -> change.moment > begun && change.touches(page))
			.toList();
		if (forgotten || missed.stream().anyMatch((change) -> !change.bearable)) {
			return false;
		}
		Page kept = missed.isEmpty() ? page : page.outdated(missed.get(0).at);
		if (!kept.isBearable(this.clock.instant())) {
			return false;
		}
		this.pages.put(key, kept);
		return true;
	}

	/**
	 * Forgets a page in whose place there is no page for everybody any more.
	 * @param old null for none
	 */
	void remove(String key, @Nullable Page old) {
		if (old != null) {
			this.pages.asMap().remove(key, old);
		}
	}

	/**
	 * Forgets the pages that show something.
	 */
	synchronized void evict(String thing) {
		Change change = note(thing, false);
		this.pages.asMap().values().removeIf(change::touches);
	}

	/**
	 * Something has been added: the pages that show it are forgotten, too. Where that
	 * happens many times a second, they stay for a moment.
	 */
	synchronized void outdate(String thing) {
		if (!isBusy(thing)) {
			evict(thing);
			return;
		}
		outdateAll(thing, note(thing, true).at);
	}

	/**
	 * Nothing is heard of what changes: pages are made anew if they can be, and shown as
	 * they are if not.
	 */
	synchronized void doubt() {
		outdateAll(EVERYTHING, note(EVERYTHING, true).at);
	}

	/**
	 * Something may have changed that was not heard of: no page is shown again, unless it
	 * can't be made anew because the database is out of reach once more.
	 */
	synchronized void distrust() {
		note(EVERYTHING, false);
		outdateAll(EVERYTHING, Instant.EPOCH);
	}

	private void outdateAll(String thing, Instant since) {
		this.pages.asMap().replaceAll((key, page) -> page.shows(thing) ? page.outdated(since) : page);
	}

	private boolean isBusy(String thing) {
		Instant now = this.clock.instant();
		int found = 0;
		for (Iterator<Change> back = this.changes.descendingIterator(); back.hasNext() && found < MANY;) {
			Change change = back.next();
			// A clock may be set back.
			if (change.at.isAfter(now) || change.at.isBefore(now.minusSeconds(1))) {
				return false;
			}
			found += change.thing.equals(thing) ? 1 : 0;
		}
		return found == MANY;
	}

	private Change note(String thing, boolean bearable) {
		if (thing.equals(EVERYTHING)) {
			this.shelf.clear();
		}
		else {
			this.shelf.forget(thing);
		}
		var change = new Change(++this.moment, thing, this.clock.instant(), bearable);
		this.changes.addLast(change);
		if (this.changes.size() > REMEMBERED) {
			this.changes.removeFirst();
		}
		return change;
	}

	/**
	 * @param bearable whether pages without it may be shown for a moment
	 */
	private record Change(long moment, String thing, Instant at, boolean bearable) {

		boolean touches(Page page) {
			return page.shows(this.thing);
		}

	}

}
