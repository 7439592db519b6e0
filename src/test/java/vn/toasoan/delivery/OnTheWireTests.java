package vn.toasoan.delivery;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import vn.toasoan.testing.FixedClock;
import vn.toasoan.testing.Fixtures;
import vn.toasoan.testing.OnH2;
import vn.toasoan.testing.StatementCounter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What goes over the wire, byte for byte: a page from the {@link Kiosk} is the page that
 * {@link Delivery} gives, and nothing that anybody sends changes what others get.
 */
@OnH2
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "toasoan.delivery.memory=8MB")
@FixedClock
@Import({ StatementCounter.Configuration.class, Fixtures.class })
class OnTheWireTests {

	/** An order of requests that a failure can be repeated with. */
	private static final long SEED = 20_261_125;

	private static final int REQUESTS = 1500;

	private static final List<String> METHODS = List.of("GET", "GET", "GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS",
			"TRACE", "PATCH", "get", "PURGE", "CONNECT", "G\u0000T");

	/** %s stands for the page's path. */
	private static final List<String> TARGETS = List.of("%s", "%s", "%s", "%s?", "%s?utm_source=x", "%s?sau=gia.mao",
			"%s?xep=cu-nhat&nguon=trang", "%s?nguon=trang&xep=cu-nhat", "%s?xep=cu-nhat&xep=moi-nhat",
			"%s?tra-loi=%%3Cscript%%3E", "%s?da-nhan=abcdefghjkmn", "%s?xep=%%00", "%s?%%zz",
			"%s?a=%%0d%%0aSet-Cookie:x=1", "%s/", "/%s", "%s;a=b", "%s#x", "%s%%20", "%s%%2e", "%s/../../admin",
			"/x/..%s", "%s%%0d%%0aX:y", "%s\t", "http://evil.example%s", "http://evil.example:1/..%s", "*",
			"%s?_method=POST");

	private static final List<String> HEADERS = List.of("Host: evil.example", "Host: evil.example:99999", "Host: a b",
			"X-Forwarded-Host: evil.example", "X-Forwarded-Proto: http", "X-Forwarded-Port: 666",
			"X-Forwarded-Prefix: /evil", "X-Forwarded-For: 1.2.3.4", "Forwarded: host=evil.example;proto=http",
			"X-Original-URL: /admin", "X-Rewrite-URL: /admin", "X-HTTP-Method-Override: POST", "X-Host: evil.example",
			"Cookie: toasoan_reader=x", "Cookie: toasoan_desk=00000000-0000-0000-0000-000000000000", "Cookie: a=b",
			"Cookie: a=\"toasoan_reader=x\"", "Cookie: toasoan_reader", "Cookie: =", "Cookie: $Version=1; a=b",
			"Accept-Encoding: gzip", "Accept-Encoding: br", "Accept-Encoding: identity;q=0",
			"Accept-Encoding: gzip;q=0", "Accept-Encoding: *", "Accept-Encoding: ,;,q=,gzip ; q = 0.000",
			"Accept-Encoding:", "Accept: application/json", "Accept: image/png", "Accept-Language: en",
			"Range: bytes=0-9", "If-Range: \"x\"", "If-None-Match: *", "If-None-Match: \"x", "If-None-Match: W/,,\"",
			"If-Modified-Since: Mon, 23 Nov 2037 01:00:00 GMT", "If-Modified-Since: x", "If-Match: \"x\"",
			"If-Unmodified-Since: Mon, 23 Nov 1970 01:00:00 GMT", "Content-Length: 0", "Content-Length: 3",
			"Content-Length: -1", "Transfer-Encoding: chunked", "Transfer-Encoding: identity", "Expect: 100-continue",
			"Expect: x", "Upgrade: h2c", "Connection: Upgrade", "Content-Type: application/x-www-form-urlencoded",
			"Content-Encoding: gzip", "Origin: https://evil.example", "Sec-Fetch-Site: cross-site",
			"X-Requested-With: XMLHttpRequest", "Authorization: Basic eDp4", "Surrogate-Key: x",
			"Cache-Control: no-store", "Pragma: no-cache", "X: \u0001", " folded", "Bad Name: x", "Ho\u0000st: x");

