package vn.toasoan.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;
import vn.toasoan.delivery.DeliverySettings.Cdn;
import vn.toasoan.testing.MutableClock;
import vn.toasoan.web.Shelf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class PageCacheTests {

	private static final Cdn NO_CDN = new Cdn(Duration.ZERO, Duration.ZERO, null, "PURGE", "");

	private final Shelf shelf = new Shelf(DataSize.ofKilobytes(200));

	private final MutableClock clock = new MutableClock();

	private final PageCache cache = new PageCache(new DeliverySettings(DataSize.ofKilobytes(200), NO_CDN), this.shelf,
			this.clock);

	@Test
	void aPageBegunBeforeAChangeIsNotKept() {
		long begun = this.cache.moment();
		this.cache.evict("article-1");
		assertThat(this.cache.put("/a", page("article-1", 100), begun)).isFalse();
		assertThat(this.cache.get("/a")).isNull();
		assertThat(this.cache.put("/b", page("article-2", 100), begun)).isTrue();
		assertThat(this.cache.put("/a", page("article-1", 100), this.cache.moment())).isTrue();
	}

	@Test
	void whatPagesAreMadeOfIsForgottenWithAllOfThem() {
		assertThat(this.shelf.get("a", () -> 1)).isEqualTo(1);
		this.cache.evict("article-1");
		assertThat(this.shelf.get("a", () -> 2)).isEqualTo(1);
		this.cache.evict(PageCache.EVERYTHING);
		assertThat(this.shelf.get("a", () -> 3)).isEqualTo(3);
	}

	@Test
	void aDiscussionIsForgottenWithWhatChangesItAndWithEverything() {
		assertThat(discussion(1, 1)).isEqualTo(1);
		assertThat(discussion(2, 1)).isEqualTo(1);
		this.cache.evict("article-1");
		assertThat(discussion(1, 2)).isEqualTo(2);
		assertThat(discussion(2, 2)).isEqualTo(1);
		for (int n = 0; n < 20; n++) {
			this.cache.outdate("article-1");
		}
		assertThat(discussion(1, 3)).isEqualTo(3);
		this.cache.doubt();
		assertThat(discussion(1, 4)).isEqualTo(4);
		this.cache.distrust();
		assertThat(discussion(1, 5)).isEqualTo(5);
		this.cache.evict("article-1");
		assertThat(this.shelf.get(1L, "threads", () -> {
			this.cache.evict("article-1");
			return 6;
		})).isEqualTo(6);
		assertThat(discussion(1, 7)).as("read before the change").isEqualTo(7);
	}

	private int discussion(long article, int now) {
		return this.shelf.get(article, "threads", () -> now);
	}

	@Test
	void whatWasReadBeforeAChangeIsNotKeptAfterIt() {
		assertThat(this.shelf.get("a", () -> {
			this.cache.evict(PageCache.EVERYTHING);
			return 1;
		})).isEqualTo(1);
		assertThat(this.shelf.get("a", () -> 2)).isEqualTo(2);
	}

	@Test
	void nothingIsKeptWhereNoFinishedPagesAre() {
		Shelf closed = new Shelf(DataSize.ofBytes(0));
		assertThat(closed.get("a", () -> 1)).isEqualTo(1);
		assertThat(closed.get("a", () -> 2)).isEqualTo(2);
		assertThat(closed.get(1L, "a", () -> 3)).isEqualTo(3);
		assertThat(closed.get(1L, "a", () -> 4)).isEqualTo(4);
	}

	@Test
	void aChangeForgetsWhatShowsItAndNothingElse() {
		this.cache.put("/a", page("article-1", 100), this.cache.moment());
		this.cache.put("/", page("article-1 article-2", 100), this.cache.moment());
		this.cache.put("/b", page("article-2", 100), this.cache.moment());
		this.cache.put("/c", page("", 100), this.cache.moment());
		this.cache.evict("article-1");
		assertThat(this.cache.get("/a")).isNull();
		assertThat(this.cache.get("/")).isNull();
		assertThat(this.cache.get("/b")).isNotNull();
		this.cache.evict(PageCache.EVERYTHING);
		assertThat(this.cache.get("/b")).isNull();
		assertThat(this.cache.get("/c")).isNull();
	}

	@Test
	void whereLittleIsAddedAPageIsForgottenAtOnce() {
		for (int i = 0; i < 40; i++) {
			this.cache.put("/a", page("article-1", 100), this.cache.moment());
			this.cache.outdate("article-1");
			assertThat(this.cache.get("/a")).isNull();
			this.clock.advance(Duration.ofMillis(70));
		}
	}

	@Test
	void whereMuchIsAddedAPageStaysForAMoment() {
		rush("article-1");
		this.cache.put("/a", page("article-1", 100), this.cache.moment());
		this.cache.outdate("article-1");
		assertThat(kept("/a").isOld(this.clock.instant())).isFalse();
		this.clock.advance(Duration.ofMillis(300));
		this.cache.outdate("article-1");
		this.clock.advance(Duration.ofMillis(100));
		assertThat(kept("/a").isOld(this.clock.instant())).as("counted from the first addition").isTrue();
		assertThat(kept("/a").isBearable(this.clock.instant())).isTrue();
		this.clock.advance(Duration.ofMinutes(-1));
		assertThat(kept("/a").isOld(this.clock.instant())).as("a clock that was set back").isTrue();
		this.clock.advance(Duration.ofMinutes(1));
		this.clock.advance(Duration.ofMillis(400));
		assertThat(kept("/a").isBearable(this.clock.instant())).isFalse();
	}

	@Test
	void whatIsTakenAwayGoesAtOnceHoweverMuchIsAdded() {
		rush("article-1");
		this.cache.put("/a", page("article-1", 100), this.cache.moment());
		this.cache.outdate("article-1");
		this.cache.evict("article-1");
		assertThat(this.cache.get("/a")).isNull();
	}

	@Test
	void aPageToWhichMuchIsAddedWhileItIsMadeIsKeptForAMoment() {
		rush("article-1");
		long begun = this.cache.moment();
		this.cache.outdate("article-1");
		this.clock.advance(Duration.ofMillis(100));
		assertThat(this.cache.put("/a", page("article-1", 100), begun)).isTrue();
		this.clock.advance(Duration.ofMillis(300));
		assertThat(kept("/a").isOld(this.clock.instant())).isTrue();
		this.clock.advance(Duration.ofMillis(450));
		assertThat(this.cache.put("/b", page("article-1", 100), begun)).as("made too slowly").isFalse();
		this.cache.evict("article-1");
		assertThat(this.cache.put("/c", page("article-1", 100), begun)).isFalse();
	}

	private void rush(String thing) {
		for (int i = 0; i < 16; i++) {
			this.cache.outdate(thing);
		}
	}

	private Page kept(String key) {
		return Objects.requireNonNull(this.cache.get(key));
	}

	@Test
	void aPageThatTookTooManyChangesLongIsNotKept() {
		long begun = this.cache.moment();
		for (int i = 0; i < 1001; i++) {
			this.cache.evict("article-9");
		}
		assertThat(this.cache.put("/a", page("article-1", 100), begun)).isFalse();
	}

	@Test
	void noMoreIsKeptThanFits() {
		for (int i = 0; i < 100; i++) {
			this.cache.put("/" + i, page("", 50_000), this.cache.moment());
		}
		// Another thread throws out what is too much.
		await().untilAsserted(
				() -> assertThat(IntStream.range(0, 100).filter((i) -> this.cache.get("/" + i) != null).count())
					.isBetween(0L, 5L));
	}

	private static Page page(String shown, int length) {
		var response = new MockHttpServletResponse();
		response.setContentType("text/html");
		if (!shown.isEmpty()) {
			response.setHeader(Page.SURROGATE_KEY, shown);
		}
		return new Page(response, "x".repeat(length).getBytes(StandardCharsets.UTF_8), MutableClock.START, null, null,
				NO_CDN);
	}

}
