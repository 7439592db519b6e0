package vn.toasoan.comment;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A published comment in a list that leads to it.
 *
 * @param html the text, made safe when it was written
 * @param badge of one of the newsroom; null for a reader
 * @param editedAt when its writer last changed it; null for never
 */
public record LatestComment(String publicId, long articleId, String authorName, @Nullable Badge badge, String html,
		CommentSource source, Instant createdAt, Instant publishedAt, @Nullable Instant editedAt, String articlePath,
		String articleTitle) {

	/**
	 * The permalink.
	 */
	public String path() {
		return "/bl/" + this.publicId;
	}

	/**
	 * When what readers see last changed.
	 */
	public Instant updatedAt() {
		return (this.editedAt != null && this.editedAt.isAfter(this.publishedAt)) ? this.editedAt : this.publishedAt;
	}

}
