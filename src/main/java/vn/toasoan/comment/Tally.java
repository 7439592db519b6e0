package vn.toasoan.comment;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What became of everything that was sent below an article, for anybody to add up.
 *
 * @param outcomes each with how many; together they are all that was received
 * @param sources where the comments were written; together they are all as well
 * @param provedAt when the counts on the pages were last compared with the comments
 * themselves; null for never
 * @param drift how many of the counts were wrong then, and were put right
 */
public record Tally(List<Outcome> outcomes, List<FromSource> sources, @Nullable Instant provedAt, int drift) {

	public long received() {
		return this.sources.stream().mapToLong(FromSource::received).sum();
	}

	/**
	 * @param reason why it was rejected or removed; null where nobody said why
	 */
	public record Outcome(CommentStatus status, @Nullable Reason reason, long comments) {
	}

	/**
	 * @param published how many of them readers see; the section's head shows the same
	 */
	public record FromSource(CommentSource source, long received, long published) {
	}

}
