package vn.toasoan.comment;

import java.time.Clock;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toasoan.audit.Actor;
import vn.toasoan.web.NoSuchPage;

/**
 * Readers report comments, once each. Enough weight from several networks hides a comment
 * until an editor decides; one that an editor has published stays.
 */
@Service
@Transactional
public class Reports {

	/** Three readers nobody knows, from three networks, who say that it is an insult. */
	static final int WEIGHT_THAT_HIDES = 12;

	static final int NETWORKS_THAT_HIDE = 3;

	/** More from one network say nothing new, and are not kept. */
	static final int KEPT_FROM_A_NETWORK = 10;

	private static final int KNOWN = 4;

	private static final int UNKNOWN = 2;

	private static final int OFTEN_WRONG = 1;

	private final Comments comments;

	private final ReportLedger ledger;

	private final FirstLook firstLook;

	private final Decisions decisions;

	private final Limits limits;

	private final Bans bans;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Reports(Comments comments, ReportLedger ledger, FirstLook firstLook, Decisions decisions, Limits limits, Bans bans,
			ApplicationEventPublisher events, Clock clock) {
		this.comments = comments;
		this.ledger = ledger;
		this.firstLook = firstLook;
		this.decisions = decisions;
		this.limits = limits;
		this.bans = bans;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Keeps a report. The thread is held before anything is counted, so that of several
	 * at once the last sees all.
	 * @param form found to be within the rules
	 * @param newcomer whether the reader has come without a key, and got this one now
	 * @param address the reader's network address
	 * @return false if this reader has reported the comment before
	 * @throws NoSuchPage if it is not published, or is the reader's own
	 * @throws Limits.TooMany if the reader, or the network, reports too much
	 */
	public boolean report(String publicId, ReportForm form, ReaderKey reader, boolean newcomer, String address) {
		ReportReason reason = form.chosen().orElseThrow();
		Comment comment = find(publicId, reader);
		this.comments.holdThread(comment.rootId());
		this.limits.count(Limits.Act.REPORT, reader, newcomer, address);
		if (this.ledger.has(comment.getId(), reader)) {
			return false;
		}
		String prefix = IpPrefix.of(address);
		if (this.ledger.from(comment.getId(), prefix) < KEPT_FROM_A_NETWORK) {
			this.ledger.keep(comment.getId(), reader, reason, emptyToNull(form.note()), prefix,
					reason.weight() * standing(reader, address), this.clock.instant());
		}
		boolean hidden = isToBeHidden(comment) && this.decisions.decide(comment, CommentStatus.PUBLISHED,
				CommentStatus.REMOVED, Actor.SITE, Reason.REPORTED);
		this.events.publishEvent(new CommentReported(comment.articleId(), publicId, reason, hidden));
		return true;
	}

	private Comment find(String publicId, ReaderKey reader) {
		return this.comments.findByPublicId(publicId)
			.filter((comment) -> comment.status() == CommentStatus.PUBLISHED && !comment.isBy(reader))
			.orElseThrow(() -> new NoSuchPage("comment to report " + publicId));
	}

	/**
	 * What this reader's word weighs; nothing of somebody banned, but editors still read
	 * it.
	 */
	private int standing(ReaderKey reader, String address) {
		if (this.bans.isBanned(reader, address)) {
			return 0;
		}
		if (this.ledger.isOftenWrong(reader)) {
			return OFTEN_WRONG;
		}
		return this.firstLook.isTrusted(reader.hash()) ? KNOWN : UNKNOWN;
	}

	private boolean isToBeHidden(Comment comment) {
		ReportLedger.Weight weight = this.ledger.open(comment.getId());
		return weight.networks() >= NETWORKS_THAT_HIDE && weight.weight() >= WEIGHT_THAT_HIDES
				&& !this.comments.isApproved(comment.getId());
	}

	private static @Nullable String emptyToNull(String text) {
		return text.isEmpty() ? null : text;
	}

}
