package vn.toasoan.comment;

import java.time.Instant;
import java.util.List;

/**
 * Readers see these comments below an article from now on. Told inside the transaction
 * that does it.
 */
public record CommentAppeared(List<Long> ids, long articleId, Instant at) {
}
