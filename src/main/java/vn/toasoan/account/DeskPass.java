package vn.toasoan.account;

import java.util.Optional;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.stereotype.Component;
import vn.toasoan.site.SiteSettings;

/**
 * Tells who of the newsroom is behind a request to a public page, so that the page can
 * show the ways to the desk. Such pages have no sessions ({@code docs/adr/0004}): this
 * looks at one that is there, and neither begins one nor keeps it alive. Nobody gets in
 * by it; the desk asks for itself.
 */
@Component
public class DeskPass {

	private final CookieSerializer cookies;

	private final FindByIndexNameSessionRepository<? extends Session> sessions;

	DeskPass(FindByIndexNameSessionRepository<? extends Session> sessions, SiteSettings site) {
		this.cookies = DeskSecurity.cookie(site);
		this.sessions = sessions;
	}

	/**
	 * Who is signed in. No SQL statement for those without the desk's cookie.
	 */
	public Optional<SignedIn> of(HttpServletRequest request) {
		return this.cookies.readCookieValues(request)
			.stream()
			.filter(DeskSecurity::isSessionId)
			.limit(1)
			.flatMap((id) -> Stream.ofNullable(person(id)))
			.findFirst();
	}

	private @Nullable SignedIn person(String id) {
		Session session = this.sessions.findById(id);
		if (session == null) {
			return null;
		}
		SecurityContext context = session
			.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
		Authentication authentication = (context != null) ? context.getAuthentication() : null;
		return (authentication != null && authentication.getPrincipal() instanceof SignedIn person) ? person : null;
	}

}
