package vn.toasoan.comment;

import java.time.Clock;
import java.time.Instant;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toasoan.audit.Actor;
import vn.toasoan.web.NoSuchPage;

/**
 * What the newsroom answers to readers. It appears at once, also where the discussion is
 * closed. The same answer of the same editor is kept once.
 */
@Service
@Transactional
public class NewsroomReplies {

	private final Comments comments;

	private final CommentEvents history;

	private final Decisions decisions;

	private final Clock clock;

	NewsroomReplies(Comments comments, CommentEvents history, Decisions decisions, Clock clock) {
		this.comments = comments;
		this.history = history;
		this.decisions = decisions;
		this.clock = clock;
	}

	/**
	 * Answers a published comment.
	 * @param body normalised and within the rules
	 * @param editor somebody with an account
	 * @return public id of the answer
	 * @throws NoSuchPage if there is no such comment
	 * @throws Posting.ParentGone if the comment is not published (any more)
	 * @throws Posting.ThreadTooDeep if the answer would stand deeper than 20 replies
	 */
	public String reply(String publicId, String body, Actor editor) {
		Comment parent = this.comments.findByPublicId(publicId)
			.orElseThrow(() -> new NoSuchPage("comment " + publicId));
		if (!parent.mayBeAnswered()) {
			throw new Posting.ParentGone();
		}
		if (parent.isAtTheBottom()) {
			throw new Posting.ThreadTooDeep();
		}
		// Not what a reader's form makes: nobody can send the newsroom's words before it.
		String hash = ReaderKey.sha256("newsroom\n" + editor.id() + "\n" + publicId + "\n" + body);
		Comment reply = this.comments.findByContentHash(hash).orElseGet(() -> keep(parent, body, hash, editor));
		if (reply.status() != CommentStatus.PUBLISHED) {
			this.decisions.decide(reply, reply.status(), CommentStatus.PUBLISHED, editor, null);
		}
		return reply.publicId();
	}

	private Comment keep(Comment parent, String body, String hash, Actor editor) {
		Instant now = this.clock.instant();
		Comment reply = this.comments
			.save(new Comment(this.comments.nextId(), Posting.publicId(), parent, body, hash, editor, now));
		this.history.save(new CommentEvent(reply.getId(), now, editor, null, reply.status(), null));
		return reply;
	}

}
