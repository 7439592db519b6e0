package vn.toasoan;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.web.context.support.StandardServletEnvironment;

/**
 * Starts the site once while it is packaged and opens an article, so that Java can note
 * which classes a start needs (see {@link Preload}).
 */
final class Rehearsal {

	private static final String ARTICLE = "/bai-viet/llama-4-lan-song-moi-cua-ai-se-ngon-gap-10-lan-suc-manh-tinh-toan";

	/** What the driver needs for any connection, and Hibernate for the dialect. */
	private static final Pattern POSTGRESQL = Pattern.compile(
			"org/(postgresql/((core|core/v3|jdbc|util|hostchooser)/)?|hibernate/dialect/.*PostgreSQL)[^/]*\\.class");

	private Rehearsal() {
	}

	public static void main(String[] args) throws IOException {
		var application = new SpringApplication(ToaSoanApplication.class);
		application.setMainApplicationClass(ToaSoanApplication.class);
		application.setEnvironment(ofItsOwn());
		application.addInitializers((context) -> loadWhatPostgreSqlNeeds());
		try (var site = application.run("--server.port=0", "--server.address=127.0.0.1")) {
			String port = site.getEnvironment().getRequiredProperty("local.server.port");
			try (InputStream page = URI.create("http://127.0.0.1:" + port + ARTICLE).toURL().openStream()) {
				page.readAllBytes();
			}
		}
	}

	/**
	 * The rehearsal has H2; on a server it mostly is PostgreSQL that waits to be loaded.
	 */
	private static void loadWhatPostgreSqlNeeds() {
		var preload = new Preload(Rehearsal.class.getClassLoader());
		try {
			for (String name : List.of("org.postgresql.Driver", "org.hibernate.dialect.PostgreSQLDialect")) {
				URL library = Class.forName(name).getProtectionDomain().getCodeSource().getLocation();
				try (var jar = new JarFile(Path.of(library.toURI()).toFile())) {
					jar.stream()
						.map(JarEntry::getName)
						.filter(POSTGRESQL.asMatchPredicate())
						.map((file) -> file.replace(".class", "").replace('/', '.'))
						.forEach(preload::load);
				}
			}
		}
		catch (IOException | URISyntaxException | ClassNotFoundException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Without the variables of whoever builds, which may name a real database.
	 */
	private static ConfigurableEnvironment ofItsOwn() {
		var environment = new StandardServletEnvironment();
		environment.getPropertySources().remove(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
		return environment;
	}

}
