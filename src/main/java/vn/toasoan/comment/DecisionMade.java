package vn.toasoan.comment;

import org.jspecify.annotations.Nullable;
import vn.toasoan.audit.Actor;

/**
 * An editor has decided on a comment, or has taken a decision back. Told inside the
 * transaction that does it.
 *
 * @param reason why it is in its new status; null if nobody said why
 */
public record DecisionMade(String publicId, CommentStatus from, CommentStatus to, @Nullable Reason reason, Actor by) {
}
