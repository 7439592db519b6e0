package vn.toasoan.account;

import java.io.Serializable;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;
import vn.toasoan.audit.Actor;

/**
 * The editor behind a request. Lives in the session, which is stored: it holds no
 * password hash once the sign-in is done.
 */
public final class SignedIn implements UserDetails, CredentialsContainer, Serializable {

	private static final long serialVersionUID = 1;

	private final long id;

	private final String username;

	private final String displayName;

	private final Role role;

	private final boolean enabled;

	private transient @Nullable String passwordHash;

	SignedIn(long id, String username, String displayName, Role role, String passwordHash, boolean enabled) {
		this.id = id;
		this.username = username;
		this.displayName = displayName;
		this.role = role;
		this.passwordHash = passwordHash;
		this.enabled = enabled;
	}

	public long id() {
		return this.id;
	}

	public String displayName() {
		return this.displayName;
	}

	public Role role() {
		return this.role;
	}

	/**
	 * As the audit log and the comments' history name this editor.
	 */
	public Actor actor() {
		return new Actor(this.id, this.displayName);
	}

	/**
	 * Whether this editor may change articles of others, publish and correct.
	 */
	public boolean edits() {
		return this.role == Role.EDITOR || this.role == Role.ADMIN;
	}

	/**
	 * Whether this editor may decide on comments.
	 */
	public boolean moderates() {
		return this.role != Role.AUTHOR;
	}

	/**
	 * Whether this editor may write articles.
	 */
	public boolean writes() {
		return this.role != Role.MODERATOR;
	}

	@Override
	public List<GrantedAuthority> getAuthorities() {
		return List.of(new SimpleGrantedAuthority(this.role.authority()));
	}

	@Override
	public @Nullable String getPassword() {
		return this.passwordHash;
	}

	@Override
	public String getUsername() {
		return this.username;
	}

	@Override
	public boolean isEnabled() {
		return this.enabled;
	}

	@Override
	public void eraseCredentials() {
		this.passwordHash = null;
	}

}
