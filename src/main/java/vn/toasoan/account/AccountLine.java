package vn.toasoan.account;

import java.time.Instant;

/**
 * An account as the desk lists it.
 */
record AccountLine(long id, String username, String displayName, Role role, boolean enabled, Instant createdAt) {
}
