package vn.toasoan.comment;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A comment as its writer sees it.
 *
 * @param source the text as it was typed
 * @param html the same, as readers see it
 * @param articlePath where its article is; null while readers see no such article
 * @param reason why it was rejected or removed; null if it was not, or nobody said why
 * @param decidedAt when its state has last changed
 * @param parent public id of the comment that it replies to; null at the beginning of a
 * thread
 * @param edits how often its writer has changed it
 * @param answered whether readers see a reply below it
 * @param appeal against the decision on it; null for none
 */
public record OwnComment(long id, String publicId, String authorName, String source, String html, long articleId,
		@Nullable String articlePath, String articleTitle, OwnState state, @Nullable Reason reason, Instant createdAt,
		Instant decidedAt, @Nullable String parent, int edits, boolean answered, @Nullable Appeal appeal) {

	/**
	 * Long enough for a slip that shows once it is sent; nobody has answered it by then.
	 */
	static final Duration EDITABLE = Duration.ofMinutes(10);

	public boolean mayBeEdited(Instant now) {
		return !this.answered && now.isBefore(editableUntil())
				&& (this.state == OwnState.WAITING || this.state == OwnState.PUBLISHED);
	}

	public Instant editableUntil() {
		return this.createdAt.plus(EDITABLE);
	}

	/**
	 * Whether somebody can be asked to look at it again: an editor has decided against
	 * it, or readers' reports have hidden it.
	 */
	public boolean mayBeAppealed() {
		return this.appeal == null && switch (this.state) {
			case REJECTED, REMOVED, HIDDEN -> true;
			case WAITING, PUBLISHED, DELETED -> false;
		};
	}

	/**
	 * Whether it was hidden without an editor.
	 */
	public boolean isHidden() {
		return this.state == OwnState.HIDDEN;
	}

	public boolean mayBeDeleted() {
		return this.state != OwnState.DELETED;
	}

}
