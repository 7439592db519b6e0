package vn.toasoan.web;

import java.io.IOException;
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

/**
 * Finds the reader's address behind the operator's own proxies
 * ({@code TOASOAN_TRUSTED_PROXIES}, addresses or CIDR ranges). From anybody else,
 * {@code X-Forwarded-For} is only a claim and is not looked at.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class TrustedProxies extends OncePerRequestFilter {

	private final List<IpAddressMatcher> trusted;

	TrustedProxies(@Value("${toasoan.trusted-proxies:}") List<String> ranges) {
		this.trusted = ranges.stream().map(String::strip).map(IpAddressMatcher::new).toList();
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String forwarded = request.getHeader("X-Forwarded-For");
		if (forwarded == null || !isTrusted(request.getRemoteAddr())) {
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
