package vn.toasoan.moderation;

import java.io.Serializable;

import org.jspecify.annotations.Nullable;
import vn.toasoan.comment.CommentStatus;
import vn.toasoan.comment.Reason;

/**
 * What a moderator decides, as the buttons of the queue send it: {@code PUBLISHED},
 * {@code SPAM}, or with a reason {@code REJECTED.INSULT}.
 *
 * @param reason one of a moderator's ten, or by law; null where none is given
 */
record Verdict(CommentStatus to, @Nullable Reason reason) implements Serializable {

	/**
	 * Reads what a button sends; Spring calls it for a request parameter.
	 * @throws IllegalArgumentException if no button sends this
	 */
	public static Verdict valueOf(String button) {
		String[] parts = button.split("\\.", 2);
		Reason reason = (parts.length > 1) ? Reason.valueOf(parts[1]) : null;
		if (reason != null && !reason.isEditorial()) {
			throw new IllegalArgumentException("No moderator gives the reason " + reason);
		}
		CommentStatus to = CommentStatus.valueOf(parts[0]);
		if (to == CommentStatus.PENDING) {
			throw new IllegalArgumentException("A comment waits again only if a decision is taken back");
		}
		return new Verdict(to, reason);
	}

	/**
	 * What it means for a comment in this status: what readers have seen is not rejected
	 * but removed, and what they have not is not removed but rejected. A removal by law
	 * leaves what is gone where it is, and gives it that reason.
	 */
	Verdict on(CommentStatus from) {
		if (this.reason == Reason.LEGAL && from != CommentStatus.PUBLISHED && from != CommentStatus.PENDING) {
			return new Verdict(from, this.reason);
		}
		if (from == CommentStatus.PUBLISHED && this.to == CommentStatus.REJECTED) {
			return new Verdict(CommentStatus.REMOVED, this.reason);
		}
		if (from == CommentStatus.PUBLISHED && this.to == CommentStatus.SPAM) {
			return new Verdict(CommentStatus.REMOVED, Reason.ADVERTISING);
		}
		if (from == CommentStatus.PENDING && this.to == CommentStatus.REMOVED) {
			return new Verdict(CommentStatus.REJECTED, this.reason);
		}
		return this;
	}

}
