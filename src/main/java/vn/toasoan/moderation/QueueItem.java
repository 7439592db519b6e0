package vn.toasoan.moderation;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import vn.toasoan.comment.CommentStatus;

/**
 * A comment as its moderator sees it.
 *
 * @param html the text, made safe when it was written
 * @param parentName whom it answers; null at the beginning of a thread
 * @param approved how many comments of the same writer are published
 * @param rejected how many of them were rejected, removed or spam
 */
public record QueueItem(String publicId, String authorName, String html, CommentStatus status, String ipPrefix,
		Instant createdAt, String articleTitle, String articlePath, @Nullable String parentName, int approved,
		int rejected) {

	/**
	 * Whether nothing of this writer has been decided before.
	 */
	public boolean firstTime() {
		return this.approved + this.rejected == 0;
	}

}
