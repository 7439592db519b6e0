package vn.toasoan.account;

/**
 * An account has another role, or was barred or let in again; told in the transaction
 * that does it.
 *
 * @param role what it has now
 * @param enabled whether one can sign in with it now
 */
public record AccountChanged(long id, Role role, boolean enabled) {

	/**
	 * Whether somebody decides on comments with it.
	 */
	public boolean moderates() {
		return this.enabled && this.role != Role.AUTHOR;
	}

}
