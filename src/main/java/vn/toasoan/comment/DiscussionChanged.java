package vn.toasoan.comment;

/**
 * An editor has changed how an article may be discussed, perhaps also until when. Told
 * inside the transaction that does it.
 */
public record DiscussionChanged(long articleId) {
}
