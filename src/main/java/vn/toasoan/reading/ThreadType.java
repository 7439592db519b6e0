package vn.toasoan.reading;

import java.lang.ref.WeakReference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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

	/**
	 * The standing type of threads that are in memory anyway: to look one up by all that
	 * is said in it takes longer than to send it. Keeps neither in memory.
	 */
	private final Cache<CommentThread, Map<Look, WeakReference<String>>> set = Caffeine.newBuilder().weakKeys().build();

	ThreadType(StandingType type) {
		this.type = type;
	}

	/**
	 * The HTML of threads, piece by piece, with its two marks.
	 * @param path of the article
	 * @param closed whether nobody can answer
	 * @param atDesk whether the page is made for staff
	 * @param received public id of a comment that was just sent; null for none
	 * @param management the address from which its writer manages it; null for none
	 */
	public List<String> set(List<CommentThread> threads, String path, boolean closed, boolean atDesk, Instant now,
			@Nullable String received, @Nullable String management) {
		List<String> pieces = new ArrayList<>(List.of(BEGIN));
		for (CommentThread thread : threads) {
			pieces.add(set(thread, path, closed, atDesk, now));
			if (management != null && received != null && thread.shows(received)) {
				pieces.add(this.type.setOnce("fragments/keep", Map.of("management", management)));
			}
		}
		pieces.add(END);
		return pieces;
	}

	/**
	 * The HTML of a thread.
	 * @see #set(List, String, boolean, boolean, Instant, String, String)
	 */
	String set(CommentThread thread, String path, boolean closed, boolean atDesk, Instant now) {
		Map<Look, WeakReference<String>> looks = this.set.get(thread, (any) -> new ConcurrentHashMap<>());
		Look look = new Look(path, closed, atDesk, thread.editable(now));
		WeakReference<String> known = looks.get(look);
		String html = (known != null) ? known.get() : null;
		if (html == null) {
			html = set(thread, look);
			looks.put(look, new WeakReference<>(html));
		}
		return html;
	}

	private String set(CommentThread thread, Look look) {
		return this.type.set("fragments/thread", Map.of("thread", thread, "article", Map.of("path", look.path),
				"discussion", Map.of("closed", look.closed), "atDesk", look.atDesk, "editable", look.editable));
	}

	/**
	 * What a thread looks like beside what is said in it.
	 */
	private record Look(String path, boolean closed, boolean atDesk, List<String> editable) {
	}

}
