package vn.toasoan.reading;

import java.time.Clock;
import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.toasoan.article.PublishedArticle;
import vn.toasoan.article.PublishedArticles;
import vn.toasoan.comment.Discussion;
import vn.toasoan.comment.Discussions;
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

	private final PublishedArticles articles;

	private final Discussions discussions;

	private final Threads threads;

	private final ThreadType type;

	private final Clock clock;

	OwnThreads(PublishedArticles articles, Discussions discussions, Threads threads, ThreadType type, Clock clock) {
		this.articles = articles;
		this.discussions = discussions;
		this.threads = threads;
		this.type = type;
		this.clock = clock;
	}

	/**
	 * The HTML of the threads on the first page, in the usual order. Four SQL statements.
	 * @param slug of the article's present address
	 * @return empty if there is no such article, or nothing in its discussion
	 */
	@Transactional(readOnly = true)
	public Optional<String> of(String slug, ReaderKey reader) {
		return this.articles.find(slug).flatMap((article) -> of(article, reader));
	}

	private Optional<String> of(PublishedArticle article, ReaderKey reader) {
		Discussion discussion = this.discussions.of(article.id());
		ThreadPage page = this.threads.page(article.id(), discussion.order(), null, "", "", reader);
		return page.isEmpty() ? Optional.empty() : Optional.of(this.type.set(page.threads(), article.path(),
				discussion.isClosed(), false, this.clock.instant(), null, null));
	}

}
