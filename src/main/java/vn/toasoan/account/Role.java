package vn.toasoan.account;

/**
 * What an account may do. Each role from {@link #EDITOR} on includes those before it.
 */
public enum Role {

	/** Writes drafts, and sees only the own ones. */
	AUTHOR,

	/** Decides on comments. */
	MODERATOR,

	/** Writes, publishes and corrects all articles, and decides on comments. */
	EDITOR,

	/** Looks after accounts and settings, and may do all the rest. */
	ADMIN;

	/**
	 * As Spring Security names it.
	 */
	String authority() {
		return "ROLE_" + name();
	}

}
