package vn.toasoan.web;

import java.time.Duration;

import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.stereotype.Component;
import vn.toasoan.site.SiteSettings;

/**
 * The headers that keep every page safe, the public ones and the desk's.
 */
@Component
public class SecurityHeaders implements Customizer<HeadersConfigurer<HttpSecurity>> {

	/** Nothing is allowed but what our own pages load from our own origin. */
	static final String CONTENT_SECURITY_POLICY = String.join("; ", "default-src 'none'", "style-src 'self'",
			"script-src 'self'", "img-src 'self'", "font-src 'self'", "connect-src 'self'", "manifest-src 'self'",
			"form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'");

	private static final long YEAR = Duration.ofDays(365).toSeconds();

	private final SiteSettings site;

	SecurityHeaders(SiteSettings site) {
		this.site = site;
	}

	@Override
	public void customize(HeadersConfigurer<HttpSecurity> headers) {
		headers.contentSecurityPolicy((csp) -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
			.referrerPolicy((referrer) -> referrer.policy(ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN))
			.permissionsPolicyHeader(
					(permissions) -> permissions.policy("camera=(), geolocation=(), microphone=(), payment=()"))
			.crossOriginOpenerPolicy((opener) -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
			.addHeaderWriter(new StaticHeadersWriter("Cross-Origin-Resource-Policy", "same-origin"));
		if (this.site.secure()) {
			// The proxy in front may speak http to us: the site's address decides.
			headers.httpStrictTransportSecurity((hsts) -> hsts.requestMatcher(AnyRequestMatcher.INSTANCE)
				.includeSubDomains(false)
				.maxAgeInSeconds(YEAR));
		}
		else {
			headers.httpStrictTransportSecurity((hsts) -> hsts.disable());
		}
	}

}
