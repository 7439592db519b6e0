package vn.toasoan.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import javax.sql.DataSource;

import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Tells which SQL statements a page takes. It sees those of all threads, so that a page
 * may come from a running server as well as from MockMvc, except those of scheduled jobs,
 * the clean-up of sessions among them. Tests that use it must not run in parallel with
 * others of the same context. A batch of one statement counts as one; begin, commit and
 * rollback don't count.
 */
public final class StatementCounter {

	private static final List<String> SCHEDULER_THREADS = List.of("scheduling-", "spring-session-");

	private volatile @Nullable Queue<String> recording;

	private StatementCounter() {
	}

	/**
	 * How many statements were executed while the block ran.
	 */
	public int during(ThrowingRunnable block) {
		return statementsDuring(block).size();
	}

	/**
	 * The statements that were executed while the block ran, in their order. Asserting
	 * the size of this list, not the number, makes a failure show them.
	 */
	public List<String> statementsDuring(ThrowingRunnable block) {
		if (this.recording != null) {
			throw new IllegalStateException("Already counting: blocks can't be nested or run side by side");
		}
		Queue<String> statements = new ConcurrentLinkedQueue<>();
		this.recording = statements;
		try {
			block.run();
		}
		catch (Exception ex) {
			throw new IllegalStateException("The counted block failed: " + ex, ex);
		}
		finally {
			this.recording = null;
		}
		return new ArrayList<>(statements);
	}

	private DataSource watch(DataSource dataSource) {
		return ProxyDataSourceBuilder.create(dataSource).listener(new Recorder()).build();
	}

	/**
	 * A block of test code that may throw.
	 */
	@FunctionalInterface
	public interface ThrowingRunnable {

		void run() throws Exception;

	}

	/**
	 * To be imported by the test; puts the counter in front of the data source and makes
	 * it a bean.
	 */
	@TestConfiguration(proxyBeanMethods = false)
	public static class Configuration {

		@Bean
		static StatementCounter statementCounter() {
			return new StatementCounter();
		}

		@Bean
		static BeanPostProcessor statementCounterWiring(ObjectProvider<StatementCounter> counter) {
			return new BeanPostProcessor() {
				@Override
				public Object postProcessAfterInitialization(Object bean, String beanName) {
					return (bean instanceof DataSource dataSource) ? counter.getObject().watch(dataSource) : bean;
				}
			};
		}

	}

	private final class Recorder implements QueryExecutionListener {

		@Override
		public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
			Queue<String> statements = StatementCounter.this.recording;
			if (statements != null && !isScheduledJob(Thread.currentThread().getName())) {
				queries.forEach((query) -> statements.add(query.getQuery()));
			}
		}

		private static boolean isScheduledJob(String thread) {
			return SCHEDULER_THREADS.stream().anyMatch(thread::startsWith);
		}

		@Override
		public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
			// Counted before: a statement that fails was sent, too.
		}

	}

}
