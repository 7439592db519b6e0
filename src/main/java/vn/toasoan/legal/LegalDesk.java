package vn.toasoan.legal;

import java.time.Clock;
import java.time.Instant;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toasoan.audit.Actor;
import vn.toasoan.comment.CommentStatus;
import vn.toasoan.comment.DecisionMade;
import vn.toasoan.comment.Decisions;
import vn.toasoan.comment.Reason;
import vn.toasoan.mail.Outbox;
import vn.toasoan.mail.Wording;
import vn.toasoan.moderation.Curated;
import vn.toasoan.moderation.Removals;
import vn.toasoan.site.SiteSettings;
import vn.toasoan.web.LocalTimes;
import vn.toasoan.web.NoSuchPage;

/**
 * Where editors work on requests by law. Each thing done is a step of the case and a line
 * of the audit log, in its transaction. Threads are held before requests, so that nobody
 * waits in a circle.
 */
@Service
@Transactional
class LegalDesk {

	private final LegalRequests requests;

	private final Repeats repeats;

	private final Steps steps;

	private final EvidenceRoom room;

	private final Exhibits exhibits;

	private final Decisions decisions;

	private final Removals removals;

	private final Outbox outbox;

	private final AnswerPaper paper;

	private final Wording wording;

	private final LegalSettings settings;

	private final SiteSettings site;

	private final Clock clock;

	LegalDesk(LegalRequests requests, Repeats repeats, Steps steps, EvidenceRoom room, Exhibits exhibits,
			Decisions decisions, Removals removals, Outbox outbox, AnswerPaper paper, Wording wording,
			LegalSettings settings, SiteSettings site, Clock clock) {
		this.requests = requests;
		this.repeats = repeats;
		this.steps = steps;
		this.room = room;
		this.exhibits = exhibits;
		this.decisions = decisions;
		this.removals = removals;
		this.outbox = outbox;
		this.paper = paper;
		this.wording = wording;
		this.settings = settings;
		this.site = site;
		this.clock = clock;
	}

	/**
	 * Enters a request that has come by letter.
	 * @param form found to be within the rules
	 * @param despite the number of the request that the editor has been asked about, and
	 * that this one is not; empty for none
	 * @throws Known if it may have been entered before, and nobody was asked about that
	 */
	LegalRequest enter(LegalForm form, String despite, Actor editor) {
		this.repeats.alike(form).filter((before) -> !before.number().equals(despite)).ifPresent((before) -> {
			throw new Known(before);
		});
		Instant now = this.clock.instant();
		Instant received = form.received(this.site.zone(), now);
		Instant due = LocalTimes.read(form.dueAt(), this.site.zone());
		Instant from = (received != null) ? received : now;
		LegalRequest request = this.requests.add(form, Channel.LETTER, from,
				(due != null) ? due : from.plus(this.settings.answerWithin()));
		this.steps.add(request, Step.Kind.RECEIVED, editor);
		return request;
	}

	/**
	 * Says which page a request is about.
	 * @throws Ended if it has ended
	 */
	void place(String number, Place place, Actor editor) {
		LegalRequest request = hold(number);
		this.requests.place(request, place);
		String named = (place.comment() != null) ? place.comment() : "";
		this.steps.add(request, Step.Kind.PLACED, editor, place.path(), named);
	}

	/**
	 * Sets another deadline.
	 * @throws Ended if it has ended
	 */
	void postpone(String number, Instant due, String why, Actor editor) {
		LegalRequest request = hold(number);
		this.requests.due(request, due);
		String time = this.wording.minute(due);
		this.steps.add(request, Step.Kind.POSTPONED, editor, time + ": " + why, time);
	}

	/**
	 * Freezes the comment that a request is about.
	 * @throws Ended if the request has ended
	 * @throws Elsewhere if it is about no comment that is there
	 * @throws EvidenceRoom.NothingLeft if the comment was erased
	 */
	void freeze(String number, Actor editor) {
		frozen(number, editor);
	}

	/**
	 * Freezes the comment that a request is about, and takes it away from readers, or
	 * holds what they don't see: from then on only an editor brings it back.
	 * @return what the next page tells, with the way back
	 * @throws Ended if the request has ended
	 * @throws Elsewhere if it is about no comment that is there
	 * @throws EvidenceRoom.NothingLeft if the comment was erased
	 * @throws Decisions.ImpossibleDecision if that is so already, or its writer has
	 * deleted it
	 */
	Curated remove(String number, Actor editor) {
		LegalRequest request = frozen(number, editor);
		String comment = about(request);
		this.requests.removed(request);
		Curated removed = this.removals.remove(comment, Reason.LEGAL, editor);
		this.steps.add(request, removed.isHeld() ? Step.Kind.HELD : Step.Kind.REMOVED, editor, comment, comment);
		return removed;
	}

	private static String about(LegalRequest request) {
		String comment = request.about();
		if (comment == null) {
			throw new Elsewhere();
		}
		return comment;
	}

