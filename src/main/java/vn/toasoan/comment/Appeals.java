package vn.toasoan.comment;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toasoan.audit.Actor;
import vn.toasoan.web.NoSuchPage;

/**
 * Writers ask for a second look at decisions on their comments, and at what readers'
 * reports have hidden, once for each comment; an editor answers.
 */
@Service
@Transactional
public class Appeals {

	private final Comments comments;

	private final OwnComments own;

	private final AppealLedger ledger;

	private final Decisions decisions;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Appeals(Comments comments, OwnComments own, AppealLedger ledger, Decisions decisions,
			ApplicationEventPublisher events, Clock clock) {
		this.comments = comments;
		this.own = own;
		this.ledger = ledger;
		this.decisions = decisions;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Keeps an appeal. The thread is held, so that no decision comes in between.
	 * @param form found to be within the rules
	 * @throws NoSuchPage if there is no such comment, or it is somebody else's
	 * @throws NothingToAppeal if neither an editor's decision nor readers' reports speak
	 * against it, or there was an appeal before
	 */
	public void appeal(String publicId, AppealForm form, ReaderKey writer) {
		this.decisions.hold(publicId);
		OwnComment comment = this.own.get(publicId, writer);
		if (!comment.mayBeAppealed()) {
			throw new NothingToAppeal();
		}
		try {
			this.ledger.keep(comment.id(), form.body(), this.clock.instant());
		}
		catch (DuplicateKeyException ex) {
			throw new NothingToAppeal();
		}
		this.events.publishEvent(new CommentAppealed(comment.articleId(), publicId));
	}

	/**
	 * The appeals of these comments, by public id; those without one are left out. One
	 * SQL statement.
	 */
	@Transactional(readOnly = true)
	public Map<String, Appeal> of(Collection<String> publicIds) {
		return this.ledger.of(publicIds);
	}

	/**
	 * Decides on an open appeal. If it is upheld the comment is published; else the
	 * decision on it stays, and what only reports had hidden is removed by the editor.
	 * @param answer for the writer to read, up to 1,000 characters; may be empty
	 * @return false, and nothing is changed, if somebody else has decided, or the writer
	 * has deleted the comment
	 * @throws NoSuchPage if there is no such comment
	 */
	public boolean decide(String publicId, boolean upheld, String answer, Actor editor) {
		Comment comment = this.comments.findByPublicId(publicId)
			.orElseThrow(() -> new NoSuchPage("comment " + publicId));
		this.comments.holdThread(comment.rootId());
		AppealState state = upheld ? AppealState.UPHELD : AppealState.DISMISSED;
		if (!this.ledger.settle(comment.getId(), state, answer, editor, this.clock.instant())) {
			return false;
		}
		CommentStatus from = this.comments.status(comment.getId());
		if (upheld && from != CommentStatus.PUBLISHED) {
			this.decisions.decide(comment, from, CommentStatus.PUBLISHED, editor, null);
		}
		if (upheld && from == CommentStatus.PUBLISHED) {
			this.events.publishEvent(new FiguresChanged());
		}
		if (!upheld && from == CommentStatus.REMOVED && this.comments.reason(comment.getId()) == Reason.REPORTED) {
			this.decisions.decide(comment, from, from, editor, null);
		}
		return true;
	}

	/**
	 * Takes back that the decision on a comment stays: the appeal waits for an answer
	 * again. What only reports had hidden is so again, and they are open.
	 * @param status what was decided on the comment
	 * @param reason why it was in that status before; null if nobody had said why
	 * @param since when the appeal was decided on
	 * @return false, and nothing is changed, if somebody has decided on the comment
	 * meanwhile
	 * @throws NoSuchPage if there is no such comment
	 */
	public boolean takeBackDismissal(String publicId, CommentStatus status, @Nullable Reason reason, Actor editor,
			Instant since) {
		Comment comment = this.comments.findByPublicId(publicId)
			.orElseThrow(() -> new NoSuchPage("comment " + publicId));
		this.comments.holdThread(comment.rootId());
		boolean undecided = !comment.isWithdrawn() && this.comments.status(comment.getId()) == status
				&& this.ledger.reopen(comment.getId(), since);
		return undecided && (reason != Reason.REPORTED
				|| this.decisions.takeBack(publicId, status, status, editor, reason, since));
	}

	/**
	 * There is no decision to be looked at again, or it was asked for before.
	 */
	public static class NothingToAppeal extends RuntimeException {

	}

}
