package vn.toasoan.moderation;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import vn.toasoan.comment.Appeal;
import vn.toasoan.comment.CommentStatus;
import vn.toasoan.comment.Reason;

/**
 * A comment as its moderator sees it.
 *
 * @param html the text, made safe when it was written, with the words marked that it was
 * judged by
 * @param reason why it was rejected or removed; null if it was not, or nobody said why
 * @param parent what it answers; null at the beginning of a thread
 * @param approved how many comments of the same writer are published
 * @param rejected how many of them were rejected, removed or spam
 * @param judgement how it was judged before anybody saw it
 * @param standing whose it is, and where the newsroom has put it
 * @param appealed what its writer says to the decision on it; null for nothing
 */
public record QueueItem(long id, String publicId, String authorName, String html, CommentStatus status,
		@Nullable Reason reason, String ipPrefix, Instant createdAt, long articleId, String articleTitle,
		String articlePath, @Nullable Parent parent, int approved, int rejected, vn.toasoan.screening.Verdict judgement,
		Standing standing, @Nullable Appealed appealed) {

	/**
	 * Whether nothing of this writer has been decided before.
	 */
	public boolean firstTime() {
		return this.approved + this.rejected == 0;
	}

	/**
	 * How long ago it was written.
	 */
	public Age age(Instant now) {
		return Age.between(this.createdAt, now);
	}

	/**
	 * Whether its writer waits for an answer to an appeal.
	 */
	public boolean awaitsAnswer() {
		return this.appealed != null && this.appealed.appeal().isOpen() && this.status != CommentStatus.PENDING
				&& this.status != CommentStatus.PUBLISHED;
	}

	/**
	 * What the writer of a comment says to the decision on it.
	 *
	 * @param decidedBy who has made that decision; null once the appeal is decided, too
	 * @param decidedAt when it was made; null once the appeal is decided, too
	 */
	public record Appealed(Appeal appeal, @Nullable String decidedBy, @Nullable Instant decidedAt) {

		/**
		 * How long ago the writer has appealed.
		 */
		public Age age(Instant now) {
			return Age.between(this.appeal.madeAt(), now);
		}

	}

	/**
	 * What a comment answers.
	 *
	 * @param excerpt the beginning of its text
	 */
	public record Parent(String publicId, String authorName, String excerpt) {
	}

	/**
	 * Whose a comment is, and where the newsroom has put it.
	 *
	 * @param writer the hash of the writer's key; null for the newsroom's own, for those
	 * from elsewhere and for those whose writer has had everything erased
	 * @param staff whether the newsroom has written it
	 * @param root whether it began a thread
	 */
	public record Standing(@Nullable String writer, boolean staff, boolean root, boolean pinned, boolean featured) {

		/** Of a reader's comment that nobody has put forward. */
		public static Standing of(String writer) {
			return new Standing(writer, false, true, false, false);
		}

	}

}
