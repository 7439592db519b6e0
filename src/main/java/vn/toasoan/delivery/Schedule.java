package vn.toasoan.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.toasoan.article.PublishedArticles;
import vn.toasoan.comment.Discussions;
import vn.toasoan.comment.Storms;

/**
 * Knows when the next article appears by itself, a storm passes, or a discussion ends,
 * because nobody does anything then that could be heard of.
 */
@Component
class Schedule {

	private static final Logger log = LoggerFactory.getLogger(Schedule.class);

	private static final Duration TRY_AGAIN = Duration.ofSeconds(5);

	private final PageCache cache;

	private final PublishedArticles articles;

	private final Storms storms;

	private final Discussions discussions;

	private final Purges purges;

	private final Clock clock;

	/** Not read yet. */
	private static final Instant UNKNOWN = Instant.MIN;

	private final AtomicReference<Instant> next = new AtomicReference<>(UNKNOWN);

	Schedule(PageCache cache, PublishedArticles articles, Storms storms, Discussions discussions, Purges purges,
			Clock clock) {
		this.cache = cache;
		this.articles = articles;
		this.storms = storms;
		this.discussions = discussions;
		this.purges = purges;
		this.clock = clock;
	}

	/**
	 * Whether something may have changed by itself that nobody has looked after yet.
	 */
	boolean isDue(Instant now) {
		return !now.isBefore(this.next.get());
	}

	/**
	 * Forgets all pages if such a moment has come; not while the database is out of
	 * reach, because then they could not be made anew.
	 */
	void keep() {
		Instant now = this.clock.instant();
		Instant due = this.next.get();
		Instant later = now.plus(TRY_AGAIN);
		if (now.isBefore(due) || !this.next.compareAndSet(due, later)) {
			return;
		}
		try {
			Instant next = next();
			if (due != UNKNOWN) {
				this.cache.evict(PageCache.EVERYTHING);
				this.purges.order(PageCache.EVERYTHING);
			}
			// In vain if it has changed again meanwhile.
			this.next.compareAndSet(later, next);
		}
		catch (RuntimeException ex) {
			log.debug("The schedule can't be read now", ex);
		}
	}

	/** Also when the next discussion closes, or has its comments wait, by itself. */
	private Instant next() {
		Optional<Instant> calm = this.storms.now().map(Storms.Storm::endsAt);
		return Stream.of(this.articles.nextPublication(), calm, this.discussions.nextTurn())
			.flatMap(Optional::stream)
			.min(Comparator.naturalOrder())
			.orElse(Instant.MAX);
	}

	/**
	 * Forgets the pages that show something that has changed, and with all pages the
	 * schedule, which may have changed too.
	 */
	void forget(String thing) {
		if (thing.equals(PageCache.EVERYTHING)) {
			this.next.set(UNKNOWN);
		}
		this.cache.evict(thing);
	}

	/**
	 * What has changed meanwhile was not heard of: nothing that is kept can be trusted.
	 */
	void distrust() {
		this.next.set(UNKNOWN);
		this.cache.distrust();
		this.purges.order(PageCache.EVERYTHING);
	}

	/**
	 * Has the pages renewed that show something that has changed.
	 * @param added whether there is only more of it than before
	 */
	void renew(String thing, boolean added) {
		if (added) {
			this.cache.outdate(thing);
		}
		else {
			forget(thing);
		}
	}

}
