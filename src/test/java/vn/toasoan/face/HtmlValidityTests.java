package vn.toasoan.face;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
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

	@TestFactory
	Stream<DynamicTest> everyPageIsValid(@LocalServerPort int port, @Autowired Secrets secrets,
			@Autowired Newsroom newsroom) throws Exception {
		Map<String, String> pages = EveryPage.of(port, secrets.sign("first run", ""), newsroom);
		Map<String, List<String>> found = NuChecker.check(pages);
		return pages.keySet()
			.stream()
			.map((page) -> DynamicTest.dynamicTest(page, () -> assertThat(found.get(page)).as(page).isEmpty()));
	}

}
