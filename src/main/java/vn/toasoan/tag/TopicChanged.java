package vn.toasoan.tag;

/**
 * A topic was added, renamed, or moved in the masthead. Told inside the transaction that
 * does it.
 */
public record TopicChanged(long topicId) {
}
