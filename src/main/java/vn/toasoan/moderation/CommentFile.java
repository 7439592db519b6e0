package vn.toasoan.moderation;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.toasoan.comment.CommentStatus;
import vn.toasoan.comment.Reason;

/**
 * All that the desk knows of one comment.
 *
 * @param events what became of it, oldest first
 * @param attached what hangs on it beside its text
 */
record CommentFile(QueueItem item, List<Event> events, Attached attached) {

	CommentFile {
		events = List.copyOf(events);
	}

	/**
	 * A change of its status.
	 *
	 * @param by who made it
	 * @param reason null if nobody said why
	 */
	record Event(Instant at, String by, CommentStatus to, @Nullable Reason reason) {

	}

}
