package vn.toasoan.delivery;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.toasoan.article.ArticleDesk;
import vn.toasoan.audit.Actor;
import vn.toasoan.testing.Fixtures;
import vn.toasoan.testing.Fixtures.Written;
import vn.toasoan.testing.MutableClock;
import vn.toasoan.testing.OnH2;
import vn.toasoan.testing.SitePages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A cache in front of the site may keep pages, and hears of what has changed.
 */
@OnH2
@SitePages
@TestPropertySource(properties = { "toasoan.delivery.memory=8MB", "toasoan.delivery.cdn.max-age=1m",
		"toasoan.delivery.cdn.stale=30s", "toasoan.delivery.cdn.header=Fastly-Key: geheim" })
class CdnTests {

	private static final List<String> HEARD = new CopyOnWriteArrayList<>();

	/** When, by the clock that only runs. */
	private static final Map<String, Long> LAST = new ConcurrentHashMap<>();

	private static final AtomicInteger FAILURES = new AtomicInteger();

	private static final HttpServer CDN = cdn();

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Fixtures fixtures;

	@Autowired
	ArticleDesk desk;

	@Autowired
	MutableClock clock;

	private static HttpServer cdn() {
		try {
			HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			server.createContext("/", (exchange) -> {
				var headers = exchange.getRequestHeaders();
				String purge = exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
						+ headers.getFirst("Surrogate-Key") + " " + headers.getFirst("Fastly-Key");
				HEARD.add(purge);
				LAST.put(purge, System.nanoTime());
				exchange.sendResponseHeaders((FAILURES.getAndDecrement() > 0) ? 503 : 200, -1);
				exchange.close();
			});
			server.start();
			return server;
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@DynamicPropertySource
	static void address(DynamicPropertyRegistry properties) {
		properties.add("toasoan.delivery.cdn.purge",
				() -> "http://localhost:" + CDN.getAddress().getPort() + "/service/{key}");
	}

	@AfterAll
	static void stop() {
		CDN.stop(0);
	}

	@BeforeEach
	void quiet() {
		FAILURES.set(0);
	}

	@Test
	void aPageSaysHowLongTheCacheInFrontMayKeepItAndWhatItShows() {
		Written article = this.fixtures.article();
		for (int i = 0; i < 2; i++) {
			MockHttpServletResponse page = get(article.path());
			assertThat(page.getHeader("Cache-Control"))
				.isEqualTo("public, max-age=0, must-revalidate, s-maxage=60, stale-while-revalidate=30");
			assertThat(String.valueOf(page.getHeader("Surrogate-Key")).split(" ")).contains("article-" + article.id(),
					"all");
		}
	}

	@Test
	void whatIsForOneReaderIsNotForTheCacheInFront() {
		Written article = this.fixtures.article();
		assertThat(get(article.path() + "?da-nhan=" + "a".repeat(12)).getHeader("Cache-Control"))
			.isEqualTo("private, no-store");
		assertThat(get("/khong-co").getHeaders("Cache-Control").toString()).doesNotContain("s-maxage");
	}

	@Test
	void aCommentPurgesWhatShowsItAtOnceAndOnceMore() {
		Written article = this.fixtures.openArticle();
		this.fixtures.comment(article, null, "Một câu.");
		String purge = "PURGE /service/article-" + article.id() + " article-" + article.id() + " geheim";
		await().atMost(Duration.ofSeconds(30))
			.until(() -> HEARD.stream().filter(purge::equals).count() >= 2
					&& HEARD.contains("PURGE /service/comments comments geheim"));
	}

	/** A node may hand out an old page for most of a second after each of them. */
	@Test
	void theLastPurgeComesWhenAllHaveHeardOfTheLastChange() {
		Written article = this.fixtures.openArticle();
		String purge = "PURGE /service/article-" + article.id() + " article-" + article.id() + " geheim";
		this.fixtures.comment(article, null, "Một câu.");
		await().pollDelay(Duration.ofMillis(1000)).until(() -> HEARD.contains(purge));
		this.fixtures.comment(article, null, "Câu thứ hai.");
		long changed = System.nanoTime();
		await().atMost(Duration.ofSeconds(30))
			.until(() -> LAST.getOrDefault(purge, 0L) - changed > Duration.ofMillis(1400).toNanos());
	}

	@Test
	void whatEditorsDoPurgesEverything() {
		Written article = this.fixtures.article();
		HEARD.clear();
		this.desk.correct(article.id(), this.clock.instant(), "Số đúng là 405 tỷ.", Actor.SITE);
		await().atMost(Duration.ofSeconds(30)).until(() -> HEARD.contains("PURGE /service/all all geheim"));
	}

	@Test
	void aCacheThatDoesNotListenIsToldAgain() {
		Written article = this.fixtures.openArticle();
		await().atMost(Duration.ofSeconds(30)).until(() -> HEARD.contains("PURGE /service/all all geheim"));
		FAILURES.set(1000);
		this.fixtures.comment(article, null, "Một câu nữa.");
		await().atMost(Duration.ofSeconds(30)).until(() -> FAILURES.get() < 996);
		FAILURES.set(0);
		HEARD.clear();
		await().atMost(Duration.ofSeconds(30))
			.until(() -> HEARD.stream().anyMatch((purge) -> purge.contains("article-" + article.id())));
	}

	private MockHttpServletResponse get(String path) {
		return this.mvc.get().uri(path).exchange().getResponse();
	}

}
