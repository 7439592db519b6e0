package vn.toasoan.delivery;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.toasoan.testing.Fixtures;
import vn.toasoan.testing.MutableClock;
import vn.toasoan.testing.OnPostgreSql;
import vn.toasoan.testing.Outage;
import vn.toasoan.testing.SitePages;

import static org.assertj.core.api.Assertions.assertThat;
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
	MutableClock clock;

	@Autowired
	Environment environment;

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

}
