package vn.toasoan.web;

import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.toasoan.testing.OnH2;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a visitor of a running site sees when something goes wrong: Vietnamese words, and
 * nothing of how the site is built.
 */
@OnH2
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ExtendWith(OutputCaptureExtension.class)
class ErrorPagesTests {

	private static final String ARTICLE = "/bai-viet/llama-4-lan-song-moi-cua-ai-se-ngon-gap-10-lan-suc-manh-tinh-toan";

	@LocalServerPort
	int port;

	@ParameterizedTest
	@CsvSource({ "GET, /khong-co, 404, Không có trang này", "GET, /?trang=abc, 400, Yêu cầu không hợp lệ",
			"GET, /a//b, 400, Yêu cầu không hợp lệ", "GET, " + ARTICLE + "?sau=gia.mao, 400, Yêu cầu không hợp lệ",
			"DELETE, /, 405, Không dùng được cách này", "GET, /error, 404, Không có trang này",
			"GET, /css/all-0.css, 404, Không có trang này", "GET, //admin, 400, Yêu cầu không hợp lệ",
			"GET, /a;b, 400, Yêu cầu không hợp lệ", "PROPFIND, /, 400, Yêu cầu không hợp lệ",
			"GET, /META-INF/MANIFEST.MF, 404, Không có trang này", "GET, /actuator, 403, Không được phép",
			"GET, /actuator/health, 403, Không được phép", "GET, /actuator/env, 403, Không được phép" })
	void anErrorHasAPageInVietnameseThatNobodyKeeps(String method, String path, int status, String headline)
			throws Exception {
		HttpResponse<String> response = send(
				HttpRequest.newBuilder(uri(path)).method(method, HttpRequest.BodyPublishers.noBody()).build());
		assertThat(response.statusCode()).isEqualTo(status);
		assertThat(Jsoup.parse(response.body()).select("h1").text()).isEqualTo(headline);
		assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
		isSafe(response);
		assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
		revealsNothing(response.body());
	}

	@Test
	void aFormFromElsewhereIsRefused() throws Exception {
		HttpResponse<String> response = send(HttpRequest.newBuilder(uri(ARTICLE + "/binh-luan"))
			.header("Origin", "https://noi-khac.example")
			.POST(HttpRequest.BodyPublishers.ofString("name=Lan&body=Xin"))
			.build());
		assertThat(response.statusCode()).isEqualTo(403);
		assertThat(Jsoup.parse(response.body()).select("h1").text()).isEqualTo("Không được phép");
		revealsNothing(response.body());
	}

	@Test
	void aFormThatIsTooLargeIsRefused() throws Exception {
		HttpResponse<String> response = send(HttpRequest.newBuilder(uri(ARTICLE + "/binh-luan"))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString("name=Lan&body=" + "x".repeat(70_000)))
			.build());
		assertThat(response.statusCode()).isEqualTo(413);
		assertThat(Jsoup.parse(response.body()).select("h1").text()).isEqualTo("Nội dung quá lớn");
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET /%zz HTTP/1.1\r\nHost: x", "GET /a|b HTTP/1.1\r\nHost: x", "GARBAGE",
			"GET / HTTP/9.9\r\nHost: x" })
	void whatTheServerItselfRefusesGetsTheSameQuietWords(String request) throws Exception {
		try (Socket socket = new Socket("localhost", this.port)) {
			socket.setSoTimeout(10_000);
			socket.getOutputStream()
				.write((request + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
			String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			assertThat(answer).contains("Yêu cầu không hợp lệ")
				.contains("default-src 'none'", "Referrer-Policy: ", "Permissions-Policy: ", "Cache-Control: no-store");
			revealsNothing(answer);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "toasoan_desk=AAAA", "toasoan_desk=%00", "toasoan_desk=x; toasoan_reader=y" })
	void aStrangeCookieHarmsNobody(String cookie) throws Exception {
		for (String path : List.of("/", ARTICLE, "/khong-co", "/favicon.svg", "/dang-nhap")) {
			HttpResponse<String> response = send(HttpRequest.newBuilder(uri(path)).header("Cookie", cookie).build());
			assertThat(response.statusCode()).as(path).isIn(200, 404);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "name[0]=A&name=L&body=Xin", "name.x=A&body=" })
	void strangeFieldsArePassedOver(String form) throws Exception {
		HttpResponse<String> response = post(ARTICLE + "/binh-luan", "application/x-www-form-urlencoded", form);
		assertThat(response.statusCode()).isEqualTo(422);
		isSafe(response);
	}

	@ParameterizedTest
	@ValueSource(strings = { "name=%zz&body=xx", "name=%ff&body=xx", "many" })
	void whatCantBeReadIsRefusedWithoutAWordInTheLog(String form, CapturedOutput output) throws Exception {
		String sent = form.equals("many") ? "a=1&".repeat(1500) : form;
		int before = output.getAll().length();
		HttpResponse<String> response = post(ARTICLE + "/binh-luan", "application/x-www-form-urlencoded", sent);
		assertThat(response.statusCode()).isEqualTo(400);
		isSafe(response);
		send(HttpRequest.newBuilder(uri("/?trang=x")).build());
		assertThat(output.getAll().substring(before)).doesNotContain("ERROR", "WARN", "Exception");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "multipart/form-data", "multipart/form-data; boundary=x", "text/plain", "application/json" })
	void aFormOfAnotherKindIsAnEmptyOne(String type) throws Exception {
		HttpResponse<String> response = post(ARTICLE + "/binh-luan", type, "--x\r\nname=Lan");
		assertThat(response.statusCode()).isEqualTo(422);
	}

	private HttpResponse<String> post(String path, String type, String body) throws Exception {
		return send(HttpRequest.newBuilder(uri(path))
			.header("Content-Type", type)
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.build());
	}

	private static void isSafe(HttpResponse<String> response) {
		assertThat(response.headers().firstValue("Content-Security-Policy").orElse("")).startsWith("default-src 'none'")
			.doesNotContain("unsafe");
		assertThat(response.headers().map()).containsKeys("x-content-type-options", "referrer-policy",
				"permissions-policy", "cross-origin-opener-policy");
	}

	private static void revealsNothing(String text) {
		assertThat(text).doesNotContainIgnoringCase("tomcat")
			.doesNotContain("Exception")
			.doesNotContain("org.springframework")
			.doesNotContain("vn.toasoan")
			.doesNotContain("Whitelabel");
	}

	private URI uri(String path) {
		return URI.create("http://localhost:" + this.port + path);
	}

	private static HttpResponse<String> send(HttpRequest request) throws Exception {
		return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
	}

}
