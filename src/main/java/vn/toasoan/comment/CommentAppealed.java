package vn.toasoan.comment;

/**
 * A writer asks for a second look at a decision. Told inside the transaction that keeps
 * the appeal.
 */
public record CommentAppealed(long articleId, String publicId) {
}
