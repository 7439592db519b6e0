package vn.toasoan.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import vn.toasoan.site.SiteSettings;

/**
 * The page for requests so broken that Tomcat refuses them before any of our code runs:
 * the same quiet words as our other error pages, instead of the server's own.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class PlainErrorPages implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

	private final SecurityHeaders headers;

	private final String template;

	PlainErrorPages(SecurityHeaders headers, SiteSettings site) {
		this.headers = headers;
		this.template = "en".equals(site.language().getLanguage()) ? "plain-error_en.html" : "plain-error.html";
	}

	@Override
	public void customize(TomcatServletWebServerFactory factory) {
		factory.addContextCustomizers((context) -> context.getParent()
			.getPipeline()
			.addValve(new PlainErrorPage(this.headers, this.template)));
	}

	private static final class PlainErrorPage extends ErrorReportValve {

		private final SecurityHeaders headers;

		private final byte[] page;

		PlainErrorPage(SecurityHeaders headers, String template) {
			this.headers = headers;
			try {
				this.page = new ClassPathResource("templates/" + template).getContentAsByteArray();
			}
			catch (IOException ex) {
				throw new IllegalStateException("templates/" + template + " is missing", ex);
			}
		}

		@Override
		protected void report(Request request, Response response, Throwable throwable) {
			if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
				return;
			}
			try {
				response.setContentType("text/html");
				response.setCharacterEncoding(StandardCharsets.UTF_8);
				this.headers.write(response.getResponse());
				response.setHeader("Cache-Control", "no-store");
				response.getOutputStream().write(this.page);
				response.finishResponse();
			}
			catch (IOException ex) {
				// The visitor has gone; there is nobody to tell.
				container.getLogger().debug("Error page not sent", ex);
			}
		}

	}

}
