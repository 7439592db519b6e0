package vn.toasoan.audit;

import java.time.Instant;

/**
 * One thing that somebody did, as the desk shows it.
 */
public record AuditLine(Instant at, String actor, String action, String subjectType, String subjectId, String summary) {

	/** Whether the site did it by itself. */
	public boolean bySite() {
		return Actor.SITE.name().equals(this.actor);
	}

}
