package vn.toasoan.comment;

/**
 * What readers see below an article may have changed. Told inside the transaction that
 * does it.
 */
public record CommentDecided(long articleId) {
}
