package vn.toasoan.account;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.access.hierarchicalroles.RoleHierarchyImpl;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.HttpSessionIdResolver;
import vn.toasoan.site.SiteSettings;

/**
 * The desk: who may go where, with a session and CSRF tokens. A path that is not listed
 * is closed to everybody, so that a new page has to be let in here.
 */
@Configuration(proxyBeanMethods = false)
class DeskSecurity {

	private static final RequestMatcher PAGES = new OrRequestMatcher(
			Stream.of("/admin", "/admin/**", "/dang-nhap", "/dang-xuat", "/cai-dat-lan-dau")
				.<RequestMatcher>map(PathPatternRequestMatcher::pathPattern)
				.toList());

	/** As Spring Session makes them. */
	private static final Pattern SESSION_ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

	@Bean
	@Order(1)
	SecurityFilterChain desk(HttpSecurity http, SignInFailure failure) throws Exception {
		return http.securityMatcher(PAGES)
			.authorizeHttpRequests((requests) -> requests.requestMatchers("/dang-nhap", "/cai-dat-lan-dau")
				.permitAll()
				.requestMatchers("/admin/account/digest", "/admin/account/digest/**")
				.hasRole(Role.MODERATOR.name())
				.requestMatchers("/admin", "/admin/account", "/admin/account/**")
				.authenticated()
				.requestMatchers("/admin/articles/*/publication", "/admin/articles/*/withdrawal",
						"/admin/articles/*/corrections", "/admin/articles/*/discussion", "/admin/topics",
						"/admin/topics/*", "/admin/design")
				.hasRole(Role.EDITOR.name())
				.requestMatchers(HttpMethod.GET, "/admin/articles", "/admin/articles/new", "/admin/articles/*",
						"/admin/articles/*/revisions", "/admin/articles/*/revisions/*",
						"/admin/articles/*/revisions/*/restoration")
				.hasRole(Role.AUTHOR.name())
				.requestMatchers(HttpMethod.POST, "/admin/articles", "/admin/articles/*")
				.hasRole(Role.AUTHOR.name())
				.requestMatchers("/admin/comments", "/admin/comments/**")
				.hasRole(Role.MODERATOR.name())
				.requestMatchers("/admin/rules/new")
				.hasRole(Role.EDITOR.name())
				.requestMatchers(HttpMethod.GET, "/admin/rules", "/admin/rules/*/*")
				.hasRole(Role.MODERATOR.name())
				.requestMatchers("/admin/rules", "/admin/rules/**")
				.hasRole(Role.EDITOR.name())
				.requestMatchers("/admin/legal", "/admin/legal/**")
				.hasRole(Role.EDITOR.name())
				.requestMatchers("/admin/audit", "/admin/accounts", "/admin/accounts/**")
				.hasRole(Role.ADMIN.name())
				.anyRequest()
				.denyAll())
			// The other headers come from SecurityHeaders.
			.headers((headers) -> headers.defaultsDisabled().cacheControl(Customizer.withDefaults()))
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
			// Spring Security marks the address that it has kept.
			response.sendRedirect(wanted.getRawPath() + query.replaceFirst("[?&]continue$", ""));
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

	/**
	 * Sessions exist for the desk only: elsewhere none is begun or kept alive, and only
	 * {@link DeskPass} looks whether there is one. A cookie that can't be one of ours is
	 * not looked up in the database.
	 */
	@Bean
	HttpSessionIdResolver sessionId(SiteSettings site) {
		var cookies = new CookieHttpSessionIdResolver();
		cookies.setCookieSerializer(cookie(site));
		return new HttpSessionIdResolver() {
			@Override
			public List<String> resolveSessionIds(HttpServletRequest request) {
				return PAGES.matches(request)
						? cookies.resolveSessionIds(request).stream().filter(DeskSecurity::isSessionId).toList()
						: List.of();
			}

			@Override
			public void setSessionId(HttpServletRequest request, HttpServletResponse response, String id) {
				cookies.setSessionId(request, response, id);
			}

			@Override
			public void expireSession(HttpServletRequest request, HttpServletResponse response) {
				cookies.expireSession(request, response);
			}
		};
	}

	static boolean isSessionId(String id) {
		return SESSION_ID.matcher(id).matches();
	}

	static CookieSerializer cookie(SiteSettings site) {
		var cookie = new DefaultCookieSerializer();
		cookie.setCookieName("toasoan_desk");
		cookie.setUseHttpOnlyCookie(true);
		cookie.setSameSite("Lax");
		// The proxy in front may speak http to us: the site's address decides.
		cookie.setUseSecureCookie(site.secure());
		return cookie;
	}

}
