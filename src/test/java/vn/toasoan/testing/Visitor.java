package vn.toasoan.testing;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import jakarta.servlet.http.Cookie;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody at a browser without scripts: keeps cookies, reads pages and sends their
 * forms. Redirects are followed only when asked.
 *
 * @see Newsroom
 */
public final class Visitor {

	private final MockMvcTester mvc;

	private final String address;

	private final Map<String, Cookie> cookies = new LinkedHashMap<>();

	Visitor(MockMvcTester mvc, String address) {
		this.mvc = mvc;
		this.address = address;
	}

	public MvcTestResult get(String path) {
		return request(HttpMethod.GET, path, new LinkedMultiValueMap<>());
	}

	/**
	 * The page at a path, which must be there.
	 */
	public Document open(String path) {
		return Html.of(assertOk(get(path)));
	}

	/**
	 * The form of a page, to be filled in.
	 */
	public Form form(String path, String selector) {
		return Form.in(open(path), selector);
	}

	public MvcTestResult send(Form form) {
		return request(HttpMethod.valueOf(form.method()), form.action(), form.parameters());
	}

	/**
	 * Sends a form that must be taken, and opens the page that it leads to.
	 */
	public Document sendAndFollow(Form form) {
		return follow(send(form));
	}

	/**
	 * The page that a redirect leads to.
	 */
	public Document follow(MvcTestResult redirect) {
		assertThat(redirect).hasStatus3xxRedirection();
		return open(Objects.requireNonNull(redirect.getResponse().getRedirectedUrl()));
	}

	public MvcTestResult request(HttpMethod method, String path, MultiValueMap<String, String> parameters) {
		// "?a" means an empty value to a server, but none at all to MockMvc.
		URI uri = URI.create(path.replaceAll("([?&][^=&#]+)(?=&|#|$)", "$1="));
		var request = this.mvc.method(method).uri(uri).params(parameters).remoteAddress(this.address);
		if (!this.cookies.isEmpty()) {
			request.cookie(this.cookies.values().toArray(Cookie[]::new));
		}
		MvcTestResult result = request.exchange();
		for (Cookie cookie : result.getResponse().getCookies()) {
			if (cookie.getMaxAge() == 0) {
				this.cookies.remove(cookie.getName());
			}
			else {
				this.cookies.put(cookie.getName(), cookie);
			}
		}
		return result;
	}

	/**
	 * Fills in the sign-in page and sends it.
	 */
	public MvcTestResult signIn(String username, String password) {
		return send(form("/dang-nhap", "form").fill("username", username).fill("password", password));
	}

	public @Nullable Cookie cookie(String name) {
		return this.cookies.get(name);
	}

	private static MvcTestResult assertOk(MvcTestResult result) {
		assertThat(result).hasStatusOk();
		return result;
	}

}
