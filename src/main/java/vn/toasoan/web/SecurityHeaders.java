package vn.toasoan.web;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.toasoan.site.SiteSettings;

/**
 * The headers that keep a page safe. Every answer has them, also one that is refused
 * before Spring Security or any page has seen the request.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 3)
class SecurityHeaders extends OncePerRequestFilter {

	/** Nothing is allowed but what our own pages load from our own origin. */
	private static final String CONTENT_SECURITY_POLICY = String.join("; ", "default-src 'none'", "style-src 'self'",
			"script-src 'self'", "img-src 'self'", "font-src 'self'", "connect-src 'self'", "manifest-src 'self'",
			"form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'");

	private static final long YEAR = Duration.ofDays(365).toSeconds();

	private final Map<String, String> headers = new LinkedHashMap<>();

	SecurityHeaders(SiteSettings site) {
		this.headers.put("Content-Security-Policy", CONTENT_SECURITY_POLICY);
		this.headers.put("X-Content-Type-Options", "nosniff");
		this.headers.put("X-Frame-Options", "DENY");
		this.headers.put("Referrer-Policy", "strict-origin-when-cross-origin");
		this.headers.put("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()");
		this.headers.put("Cross-Origin-Opener-Policy", "same-origin");
		this.headers.put("Cross-Origin-Resource-Policy", "same-origin");
		if (site.secure()) {
			// The proxy in front may speak http to us: the site's address decides.
			this.headers.put("Strict-Transport-Security", "max-age=" + YEAR);
		}
	}

	void write(HttpServletResponse response) {
		this.headers.forEach(response::setHeader);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		write(response);
		chain.doFilter(request, response);
	}

	/**
	 * The server refuses some requests by itself and shows our error page for them: that
	 * is the first that is seen of them here.
	 */
	@Override
	protected boolean shouldNotFilterErrorDispatch() {
		return false;
	}

}
