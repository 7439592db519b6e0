package vn.toasoan.web;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.test.annotation.DirtiesContext;
import vn.toasoan.testing.OnPostgreSql;
import vn.toasoan.testing.Outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The database goes away under a running site, and comes back.
 */
@OnPostgreSql
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "spring.datasource.hikari.connection-timeout=1000", "toasoan.comments.mode=OPEN" })
@DirtiesContext
class DatabaseDownTests {

	private static final String ARTICLE = "/bai-viet/llama-4-lan-song-moi-cua-ai-se-ngon-gap-10-lan-suc-manh-tinh-toan";

	@LocalServerPort
	int port;

	@Autowired
	Environment environment;

	@Test
	void everyPageAsksToComeAgainFromTheFirstRequestOnAndWorksOnceItIsBack() throws Throwable {
		assertThat(get(ARTICLE).statusCode()).isEqualTo(200);
		Outage.during(this.environment, () -> {
			for (String path : new String[] { ARTICLE, "/", "/bl/khong-co", ARTICLE }) {
				HttpResponse<String> response = get(path);
				assertThat(response.statusCode()).as(path).isEqualTo(503);
				assertThat(Jsoup.parse(response.body()).select("h1").text()).isEqualTo("Tạm thời gián đoạn");
				assertThat(response.headers().firstValue("Retry-After")).hasValue("30");
			}
			HttpResponse<String> comment = comment();
			assertThat(comment.statusCode()).isEqualTo(503);
			assertThat(Jsoup.parse(comment.body()).select("textarea").text()).isEqualTo("Mong báo sớm trở lại.");
			assertThat(get("/admin", "toasoan_desk=4aa1c2c5-8f6c-4d62-a6a2-6a0e8a3a3a3a").statusCode()).isEqualTo(503);
			assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(503);
			assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
		});
		await().atMost(Duration.ofSeconds(30)).until(() -> get(ARTICLE).statusCode() == 200);
		assertThat(comment().statusCode()).isEqualTo(303);
		assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);
	}

	private HttpResponse<String> get(String path, String... cookie) throws Exception {
		HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
		for (String one : cookie) {
			request.header("Cookie", one);
		}
		return send(request.build());
	}

	private HttpResponse<String> comment() throws Exception {
		String form = "name=Lan&body=" + URLEncoder.encode("Mong báo sớm trở lại.", StandardCharsets.UTF_8);
		return send(HttpRequest.newBuilder(uri(ARTICLE + "/binh-luan"))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(form))
			.build());
	}

	private URI uri(String path) {
		return URI.create("http://localhost:" + this.port + path);
	}

	private static HttpResponse<String> send(HttpRequest request) throws Exception {
		return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
	}

}
