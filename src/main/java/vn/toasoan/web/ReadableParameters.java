package vn.toasoan.web;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a request whose parameters can't be read, such as {@code %zz} or a thousand and
 * one of them, with 400 before anybody trips over it: that is no fault of the site.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class ReadableParameters extends OncePerRequestFilter {

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (areReadable(request)) {
			chain.doFilter(request, response);
		}
		else {
			response.sendError(HttpServletResponse.SC_BAD_REQUEST);
		}
	}

	private static boolean areReadable(HttpServletRequest request) {
		try {
			request.getParameterMap();
			return true;
		}
		catch (IllegalStateException ex) {
			// As Servlet 6.1 wants it.
			return false;
		}
	}

}
