package vn.toasoan.web;

import java.io.IOException;
import java.util.Collections;
import java.util.List;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.toasoan.site.CannotStart;

/**
 * Finds the reader's address behind the operator's own proxies
 * ({@code TOASOAN_TRUSTED_PROXIES}, addresses or CIDR ranges). From anybody else,
 * {@code X-Forwarded-For} is only a claim and is not looked at.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 4)
class TrustedProxies extends OncePerRequestFilter {

	private final List<IpAddressMatcher> trusted;

	TrustedProxies(@Value("${toasoan.trusted-proxies:}") List<String> ranges) {
		this.trusted = ranges.stream().map(String::strip).map(TrustedProxies::range).toList();
	}

	private static IpAddressMatcher range(String text) {
		try {
			return new IpAddressMatcher(text);
		}
		catch (IllegalArgumentException ex) {
			throw new CannotStart(
					"TOASOAN_TRUSTED_PROXIES phải gồm các địa chỉ hoặc dải CIDR, như 10.0.0.0/8, không phải “" + text
							+ "”.",
					ex);
		}
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		// Proxies may add a line of their own instead of lengthening the one they find.
		String forwarded = String.join(",", Collections.list(request.getHeaders("X-Forwarded-For")));
		if (forwarded.isEmpty() || !isTrusted(request.getRemoteAddr())) {
			chain.doFilter(request, response);
			return;
		}
		String client = client(forwarded.split(","), request.getRemoteAddr());
		chain.doFilter(new HttpServletRequestWrapper(request) {
			@Override
			public String getRemoteAddr() {
				return client;
			}
		}, response);
	}

	/**
	 * The last address in the list that is not one of our proxies: what stands before it
	 * was written by the client.
	 */
	private String client(String[] hops, String nearest) {
		String client = nearest;
		for (int i = hops.length - 1; i >= 0 && isTrusted(client); i--) {
			client = hops[i].strip();
		}
		return client;
	}

	private boolean isTrusted(String address) {
		try {
			return this.trusted.stream().anyMatch((range) -> range.matches(address));
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

}
