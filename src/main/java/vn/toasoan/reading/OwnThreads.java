package vn.toasoan.reading;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.toasoan.article.PublishedArticle;
import vn.toasoan.comment.Discussion;
import vn.toasoan.comment.ReaderKey;
import vn.toasoan.comment.ThreadPage;
import vn.toasoan.comment.Threads;

/**
 * The threads on an article's page as one reader sees them, who has written or liked
 * something there: all else on the page is the same for everybody, but for the name in
 * the form.
 */
@Component
public class OwnThreads {

	private static final String SHOWN = Shown.class.getName();

	private final Threads threads;

	private final ThreadType type;

	private final Clock clock;

	OwnThreads(Threads threads, ThreadType type, Clock clock) {
		this.threads = threads;
		this.type = type;
		this.clock = clock;
	}

	/**
	 * Notes what of the discussion a page shows that is made for everybody.
	 * @param model of the page, as {@link ArticlePage} fills it
	 */
	static void note(PublishedArticle article, Model model, HttpServletRequest request) {
		if (model.getAttribute("discussion") instanceof Discussion discussion
				&& model.getAttribute("threads") instanceof ThreadPage threads) {
			request.setAttribute(SHOWN, new Shown(article.id(), article.path(), discussion.isClosed(), threads));
		}
	}

	/**
	 * What of a discussion the page shows that was made for this request; null if it is
	 * not an article's first page, or not made for everybody.
	 */
	public static @Nullable Shown on(HttpServletRequest request) {
		return (Shown) request.getAttribute(SHOWN);
	}

	/**
	 * The HTML of each thread for one reader. One SQL statement.
	 * @return empty if the reader sees what everybody sees
	 */
	public Optional<List<String>> of(Shown shown, ReaderKey reader) {
		ThreadPage seen = this.threads.asSeenBy(reader, shown.articleId, shown.threads);
		Instant now = this.clock.instant();
		return (seen == shown.threads) ? Optional.empty()
				: Optional.of(seen.threads()
					.stream()
					.map((thread) -> this.type.set(thread, shown.path, shown.closed, false, now))
					.toList());
	}

	/**
	 * The discussion on an article's page, as everybody sees it.
	 *
	 * @param path of the article
	 * @param closed whether nobody can answer
	 * @param threads the first page of all sources, in the usual order
	 */
	public record Shown(long articleId, String path, boolean closed, ThreadPage threads) {
	}

}
