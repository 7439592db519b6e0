package vn.toasoan.article;

import java.time.Instant;

import vn.toasoan.audit.Actor;

/**
 * One saved state of an article, in the list of them.
 *
 * @param published whether readers have seen it
 */
record RevisionLine(int number, String title, Instant savedAt, String savedBy, boolean published) {

	/** Whether the site saved it by itself. */
	public boolean bySite() {
		return Actor.SITE.name().equals(this.savedBy);
	}

}
