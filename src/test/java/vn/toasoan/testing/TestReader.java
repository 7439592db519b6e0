package vn.toasoan.testing;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import jakarta.servlet.http.Cookie;
import org.jsoup.nodes.Document;

import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import vn.toasoan.testing.Fixtures.Written;

/**
 * Somebody with a browser: keeps the cookies, follows redirects where told to, sends
 * forms.
 */
public final class TestReader {

	private final MockMvcTester mvc;

	private final RequestPostProcessor identity;

	private final boolean keepsCookies;

	private final Map<String, Cookie> cookies = new LinkedHashMap<>();

	private TestReader(MockMvcTester mvc, RequestPostProcessor identity, boolean keepsCookies) {
		this.mvc = mvc;
		this.identity = identity;
		this.keepsCookies = keepsCookies;
	}

	public static TestReader of(MockMvcTester mvc) {
		return new TestReader(mvc, (request) -> request, true);
	}

	public static TestReader withoutCookies(MockMvcTester mvc) {
		return new TestReader(mvc, (request) -> request, false);
	}

	/**
	 * Somebody who is signed in.
	 */
	public static TestReader as(RequestPostProcessor identity, MockMvcTester mvc) {
		return new TestReader(mvc, identity, true);
	}

	public MvcTestResult get(String address) {
		return exchange(this.mvc.get().uri(URI.create(address.replaceFirst("#.*", ""))));
	}

	/**
	 * The page at an address.
	 * @throws AssertionError if it is not answered with 200
	 */
	public Document read(String address) {
		MvcTestResult result = get(address);
		if (result.getResponse().getStatus() != 200) {
			throw new AssertionError(address + " answered " + result.getResponse().getStatus());
		}
		return Html.of(result);
	}

	public MvcTestResult send(Form form) {
		return exchange(this.mvc.post().uri(URI.create(form.action())).params(form.parameters()));
	}

	/**
	 * Writes a comment below an article, as its page offers it.
	 */
	public MvcTestResult comment(Written article, String name, String text) {
		return send(
				Form.in(read(article.path()), "#viet").fill("name", name).fill("body", text).press("Gửi bình luận"));
	}

	/**
	 * The public id of the comment that was taken, as the address says where it leads.
	 */
	public static String commentId(MvcTestResult taken) {
		return location(taken).replaceFirst(".*#bl-", "");
	}

	/**
	 * The page that an answer leads to.
	 */
	public Document follow(MvcTestResult redirect) {
		return read(location(redirect));
	}

	public static String location(MvcTestResult redirect) {
		return Objects.requireNonNull(redirect.getResponse().getHeader("Location"), () -> "No redirect but "
				+ redirect.getResponse().getStatus() + ":\n" + Html.of(redirect).body().text());
	}

	/**
	 * Puts a cookie into the browser, also a made-up one.
	 */
	public TestReader holding(String name, String value) {
		this.cookies.put(name, new Cookie(name, value));
		return this;
	}

	public Map<String, Cookie> cookies() {
		return this.cookies;
	}

	private MvcTestResult exchange(MockMvcRequestBuilder request) {
		if (!this.cookies.isEmpty()) {
			request = request.cookie(this.cookies.values().toArray(Cookie[]::new));
		}
		MvcTestResult result = request.with(this.identity).exchange();
		if (this.keepsCookies) {
			for (Cookie cookie : result.getResponse().getCookies()) {
				this.cookies.put(cookie.getName(), cookie);
			}
		}
		return result;
	}

}
