package vn.toasoan.account;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import vn.toasoan.audit.Actor;

/**
 * A person of the newsroom who may sign in.
 */
@Entity
class Account {

	@Id
	@GeneratedValue
	private @Nullable Long id;

	private String username;

	private String displayName;

	private String passwordHash;

	@Enumerated(EnumType.STRING)
	private Role role;

	private boolean enabled;

	private Instant createdAt;

	@Version
	private int version;

	protected Account() {
	}

	Account(String username, String displayName, String passwordHash, Role role, Instant createdAt) {
		this.username = username;
		this.displayName = displayName;
		this.passwordHash = passwordHash;
		this.role = role;
		this.enabled = true;
		this.createdAt = createdAt;
	}

	void changePassword(String passwordHash) {
		this.passwordHash = passwordHash;
	}

	void changeRole(Role role) {
		this.role = role;
	}

	void disable() {
		this.enabled = false;
	}

	void enable() {
		this.enabled = true;
	}

	boolean isActiveAdmin() {
		return this.enabled && this.role == Role.ADMIN;
	}

	String passwordHash() {
		return this.passwordHash;
	}

	Actor actor() {
		return new Actor(this.id, this.displayName);
	}

	SignedIn signedIn() {
		return new SignedIn(savedId(), this.username, this.displayName, this.role, this.passwordHash, this.enabled);
	}

	AccountLine toLine() {
		return new AccountLine(savedId(), this.username, this.displayName, this.role, this.enabled, this.createdAt);
	}

	private long savedId() {
		if (this.id == null) {
			throw new IllegalStateException("Account " + this.username + " is not saved yet");
		}
		return this.id;
	}

}
