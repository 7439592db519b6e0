package vn.toasoan.account;

import java.net.URI;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.access.hierarchicalroles.RoleHierarchyImpl;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import vn.toasoan.site.SiteSettings;
import vn.toasoan.web.SecurityHeaders;

/**
 * The desk: who may go where, with a session and CSRF tokens. A path that is not listed
 * is closed to everybody, so that a new page has to be let in here.
 */
@Configuration(proxyBeanMethods = false)
class DeskSecurity {

	@Bean
	@Order(1)
	SecurityFilterChain desk(HttpSecurity http, SecurityHeaders headers, SignInFailure failure) throws Exception {
		return http.securityMatcher("/admin", "/admin/**", "/dang-nhap", "/dang-xuat", "/cai-dat-lan-dau")
			.authorizeHttpRequests((requests) -> requests.requestMatchers("/dang-nhap", "/cai-dat-lan-dau")
				.permitAll()
				.requestMatchers("/admin", "/admin/account", "/admin/account/**")
				.authenticated()
				.requestMatchers("/admin/articles/*/publication", "/admin/articles/*/withdrawal",
						"/admin/articles/*/corrections", "/admin/articles/*/discussion", "/admin/topics",
						"/admin/topics/*", "/admin/design")
				.hasRole(Role.EDITOR.name())
				.requestMatchers(HttpMethod.GET, "/admin/articles", "/admin/articles/new", "/admin/articles/*",
						"/admin/articles/*/revisions")
				.hasRole(Role.AUTHOR.name())
				.requestMatchers(HttpMethod.POST, "/admin/articles", "/admin/articles/*")
				.hasRole(Role.AUTHOR.name())
				.requestMatchers("/admin/comments", "/admin/comments/*/decisions")
				.hasRole(Role.MODERATOR.name())
				.requestMatchers("/admin/audit", "/admin/accounts", "/admin/accounts/**")
				.hasRole(Role.ADMIN.name())
				.anyRequest()
				.denyAll())
			.headers(headers)
			.exceptionHandling((refused) -> refused.authenticationEntryPoint(signInPage()))
			.formLogin((form) -> form.loginPage("/dang-nhap").successHandler(whereWanted()).failureHandler(failure))
			.logout((logout) -> logout.logoutUrl("/dang-xuat").logoutSuccessUrl("/dang-nhap?da-dang-xuat"))
			.build();
	}

	private static LoginUrlAuthenticationEntryPoint signInPage() {
		var page = new LoginUrlAuthenticationEntryPoint("/dang-nhap");
		page.setFavorRelativeUris(true);
		return page;
	}

	/**
	 * Back to the page that asked for the sign-in, else to the dashboard; by path only,
	 * because the address under which this node was asked may not be the site's.
	 */
	private static SavedRequestAwareAuthenticationSuccessHandler whereWanted() {
		var handler = new SavedRequestAwareAuthenticationSuccessHandler();
		handler.setDefaultTargetUrl("/admin");
		handler.setRedirectStrategy((request, response, url) -> {
			URI wanted = URI.create(url);
			String query = (wanted.getRawQuery() != null) ? "?" + wanted.getRawQuery() : "";
			response.sendRedirect(wanted.getRawPath() + query);
		});
		return handler;
	}

	@Bean
	static RoleHierarchy roleHierarchy() {
		return RoleHierarchyImpl.withDefaultRolePrefix()
			.role(Role.ADMIN.name())
			.implies(Role.EDITOR.name())
			.role(Role.EDITOR.name())
			.implies(Role.AUTHOR.name(), Role.MODERATOR.name())
			.build();
	}

	@Bean
	CookieSerializer sessionCookie(SiteSettings site) {
		var cookie = new DefaultCookieSerializer();
		cookie.setCookieName("toasoan_desk");
		cookie.setUseHttpOnlyCookie(true);
		cookie.setSameSite("Lax");
		// The proxy in front may speak http to us: the site's address decides.
		cookie.setUseSecureCookie(site.secure());
		return cookie;
	}

}
