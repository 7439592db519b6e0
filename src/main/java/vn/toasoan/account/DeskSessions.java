package vn.toasoan.account;

import java.time.Duration;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.toasoan.site.Database;

/**
 * Where editors' sessions are kept ({@link DeskSecurity} says when one begins): in the
 * database, so that any node can answer and a restart signs nobody out. As Spring
 * Session's own set-up, but with our {@link JdbcTemplate}: its own would read the error
 * codes of ten databases from XML at each start.
 */
@Configuration(proxyBeanMethods = false)
@EnableSpringHttpSession
class DeskSessions {

	private static final String EVERY_TEN_MINUTES = "0 */10 * * * *";

	/**
	 * Two windows of one editor may leave a message for the next page at the same moment.
	 * The later one holds, where Spring Session alone would fail on the second.
	 */
	private static final String LATER_HOLDS_ON_H2 = """
			merge into %TABLE_NAME%_attributes (session_primary_id, attribute_name, attribute_bytes)
			key (session_primary_id, attribute_name) values (?, ?, ?)""";

	@Bean
	JdbcIndexedSessionRepository sessions(JdbcTemplate jdbc, PlatformTransactionManager transactions,
			@Value("${spring.session.timeout}") Duration timeout, Database database) {
		// A session is kept, whatever becomes of the request's own transaction.
		var own = new TransactionTemplate(transactions);
		own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		var sessions = new JdbcIndexedSessionRepository(jdbc, own);
		sessions.setDefaultMaxInactiveInterval(timeout);
		sessions.setCleanupCron(EVERY_TEN_MINUTES);
		if (database.isPostgreSql()) {
			new PostgreSqlJdbcIndexedSessionRepositoryCustomizer().customize(sessions);
		}
		else {
			sessions.setCreateSessionAttributeQuery(LATER_HOLDS_ON_H2);
		}
		return sessions;
	}

}
