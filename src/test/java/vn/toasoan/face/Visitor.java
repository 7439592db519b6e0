package vn.toasoan.face;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

import vn.toasoan.testing.Form;

/**
 * Walks through the running site with a cookie jar, and follows where it is led.
 */
final class Visitor {

	private final HttpClient client = HttpClient.newBuilder()
		.cookieHandler(new CookieManager())
		.followRedirects(HttpClient.Redirect.NORMAL)
		.build();

	private final URI site;

	Visitor(int port) {
		this.site = URI.create("http://localhost:" + port);
	}

	Answer get(String path) {
		return send(HttpRequest.newBuilder(this.site.resolve(path)).build());
	}

	Answer submit(Form form) {
		List<String> pairs = new ArrayList<>();
		form.parameters().forEach((name, values) -> values.forEach((value) -> pairs.add(name + '=' + encode(value))));
		return send(HttpRequest.newBuilder(this.site.resolve(form.action()))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(String.join("&", pairs)))
			.build());
	}

	Answer send(HttpRequest request) {
		try {
			HttpResponse<String> response = this.client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
			return new Answer(response.statusCode(), response.body(), response.uri());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(this.site.resolve(path));
	}

	private static String encode(String value) {
		return URLEncoder.encode(value, StandardCharsets.UTF_8);
	}

	/**
	 * A page with its status, from where the visitor was led to.
	 */
	record Answer(int status, String body, URI from) {

		Document page() {
			return Jsoup.parse(this.body, this.from.toString());
		}

		Form form(String selector) {
			Document page = page();
			// A form without an action goes back to its own address.
			page.select("form:not([action])").forEach((form) -> form.attr("action", this.from.getRawPath()));
			return Form.in(page, selector);
		}

	}

}
