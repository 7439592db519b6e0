package vn.toasoan.comment;

import vn.toasoan.audit.Actor;

/**
 * An editor has decided on a comment, or has taken a decision back. Told inside the
 * transaction that does it.
 */
public record DecisionMade(String publicId, CommentStatus from, CommentStatus to, Actor by) {
}
