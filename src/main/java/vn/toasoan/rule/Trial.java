package vn.toasoan.rule;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.toasoan.comment.CommentStatus;
import vn.toasoan.comment.SecondLook;
import vn.toasoan.screening.Verdict;

/**
 * What a rule would have done to the latest comments.
 *
 * @param read how many comments were judged
 * @param all how many there were; more than read if time ran out
 * @param hits the comments that it is a reason for, or that are judged otherwise
 * @param approved hits that an editor has published
 * @param rejected hits that an editor has turned down or taken away
 * @param held hits that would have to wait, and need not now
 * @param spam hits that would be taken for spam, and are not now
 * @param freed hits that would appear, and do not now
 * @param items the first of the hits
 */
record Trial(int read, int all, int hits, int approved, int rejected, int held, int spam, int freed, List<Item> items) {

	/** So many hits are shown. */
	static final int SHOWN = 20;

	static Trial of(SecondLook.Result result, List<Item> items) {
		List<SecondLook.Judged> found = result.found();
		return new Trial(result.read(), result.all(), found.size(), thought(found, true), thought(found, false),
				became(found, Verdict.Outcome.HOLD), became(found, Verdict.Outcome.SPAM),
				became(found, Verdict.Outcome.OK), items);
	}

	private static int thought(List<SecondLook.Judged> found, boolean good) {
		return (int) found.stream().filter((one) -> one.good() != null && one.good() == good).count();
	}

	private static int became(List<SecondLook.Judged> found, Verdict.Outcome outcome) {
		return (int) found.stream()
			.filter((one) -> one.after().outcome() == outcome && one.before().outcome() != outcome)
			.count();
	}

	/**
	 * Whether time ran out before all comments were judged.
	 */
	public boolean isBroken() {
		return this.read < this.all;
	}

	/**
	 * Hits on which no editor has decided.
	 */
	public int undecided() {
		return this.hits - this.approved - this.rejected;
	}

	/**
	 * One hit.
	 *
	 * @param good what an editor thought of it; null if none has decided
	 */
	record Item(String publicId, CommentStatus status, @Nullable Boolean good, Instant createdAt, List<Piece> name,
			List<Piece> body, Verdict before, Verdict after) {

		/**
		 * Whether something else would become of it.
		 */
		public boolean isChanged() {
			return this.before.outcome() != this.after.outcome();
		}

	}

}
