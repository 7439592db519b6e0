package vn.toasoan.moderation;

import java.io.Serializable;
import java.util.List;

import org.jspecify.annotations.Nullable;
import vn.toasoan.comment.CommentStatus;
import vn.toasoan.comment.Decisions;
import vn.toasoan.comment.Reason;

/**
 * What has become of a decision. It waits in the session until the next page tells it.
 *
 * @param batch by which it can be taken back; null if nothing was decided
 * @param to what was decided; null where decisions were taken back
 * @param authorName of the one comment; null if there are several
 * @param number of comments that were decided, or taken back
 * @param overtaken what others had decided before, on the rest
 * @param left how many could not be changed, because they were answered or deleted
 * @param reserved how many only an editor brings back, because they were removed by law
 */
record Outcome(@Nullable Long batch, @Nullable CommentStatus to, @Nullable Reason reason, @Nullable String authorName,
		int number, List<Decisions.Decided> overtaken, int left, int reserved) implements Serializable {

	Outcome {
		overtaken = List.copyOf(overtaken);
	}

	/**
	 * Nothing was done, because somebody else has decided.
	 */
	static Outcome overtaken(Decisions.Decided last) {
		return new Outcome(null, null, null, null, 0, List.of(last), 0, 0);
	}

	/**
	 * Whether all was done that was wanted.
	 */
	public boolean isWhole() {
		return this.overtaken.isEmpty() && this.left == 0 && this.reserved == 0;
	}

	/**
	 * The key of the sentence that tells what was done.
	 */
	public String label() {
		String what = (this.to != null) ? this.to.name() : "UNDONE";
		return "queue.done." + what + ((this.number == 1) ? "" : ".many");
	}

}
