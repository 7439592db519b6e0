package vn.toasoan.comment;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A writer asks for a second look at the decision on a comment.
 *
 * @param comment public id
 * @param text in the writer's own words
 * @param decidedBy the editor's name; null while it is open
 * @param answer what the newsroom says to it; null while it is open, may be empty
 */
public record Appeal(String comment, String text, Instant madeAt, AppealState state, @Nullable Instant decidedAt,
		@Nullable String decidedBy, @Nullable String answer) {

	public boolean isOpen() {
		return this.state == AppealState.OPEN;
	}

	/**
	 * Whether the newsroom has answered in words.
	 */
	public boolean isAnswered() {
		return this.answer != null && !this.answer.isEmpty();
	}

}
