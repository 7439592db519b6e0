package vn.toasoan.comment;

/**
 * A reader has reported a comment. Told inside the transaction that keeps the report.
 *
 * @param hidden whether this report has hidden it until an editor decides
 */
public record CommentReported(long articleId, String publicId, ReportReason reason, boolean hidden) {
}
