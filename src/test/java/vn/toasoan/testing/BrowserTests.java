package vn.toasoan.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link Browser} and {@link InBrowser}.
 */
@InBrowser
class BrowserTests {

	private static final String PAGE = """
			<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>Tin</title>
			<link rel="icon" href="data:,">
			<style>h1 { color: rgb(1, 2, 3) } @media (prefers-color-scheme: dark) { h1 { color: rgb(9, 9, 9) } }</style>
			</head><body><h1>Tiếng Việt</h1><noscript><p>Không có JavaScript</p></noscript>
			<script>document.cookie = 'seen=1'</script></body></html>""";

	private static HttpServer server = start();

	private static String url = "";

	private static HttpServer start() {
		try {
			return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@BeforeAll
	static void serve() {
		serve("/", 200, Map.of());
		serve("/loi", 422, Map.of());
		serve("/chinh-sach", 200, Map.of("Content-Security-Policy", "default-src 'none'"));
		server.start();
		url = "http://localhost:" + server.getAddress().getPort();
	}

	private static void serve(String path, int status, Map<String, String> headers) {
		server.createContext(path, (exchange) -> {
			byte[] body = PAGE.getBytes(StandardCharsets.UTF_8);
			exchange.getResponseHeaders().add("Content-Type", "text/html");
			headers.forEach(exchange.getResponseHeaders()::add);
			exchange.sendResponseHeaders(status, body.length);
			exchange.getResponseBody().write(body);
			exchange.close();
		});
	}

	@AfterAll
	static void stop() {
		server.stop(0);
	}

	@Test
	void readsAPageAsAReaderInVietNam(Page page, Browser browser) {
		page.navigate(url);
		assertThat(page.locator("h1")).hasText("Tiếng Việt");
		assertThat(page.evaluate("navigator.language + ' ' + Intl.DateTimeFormat().resolvedOptions().timeZone"))
			.isIn("vi-VN Asia/Ho_Chi_Minh", "vi-VN Asia/Saigon");
		assertThat(browser.problems()).isEmpty();
	}

	@Test
	void looksWithoutJavaScriptInTheDarkOnAPhone(
			@View(width = 390, height = 844, javaScript = false, dark = true) Page page) {
		page.navigate(url);
		assertThat(page.locator("noscript p")).isVisible();
		assertThat(page.locator("h1")).hasCSS("color", "rgb(9, 9, 9)");
		assertThat(page.viewportSize().width).isEqualTo(390);
	}

	@Test
	void eachPageBelongsToAnotherReader(Page reader, @View Page editor) {
		reader.navigate(url);
		assertThat(reader.context().cookies()).hasSize(1);
		assertThat(editor.context().cookies()).isEmpty();
	}

	@Test
	void notesViolationsOfTheContentSecurityPolicy(Page page, Browser browser) {
		page.navigate(url + "/chinh-sach");
		assertThat(browser.problems()).anySatisfy((problem) -> assertThat(problem).contains("style-src"))
			.anySatisfy((problem) -> assertThat(problem).contains("script-src"));
	}

	@Test
	void notesThemWithoutJavaScriptToo(@View(javaScript = false) Page page, Browser browser) {
		page.navigate(url + "/chinh-sach");
		assertThat(browser.problems()).anySatisfy((problem) -> assertThat(problem).contains("style-src"));
	}

	@Test
	void notesUncaughtExceptionsAndMissingParts(Page page, Browser browser) {
		page.navigate(url);
		page.evaluate("setTimeout(() => { throw new Error('hỏng') })");
		page.evaluate("fetch('http://localhost:1/').catch(() => {})");
		assertThat(browser.problems()).anySatisfy((problem) -> assertThat(problem).contains("hỏng"))
			.anySatisfy((problem) -> assertThat(problem).contains("localhost:1"));
	}

	@Test
	void anErrorPageThatWasAskedForIsNoProblem(Page page, Browser browser) {
		page.navigate(url + "/loi");
		assertThat(page.locator("h1")).isVisible();
		assertThat(browser.problems()).isEmpty();
	}

	@Test
	void takesAPictureOfEachPage(Page page, Browser browser, @TempDir Path folder) {
		page.navigate(url);
		browser.newPage((options) -> options.setViewportSize(390, 844)).navigate(url);
		browser.photograph(folder, "tin");
		assertThat(folder.resolve("tin.png")).isNotEmptyFile();
		assertThat(folder.resolve("tin-2.png")).isNotEmptyFile();
	}

	@Test
	void aMissingBrowserIsAReasonToSkipExceptInContinuousIntegration() {
		assertThat(BrowserExtension.decide(Optional.of(Path.of("chromium")), Map.of("CI", "true")).isDisabled())
			.isFalse();
		assertThat(BrowserExtension.decide(Optional.empty(), Map.of()))
			.satisfies((result) -> assertThat(result.isDisabled()).isTrue())
			.satisfies(
					(result) -> assertThat(result.getReason().orElseThrow()).contains("apt-get install -y chromium"));
		assertThatIllegalStateException()
			.isThrownBy(() -> BrowserExtension.decide(Optional.empty(), Map.of("CI", "true")))
			.withMessageContaining("apt-get install -y chromium");
	}

	@Test
	void findsTheBrowserInThePathOrWhereTheVariableSays(@TempDir Path folder) throws IOException {
		assertThat(Chromium.find(Map.of("PATH", folder.toString()), List.of())).isEmpty();
		Path executable = Files.createFile(folder.resolve("chromium"));
		assertThat(executable.toFile().setExecutable(true)).isTrue();
		assertThat(Chromium.find(Map.of("PATH", folder.toString()), List.of())).contains(executable);
		assertThat(Chromium.find(Map.of("CHROMIUM", executable.toString()), List.of())).contains(executable);
		assertThat(Chromium.find(Map.of(), List.of(folder.toString()))).contains(executable);
	}

}