	@LocalServerPort
	int port;

	@Autowired
	Fixtures fixtures;

	@Autowired
	StatementCounter statements;

	@Autowired
	Press press;

	private final Random random = new Random(SEED);

	private String path = "";

	@BeforeEach
	void aPageThatIsKept() {
		this.path = this.fixtures.article().path();
		assertThat(get("").status()).isEqualTo(200);
	}

	/** So that it is not made between two answers that are compared. */
	private void pressed() {
		if (this.press.isAvailable()) {
			await().atMost(Duration.ofSeconds(30))
				.until(() -> get("Accept-Encoding: br").headers().contains("Content-Encoding: br"));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Accept-Encoding: gzip", "Accept-Encoding: br",
			"Accept-Encoding: gzip, deflate, br, zstd", "Accept-Encoding: br;q=0.1, gzip;q=0.2",
			"Accept-Encoding: gzip;q=0", "Accept-Encoding: deflate\r\nAccept-Encoding: gzip", "If-None-Match: *",
			"If-None-Match: \"x\"", "If-Modified-Since: Mon, 23 Nov 2037 01:00:00 GMT",
			"If-Modified-Since: Mon, 23 Nov 1998 01:00:00 GMT",
			"If-None-Match: \"x\"\r\nIf-Modified-Since: Mon, 23 Nov 2037 01:00:00 GMT", "Cookie: a=b",
			"Range: bytes=0-1", "Accept-Language: en\r\nUser-Agent: x" })
	void theKioskAnswersAsTheFilterDoes(String headers) {
		pressed();
		for (String method : List.of("GET", "HEAD")) {
			Reply kiosk = send(method, this.path, headers);
			Reply filter = send(method, this.path + "?utm_source=x", headers);
			assertThat(kiosk).isEqualTo(filter);
			assertThat(kiosk.status()).isIn(200, 304);
		}
	}

	@Test
	void theKioskHandsFilesAlsoToThoseWithACookie() {
		String sheet = Pattern.compile("/css/all-[0-9a-f]+[.]css")
			.matcher(get("").body())
			.results()
			.findFirst()
			.orElseThrow()
			.group();
		Reply first = send("GET", sheet, "");
		assertThat(first.status()).isEqualTo(200);
		assertThat(send("GET", sheet, "Cookie: toasoan_reader=x")).isEqualTo(first);
		assertThat(send("GET", sheet, "Cookie: toasoan_desk=x")).isEqualTo(first);
	}

	@Test
	void whatIsWrongWithARequestIsSaidAlsoOfAKeptPage() {
		for (String bad : List.of("Host: a b", "Host: evil.example\r\nHost: other.example", "Content-Length: x",
				"Bad Name: x")) {
			assertThat(send("GET", this.path, bad).status()).as(bad).isEqualTo(400);
		}
		assertThat(exchange("GET " + this.path + " HTTP/1.1\r\nConnection: close\r\n\r\n").status()).isEqualTo(400);
		assertThat(get("").status()).isEqualTo(200);
	}

	@Test
	void aConnectionGoesOnAfterAKeptPage() {
		Reply both = exchange("HEAD " + this.path + " HTTP/1.1\r\nHost: x\r\n\r\nHEAD /khong-co HTTP/1.1\r\nHost: x\r\n"
				+ "Connection: close\r\n\r\n");
		assertThat(both.status()).isEqualTo(200);
		assertThat(both.body()).contains("HTTP/1.1 404");
	}

