package vn.toasoan.testing;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link StatementCounter}.
 */
@OnH2
@SpringBootTest(classes = StatementCounterTests.Jdbc.class, webEnvironment = WebEnvironment.NONE)
@Import(StatementCounter.Configuration.class)
class StatementCounterTests {

	@Autowired
	StatementCounter counter;

	@Autowired
	JdbcTemplate jdbc;

	@Test
	void countsOnlyWhatRunsInsideTheBlock() {
		this.jdbc.execute("select 1");
		assertThat(this.counter.during(() -> this.jdbc.execute("select 2"))).isOne();
		this.jdbc.execute("select 3");
		assertThat(this.counter.during(() -> {
		})).isZero();
	}

	@Test
	void listsTheStatementsInTheirOrder() {
		assertThat(this.counter.statementsDuring(() -> {
			this.jdbc.queryForObject("select 1 + ?", Integer.class, 1);
			this.jdbc.execute("select 2");
		})).containsExactly("select 1 + ?", "select 2");
	}

	@Test
	void seesTheStatementsOfTheServersThreads() {
		assertThat(this.counter.during(() -> askIn("http-nio-auto-1-exec-1"))).isOne();
	}

	@Test
	void overlooksScheduledJobs() {
		assertThat(this.counter.during(() -> askIn("spring-session-1"))).isZero();
		assertThat(this.counter.during(() -> askIn("scheduling-1"))).isZero();
	}

	private void askIn(String threadName) throws InterruptedException {
		Thread thread = new Thread(() -> this.jdbc.execute("select 1"), threadName);
		thread.start();
		thread.join();
	}

	@Test
	void aBlockInABlockIsRefused() {
		assertThatIllegalStateException()
			.isThrownBy(() -> this.counter.during(() -> this.counter.during(() -> this.jdbc.execute("select 1"))))
			.withMessageContaining("nested");
		assertThat(this.counter.during(() -> this.jdbc.execute("select 1"))).isOne();
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ DataSourceAutoConfiguration.class, JdbcTemplateAutoConfiguration.class })
	static class Jdbc {

	}

}
