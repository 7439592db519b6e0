package vn.toasoan.face;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.zip.GZIPOutputStream;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitUntilState;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.test.annotation.DirtiesContext;
import vn.toasoan.testing.FixedClock;
import vn.toasoan.testing.InBrowser;
import vn.toasoan.testing.OnH2;
import vn.toasoan.testing.View;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the first view of the article costs a reader with an empty cache, on a phone.
 */
@InBrowser
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@OnH2
@FixedClock
@DirtiesContext
@Import(Newsroom.class)
class WeightTests {

	private static final Logger log = LoggerFactory.getLogger(WeightTests.class);

	private static final int KB = 1024;

	/** Headers and bodies of HTML, CSS and scripts. */
	private static final int MAX_WITHOUT_FONTS = 26 * KB;

	private static final int MAX_WITH_FONTS = 66 * KB;

	/** All that readers' pages can load, unpacked. */
	private static final int MAX_SCRIPTS = 8 * KB;

	private static final Resource ONLY_IN_A_STORM = new ClassPathResource("static/js/storm.js");

	/**
	 * What a server may send before the first acknowledgement: ten segments (RFC 6928).
	 */
	private static final int FIRST_FLIGHT = 14 * KB;

	private static final String OBSERVE = """
			window.shifts = [];
			window.largest = null;
			new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map((shift) => ({
			  value: shift.value,
			  moved: shift.sources.map(({ node, previousRect: a, currentRect: b }) => (node?.outerHTML ?? node?.textContent ?? '').slice(0, 60) + [a.y, a.height, '>', b.y, b.height].join(' '))
			})))).observe({ type: 'layout-shift', buffered: true });
			new PerformanceObserver((list) => { window.largest = list.getEntries().at(-1); })
			  .observe({ type: 'largest-contentful-paint', buffered: true });
			""";

	private static final String SETTLED = "document.fonts.ready.then(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 300))))";

	/** Where in the page's source the last thing that begins on the first screen ends. */
	private static final String LAST_TEXT_ON_FIRST_SCREEN = """
			[...document.querySelectorAll('main :is(h1, h2, h3, p, li, figcaption)')]
			  .filter((part) => part.getBoundingClientRect().top < innerHeight && part.textContent.trim()).at(-1)
			  .textContent.trim().slice(-30)""";

	/** Whether this machine has one of the fonts that css/fonts.css cuts to size. */
	private static final String HAS_STAND_IN = "[...document.fonts].some((font) => /Literata \\w/.test(font.family) && font.status === 'loaded')";

	private static final String PLACES = "[...document.querySelectorAll('.article-head > *, .prose > p')].slice(0, 5).map((part) => Math.round(part.getBoundingClientRect().top))";

	private static final String SCORE = "window.shifts.reduce((sum, { value }) => sum + value, 0)";

	/** What web.dev calls good. */
	private static final double GOOD_SHIFT = 0.1;

	/** Longer than a browser hides text for the sake of its font. */
	private static final double PATIENCE_MILLISECONDS = 1000;

	@BeforeAll
	static void fill(@Autowired Newsroom newsroom) {
		newsroom.publish();
		newsroom.discuss();
	}

	@Test
	void theFirstViewOfTheArticleIsLight(@View(width = 390, height = 844) Page page) throws IOException {
		List<Response> responses = load(page);
		int scripts = raw(responses, (type) -> type.contains("javascript"));
		int withoutFonts = wire(responses, (type) -> !type.contains("font"));
		int withFonts = wire(responses, (type) -> true);
		log.info("First view: {} bytes, {} with fonts; scripts {} bytes raw: {}", withoutFonts, withFonts, scripts,
				responses.stream()
					.map((response) -> response.request().sizes().responseBodySize + " " + response.url())
					.toList());
		assertThat(withoutFonts).isLessThanOrEqualTo(MAX_WITHOUT_FONTS);
		assertThat(withFonts).isLessThanOrEqualTo(MAX_WITH_FONTS);
		assertThat(scripts + ONLY_IN_A_STORM.contentLength()).isLessThanOrEqualTo(MAX_SCRIPTS);
	}

