package vn.toasoan;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;

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

	private Rehearsal() {
	}

	public static void main(String[] args) throws IOException {
		var application = new SpringApplication(ToaSoanApplication.class);
		application.setMainApplicationClass(ToaSoanApplication.class);
		application.setEnvironment(ofItsOwn());
		try (var site = application.run("--server.port=0", "--server.address=127.0.0.1")) {
			String port = site.getEnvironment().getRequiredProperty("local.server.port");
			try (InputStream page = URI.create("http://127.0.0.1:" + port + ARTICLE).toURL().openStream()) {
				page.readAllBytes();
			}
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
