package vn.toasoan.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.toasoan.article.ArticleDesk;
import vn.toasoan.audit.Actor;
import vn.toasoan.comment.ReaderCookie;
import vn.toasoan.testing.Fixtures;
import vn.toasoan.testing.Fixtures.Written;
import vn.toasoan.testing.MutableClock;
import vn.toasoan.testing.OnPostgreSql;
import vn.toasoan.testing.Outage;
import vn.toasoan.testing.SitePages;
import vn.toasoan.web.Freshness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * While the database is out of reach, readers go on reading.
 */
@OnPostgreSql
@SitePages
@TestPropertySource(properties = { "toasoan.delivery.memory=8MB", "spring.datasource.hikari.connection-timeout=1000" })
@DirtiesContext
class StalePagesTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Fixtures fixtures;

	@Autowired
	ArticleDesk desk;

	@Autowired
	Delivery delivery;

	@Autowired
	PageCache cache;

	@Autowired
	ReaderCookie readers;

	@Autowired
	MutableClock clock;

	@Autowired
	Environment environment;

	/** The site has noticed that the outage of another test is over. */
	@BeforeEach
	void nothingIsGoingOn() {
		var seen = new AtomicLong(-1);
		await().pollInterval(Duration.ofMillis(600)).until(() -> {
			long now = this.cache.moment();
			return seen.getAndSet(now) == now;
		});
	}

	@Test
	void anOldPageIsShownAndSaysThatItIsOldUntilItCanBeMadeAnew() throws Throwable {
		String path = this.fixtures.article().path();
		String never = this.fixtures.article().path();
		assertThat(this.mvc.get().uri(path)).hasStatus(200);
		Outage.during(this.environment, () -> {
			assertThat(this.mvc.get().uri(path)).hasStatus(200).doesNotContainHeader("Warning");
			this.clock.advance(Duration.ofSeconds(90));
			assertThat(this.mvc.get().uri(path)).hasStatus(200)
				.hasHeader("Warning", "110 - \"Response is Stale\"")
				.hasHeader("Age", "90")
				.bodyText()
				.contains("Một đoạn văn.");
			assertThat(this.mvc.get().uri(never)).hasStatus(503);
		});
		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(this.mvc.get().uri(path)).hasStatus(200).doesNotContainHeader("Warning"));
	}

	/** Nobody waits twice for a database that is not there. */
	@Test
	void afterOneHasTriedInVainOthersGetTheirOldPagesAtOnce() throws Exception {
		// Past the time of the article of another test.
		this.clock.advance(Duration.ofMinutes(5));
		String path = this.fixtures.article().path();
		String other = this.fixtures.article().path();
		assertThat(this.mvc.get().uri(path)).hasStatus(200);
		assertThat(this.mvc.get().uri(other)).hasStatus(200);
		this.clock.advance(Duration.ofSeconds(90));
		assertThat(triesFor(path)).isEqualTo(1);
		assertThat(triesFor(other)).isZero();
		assertThat(triesFor(other, reader())).isZero();
		this.clock.advance(Duration.ofSeconds(6));
		assertThat(triesFor(other, reader())).isEqualTo(1);
		assertThat(triesFor(path)).isZero();
		this.clock.advance(Duration.ofSeconds(6));
		assertThat(this.mvc.get().uri(path)).hasStatus(200).doesNotContainHeader("Warning");
	}

	@Test
	void whatIsKnownToBeOldIsNotShownWhileItIsMadeAnewNorIfItIsGone() throws Exception {
		String path = this.fixtures.article().path();
		assertThat(this.mvc.get().uri(path)).hasStatus(200);
		this.clock.advance(Duration.ofSeconds(90));
		this.cache.distrust();
		List<CompletableFuture<MvcTestResult>> others = new ArrayList<>();
		var response = new MockHttpServletResponse();
		this.delivery.doFilter(new MockHttpServletRequest("GET", path), response, (made, answer) -> {
			var other = CompletableFuture.supplyAsync(() -> this.mvc.get().uri(path).exchange());
			others.add(other);
			assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> other.get(500, TimeUnit.MILLISECONDS));
			((HttpServletResponse) answer).sendError(410);
			assertThat(this.cache.get(path)).isNotNull();
		});
		assertThat(response.getStatus()).isEqualTo(410);
		assertThat(others.get(0).get(10, TimeUnit.SECONDS)).hasStatus(200).doesNotContainHeader("Warning");
		assertThat(this.cache.get(path)).isNull();
	}

	/** However long that one takes to take it. */
	@Test
	void othersHaveThePageBeforeItIsSentToTheOneWhoHasHadItMade() throws Exception {
		String path = this.fixtures.article().path();
		List<MvcTestResult> others = new ArrayList<>();
		var response = new MockHttpServletResponse() {
			@Override
			public ServletOutputStream getOutputStream() {
				var other = CompletableFuture.supplyAsync(() -> StalePagesTests.this.mvc.get().uri(path).exchange());
				others.add(other.orTimeout(5, TimeUnit.SECONDS).join());
				return super.getOutputStream();
			}
		};
		this.delivery.doFilter(new MockHttpServletRequest("GET", path), response, page());
		assertThat(others).hasSize(1).allSatisfy((other) -> assertThat(other).hasStatus(200).containsHeader("ETag"));
	}

	private static FilterChain page() {
		return (made, answer) -> {
			answer.setContentType("text/html;charset=UTF-8");
			Freshness.forEverybody((HttpServletResponse) answer, List.of());
			answer.getWriter().write("Trang.");
		};
	}

	private Cookie reader() {
		var response = new MockHttpServletResponse();
		this.readers.write(response, this.readers.newReader().key(), "");
		return response.getCookies()[0];
	}

	/**
	 * How often a page that can't be made was tried to be made before the old one came.
	 */
	private int triesFor(String path, Cookie... cookies) throws Exception {
		var request = new MockHttpServletRequest("GET", path);
		request.setCookies(cookies);
		var response = new MockHttpServletResponse();
		var tries = new AtomicInteger();
		this.delivery.doFilter(request, response, (made, answer) -> {
			tries.incrementAndGet();
			((HttpServletResponse) answer).sendError(503);
		});
		assertThat(response.getStatus()).isEqualTo(200);
		assertThat(response.getHeader("Warning")).isEqualTo("110 - \"Response is Stale\"");
		assertThat(response.getContentAsString()).contains("Một đoạn văn.");
		return tries.get();
	}

	@Test
	void aDatabaseThatGoesAwayTwiceTakesNoPageAway() throws Throwable {
		String path = this.fixtures.article().path();
		assertThat(this.mvc.get().uri(path)).hasStatus(200);
		long before = this.cache.moment();
		Outage.during(this.environment, () -> await().until(() -> this.cache.moment() > before));
		nothingIsGoingOn();
		Outage.during(this.environment, () -> assertThat(this.mvc.get().uri(path)).hasStatus(200)
			.hasHeader("Warning", "110 - \"Response is Stale\""));
	}

	@Test
	void anArticleWhoseTimeComesMeanwhileTakesNoPageAway() throws Throwable {
		String path = this.fixtures.article().path();
		Written later = this.fixtures.draft();
		this.desk.publish(later.id(), this.clock.instant().plusSeconds(30), Actor.SITE);
		assertThat(this.mvc.get().uri(path)).hasStatus(200);
		Outage.during(this.environment, () -> {
			for (int seconds : List.of(31, 6, 60)) {
				this.clock.advance(Duration.ofSeconds(seconds));
				assertThat(this.mvc.get().uri(path)).hasStatus(200);
			}
		});
		this.clock.advance(Duration.ofSeconds(6));
		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(this.mvc.get().uri("/")).hasStatus(200).bodyText().contains(later.title()));
	}

}
