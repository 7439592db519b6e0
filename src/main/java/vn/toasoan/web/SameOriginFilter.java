package vn.toasoan.web;

import java.io.IOException;
import java.net.URI;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.toasoan.site.SiteSettings;

/**
 * Takes a reader's POST only from our own pages. A browser says where a request comes
 * from in {@code Sec-Fetch-Site} (W3C Fetch Metadata); older ones in {@code Origin} or
 * {@code Referer}; programs that send none of them carry no reader's cookie either. Only
 * {@link OneClick} may be asked from anywhere.
 */
class SameOriginFilter extends OncePerRequestFilter {

	/** Bytes of a form that a reader may send: a long comment, percent-encoded. */
	static final long MAX_FORM_BYTES = 64 * 1024;

	private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

	private final SiteSettings site;

	SameOriginFilter(SiteSettings site) {
		this.site = site;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (READING.contains(request.getMethod())) {
			chain.doFilter(request, response);
		}
		else if (!OneClick.is(request.getRequestURI()) && !fromOurPages(request)) {
			response.sendError(HttpServletResponse.SC_FORBIDDEN);
		}
		else if (request.getContentLengthLong() > MAX_FORM_BYTES || request.getHeader("Transfer-Encoding") != null) {
			response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
		}
		else {
			chain.doFilter(request, response);
		}
	}

	private boolean fromOurPages(HttpServletRequest request) {
		String fetchSite = request.getHeader("Sec-Fetch-Site");
		if (fetchSite != null) {
			return fetchSite.equals("same-origin") || fetchSite.equals("none");
		}
		String origin = request.getHeader(HttpHeaders.ORIGIN);
		return ours((origin != null) ? origin : request.getHeader(HttpHeaders.REFERER), request);
	}

	/**
	 * Ours is the site's address, or the one that this very request was sent to: a page
	 * of another origin can't choose either.
	 */
	private boolean ours(@Nullable String address, HttpServletRequest request) {
		if (address == null) {
			return true;
		}
		try {
			URI uri = URI.create(address);
			return this.site.origin().equals(uri.getScheme() + "://" + uri.getAuthority())
					|| (uri.getAuthority() != null && uri.getAuthority().equals(request.getHeader(HttpHeaders.HOST)));
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

}
