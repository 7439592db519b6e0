package vn.toasoan.reading;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.toasoan.comment.CommentThread;
import vn.toasoan.web.StandingType;

/**
 * The threads below an article as standing type, one piece for each: a page shows twenty,
 * and to go through them in a template costs more than to put them together.
 */
@Component
public class ThreadType {

	/** Between these the threads stand in a page; nobody can write them there. */
	public static final String BEGIN = "<!--threads-->";

	public static final String END = "<!--/threads-->";

	private final StandingType type;

	ThreadType(StandingType type) {
		this.type = type;
	}

	/**
	 * The HTML of threads, with its two marks.
	 * @param path of the article
	 * @param closed whether nobody can answer
	 * @param atDesk whether the page is made for staff
	 * @param received public id of a comment that was just sent; null for none
	 * @param management the address from which its writer manages it; null for none
	 */
	public String set(List<CommentThread> threads, String path, boolean closed, boolean atDesk, Instant now,
			@Nullable String received, @Nullable String management) {
		StringBuilder html = new StringBuilder(BEGIN);
		for (CommentThread thread : threads) {
			html.append(set(thread, path, closed, atDesk, now));
			if (management != null && received != null && thread.shows(received)) {
				html.append(this.type.setOnce("fragments/keep", Map.of("management", management)));
			}
		}
		return html.append(END).toString();
	}

	/**
	 * The HTML of a thread.
	 * @see #set(List, String, boolean, boolean, Instant, String, String)
	 */
	String set(CommentThread thread, String path, boolean closed, boolean atDesk, Instant now) {
		return this.type.set("fragments/thread", Map.of("thread", thread, "article", Map.of("path", path), "discussion",
				Map.of("closed", closed), "atDesk", atDesk, "editable", thread.editable(now)));
	}

}