	@Test
	void nothingComesFromElsewhere(@View(width = 390, height = 844) Page page) {
		List<Response> responses = load(page);
		String origin = (String) page.evaluate("location.origin");
		assertThat(responses).extracting(Response::url).allMatch((url) -> url.startsWith(origin + "/"));
	}

	@Test
	void whatTheFirstPaintNeedsComesAtOnce(@View(width = 390, height = 844) Page page) throws IOException {
		List<Response> responses = load(page);
		String html = responses.get(0).text();
		String last = (String) page.evaluate(LAST_TEXT_ON_FIRST_SCREEN);
		int end = html.indexOf(last);
		assertThat(end).as("where “" + last + "” stands in the page").isPositive();
		int needed = gzip(html.substring(0, end + last.length()));
		for (Response response : responses) {
			if (response.url().endsWith(".css") || response.url().contains("/theme")) {
				needed += gzip(response.text());
			}
		}
		log.info("First paint: {} bytes, down to “{}”", needed, last);
		assertThat(needed).isLessThanOrEqualTo(FIRST_FLIGHT);
	}

	@Test
	void nothingJumpsAndTextIsTheLargestPaint(@View(width = 390, height = 844) Page phone, @View Page desktop) {
		for (Page page : List.of(phone, desktop)) {
			load(page);
			assertThat(page.evaluate("window.shifts")).asInstanceOf(InstanceOfAssertFactories.LIST).isEmpty();
			var largest = (Map<?, ?>) page
				.evaluate("({ url: window.largest.url, tag: window.largest.element.localName })");
			assertThat(largest.get("url")).isEqualTo("");
			assertThat(largest.get("tag")).isIn("p", "h1");
		}
	}

	/**
	 * Between the arrivals of the two files a line may break elsewhere for a moment, but
	 * with a stand-in cut to size everything ends where it began.
	 */
	@Test
	void everythingStaysInItsPlaceWhenTheFontsAreLate(@View(width = 390, height = 844) Page phone, @View Page desktop) {
		for (Page page : List.of(phone, desktop)) {
			List<Route> late = new ArrayList<>();
			page.route("**/*.woff2", late::add);
			page.addInitScript(OBSERVE);
			page.navigate(Newsroom.ARTICLE, new Page.NavigateOptions().setWaitUntil(WaitUntilState.DOMCONTENTLOADED));
			page.waitForTimeout(PATIENCE_MILLISECONDS);
			Object before = page.evaluate(PLACES);
			assertThat(late).hasSize(2);
			late.forEach(Route::resume);
			page.evaluate(SETTLED);
			if ((boolean) page.evaluate(HAS_STAND_IN)) {
				assertThat(page.evaluate(PLACES)).isEqualTo(before);
			}
			assertThat(((Number) page.evaluate(SCORE)).doubleValue())
				.as(() -> "moved: " + page.evaluate("window.shifts"))
				.isLessThan(GOOD_SHIFT);
		}
	}

	private static List<Response> load(Page page) {
		List<Response> responses = new ArrayList<>();
		page.onResponse(responses::add);
		page.addInitScript(OBSERVE);
		page.navigate(Newsroom.ARTICLE);
		page.evaluate(SETTLED);
		responses.forEach(Response::finished);
		return responses;
	}

	private static int wire(List<Response> responses, Predicate<String> type) {
		return responses.stream()
			.filter((response) -> type.test(response.headerValue("content-type")))
			.map((response) -> response.request().sizes())
			.mapToInt((sizes) -> sizes.responseBodySize + sizes.responseHeadersSize)
			.sum();
	}

	private static int raw(List<Response> responses, Predicate<String> type) {
		return responses.stream()
			.filter((response) -> type.test(response.headerValue("content-type")))
			.mapToInt((response) -> response.body().length)
			.sum();
	}

	private static int gzip(String text) throws IOException {
		var bytes = new ByteArrayOutputStream();
		try (var gzip = new GZIPOutputStream(bytes)) {
			gzip.write(text.getBytes(StandardCharsets.UTF_8));
		}
		return bytes.size();
	}

}
