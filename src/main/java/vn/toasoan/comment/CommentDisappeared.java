package vn.toasoan.comment;

/**
 * Readers do not see a comment any more. Told inside the transaction that does it.
 */
public record CommentDisappeared(long id, long articleId) {
}
