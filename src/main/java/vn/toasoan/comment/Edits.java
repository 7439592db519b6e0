package vn.toasoan.comment;

import java.time.Clock;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toasoan.audit.Actor;
import vn.toasoan.screening.Ground;
import vn.toasoan.site.Timestamps;
import vn.toasoan.text.CommentMarkup;
import vn.toasoan.web.NoSuchPage;

/**
 * A writer changes an own comment: for ten minutes, while nobody has answered. What it
 * said before is kept in {@link CommentVersions}; whether it may stand without an editor
 * is asked anew, with a {@link FirstLook} at it. Where an editor has covered something,
 * an editor looks at it first: the writer may have typed it again.
 */
@Service
@Transactional
public class Edits {

	private final Comments comments;

	private final OwnComments own;

	private final CommentVersions versions;

	private final FirstLook firstLook;

	private final Discussions discussions;

	private final Decisions decisions;

	private final Verification verification;

	private final Bans bans;

	private final Limits limits;

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Edits(Comments comments, OwnComments own, CommentVersions versions, FirstLook firstLook, Discussions discussions,
			Decisions decisions, Verification verification, Bans bans, Limits limits, JdbcClient jdbc,
			ApplicationEventPublisher events, Clock clock) {
		this.comments = comments;
		this.own = own;
		this.versions = versions;
		this.firstLook = firstLook;
		this.discussions = discussions;
		this.decisions = decisions;
		this.verification = verification;
		this.bans = bans;
		this.limits = limits;
		this.jdbc = jdbc;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Changes a comment. The thread is held, so that nobody answers or decides meanwhile.
	 * @param form found to be within the rules
	 * @param address the writer's network address
	 * @return whether all readers see the comment now
	 * @throws NoSuchPage if there is no such comment, or it is somebody else's
	 * @throws TooLate if ten minutes have passed, somebody has answered, or it is no
	 * longer there
	 * @throws ChangedMeanwhile if it says something else by now than where the form was
	 * opened
	 * @throws SaidBefore if there is the very same comment in the same place
	 * @throws Posting.DiscussionClosed if the article takes no comments any more
	 * @throws Admission.Banned if the writer may not write now
	 * @throws Limits.TooMany if the reader, or the network, changes too much
	 */
	public boolean edit(String publicId, EditForm form, ReaderKey writer, String address) {
		Comment comment = this.comments.findByPublicId(publicId)
			.filter((one) -> one.isBy(writer))
			.orElseThrow(() -> new NoSuchPage("own comment " + publicId));
		this.comments.holdThread(comment.rootId());
		OwnComment present = this.own.get(publicId, writer);
		Discussion discussion = this.discussions.of(comment.articleId());
		if (!present.mayBeEdited(this.clock.instant())) {
			throw new TooLate();
		}
		if (discussion.isClosed()) {
			throw new Posting.DiscussionClosed(discussion.closesAt());
		}
		if (!form.isOf(present)) {
			throw new ChangedMeanwhile();
		}
		if (form.changesNothing(present)) {
			return present.state() == OwnState.PUBLISHED;
		}
		var submission = new Submission(comment.articleId(), present.parent(), form.name(), null, form.body(), false,
				writer, address);
		boolean held = Admission.isHeld(this.bans.on(submission));
		this.limits.count(Limits.Act.EDIT, writer, false, address);
		FirstLook.Impression impression = look(comment, form, writer, held);
		this.versions.keep(comment.getId());
		write(comment, form, impression, submission, held);
		boolean welcome = !held && !impression.storm() && !impression.isSuspect()
				&& discussion.mode().admits(impression::trusted, () -> this.verification.isVerified(writer));
		return holdAgain(comment, welcome);
	}

	private FirstLook.Impression look(Comment comment, EditForm form, ReaderKey writer, boolean held) {
		FirstLook.Impression impression = this.firstLook.at(comment.articleId(), form.name(), form.body(), writer,
				false, form.hidesCharacters());
		if (this.versions.isCovered(comment.getId())) {
			impression = impression.noting(Ground.COVERED);
		}
		return held ? impression.noting(Ground.BAN) : impression;
	}

	/** What a ban holds does not appear as soon as its writer is verified. */
	private void write(Comment comment, EditForm form, FirstLook.Impression impression, Submission submission,
			boolean held) {
		try {
			this.jdbc
				.sql("""
						update comment set author_name = :name, body_source = :source, body_html = :html,
						content_hash = :hash, body_hash = :text,
						spam_score = :score, suspect = :suspect, reasons = :reasons,
						awaits_verification = case when :held then false else awaits_verification end, edited_at = :now, edits = edits + 1, version = version + 1 where id = :id""")
				.param("name", form.name())
				.param("source", form.body())
				.param("html", CommentMarkup.toHtml(form.body()))
				.param("hash", submission.hash())
				.param("text", impression.bodyHash())
				.param("score", impression.verdict().score())
				.param("suspect", impression.isSuspect())
				.param("reasons", impression.reasons())
				.param("held", held)
				.param("now", Timestamps.of(this.clock.instant()))
				.param("id", comment.getId())
				.update();
		}
		catch (DuplicateKeyException ex) {
			throw new SaidBefore();
		}
	}

	/**
	 * What would wait if it were sent now, waits again; what waits goes on waiting.
	 * @return whether it is published
	 */
	private boolean holdAgain(Comment comment, boolean welcome) {
		if (this.comments.status(comment.getId()) != CommentStatus.PUBLISHED) {
			return false;
		}
		if (!welcome) {
			this.decisions.decide(comment, CommentStatus.PUBLISHED, CommentStatus.PENDING, Actor.SITE, null);
			return false;
		}
		this.events.publishEvent(new CommentDecided(comment.articleId()));
		return true;
	}

	/**
	 * It can't be changed any more.
	 */
	public static class TooLate extends RuntimeException {

	}

	/**
	 * It was changed in another window.
	 */
	public static class ChangedMeanwhile extends RuntimeException {

	}

	/**
	 * The same name, text, article and parent make the same comment, and there is one.
	 */
	public static class SaidBefore extends RuntimeException {

	}

}
