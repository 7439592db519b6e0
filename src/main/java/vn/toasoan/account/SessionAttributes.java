package vn.toasoan.account;

import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.stereotype.Component;
import vn.toasoan.site.Database;

/**
 * Two windows of one editor may leave a message for the next page at the same moment. The
 * later one holds, where Spring Session alone would fail on the second.
 */
@Component
class SessionAttributes implements SessionRepositoryCustomizer<JdbcIndexedSessionRepository> {

	private static final String ON_H2 = """
			merge into %TABLE_NAME%_attributes (session_primary_id, attribute_name, attribute_bytes)
			key (session_primary_id, attribute_name) values (?, ?, ?)""";

	private final Database database;

	SessionAttributes(Database database) {
		this.database = database;
	}

	@Override
	public void customize(JdbcIndexedSessionRepository sessions) {
		if (this.database.isPostgreSql()) {
			new PostgreSqlJdbcIndexedSessionRepositoryCustomizer().customize(sessions);
		}
		else {
			sessions.setCreateSessionAttributeQuery(ON_H2);
		}
	}

}
