package vn.toasoan.moderation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.toasoan.account.SignedIn;
import vn.toasoan.audit.AuditLog;
import vn.toasoan.comment.CommentStatus;
import vn.toasoan.comment.Decisions;
import vn.toasoan.comment.NewsroomReplies;
import vn.toasoan.comment.Redactions;
import vn.toasoan.comment.Showcase;
import vn.toasoan.web.NoSuchPage;

/**
 * What the newsroom adds to a discussion: answers, pinned threads, featured comments.
 * Each can be taken back: an answer like a decision, the others by the opposite.
 */
@Service
class Curation {

	private static final Verdict PUBLISHED = new Verdict(CommentStatus.PUBLISHED, null);

	private final NewsroomReplies replies;

	private final Showcase showcase;

	private final Redactions redactions;

	private final SearchIndex index;

	private final Decisions decisions;

	private final DecisionBatches batches;

	private final Beats beats;

	private final Queue queue;

	private final AuditLog audit;

	private final TransactionTemplate transaction;

	private final Clock clock;

	Curation(NewsroomReplies replies, Showcase showcase, Redactions redactions, SearchIndex index, Decisions decisions,
			DecisionBatches batches, Beats beats, Queue queue, AuditLog audit, TransactionTemplate transaction,
			Clock clock) {
		this.replies = replies;
		this.showcase = showcase;
		this.redactions = redactions;
		this.index = index;
		this.decisions = decisions;
		this.batches = batches;
		this.beats = beats;
		this.queue = queue;
		this.audit = audit;
		this.transaction = transaction;
		this.clock = clock;
	}

	/**
	 * Answers a comment in the newsroom's name; one that waits is published with it.
	 * @param body normalised and within the rules
	 * @return the batch by which all of it is taken back
	 * @throws NoSuchPage if there is no such comment in the editor's beat
	 * @throws vn.toasoan.comment.Posting.ParentGone if it is neither published nor waits
	 * @throws vn.toasoan.comment.Posting.ThreadTooDeep if the answer would stand too deep
	 */
	Long reply(String publicId, String body, SignedIn editor) {
		requireInBeat(publicId, editor);
		try {
			return this.transaction.execute((status) -> replyOnce(publicId, body, editor));
		}
		catch (DataIntegrityViolationException ex) {
			// Sent twice at once: the other one has just been kept.
			return this.transaction.execute((status) -> replyOnce(publicId, body, editor));
		}
	}

	private long replyOnce(String publicId, String body, SignedIn editor) {
		long batch = this.batches.open(editor.actor(), PUBLISHED, this.clock.instant());
		publish(batch, publicId, editor);
		String reply = this.replies.reply(publicId, body, editor.actor());
		// Taken back, it is as if it had been removed.
		this.batches.add(batch, reply, CommentStatus.REMOVED, CommentStatus.PUBLISHED);
		this.audit.record(editor.actor(), "comment.replied", "comment", publicId, reply);
		return batch;
	}

	private void publish(long batch, String publicId, SignedIn editor) {
		if (this.queue.status(publicId) != CommentStatus.PENDING) {
			return;
		}
		this.batches.add(batch, publicId, CommentStatus.PENDING, CommentStatus.PUBLISHED);
		if (this.decisions.decide(publicId, CommentStatus.PENDING, CommentStatus.PUBLISHED, editor.actor(), null)) {
			this.audit.record(editor.actor(), "comment.published", "comment", publicId, "");
		}
	}

	/**
	 * Pins a thread, or takes the pin away.
	 * @return whose it is; empty if nothing was changed
	 * @throws NoSuchPage if there is no such thread in the editor's beat
	 * @throws Showcase.TooManyPinned if three threads of this discussion are pinned
	 */
	Optional<String> pin(String publicId, boolean pinned, SignedIn editor) {
		requireInBeat(publicId, editor);
		return this.transaction.execute((status) -> {
			boolean changed = this.showcase.pin(publicId, pinned);
			return noted(changed, pinned ? "comment.pinned" : "comment.unpinned", publicId, editor);
		});
	}

	/**
	 * Features a comment, or ends that.
	 * @return whose it is; empty if nothing was changed
	 * @throws NoSuchPage if there is no such comment in the editor's beat
	 */
	Optional<String> feature(String publicId, boolean featured, SignedIn editor) {
		requireInBeat(publicId, editor);
		return this.transaction.execute((status) -> {
			boolean changed = this.showcase.feature(publicId, featured);
			return noted(changed, featured ? "comment.featured" : "comment.unfeatured", publicId, editor);
		});
	}

	/**
	 * Leaves a reported comment where it is.
	 * @param seen when the page was made on which it stood; null if that is not known
	 * @return how that is taken back; empty if it is not published any more, or somebody
	 * else has decided since
	 * @throws NoSuchPage if there is no such comment in the editor's beat
	 */
	Optional<Curated> keep(String publicId, @Nullable Instant seen, SignedIn editor) {
		requireInBeat(publicId, editor);
		return this.transaction.execute((status) -> {
			this.decisions.hold(publicId);
			if (this.queue.status(publicId) != CommentStatus.PUBLISHED
					|| this.decisions.isOvertaken(publicId, seen, editor.actor())) {
				return Optional.empty();
			}
			long batch = this.batches.open(editor.actor(), PUBLISHED, Settled.KEPT, this.clock.instant());
			this.batches.add(batch, publicId, CommentStatus.PUBLISHED, CommentStatus.PUBLISHED);
			return noted(this.decisions.keep(publicId, editor.actor()), "comment.kept", publicId, editor)
				.map((name) -> Curated.decision("kept", name, batch));
		});
	}

	/**
	 * Covers a passage of a comment.
	 * @param mark what stands in its place
	 * @param marks all that may stand for something covered
	 * @return how often the comment had been changed before; empty if it does not say
	 * this
	 * @throws NoSuchPage if there is no such comment in the editor's beat
	 * @throws Redactions.TouchesMark if something is covered there already
	 */
	Optional<Integer> redact(String publicId, RedactionForm form, String mark, List<String> marks, SignedIn editor) {
		requireInBeat(publicId, editor);
		return this.transaction.execute((status) -> {
			// Its writer may be changing it at this moment.
			this.decisions.hold(publicId);
			int edits = this.redactions.edits(publicId);
			boolean changed = this.redactions.redact(publicId, form.passage(), form.what(), mark, marks,
					editor.actor());
			this.index.renew(publicId);
			// Not the passage: the log outlives it.
			return noted(changed, "comment.redacted", publicId, editor).map((name) -> edits);
		});
	}

	/**
	 * Takes the latest redaction of a comment back.
	 * @return whose it is; empty if the comment has been changed since
	 * @throws NoSuchPage if there is no such comment in the editor's beat
	 */
	Optional<String> restore(String publicId, int edits, SignedIn editor) {
		requireInBeat(publicId, editor);
		return this.transaction.execute((status) -> {
			this.decisions.hold(publicId);
			boolean changed = this.redactions.restore(publicId, edits);
			this.index.renew(publicId);
			return noted(changed, "comment.uncovered", publicId, editor);
		});
	}

	private Optional<String> noted(boolean changed, String action, String publicId, SignedIn editor) {
		if (!changed) {
			return Optional.empty();
		}
		this.audit.record(editor.actor(), action, "comment", publicId, "");
		return Optional.of(this.queue.authorName(publicId));
	}

	private void requireInBeat(String publicId, SignedIn editor) {
		if (this.queue.count(List.of(publicId), this.beats.of(editor)) == 0) {
			throw new NoSuchPage("comment " + publicId);
		}
	}

}
