package vn.toasoan.delivery;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.toasoan.site.Database;

/**
 * Tells the other nodes what has changed, and hears it from them, by PostgreSQL's NOTIFY
 * and LISTEN. What is told in a transaction is heard when it is committed, and only then.
 * With H2 there is one node.
 */
@Component
class Nodes implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(Nodes.class);

	private static final String CHANNEL = "toasoan_pages";

	private static final String ADDED = "added";

	private static final String CHANGED = "changed";

	/** After this it is asked whether the connection still lives. */
	private static final Duration SILENCE = Duration.ofMillis(500);

	/** One that does not answer for so long is dead; the driver counts in seconds. */
	private static final Duration DEATH = Duration.ofSeconds(1);

	private static final Duration TRY_AGAIN = Duration.ofMillis(200);

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final String self = UUID.randomUUID().toString();

	private final JdbcClient jdbc;

	private final Schedule schedule;

	private final PageCache cache;

	private final Respite respite;

	private final DeliverySettings settings;

	private final Database database;

	private final String url;

	private final String username;

	private final String password;

	private final CountDownLatch listening = new CountDownLatch(1);

	private volatile @Nullable Thread listener;

	Nodes(JdbcClient jdbc, Schedule schedule, PageCache cache, Respite respite, DeliverySettings settings,
			Database database, @Value("${spring.datasource.url}") String url,
			@Value("${spring.datasource.username:}") String username,
			@Value("${spring.datasource.password:}") String password) {
		this.jdbc = jdbc;
		this.schedule = schedule;
		this.cache = cache;
		this.respite = respite;
		this.settings = settings;
		this.database = database;
		this.url = url;
		this.username = username;
		this.password = password;
	}

	/**
	 * Tells the others that something has changed, once the transaction is committed.
	 * @param added whether there is only more of it than before
	 */
	void tell(List<String> things, boolean added) {
		if (this.database.isPostgreSql()) {
			this.jdbc.sql("select pg_notify(:channel, :news)")
				.param("channel", CHANNEL)
				.param("news", String.join(" ", this.self, added ? ADDED : CHANGED, String.join(" ", things)))
				.query((row) -> {
				});
		}
	}

	private void listen() {
		while (isRunning()) {
			try (Connection connection = connect(); Statement statement = connection.createStatement()) {
				statement.execute("listen " + CHANNEL);
				// What was said while nobody listened is lost.
				if (this.listening.getCount() == 0) {
					this.schedule.distrust();
					this.respite.end();
				}
				this.listening.countDown();
				hear(connection.unwrap(PGConnection.class), statement);
			}
			catch (SQLException ex) {
				log.debug("Not listening to other nodes", ex);
				this.cache.doubt();
				pause();
			}
		}
	}

	private Connection connect() throws SQLException {
		try {
			return DriverManager.getConnection(this.url, properties());
		}
		catch (SQLException ex) {
			this.respite.begin();
			throw ex;
		}
	}

	private Properties properties() {
		var properties = new Properties();
		properties.setProperty("user", this.username);
		properties.setProperty("password", this.password);
		properties.setProperty("connectTimeout", Long.toString(DEATH.toSeconds()));
		properties.setProperty("socketTimeout", Long.toString(DEATH.toSeconds()));
		return properties;
	}

	private void hear(PGConnection connection, Statement statement) throws SQLException {
		while (isRunning()) {
			PGNotification[] news = connection.getNotifications((int) SILENCE.toMillis());
			for (PGNotification one : news) {
				List<String> words = List.of(one.getParameter().split(" "));
				if (!words.get(0).equals(this.self)) {
					boolean added = words.get(1).equals(ADDED);
					words.subList(2, words.size()).forEach((thing) -> this.schedule.renew(thing, added));
				}
			}
			if (news.length == 0) {
				statement.execute("select 1");
			}
		}
	}

	private static void pause() {
		try {
			TimeUnit.MILLISECONDS.sleep(TRY_AGAIN.toMillis());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void start() {
		if (this.database.isPostgreSql() && !this.settings.isOff()) {
			Thread thread = new Thread(this::listen, "nodes");
			thread.setDaemon(true);
			this.listener = thread;
			thread.start();
			awaitListening();
		}
	}

	/** No page is made before this node hears when it changes. */
	private void awaitListening() {
		try {
			if (!this.listening.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
				log.warn("Not listening to other nodes yet; going on without");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** Before the web server. */
	@Override
	public int getPhase() {
		return 0;
	}

	@Override
	public void stop() {
		this.listener = null;
	}

	@Override
	public boolean isRunning() {
		return this.listener != null;
	}

}
