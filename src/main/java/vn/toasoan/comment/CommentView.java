package vn.toasoan.comment;

import java.text.BreakIterator;
import java.time.Instant;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * A comment as readers see it.
 *
 * @param html the text, made safe when it was written; empty for a tombstone
 * @param tombstone whether it was removed and stands only for the replies below it
 * @param removal why it was removed; null if nobody said why, or if it was not
 * @param waiting whether it waits for an editor; then only its writer sees it
 * @param replyCount on a root: how many replies the whole thread has
 * @param parent public id of the comment that it replies to
 * @param parentName who wrote that; null if it was removed
 * @param own whether the reader who asks has written it
 * @param unanswered whether it is the own and readers see no reply below it
 */
public record CommentView(long id, String publicId, long rootId, String path, int depth, String authorName, String html,
		boolean tombstone, @Nullable Reason removal, boolean waiting, CommentSource source, int replyCount,
		@Nullable String parent, @Nullable String parentName, Instant createdAt, CommentMarks marks, boolean own,
		boolean unanswered) {

	/** Hues of the avatars in the style sheet. */
	private static final int HUES = 12;

	/** Deeper replies stand where the third level does, and say whom they answer. */
	private static final int SHOWN_LEVELS = 3;

	public boolean isRoot() {
		return this.depth == 0;
	}

	/**
	 * The indent, 0 to 3.
	 */
	public int level() {
		return Math.min(this.depth, SHOWN_LEVELS);
	}

	/**
	 * Whether the indent alone no longer tells whom it answers.
	 */
	public boolean namesParent() {
		return this.depth > SHOWN_LEVELS;
	}

	/**
	 * The key of what stands in place of a removed comment; the reason's name goes into
	 * it.
	 */
	public String tombstoneLabel() {
		if (this.removal == null) {
			return "comment.removed";
		}
		return switch (this.removal) {
			case WITHDRAWN, ERASED -> "comment.removed.withdrawn";
			case REPORTED -> "comment.removed.reported";
			default -> "comment.removed.why";
		};
	}

	public boolean mayBeAnswered() {
		return !this.tombstone && !this.waiting && this.source == CommentSource.SITE
				&& this.depth < ThreadPath.MAX_DEPTH;
	}

	/**
	 * Whether the reader who asks may like or report it.
	 */
	public boolean mayBeJudged() {
		return !this.tombstone && !this.waiting && !this.own;
	}

	/**
	 * Whether the reader who asks may still change it.
	 */
	public boolean mayBeEdited(Instant now) {
		return this.own && this.unanswered && now.isBefore(this.createdAt.plus(OwnComment.EDITABLE));
	}

	/**
	 * The first letters of the first and of the last word of the name.
	 */
	public String initials() {
		String[] words = this.authorName.split(" ");
		String last = (words.length > 1) ? firstLetter(words[words.length - 1]) : "";
		return (firstLetter(words[0]) + last).toUpperCase(Locale.ROOT);
	}

	private static String firstLetter(String word) {
		BreakIterator letters = BreakIterator.getCharacterInstance();
		letters.setText(word);
		return word.isEmpty() ? "" : word.substring(0, letters.next());
	}

	/**
	 * The avatar's hue, the same for the same name.
	 */
	public int hue() {
		return Math.floorMod(this.authorName.hashCode(), HUES);
	}

	/** Equal ones are compared in full; that they are not mixed up needs no more. */
	@Override
	public int hashCode() {
		return Long.hashCode(this.id);
	}

}
