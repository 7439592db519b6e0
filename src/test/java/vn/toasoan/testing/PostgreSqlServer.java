package vn.toasoan.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/**
 * The one real PostgreSQL of this JVM: a container where Docker answers, else the
 * embedded binaries. It is started by the first test that needs it and thrown away with
 * the JVM, so it never waits for the disk.
 */
final class PostgreSqlServer {

	private static final Logger log = LoggerFactory.getLogger(PostgreSqlServer.class);

	private static final String IMAGE = "postgres:18";

	/**
	 * Docker on the same machine answers at once; one that is asked over a dead
	 * connection never does.
	 */
	private static final Duration DOCKER_PATIENCE = Duration.ofSeconds(15);

	private static final Duration EMBEDDED_PATIENCE = Duration.ofSeconds(60);

	/**
	 * Room for the pools of all cached contexts; no fsync, as nobody reads these data
	 * after a crash.
	 */
	private static final Map<String, String> SETTINGS = Map.of("max_connections", "200", "fsync", "off",
			"synchronous_commit", "off", "full_page_writes", "off");

	/**
	 * A sort order by language, like that of the sites out there: an order that only
	 * holds for bytes is found out. It is named here, so that tests don't depend on the
	 * locale of the machine.
	 */
	private static final String COLLATION = "encoding 'UTF8' locale 'C' locale_provider icu icu_locale 'vi-VN'";

	private static @Nullable PostgreSqlServer server;

	private static @Nullable RuntimeException failure;

	private final TestDatabase maintenance;

	private final AtomicInteger databases = new AtomicInteger();

	private PostgreSqlServer(TestDatabase maintenance) {
		this.maintenance = maintenance;
	}

	static synchronized PostgreSqlServer running() {
		if (failure != null) {
			throw failure;
		}
		PostgreSqlServer running = server;
		if (running == null) {
			try {
				running = start();
			}
			catch (RuntimeException ex) {
				failure = ex;
				throw ex;
			}
			server = running;
		}
		return running;
	}

	private static PostgreSqlServer start() {
		String reason = "no Docker engine answered";
		if (isDockerAvailable()) {
			try {
				return startContainer();
			}
			catch (RuntimeException ex) {
				reason = "Docker answered, but could not start " + IMAGE + ": " + ex.getMessage();
			}
		}
		return startEmbedded(reason);
	}

	private static boolean isDockerAvailable() {
		LoggingSystem logging = LoggingSystem.get(PostgreSqlServer.class.getClassLoader());
		logging.setLogLevel("org.testcontainers", LogLevel.OFF);
		try {
			return CompletableFuture.supplyAsync(() -> DockerClientFactory.instance().isDockerAvailable())
				.completeOnTimeout(false, DOCKER_PATIENCE.toSeconds(), TimeUnit.SECONDS)
				.exceptionally((ex) -> false)
				.join();
		}
		finally {
			logging.setLogLevel("org.testcontainers", LogLevel.WARN);
		}
	}

	@SuppressWarnings("resource") // The container lives until the JVM ends.
	private static PostgreSqlServer startContainer() {
		long start = System.nanoTime();
		StringBuilder command = new StringBuilder("postgres");
		SETTINGS.forEach((name, value) -> command.append(" -c ").append(name).append('=').append(value));
		PostgreSQLContainer container = new PostgreSQLContainer(IMAGE);
		container.setCommand(command.toString());
		Runtime.getRuntime().addShutdownHook(new Thread(container::stop, "stop-postgresql"));
		container.start();
		return started(new TestDatabase(container.getJdbcUrl(), container.getUsername(), container.getPassword()),
				"Docker", IMAGE, start);
	}

	private static PostgreSqlServer startEmbedded(String reason) {
		long start = System.nanoTime();
		LoggingSystem.get(PostgreSqlServer.class.getClassLoader()).setLogLevel("io.zonky.test", LogLevel.WARN);
		EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
			.setLocaleConfig("locale", "C")
			.setPGStartupWait(EMBEDDED_PATIENCE);
		SETTINGS.forEach(builder::setServerConfig);
		try {
			// Stops itself when the JVM ends.
			EmbeddedPostgres embedded = builder.start();
			return started(new TestDatabase(embedded.getJdbcUrl("postgres", "postgres"), "postgres", "postgres"),
					"embedded", reason, start);
		}
		catch (Exception ex) {
			throw new IllegalStateException("PostgreSQL tests can't run: " + reason
					+ ", and the embedded PostgreSQL did not start either: " + ex.getMessage(), ex);
		}
	}

	private static PostgreSqlServer started(TestDatabase maintenance, String kind, String remark, long start) {
		PostgreSqlServer started = new PostgreSqlServer(maintenance);
		log.info("PostgreSQL tests run on {} {} ({}), started in {} ms", kind, started.version(), remark,
				TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
		return started;
	}

	private String version() {
		try (Connection connection = connect();
				Statement statement = connection.createStatement();
				ResultSet result = statement.executeQuery("show server_version")) {
			result.next();
			return result.getString(1);
		}
		catch (SQLException ex) {
			throw new IllegalStateException("PostgreSQL doesn't tell its version: " + ex.getMessage(), ex);
		}
	}

	TestDatabase createDatabase() {
		String name = "toasoan_" + this.databases.incrementAndGet();
		try (Connection connection = connect(); Statement statement = connection.createStatement()) {
			statement.execute("create database " + name + " template template0 " + COLLATION);
		}
		catch (SQLException ex) {
			throw new IllegalStateException("PostgreSQL can't create database " + name + ": " + ex.getMessage(), ex);
		}
		String url = this.maintenance.url().replaceFirst("^(jdbc:postgresql://[^/]+/)[^?]*", "$1" + name);
		return new TestDatabase(url, this.maintenance.username(), this.maintenance.password());
	}

	private Connection connect() throws SQLException {
		return DriverManager.getConnection(this.maintenance.url(), this.maintenance.username(),
				this.maintenance.password());
	}

}
