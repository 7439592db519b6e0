package vn.toasoan.web;

import java.net.URI;
import java.time.ZoneId;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import vn.toasoan.site.SiteSettings;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SameOriginFilter} of the site https://bao.example.vn, which is also
 * asked as localhost:8080.
 */
class SameOriginFilterTests {

	private final SameOriginFilter filter = new SameOriginFilter(new SiteSettings(URI.create("https://bao.example.vn"),
			"Báo", ZoneId.of("Asia/Ho_Chi_Minh"), Locale.forLanguageTag("vi")));

	private final MockHttpServletRequest request = new MockHttpServletRequest("POST", "/bai-viet/a/binh-luan");

	SameOriginFilterTests() {
		this.request.addHeader("Host", "localhost:8080");
	}

	/**
	 * 200 if the request was let through.
	 */
	private int answer() throws Exception {
		var response = new MockHttpServletResponse();
		var chain = new MockFilterChain();
		this.filter.doFilter(this.request, response, chain);
		assertThat(chain.getRequest() != null).as("let through").isEqualTo(response.getStatus() == 200);
		return response.getStatus();
	}

	@ParameterizedTest
	@ValueSource(strings = { "same-origin", "none" })
	void aFormOfOurOwnPagesIsTaken(String fetchSite) throws Exception {
		this.request.addHeader("Sec-Fetch-Site", fetchSite);
		assertThat(answer()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "cross-site", "same-site", "", "SAME-ORIGIN, cross-site", "gì đó" })
	void aFormOfAnotherSiteIsRefused(String fetchSite) throws Exception {
		this.request.addHeader("Sec-Fetch-Site", fetchSite);
		assertThat(answer()).isEqualTo(403);
	}

	@ParameterizedTest
	@CsvSource({
			"/theo-doi/AAAAAAAAAABBBBBBBBBBCCCCCCCCCCDDDDDDDDDD_-a.AAAAAAAAAABBBBBBBBBBCCCCCCCCCCDDDDDDDDDD_-a/thoi, 200",
			"/theo-doi/AAAAAAAAAABBBBBBBBBBCCCCCCCCCCDDDDDDDDDD_-a.AAAAAAAAAABBBBBBBBBBCCCCCCCCCCDDDDDDDDDD_-a, 403",
			"/theo-doi/a.b/thoi, 403", "/thu-tom-tat/1a.AAAAAAAAAABBBBBBBBBBCCCCCCCCCCDDDDDDDDDD_-a/thoi, 200",
			"/thu-tom-tat/1a.AAAAAAAAAABBBBBBBBBBCCCCCCCCCCDDDDDDDDDD_-a, 403", "/thu-tom-tat/1a.b/thoi, 403",
			"/bai-viet/theo-doi/AAAAAAAAAABBBBBBBBBBCCCCCCCCCCDDDDDDDDDD_-a.AAAAAAAAAABBBBBBBBBBCCCCCCCCCCDDDDDDDDDD_-a/thoi, 403" })
	void onlyTheEndOfLettersIsTakenFromAnotherSite(String path, int status) throws Exception {
		this.request.setRequestURI(path);
		this.request.addHeader("Sec-Fetch-Site", "cross-site");
		this.request.addHeader("Origin", "https://mail.example.com");
		assertThat(answer()).isEqualTo(status);
	}

	@Test
	void whatTheBrowserSaysOfItsFetchCountsMoreThanTheOrigin() throws Exception {
		this.request.addHeader("Sec-Fetch-Site", "cross-site");
		this.request.addHeader("Origin", "https://bao.example.vn");
		assertThat(answer()).isEqualTo(403);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://bao.example.vn", "http://localhost:8080" })
	void anOlderBrowserNamesOurOrigin(String origin) throws Exception {
		this.request.addHeader("Origin", origin);
		assertThat(answer()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "null", "", "https://ke-xau.example", "http://bao.example.vn",
			"https://bao.example.vn.ke-xau.example", "https://bao.example.vn:8443",
			"https://bao.example.vn@ke-xau.example", "http://localhost", "http://localhost:80801", "localhost:8080",
			"//", "không phải địa chỉ" })
	void anyOtherOriginIsRefused(String origin) throws Exception {
		this.request.addHeader("Origin", origin);
		this.request.addHeader("Referer", "https://bao.example.vn/");
		assertThat(answer()).isEqualTo(403);
	}

	@Test
	void anOldBrowserNamesThePage() throws Exception {
		this.request.addHeader("Referer", "https://bao.example.vn/bai-viet/a?trang=2");
		assertThat(answer()).isEqualTo(200);
	}

	@Test
	void thePageOfAnotherSiteIsRefused() throws Exception {
		this.request.addHeader("Referer", "https://ke-xau.example/https://bao.example.vn/");
		assertThat(answer()).isEqualTo(403);
	}

	@Test
	void aProgramThatSaysNothingIsTaken() throws Exception {
		assertThat(answer()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET", "HEAD", "OPTIONS", "TRACE" })
	void fromElsewhereOnlyReadingIsAllowed(String method) throws Exception {
		this.request.setMethod(method);
		this.request.addHeader("Sec-Fetch-Site", "cross-site");
		assertThat(answer()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "PUT", "PATCH", "DELETE", "get", "LẠ" })
	void whateverElseIsDoneComesFromOurPages(String method) throws Exception {
		this.request.setMethod(method);
		this.request.addHeader("Sec-Fetch-Site", "cross-site");
		assertThat(answer()).isEqualTo(403);
	}

	@Test
	void aFormHasAtMost64Kilobytes() throws Exception {
		this.request.setContent(new byte[64 * 1024]);
		assertThat(answer()).isEqualTo(200);
		this.request.setContent(new byte[64 * 1024 + 1]);
		assertThat(answer()).isEqualTo(413);
	}

	@Test
	void aFormThatDoesNotSayItsLengthIsRefused() throws Exception {
		this.request.addHeader("Transfer-Encoding", "chunked");
		assertThat(answer()).isEqualTo(413);
	}

}
