package vn.toasoan.moderation;

import java.time.Clock;
import java.util.List;
import java.util.Objects;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toasoan.account.SignedIn;
import vn.toasoan.audit.AuditLog;
import vn.toasoan.comment.Appeal;
import vn.toasoan.comment.Appeals;
import vn.toasoan.comment.CommentStatus;
import vn.toasoan.comment.Decisions;
import vn.toasoan.web.NoSuchPage;

/**
 * Editors decide on appeals. Like any other decision it can be taken back; the writer
 * then waits for an answer again.
 */
@Service
@Transactional
class AppealDesk {

	private final Appeals appeals;

	private final Decisions decisions;

	private final DecisionBatches batches;

	private final Queue queue;

	private final Beats beats;

	private final RemovedByLaw byLaw;

	private final AuditLog audit;

	private final Clock clock;

	AppealDesk(Appeals appeals, Decisions decisions, DecisionBatches batches, Queue queue, Beats beats,
			RemovedByLaw byLaw, AuditLog audit, Clock clock) {
		this.appeals = appeals;
		this.decisions = decisions;
		this.batches = batches;
		this.queue = queue;
		this.beats = beats;
		this.byLaw = byLaw;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Decides on an open appeal.
	 * @param answer found to be within the rules
	 * @throws NoSuchPage if there is no such comment in the editor's beat
	 * @throws NotOpen if somebody else has decided, or there is no appeal (any more)
	 * @throws RemovedByLaw.EditorsOnly if it would bring back what only an editor may
	 */
	Curated decide(String publicId, AppealAnswer answer, SignedIn editor) {
		if (this.queue.count(List.of(publicId), this.beats.of(editor)) == 0) {
			throw new NoSuchPage("comment " + publicId);
		}
		this.decisions.hold(publicId);
		CommentStatus from = this.queue.status(publicId);
		if (answer.isUpheld()) {
			this.byLaw.require(publicId, CommentStatus.PUBLISHED, editor);
		}
		Verdict verdict = new Verdict(answer.isUpheld() ? CommentStatus.PUBLISHED : from, null);
		long batch = this.batches.open(editor.actor(), verdict, answer.isUpheld() ? null : Settled.DISMISSED,
				this.clock.instant());
		this.batches.add(batch, publicId, from, verdict.to());
		if (!this.appeals.decide(publicId, answer.isUpheld(), answer.answer(), editor.actor())) {
			throw new NotOpen();
		}
		// No word of the answer: the writer may have it erased.
		this.audit.record(editor.actor(), "appeal." + (answer.isUpheld() ? "upheld" : "dismissed"), "comment", publicId,
				"");
		return Curated.decision(answer.isUpheld() ? "upheld" : "dismissed", this.queue.authorName(publicId), batch);
	}

	/**
	 * What has become of an appeal that is not open.
	 */
	@Transactional(readOnly = true)
	public Outcome outcome(String publicId) {
		Appeal appeal = this.appeals.of(List.of(publicId)).get(publicId);
		if (appeal == null || appeal.isOpen()) {
			return Outcome.nothing(List.of(), 1);
		}
		var decided = new Decisions.Decided(Objects.requireNonNullElse(appeal.decidedBy(), ""),
				Objects.requireNonNullElse(appeal.decidedAt(), appeal.madeAt()), this.queue.status(publicId));
		return Outcome.overtaken(decided);
	}

	/**
	 * There is no open appeal; rolls back what was noted for it.
	 */
	static class NotOpen extends RuntimeException {

	}

}
