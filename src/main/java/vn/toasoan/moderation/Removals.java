package vn.toasoan.moderation;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.toasoan.audit.Actor;
import vn.toasoan.comment.CommentStatus;
import vn.toasoan.comment.Decisions;
import vn.toasoan.comment.Reason;

/**
 * Takes comments away from readers for what other modules know, in their transaction.
 * Each removal is a decision like those of the queue: guarded, logged, and taken back for
 * ten minutes.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Removals {

	private final Decisions decisions;

	private final Moderation moderation;

	private final Queue queue;

	Removals(Decisions decisions, Moderation moderation, Queue queue) {
		this.decisions = decisions;
		this.moderation = moderation;
		this.queue = queue;
	}

	/**
	 * Removes a comment; one that waits is rejected.
	 * @return what the next page tells, with the way back
	 * @throws vn.toasoan.web.NoSuchPage if there is no such comment
	 * @throws Decisions.ImpossibleDecision if readers don't see it anyway; the
	 * transaction is then to be rolled back
	 */
	public Curated remove(String publicId, Reason reason, Actor editor) {
		this.decisions.hold(publicId);
		Choice held = new Choice(publicId, this.queue.status(publicId));
		long batch = this.moderation.decide(held, new Verdict(CommentStatus.REMOVED, reason), editor, null);
		return Curated.decision("removed", this.queue.authorName(publicId), batch);
	}

}
