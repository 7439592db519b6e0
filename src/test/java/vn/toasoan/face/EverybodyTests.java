package vn.toasoan.face;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import vn.toasoan.site.Secrets;
import vn.toasoan.testing.FixedClock;
import vn.toasoan.testing.InBrowser;
import vn.toasoan.testing.OnH2;
import vn.toasoan.testing.View;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every page in every state serves everybody: axe-core finds nothing to mend in light or
 * dark, and from a small phone to a large screen nothing scrolls sideways and no words
 * are cut off.
 */
@OnH2
@InBrowser
@FixedClock
@DirtiesContext
@TestInstance(Lifecycle.PER_CLASS)
@Import(Newsroom.class)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class EverybodyTests {

	/** WCAG 2.2, 1.4.10: 320 px are what 1280 px become at 400 % zoom. */
	private static final int[] WIDTHS = { 320, 390, 768, 1280, 1920 };

	/** The site's own text sizes. */
	private static final List<String> SIZES = List.of("larger", "normal");

	private static final String BEYOND = """
			(size) => {
			  document.documentElement.dataset.size = size;
			  return document.documentElement.scrollWidth - document.documentElement.clientWidth;
			}""";

	/** Words in a box that cuts off what does not fit, and is too small for them. */
	private static final String CUT_OFF = """
			[...document.querySelectorAll('body *')].filter((box) => {
			  const { overflowX, overflowY } = getComputedStyle(box);
			  const cuts = (overflow) => overflow === 'hidden' || overflow === 'clip';
			  return box.textContent.trim() && !box.closest('.visually-hidden, .hp, .skip, svg')
			    && (cuts(overflowX) && box.scrollWidth > box.clientWidth + 1
			      || cuts(overflowY) && box.scrollHeight > box.clientHeight + 1);
			}).map((box) => box.outerHTML.slice(0, 80))""";

	/**
	 * Controls that are smaller than a finger: 44 px, 40 for the quiet ones of a comment.
	 * Links inside sentences and texts are excepted (WCAG 2.2, 2.5.8).
	 */
	private static final String TOO_SMALL = """
			[...document.querySelectorAll('button, select, textarea, summary, a, .choice, input:not([type=hidden], [type=checkbox], [type=radio])')]
			  .filter((control) => control.checkVisibility() && !control.closest('.hp, .prose, .said, .sources, .hint') && !control.matches('.visually-hidden, .skip'))
			  .filter((control) => !control.matches('p a') || control.parentElement.textContent.trim() === control.textContent.trim() || control.matches('.button, .actions a'))
			  .filter((control) => control.getBoundingClientRect().height < (control.closest('.do') ? 39.5 : 43.5))
			  .map((control) => control.outerHTML.slice(0, 100))""";

	private Map<String, String> pages = Map.of();

	@BeforeAll
	void collect(@LocalServerPort int port, @Autowired Secrets secrets, @Autowired Newsroom newsroom) throws Exception {
		this.pages = EveryPage.of(port, secrets.sign("first run", ""), newsroom).pages();
	}

	@Test
	void axeFindsNothingInTheLight(@View(width = 390, height = 844) Page phone) {
		assertThat(violations(phone)).isEmpty();
	}

	@Test
	void axeFindsNothingInTheDark(@View(dark = true) Page desktop) {
		assertThat(violations(desktop)).isEmpty();
	}

	@Test
	void nothingScrollsSidewaysAndNoWordsAreCutOff(Page page) {
		List<String> found = new ArrayList<>();
		forEach(page, (name) -> {
			for (int width : WIDTHS) {
				page.setViewportSize(width, 900);
				for (String size : SIZES) {
					int beyond = ((Number) page.evaluate(BEYOND, size)).intValue();
					if (beyond > 0) {
						found.add(name + " goes " + beyond + " px beyond " + width + ", text size " + size);
					}
				}
				for (Object box : (List<?>) page.evaluate(CUT_OFF)) {
					found.add(name + " at " + width + " cuts off " + box);
				}
			}
		});
		assertThat(found).isEmpty();
	}

	@Test
	void everyControlIsAsLargeAsAFinger(@View(width = 390, height = 844) Page phone) {
		List<String> found = new ArrayList<>();
		forEach(phone,
				(name) -> ((List<?>) phone.evaluate(TOO_SMALL)).forEach((control) -> found.add(name + ": " + control)));
		assertThat(found).isEmpty();
	}

	private List<String> violations(Page page) {
		List<String> found = new ArrayList<>();
		forEach(page,
				(name) -> new AxeBuilder(page).setLegacyMode(true)
					.analyze()
					.getViolations()
					.forEach((rule) -> found.add(name + ": " + rule.getId() + " " + rule.getNodes().get(0).getHtml())));
		return found;
	}

	/**
	 * Shows each page again as it was kept; style sheets, scripts and fonts come from the
	 * site.
	 */
	private void forEach(Page page, Consumer<String> look) {
		assertThat(this.pages).hasSizeGreaterThan(60);
		this.pages.forEach((name, html) -> {
			page.route("**/kept", (route) -> route
				.fulfill(new FulfillOptions().setContentType("text/html; charset=utf-8").setBody(html)));
			page.navigate("/kept");
			look.accept(name);
			page.unroute("**/kept");
		});
	}

}
