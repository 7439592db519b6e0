package vn.toasoan.account;

import java.time.Clock;
import java.util.List;
import java.util.Objects;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toasoan.audit.Actor;
import vn.toasoan.audit.AuditLog;
import vn.toasoan.web.NoSuchPage;

/**
 * Makes accounts and changes them. Whoever loses a right loses it at once: sessions end
 * with the change.
 */
@Service
@Transactional
class AccountDesk {

	static final int MAX_USERNAME = 40;

	private final Accounts accounts;

	private final PasswordEncoder encoder;

	private final AuditLog audit;

	private final FindByIndexNameSessionRepository<? extends Session> sessions;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	AccountDesk(Accounts accounts, PasswordEncoder encoder, AuditLog audit,
			FindByIndexNameSessionRepository<? extends Session> sessions, ApplicationEventPublisher events,
			Clock clock) {
		this.accounts = accounts;
		this.encoder = encoder;
		this.audit = audit;
		this.sessions = sessions;
		this.events = events;
		this.clock = clock;
	}

	@Transactional(readOnly = true)
	List<AccountLine> all() {
		return this.accounts.all().stream().map(Account::toLine).toList();
	}

	/**
	 * Makes an account.
	 * @throws UsernameTaken if there is one of that name
	 */
	void create(NewAccount wanted, Role role, Actor actor) {
		String username = SignIn.username(wanted.username());
		if (this.accounts.existsByUsername(username)) {
			throw new UsernameTaken(username);
		}
		Account account = this.accounts.save(new Account(username, wanted.displayName().strip(),
				hash(wanted.password()), role, this.clock.instant()));
		Actor by = actor.equals(Actor.SITE) ? account.actor() : actor;
		this.audit.record(by, "account.created", "account", username, role.name());
	}

	/**
	 * Gives an account another role.
	 * @throws LastAdmin if nobody would be left to look after accounts
	 */
	void changeRole(long id, Role role, Actor actor) {
		Account account = find(id);
		if (account.isActiveAdmin() && role != Role.ADMIN) {
			keepAnAdmin();
		}
		account.changeRole(role);
		changed(account, "account.role-changed", role.name(), actor);
	}

	/**
	 * Bars an account from signing in.
	 * @throws LastAdmin if nobody would be left to look after accounts
	 */
	void disable(long id, Actor actor) {
		Account account = find(id);
		if (account.isActiveAdmin()) {
			keepAnAdmin();
		}
		account.disable();
		changed(account, "account.disabled", "", actor);
	}

	void enable(long id, Actor actor) {
		Account account = find(id);
		account.enable();
		changed(account, "account.enabled", "", actor);
	}

	/**
	 * Changes the own password, and ends all sessions but the one that did it: somebody
	 * else may have begun them.
	 * @param session id of the session that stays
	 * @return false, and nothing is changed, if the old one is not right
	 */
	boolean changePassword(long id, String oldPassword, String newPassword, String session) {
		Account account = find(id);
		if (!this.encoder.matches(oldPassword, account.passwordHash())) {
			return false;
		}
		account.changePassword(hash(newPassword));
		String username = account.signedIn().getUsername();
		endSessions(username, session);
		this.audit.record(account.actor(), "account.password-changed", "account", username, "");
		return true;
	}

	private void keepAnAdmin() {
		if (this.accounts.lockActiveAdmins().size() < 2) {
			throw new LastAdmin();
		}
	}

	private void changed(Account account, String action, String summary, Actor actor) {
		SignedIn changed = account.signedIn();
		String username = changed.getUsername();
		// What others do in this transaction finds the account as it is now.
		this.accounts.flush();
		endSessions(username, "");
		this.events.publishEvent(new AccountChanged(changed.id(), changed.role(), changed.isEnabled()));
		this.audit.record(actor, action, "account", username, summary);
	}

	private void endSessions(String username, String butThis) {
		this.sessions.findByPrincipalName(username)
			.keySet()
			.stream()
			.filter((id) -> !id.equals(butThis))
			.forEach(this.sessions::deleteById);
	}

	private Account find(long id) {
		return this.accounts.findById(id).orElseThrow(() -> new NoSuchPage("account " + id));
	}

	private String hash(String password) {
		return Objects.requireNonNull(this.encoder.encode(password));
	}

	/**
	 * Another account has this name.
	 */
	static class UsernameTaken extends RuntimeException {

		UsernameTaken(String username) {
			super(username);
		}

	}

	/**
	 * The only account that may look after accounts would lose this right.
	 */
	static class LastAdmin extends RuntimeException {

	}

}
