package vn.toasoan.testing;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

import org.junit.jupiter.api.function.Executable;
import org.springframework.core.env.Environment;

/**
 * Takes a test's PostgreSQL database away: its connections end, and no new one is let in
 * for a while.
 */
public final class Outage {

	private final Environment environment;

	private final String database;

	private Outage(Environment environment) {
		this.environment = environment;
		this.database = setting("url").replaceFirst(".*/([a-z0-9_]+)(\\?.*)?$", "$1");
	}

	/**
	 * Does something while the database is away.
	 * @param environment of the site, as {@link OnPostgreSql} has set it up
	 */
	public static void during(Environment environment, Executable block) throws Throwable {
		Outage outage = new Outage(environment);
		outage.maintain("alter database " + outage.database + " with allow_connections false");
		try {
			outage.maintain(
					"select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + outage.database + "'");
			block.execute();
		}
		finally {
			outage.maintain("alter database " + outage.database + " with allow_connections true");
		}
	}

	private String setting(String name) {
		return this.environment.getRequiredProperty("spring.datasource." + name);
	}

	private void maintain(String statement) throws SQLException {
		String maintenance = setting("url").replaceFirst("/" + this.database + "(\\?.*)?$", "/postgres");
		try (var connection = DriverManager.getConnection(maintenance, setting("username"), setting("password"));
				Statement sql = connection.createStatement()) {
			sql.execute(statement);
		}
	}

}
