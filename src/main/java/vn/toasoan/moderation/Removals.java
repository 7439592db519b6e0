package vn.toasoan.moderation;

import java.time.Clock;
import java.util.Locale;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.toasoan.audit.Actor;
import vn.toasoan.audit.AuditLog;
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

	private final DecisionBatches batches;

	private final Queue queue;

	private final AuditLog audit;

	private final Clock clock;

	Removals(Decisions decisions, DecisionBatches batches, Queue queue, AuditLog audit, Clock clock) {
		this.decisions = decisions;
		this.batches = batches;
		this.queue = queue;
		this.audit = audit;
		this.clock = clock;
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
		CommentStatus from = this.queue.status(publicId);
		Verdict meant = new Verdict(CommentStatus.REMOVED, reason).on(from);
		long batch = this.batches.open(editor, meant, this.clock.instant());
		this.batches.add(batch, publicId, from, meant.to());
		if (!this.decisions.decide(publicId, from, meant.to(), editor, reason)) {
			throw new IllegalStateException("Held, it can't change: comment " + publicId);
		}
		this.audit.record(editor, "comment." + meant.to().name().toLowerCase(Locale.ROOT), "comment", publicId,
				reason.name());
		return Curated.decision("removed", this.queue.authorName(publicId), batch);
	}

}
