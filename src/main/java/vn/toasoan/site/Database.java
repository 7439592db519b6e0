package vn.toasoan.site;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Which of the two databases the site runs on, for the few statements that differ.
 */
@Component
public class Database {

	private final boolean postgreSql;

	Database(@Value("${spring.datasource.url}") String url) {
		this.postgreSql = url.startsWith("jdbc:postgresql:");
	}

	/**
	 * Else it is H2, of which one node has the file.
	 */
	public boolean isPostgreSql() {
		return this.postgreSql;
	}

	/**
	 * The end of a query that holds the rows it finds until the transaction ends. On
	 * PostgreSQL others may still add rows that refer to them.
	 */
	public String holding() {
		return this.postgreSql ? " for no key update" : " for update";
	}

}
