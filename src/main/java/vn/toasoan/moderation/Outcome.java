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
 * @param done what was done; several, as one verdict removes what readers have seen and
 * rejects what they have not
 * @param authorName of the one comment; null if there are several
 * @param overtaken what others had decided before, on the rest
 * @param left how many could not be changed, because they were answered or deleted
 * @param reserved how many only an editor brings back, because they were removed by law
 * @param unpinned how many came back without the pin that they had
 */
record Outcome(@Nullable Long batch, List<Done> done, @Nullable String authorName, List<Decisions.Decided> overtaken,
		int left, int reserved, int unpinned) implements Serializable {

	Outcome {
		done = List.copyOf(done);
		overtaken = List.copyOf(overtaken);
	}

	/**
	 * Nothing was done, because somebody else has decided.
	 */
	static Outcome overtaken(Decisions.Decided last) {
		return nothing(List.of(last), 0);
	}

	/**
	 * Where nothing was done.
	 */
	static Outcome nothing(List<Decisions.Decided> overtaken, int left) {
		return new Outcome(null, List.of(), null, overtaken, left, 0, 0);
	}

	/**
	 * How many comments were decided, or taken back.
	 */
	public int number() {
		return this.done.stream().mapToInt(Done::number).sum();
	}

	/**
	 * Whether all was done that was wanted.
	 */
	public boolean isWhole() {
		return this.overtaken.isEmpty() && this.left == 0 && this.reserved == 0 && this.unpinned == 0;
	}

	/**
	 * One thing that was done.
	 *
	 * @param to what was decided; null where decisions were taken back
	 * @param number of comments
	 */
	record Done(@Nullable CommentStatus to, @Nullable Reason reason, int number) implements Serializable {

		/**
		 * The key of the sentence that tells it.
		 */
		public String label() {
			String what = (this.to != null) ? this.to.name() : "UNDONE";
			return "queue.done." + what + ((this.number == 1) ? "" : ".many");
		}

	}

}
