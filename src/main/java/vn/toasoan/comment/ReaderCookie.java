package vn.toasoan.comment;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;
import vn.toasoan.site.Secrets;
import vn.toasoan.site.SiteSettings;

/**
 * The cookie by which a reader's own comments are known again: a random key and, if
 * wished, the name, signed. Only a posted comment sets it; who only reads, gets none.
 */
@Component
public class ReaderCookie {

	static final String NAME = "toasoan_reader";

	private static final String PURPOSE = "reader cookie";

	private static final Duration LIFETIME = Duration.ofDays(365);

	private final Secrets secrets;

	private final SiteSettings site;

	ReaderCookie(Secrets secrets, SiteSettings site) {
		this.secrets = secrets;
		this.site = site;
	}

	/**
	 * Who asks; empty for a reader who has not commented yet, or whose cookie is not
	 * ours.
	 */
	public Optional<Reader> read(HttpServletRequest request) {
		Cookie cookie = WebUtils.getCookie(request, NAME);
		if (cookie == null) {
			return Optional.empty();
		}
		String[] parts = cookie.getValue().split("\\.", -1);
		if (parts.length != 3 || !this.secrets.isSigned(PURPOSE, parts[0] + '.' + parts[1], parts[2])) {
			return Optional.empty();
		}
		return Optional.of(new Reader(new ReaderKey(parts[0]), decode(parts[1])));
	}

	/**
	 * Somebody who comments for the first time.
	 */
	public Reader newReader() {
		return new Reader(new ReaderKey(Secrets.randomToken()), "");
	}

	/**
	 * Sets the cookie.
	 * @param name to be filled in next time; empty if the reader does not wish that
	 */
	public void write(HttpServletResponse response, ReaderKey key, String name) {
		String value = key.key() + '.' + encode(name);
		set(response, value + '.' + this.secrets.sign(PURPOSE, value), LIFETIME);
	}

	/**
	 * Takes the cookie from the browser.
	 */
	public void remove(HttpServletResponse response) {
		set(response, "", Duration.ZERO);
	}

	private void set(HttpServletResponse response, String value, Duration lifetime) {
		var cookie = ResponseCookie.from(NAME, value)
			.path("/")
			.httpOnly(true)
			.sameSite("Lax")
			.secure(this.site.secure())
			.maxAge(lifetime)
			.build();
		response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
	}

	private static String encode(String name) {
		// A dot parts the pieces.
		return URLEncoder.encode(name, StandardCharsets.UTF_8).replace(".", "%2E");
	}

	private static String decode(String name) {
		return URLDecoder.decode(name, StandardCharsets.UTF_8);
	}

	/**
	 * A reader who has commented before.
	 *
	 * @param name as last typed, if the reader wished it to be kept; else empty
	 */
	public record Reader(ReaderKey key, String name) {
	}

}
