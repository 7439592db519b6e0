package vn.toasoan.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import javax.sql.DataSource;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.context.event.ApplicationContextEvent;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.support.JdbcUtils;

/**
 * Looks at the data folder and the database before anything is built on them, so that a
 * start which can't succeed ends with one sentence (see {@link StartFailure}). Meanwhile
 * the start goes on with what needs no database.
 */
class StartCheck implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	/** H2's error code for a file that another process has opened. */
	private static final int H2_IN_USE = 90020;

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		if (Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING)) {
			// The jar is being packaged.
			return;
		}
		ConfigurableEnvironment environment = context.getEnvironment();
		OperatorSettings.dropBlanks(environment);
		OperatorSettings.checkPorts(environment);
		Path folder = Path.of(environment.getProperty("toasoan.data-dir", "./data")).toAbsolutePath().normalize();
		prepare(folder);
		// H2 wants an absolute path, and messages are clearer with one.
		environment.getPropertySources()
			.addFirst(new MapPropertySource("data folder", Map.of("toasoan.data-dir", folder.toString())));
		var connection = CompletableFuture.supplyAsync(() -> connect(environment, folder), StartCheck::besideTheStart);
		context.addApplicationListener(new Held(connection));
		context.addBeanFactoryPostProcessor((factory) -> factory.addBeanPostProcessor(new Gate(connection)));
	}

	/**
	 * Keeps no process from ending whose start has failed in the meantime.
	 */
	private static void besideTheStart(Runnable work) {
		var thread = new Thread(work, "start-check");
		thread.setDaemon(true);
		thread.start();
	}

	private void prepare(Path folder) {
		try {
			if (!Files.exists(folder)) {
				Files.createDirectories(folder);
				keepToOwner(folder, "rwx------");
			}
			Files.delete(Files.createTempFile(folder, ".write-", ".check"));
		}
		catch (IOException ex) {
			throw unwritable(folder, ex);
		}
	}

	private static CannotStart unwritable(Path folder, IOException cause) {
		return new CannotStart("Không ghi được vào thư mục dữ liệu " + folder
				+ ": hãy cấp quyền ghi hoặc đặt TOASOAN_DATA_DIR sang thư mục khác.", cause);
	}

	/**
	 * The folder holds the secret and readers' addresses. Who made it beforehand has
	 * chosen its rights.
	 */
	private static void keepToOwner(Path path, String rights) throws IOException {
		if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
			Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
		}
	}

	private Connection connect(ConfigurableEnvironment environment, Path folder) {
		String url = environment.getProperty("spring.datasource.url", "");
		String user = environment.getProperty("spring.datasource.username", "");
		String password = environment.getProperty("spring.datasource.password", "");
		try {
			Connection connection = DriverManager.getConnection(url, user, password);
			Path file = folder.resolve("toasoan.mv.db");
			if (url.startsWith("jdbc:h2:") && Files.exists(file)) {
				keepToOwner(file, "rw-------");
			}
			return connection;
		}
		catch (IOException ex) {
			throw unwritable(folder, ex);
		}
		catch (SQLException ex) {
			throw new CannotStart(explain(ex, url, user, folder), ex);
		}
	}

	private String explain(SQLException ex, String url, String user, Path folder) {
		if (ex.getErrorCode() == H2_IN_USE) {
			return "Dữ liệu trong " + folder + " đang được một tiến trình khác dùng: hãy dừng tiến trình đó"
					+ " hoặc đặt TOASOAN_DATA_DIR sang thư mục khác.";
		}
		// The address without its parameters: they may hold a password.
		String database = url.replaceFirst("[?;].*", "");
		String state = (ex.getSQLState() != null) ? ex.getSQLState() : "";
		return switch (state) {
			case "28P01", "28000" -> "Cơ sở dữ liệu " + database + " từ chối người dùng “" + user
					+ "”: hãy kiểm tra SPRING_DATASOURCE_USERNAME và SPRING_DATASOURCE_PASSWORD.";
			case "3D000" ->
				"Cơ sở dữ liệu " + database + " chưa có: hãy tạo nó trước, hoặc sửa tên trong SPRING_DATASOURCE_URL.";
			case "08001", "08004", "08006" -> "Không kết nối được tới cơ sở dữ liệu " + database
					+ ": hãy kiểm tra SPRING_DATASOURCE_URL và xem máy chủ cơ sở dữ liệu có đang chạy không.";
			default -> "Không mở được cơ sở dữ liệu " + database + " (mã " + state + "): " + ex.getMessage();
		};
	}

	/**
	 * Keeps the connection until the site has its own, or could not start: H2 closes a
	 * file with the last connection, and would have to open it twice.
	 */
	private record Held(CompletableFuture<Connection> connection) implements ApplicationListener<ApplicationEvent> {

		@Override
		public void onApplicationEvent(ApplicationEvent event) {
			if (event instanceof ApplicationContextEvent || event instanceof ApplicationFailedEvent) {
				this.connection.thenAccept(JdbcUtils::closeConnection);
			}
		}

	}

	/**
	 * Lets the site open connections of its own only once this one is there. Until then
	 * much else can be set up.
	 */
	private record Gate(CompletableFuture<Connection> connection) implements BeanPostProcessor {

		@Override
		public Object postProcessBeforeInitialization(Object bean, String name) {
			if (bean instanceof DataSource) {
				this.connection.join();
			}
			return bean;
		}

	}

}