	/**
	 * Holds the thread, then the request, and freezes the comment.
	 */
	private LegalRequest frozen(String number, Actor editor) {
		LegalRequest seen = this.requests.find(number).orElseThrow(() -> new NoSuchPage("legal request " + number));
		String comment = about(seen);
		if (this.exhibits.standing(comment).isEmpty()) {
			throw new Elsewhere();
		}
		this.decisions.hold(comment);
		LegalRequest request = hold(number);
		if (!comment.equals(request.about())) {
			throw new Elsewhere();
		}
		this.room.freeze(request, comment, editor);
		return request;
	}

	private LegalRequest hold(String number) {
		LegalRequest request = this.requests.hold(number);
		if (!request.isOpen()) {
			throw new Ended();
		}
		return request;
	}

	/**
	 * Answers a request: by letter if there is an address and a mail server, else on the
	 * page, to be copied. A further answer stands beside those before.
	 * @param form found to be within the rules
	 * @throws Ended if it has ended
	 * @throws Overtaken if something was done since the form was opened
	 */
	void answer(String number, AnswerForm form, Actor editor) {
		LegalRequest request = hold(number);
		if (this.steps.of(request).size() != form.stepsSeen()) {
			throw new Overtaken();
		}
		Finding finding = form.chosen();
		this.requests.answered(request, finding);
		this.steps.add(request, (finding == Finding.GRANTED) ? Step.Kind.GRANTED : Step.Kind.REFUSED, editor,
				form.answer(), "");
		if (this.outbox.isOn() && !request.email().isEmpty()) {
			this.outbox.write(this.paper.answer(request, finding, form.answer()));
			this.steps.add(request, Step.Kind.SENT, Actor.SITE);
		}
	}

	/**
	 * Ends a request.
	 * @throws Ended if it has ended before
	 * @throws Unanswered if it has no answer
	 */
	void end(String number, Actor editor) {
		LegalRequest request = hold(number);
		if (request.finding() == null) {
			throw new Unanswered();
		}
		this.requests.end(request, this.clock.instant());
		this.steps.add(request, Step.Kind.ENDED, editor);
		this.room.release(request);
	}

	/**
	 * Takes a request up again that has ended; it waits for a further answer.
	 * @throws StillOpen if it has not ended
	 * @throws Purged if nothing is left to work on
	 */
	void reopen(String number, Instant due, String why, Actor editor) {
		LegalRequest request = this.requests.hold(number);
		if (request.isOpen()) {
			throw new StillOpen();
		}
		if (request.isPurged()) {
			throw new Purged();
		}
		this.requests.reopen(request, due);
		String time = this.wording.minute(due);
		this.steps.add(request, Step.Kind.REOPENED, editor, time + ": " + why, time);
	}

	/**
	 * Notes that somebody takes the file away; it holds this, too.
	 */
	LegalRequest exported(String number, Actor editor) {
		LegalRequest request = this.requests.hold(number);
		this.steps.add(request, Step.Kind.EXPORTED, editor);
		return request;
	}

	/**
	 * Whoever brings a comment back that was removed for a request, or ends that it is
	 * held for one, from wherever, or takes that back: the case says so.
	 */
	@EventListener
	void follow(DecisionMade decision) {
		if (decision.reason() == Reason.LEGAL) {
			for (LegalRequest request : this.requests.takenAwayAgain(decision.publicId())) {
				this.steps.add(request, Step.Kind.HELD, decision.by(), decision.publicId(), decision.publicId());
			}
		}
		else {
			boolean isBack = decision.to() == CommentStatus.PUBLISHED || decision.to() == CommentStatus.PENDING;
			Step.Kind kind = isBack ? Step.Kind.RESTORED : Step.Kind.RELEASED;
			for (LegalRequest request : this.requests.broughtBack(decision.publicId())) {
				this.steps.add(request, kind, decision.by(), decision.publicId(), decision.publicId());
			}
		}
	}

	/**
	 * Nothing can be done any more.
	 */
	static class Ended extends RuntimeException {

	}

	/**
	 * A request that says much the same has been entered before.
	 */
	static class Known extends RuntimeException {

		private final transient LegalRequest before;

		Known(LegalRequest before) {
			super("May be " + before.number());
			this.before = before;
		}

		LegalRequest before() {
			return this.before;
		}

	}

	/**
	 * What was kept of it is deleted.
	 */
	static class Purged extends RuntimeException {

	}

	/**
	 * Only what has ended is reopened.
	 */
	static class StillOpen extends RuntimeException {

	}

	/**
	 * No comment is named that is there.
	 */
	static class Elsewhere extends RuntimeException {

	}

	/**
	 * Nobody has answered yet.
	 */
	static class Unanswered extends RuntimeException {

	}

	/**
	 * Something was done meanwhile.
	 */
	static class Overtaken extends RuntimeException {

	}

}
