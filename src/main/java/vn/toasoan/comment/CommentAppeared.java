package vn.toasoan.comment;

import java.time.Instant;

/**
 * Readers see a comment from now on. Told inside the transaction that does it.
 */
public record CommentAppeared(long id, long articleId, Instant at) {
}
