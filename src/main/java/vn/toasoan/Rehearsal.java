package vn.toasoan;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;

import org.springframework.boot.SpringApplication;

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
		try (var site = application.run(args)) {
			String port = site.getEnvironment().getRequiredProperty("local.server.port");
			try (InputStream page = URI.create("http://127.0.0.1:" + port + ARTICLE).toURL().openStream()) {
				page.readAllBytes();
			}
		}
	}

}
