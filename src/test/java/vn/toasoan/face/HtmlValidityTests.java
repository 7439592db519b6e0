package vn.toasoan.face;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.server.PathContainer;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;
import vn.toasoan.site.Secrets;
import vn.toasoan.testing.FixedClock;
import vn.toasoan.testing.OnH2;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The Nu HTML checker has nothing to say of any page in any state.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@OnH2
@FixedClock
@DirtiesContext
@Import(Newsroom.class)
class HtmlValidityTests {

	/** Style sheets, scripts, feeds, and links that lead elsewhere. */
	private static final Pattern NO_PAGES = Pattern.compile("^/(css|js)/|\\.(atom|json|svg|txt)$|^/bl/\\{publicId}$");

	@TestFactory
	Stream<DynamicTest> everyPageIsValid(@LocalServerPort int port, @Autowired Secrets secrets,
			@Autowired Newsroom newsroom,
			@Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping handlers)
			throws Exception {
		EveryPage every = EveryPage.of(port, secrets.sign("first run", ""), newsroom);
		Map<String, String> pages = every.pages();
		Map<String, List<String>> found = NuChecker.check(pages);
		return Stream.concat(Stream.of(DynamicTest
			.dynamicTest("no page is left out", () -> assertThat(leftOut(handlers, every.paths())).isEmpty())), pages
				.keySet()
				.stream()
				.map((page) -> DynamicTest.dynamicTest(page, () -> assertThat(found.get(page)).as(page).isEmpty())));
	}

	/**
	 * A new page has to be walked to, in all its states, or it is looked at by no test of
	 * this package.
	 */
	private static List<String> leftOut(RequestMappingHandlerMapping handlers, Set<String> paths) {
		return handlers.getHandlerMethods()
			.keySet()
			.stream()
			.filter((info) -> info.getMethodsCondition().getMethods().contains(RequestMethod.GET))
			.flatMap((info) -> info.getPatternValues().stream())
			.filter((pattern) -> !NO_PAGES.matcher(pattern).find())
			.filter((pattern) -> paths.stream()
				.map(PathContainer::parsePath)
				.noneMatch(PathPatternParser.defaultInstance.parse(pattern)::matches))
			.sorted()
			.toList();
	}

}
