package vn.toasoan.testing;

import java.util.UUID;

/**
 * A new, empty database: where it is and who may enter. Tests with an application context
 * get theirs through {@link OnH2} or {@link OnPostgreSql}; tests that start the site as a
 * process of its own ask here.
 *
 * @param url the JDBC URL
 * @param username the owner of the database
 * @param password the owner's password, which may be empty
 */
public record TestDatabase(String url, String username, String password) {

	/**
	 * A database in memory that lives as long as this JVM. It has no compatibility mode,
	 * as in production.
	 */
	public static TestDatabase onH2() {
		String name = "toasoan_" + UUID.randomUUID();
		return new TestDatabase("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE", "sa", "");
	}

	/**
	 * A database on the one PostgreSQL server of this JVM, which the first call starts.
	 * @throws IllegalStateException if no PostgreSQL could be started, neither in Docker
	 * nor from the embedded binaries
	 */
	public static TestDatabase onPostgreSql() {
		return PostgreSqlServer.running().createDatabase();
	}

}
