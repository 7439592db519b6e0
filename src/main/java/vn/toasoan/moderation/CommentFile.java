package vn.toasoan.moderation;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.toasoan.comment.CommentStatus;
import vn.toasoan.comment.Reason;

/**
 * All that the desk knows of one comment.
 *
 * @param events what became of it, and what was covered in it, oldest first
 * @param attached what hangs on it beside its text
 */
record CommentFile(QueueItem item, List<Event> events, Attached attached) {

	CommentFile {
		events = List.copyOf(events);
	}

	/**
	 * A change of its status, or of its text by an editor.
	 *
	 * @param by who made it
	 * @param to null where a passage was covered
	 * @param reason null if nobody said why
	 * @param covered the kind of thing that was covered, one of
	 * {@link RedactionForm#KINDS}; null where nothing was
	 */
	record Event(Instant at, String by, @Nullable CommentStatus to, @Nullable Reason reason, @Nullable String covered) {

	}

}
