package vn.toasoan.moderation;

import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.toasoan.account.SignedIn;
import vn.toasoan.comment.CommentStatus;
import vn.toasoan.comment.Reason;

/**
 * What was removed on a legal request comes back by the hand of an editor or an admin
 * only: a moderator decides by the house rules, such a request binds the newsroom
 * ({@code docs/adr/0027}).
 */
@Component
class RemovedByLaw {

	/** Where readers see a comment, or may see it soon. */
	private static final Set<CommentStatus> BACK = Set.of(CommentStatus.PUBLISHED, CommentStatus.PENDING);

	private final JdbcClient jdbc;

	RemovedByLaw(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Lets those bring a comment back who may; its thread is held. One SQL statement for
	 * a moderator who brings one back, none for others.
	 * @param to what is decided
	 * @throws EditorsOnly if it was removed by law, and somebody else is to decide
	 */
	void require(String publicId, CommentStatus to, SignedIn moderator) {
		if (BACK.contains(to) && !moderator.edits() && isRemovedByLaw(publicId)) {
			throw new EditorsOnly();
		}
	}

	/**
	 * The same where a decision is taken back: whatever the comment was before, it would
	 * not be held by law any more. That an appeal waits again leaves the comment as it
	 * is.
	 */
	void requireToTakeBack(DecisionBatches.Item item, SignedIn moderator) {
		boolean changes = item.settled() != Settled.DISMISSED || item.reason() == Reason.REPORTED;
		if (changes && !moderator.edits() && isRemovedByLaw(item.publicId())) {
			throw new EditorsOnly();
		}
	}

	private boolean isRemovedByLaw(String publicId) {
		return this.jdbc.sql("select count(*) from comment where public_id = :id and reason = 'LEGAL'")
			.param("id", publicId)
			.query(Integer.class)
			.single() > 0;
	}

	/**
	 * Only an editor or an admin brings it back.
	 */
	static class EditorsOnly extends RuntimeException {

	}

}