	/** Each of them asks for far more than fits on the way. */
	@Test
	void readersWhoTakeNothingHoldUpNobodyElse() throws IOException {
		byte[] requests = ("GET " + this.path + " HTTP/1.1\r\nHost: x\r\n\r\n").repeat(1000)
			.getBytes(StandardCharsets.ISO_8859_1);
		List<Socket> idle = new ArrayList<>();
		try {
			for (int n = 0; n < 2 * Turnstile.PLACES; n++) {
				Socket socket = new Socket();
				idle.add(socket);
				socket.setReceiveBufferSize(4096);
				socket.connect(new InetSocketAddress("localhost", this.port));
				socket.getOutputStream().write(requests);
			}
			await().during(Duration.ofSeconds(1)).until(() -> get("").status() == 200);
		}
		finally {
			for (Socket socket : idle) {
				socket.close();
			}
		}
	}

	@Test
	void nothingThatAnybodySendsChangesOrSplitsWhatOthersGet() {
		pressed();
		Map<String, Reply> clean = new TreeMap<>();
		for (String headers : List.of("", "Accept-Encoding: gzip", "Accept-Encoding: gzip, br")) {
			clean.put(headers, get(headers));
		}
		for (int n = 0; n < REQUESTS; n++) {
			String strange = strange();
			exchange(strange);
			clean.forEach((headers, reply) -> {
				int asked = this.statements.during(() -> assertThat(get(headers)).as(strange).isEqualTo(reply));
				assertThat(asked).as(strange).isZero();
			});
		}
	}

	@Test
	void whatChangesNothingMakesNoOtherPage() {
		List<String> harmless = List.of("utm_source=x", "fbclid=1", "a=b", "Trang=2", "xyz");
		for (int n = 0; n < 100; n++) {
			String query = this.random.ints(1 + n % 4, 0, harmless.size())
				.mapToObj(harmless::get)
				.collect(Collectors.joining("&"));
			Reply page = get("");
			int asked = this.statements
				.during(() -> assertThat(send("GET", this.path + "?" + query, "")).as(query).isEqualTo(page));
			assertThat(asked).as(query).isZero();
		}
	}

	private String strange() {
		String target = String.format(any(TARGETS), this.path);
		StringBuilder request = new StringBuilder(any(METHODS)).append(' ').append(target).append(" HTTP/1.1\r\n");
		if (this.random.nextInt(10) > 0) {
			request.append("Host: x\r\n");
		}
		for (int n = this.random.nextInt(4); n >= 0; n--) {
			request.append(any(HEADERS)).append("\r\n");
		}
		return request.append("Connection: close\r\n\r\n").toString();
	}

	private String any(List<String> list) {
		return list.get(this.random.nextInt(list.size()));
	}

	private Reply get(String headers) {
		return send("GET", this.path, headers);
	}

	private Reply send(String method, String target, String headers) {
		return exchange(method + " " + target + " HTTP/1.1\r\nHost: x\r\n" + (headers.isEmpty() ? "" : headers + "\r\n")
				+ "Connection: close\r\n\r\n");
	}

	private Reply exchange(String request) {
		try (Socket socket = new Socket("localhost", this.port)) {
			socket.setSoTimeout(10_000);
			socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
			socket.shutdownOutput();
			return Reply.of(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1));
		}
		catch (IOException ex) {
			return new Reply(0, List.of(), String.valueOf(ex));
		}
	}

	/**
	 * @param headers in alphabetical order, without the date
	 */
	private record Reply(int status, List<String> headers, String body) {

		static Reply of(String text) {
			int end = text.indexOf("\r\n\r\n");
			if (end < 0) {
				return new Reply(0, List.of(), text);
			}
			List<String> lines = new ArrayList<>(Arrays.asList(text.substring(0, end).split("\r\n")));
			int status = Integer.parseInt(lines.remove(0).split(" ")[1]);
			Stream<String> headers = lines.stream().filter((line) -> !line.startsWith("Date: ")).sorted();
			return new Reply(status, headers.toList(), text.substring(end + 4));
		}

	}

}
