package vn.toasoan.testing;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * Lets a filter forward to a page, as a servlet container does: MockMvc by itself only
 * remembers where to. The page is found by the path of the request, so a forward is
 * possible only to that same path, as after a failed sign-in.
 */
@TestComponent
@Order(Ordered.HIGHEST_PRECEDENCE)
class Forwards extends OncePerRequestFilter {

	private final ObjectProvider<MockMvc> mvc;

	Forwards(ObjectProvider<MockMvc> mvc) {
		this.mvc = mvc;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		chain.doFilter(new HttpServletRequestWrapper(request) {
			@Override
			public RequestDispatcher getRequestDispatcher(String path) {
				if (!path.equals(getRequestURI())) {
					throw new IllegalArgumentException("Only " + getRequestURI() + " can be forwarded to, not " + path);
				}
				return new ToPage(Forwards.this.mvc.getObject().getDispatcherServlet());
			}
		}, response);
	}

	private record ToPage(DispatcherServlet pages) implements RequestDispatcher {

		@Override
		public void forward(ServletRequest request, ServletResponse response) throws ServletException, IOException {
			this.pages.service(request, response);
		}

		@Override
		public void include(ServletRequest request, ServletResponse response) {
			throw new UnsupportedOperationException("Nothing includes pages");
		}

	}

}
