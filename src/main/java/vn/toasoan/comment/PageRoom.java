package vn.toasoan.comment;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import org.springframework.web.util.HtmlUtils;

/**
 * How much of a discussion fits on one page. The comments of a page may not grow beyond
 * 150 KiB of HTML, whatever readers write; what does not fit stands on the next page.
 */
final class PageRoom {

	/** Bytes, for all comments of a page; the rest is for the head and the form. */
	static final int PAGE = 138 * 1024;

	/** Bytes for a writer's own comments that wait; they stand there in addition. */
	static final int WAITING = 24 * 1024;

	/**
	 * Bytes of markup around one comment, without its text, its writer's name and its
	 * marks.
	 */
	private static final int FRAME = 1020;

	/**
	 * Bytes of markup around the replies of a thread, to put them away and to read on.
	 */
	private static final int FOLD = 400;

	/** Bytes of one mark, such as “đã sửa”. */
	private static final int MARK = 80;

	/** How often names stand beside one comment, the own and the answered one's. */
	private static final int NAMES = 2;

	private int left;

	PageRoom(int bytes) {
		this.left = bytes;
	}

	boolean has(CommentView comment) {
		return weight(comment) <= this.left;
	}

	void take(CommentView comment) {
		this.left -= weight(comment);
	}

	/**
	 * Takes room for a comment if there is enough.
	 */
	boolean offer(CommentView comment) {
		boolean fits = has(comment);
		if (fits) {
			take(comment);
		}
		return fits;
	}

	private static int weight(CommentView comment) {
		String parent = (comment.parentName() != null) ? comment.parentName() : "";
		return FRAME + (comment.isRoot() ? FOLD : 0) + MARK * marks(comment.marks()) + bytes(comment.html())
				+ NAMES * (bytes(HtmlUtils.htmlEscape(comment.authorName())) + bytes(HtmlUtils.htmlEscape(parent)));
	}

	private static int marks(CommentMarks marks) {
		return (int) Stream
			.of(marks.pinned(), marks.featured(), marks.badge() != null, marks.edited(), marks.beforeCorrection())
			.filter((there) -> there)
			.count();
	}

	private static int bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8).length;
	}

}
