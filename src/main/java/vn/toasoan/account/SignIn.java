package vn.toasoan.account;

import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.toasoan.audit.Actor;
import vn.toasoan.audit.AuditLog;

/**
 * Signs an editor in by name and password, throttled and written down.
 */
@Component
class SignIn implements AuthenticationProvider {

	private final Accounts accounts;

	private final DaoAuthenticationProvider passwords;

	private final SignInThrottle throttle;

	private final AuditLog audit;

	private final TransactionTemplate transaction;

	SignIn(Accounts accounts, PasswordEncoder encoder, SignInThrottle throttle, AuditLog audit,
			TransactionTemplate transaction) {
		this.accounts = accounts;
		this.passwords = new DaoAuthenticationProvider((username) -> accounts.findByUsername(username)
			.map(Account::signedIn)
			.orElseThrow(() -> new UsernameNotFoundException(username)));
		this.passwords.setPasswordEncoder(encoder);
		this.throttle = throttle;
		this.audit = audit;
		this.transaction = transaction;
	}

	@Override
	public @Nullable Authentication authenticate(Authentication attempt) throws AuthenticationException {
		String username = username(attempt.getName());
		String address = (attempt.getDetails() instanceof WebAuthenticationDetails details) ? details.getRemoteAddress()
				: "";
		this.throttle.attempt(username, address);
		try {
			var normalized = UsernamePasswordAuthenticationToken.unauthenticated(username, attempt.getCredentials());
			normalized.setDetails(attempt.getDetails());
			Authentication signedIn = this.passwords.authenticate(normalized);
			this.throttle.succeeded(username, address);
			write(actor(signedIn), "account.signed-in", username);
			return signedIn;
		}
		catch (AuthenticationException ex) {
			// An unknown name may be a password typed into the wrong field: it is not
			// kept.
			write(Actor.SITE, "account.sign-in-failed", this.accounts.existsByUsername(username) ? username : "-");
			throw ex;
		}
	}

	/**
	 * Names are kept in lower case, without the blanks that a phone's keyboard adds.
	 */
	static String username(String typed) {
		String name = typed.strip().toLowerCase(Locale.ROOT);
		return (name.length() > AccountDesk.MAX_USERNAME) ? name.substring(0, AccountDesk.MAX_USERNAME) : name;
	}

	private static Actor actor(@Nullable Authentication authentication) {
		return (authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn) ? signedIn.actor()
				: Actor.SITE;
	}

	private void write(Actor actor, String action, String username) {
		this.transaction
			.executeWithoutResult((status) -> this.audit.record(actor, action, "account", username, username));
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
	}

}
