package vn.toasoan.account;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Two windows of one editor may leave a message for the next page at the same moment. The
 * later one holds, where Spring Session alone would fail on the second.
 */
@Component
class SessionAttributes implements SessionRepositoryCustomizer<JdbcIndexedSessionRepository> {

	private static final String ON_H2 = """
			merge into %TABLE_NAME%_attributes (session_primary_id, attribute_name, attribute_bytes)
			key (session_primary_id, attribute_name) values (?, ?, ?)""";

	private final boolean onPostgreSql;

	SessionAttributes(@Value("${spring.datasource.url}") String url) {
		this.onPostgreSql = url.startsWith("jdbc:postgresql:");
	}

	@Override
	public void customize(JdbcIndexedSessionRepository sessions) {
		if (this.onPostgreSql) {
			new PostgreSqlJdbcIndexedSessionRepositoryCustomizer().customize(sessions);
		}
		else {
			sessions.setCreateSessionAttributeQuery(ON_H2);
		}
	}

}
