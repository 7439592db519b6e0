package vn.toasoan.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import vn.toasoan.site.SiteSettings;

/**
 * Readers' pages: open to all, without session and without per-reader tokens, so that one
 * page serves everybody. What a form sends is guarded by {@link SameOriginFilter}. The
 * desk has its own chain, which comes first.
 */
@Configuration(proxyBeanMethods = false)
class PublicSecurity {

	@Bean
	@Order(Ordered.LOWEST_PRECEDENCE)
	SecurityFilterChain publicPages(HttpSecurity http, SiteSettings site) throws Exception {
		return http
			.authorizeHttpRequests(
					(requests) -> requests.requestMatchers("/actuator/health/liveness", "/actuator/health/readiness")
						.permitAll()
						.requestMatchers("/actuator", "/actuator/**")
						.denyAll()
						.anyRequest()
						.permitAll())
			// See SecurityHeaders; each page says itself how long it may be kept.
			.headers(AbstractHttpConfigurer::disable)
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.csrf(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.addFilterBefore(new SameOriginFilter(site), AuthorizationFilter.class)
			.build();
	}

	/**
	 * An address that holds the character NUL, which PostgreSQL can't keep, is refused
	 * with 400 before it reaches a page; forms have been cleaned of it by then.
	 */
	@Bean
	static HttpFirewall noNulls() {
		var firewall = new StrictHttpFirewall();
		firewall.setAllowedParameterValues((value) -> value.indexOf('\0') < 0);
		return firewall;
	}

}
