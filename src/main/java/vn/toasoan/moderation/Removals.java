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
	 * Removes a comment; one that waits is rejected. By law, one that readers don't see
	 * is held as it is, so that only an editor brings it back.
	 * @return what the next page tells, with the way back
	 * @throws vn.toasoan.web.NoSuchPage if there is no such comment
	 * @throws Decisions.ImpossibleDecision if that is so already, or its writer has
	 * deleted it; the transaction is then to be rolled back
	 */
	public Curated remove(String publicId, Reason reason, Actor editor) {
		this.decisions.hold(publicId);
		Choice held = new Choice(publicId, this.queue.status(publicId));
		long batch = this.moderation.decide(held, new Verdict(CommentStatus.REMOVED, reason), editor, null);
		return Curated.decision(isSeen(held.seen()) ? "removed" : Curated.HELD, this.queue.authorName(publicId), batch);
	}

	/**
	 * Whether readers see it, or may soon.
	 */
	private static boolean isSeen(CommentStatus status) {
		return status == CommentStatus.PUBLISHED || status == CommentStatus.PENDING;
	}

}
