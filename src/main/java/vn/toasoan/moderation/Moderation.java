package vn.toasoan.moderation;

import java.util.Locale;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toasoan.audit.Actor;
import vn.toasoan.audit.AuditLog;
import vn.toasoan.comment.CommentStatus;
import vn.toasoan.comment.Decisions;

/**
 * A moderator's decision: the change of the comment, and its line in the audit log.
 */
@Service
class Moderation {

	private final Decisions decisions;

	private final AuditLog audit;

	Moderation(Decisions decisions, AuditLog audit) {
		this.decisions = decisions;
		this.audit = audit;
	}

	/**
	 * Decides on a comment.
	 * @param seen the status that the moderator saw
	 * @throws AlreadyDecided if somebody else has decided meanwhile
	 */
	@Transactional
	void decide(String publicId, CommentStatus seen, CommentStatus to, Actor moderator) {
		if (!this.decisions.decide(publicId, seen, to, moderator, null)) {
			throw new AlreadyDecided(this.decisions.last(publicId));
		}
		// No word of the comment: the log outlives it.
		this.audit.record(moderator, "comment." + to.name().toLowerCase(Locale.ROOT), "comment", publicId, "");
	}

	/**
	 * Somebody else has decided.
	 */
	static class AlreadyDecided extends RuntimeException {

		private final transient Decisions.Decided decided;

		AlreadyDecided(Decisions.Decided decided) {
			this.decided = decided;
		}

		Decisions.Decided decided() {
			return this.decided;
		}

	}

}
