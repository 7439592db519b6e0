package vn.toasoan.audit;

import org.jspecify.annotations.Nullable;

/**
 * Who does something: an editor, or the site itself.
 *
 * @param id the account's id; null for the site
 * @param name as it shall be read years later, when the account may be gone
 */
public record Actor(@Nullable Long id, String name) {

	/** The site, acting by itself: at the first start, by schedule, by rule. */
	public static final Actor SITE = new Actor(null, "Hệ thống");

}
