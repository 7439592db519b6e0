package vn.toasoan.account;

import java.net.URI;
import java.time.ZoneId;
import java.util.Locale;

import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import vn.toasoan.site.SiteSettings;

import static org.assertj.core.api.Assertions.assertThat;

class SessionCookieTests {

	@Test
	void isSentOnlyEncryptedWhereTheSiteIsReachedByHttpsEvenIfTheProxySpeaksHttp() {
		assertThat(cookie("https://bao.example.vn")).contains("; Secure", "; HttpOnly", "; SameSite=Lax", "; Path=/");
	}

	@Test
	void worksOnAMachineOfOnesOwnWithoutHttps() {
		assertThat(cookie("http://localhost:8080")).doesNotContain("Secure").contains("; HttpOnly", "; SameSite=Lax");
	}

	@Test
	void endsWithTheBrowser() {
		assertThat(cookie("https://bao.example.vn")).doesNotContain("Max-Age", "Expires");
	}

	private static String cookie(String siteUrl) {
		var site = new SiteSettings(URI.create(siteUrl), "Tòa Soạn", ZoneId.of("Asia/Ho_Chi_Minh"), new Locale("vi"));
		var response = new MockHttpServletResponse();
		new DeskSecurity().sessionId(site).setSessionId(new MockHttpServletRequest(), response, "abc");
		return String.valueOf(response.getHeader("Set-Cookie"));
	}

}
