package vn.toasoan.testing;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.toasoan.article.ArticleDesk;
import vn.toasoan.article.ArticleText;
import vn.toasoan.audit.Actor;
import vn.toasoan.comment.CommentMode;
import vn.toasoan.comment.CommentStatus;
import vn.toasoan.comment.Decisions;
import vn.toasoan.comment.Discussions;
import vn.toasoan.comment.Posting;
import vn.toasoan.comment.ReaderKey;
import vn.toasoan.comment.Submission;
import vn.toasoan.tag.TopicDirectory;

/**
 * Fills the site with what a test needs, by the ways that editors and readers go. Each
 * test begins with an article of its own.
 */
@TestComponent
public class Fixtures {

	/** The article that every new site opens with. */
	public static final String FIRST_ARTICLE = "/bai-viet/llama-4-lan-song-moi-cua-ai-se-ngon-gap-10-lan-suc-manh-tinh-toan";

	private static final AtomicInteger NUMBERS = new AtomicInteger();

	private final ArticleDesk desk;

	private final TopicDirectory topics;

	private final Discussions discussions;

	private final Posting posting;

	private final Decisions decisions;

	private final JdbcClient jdbc;

	Fixtures(ArticleDesk desk, TopicDirectory topics, Discussions discussions, Posting posting, Decisions decisions,
			JdbcClient jdbc) {
		this.desk = desk;
		this.topics = topics;
		this.discussions = discussions;
		this.posting = posting;
		this.decisions = decisions;
		this.jdbc = jdbc;
	}

	/**
	 * A published article whose discussion follows the site: newcomers wait.
	 */
	public Written article(String... tags) {
		Written written = write("Một đoạn văn.", tags);
		this.desk.publish(written.id(), MutableClock.START.minusSeconds(60), Actor.SITE);
		return written;
	}

	/**
	 * An article that no reader sees yet.
	 */
	public Written draft() {
		return write("Một đoạn văn.");
	}

	/**
	 * A published article with this body.
	 */
	public Written articleSaying(String markdown) {
		Written written = write(markdown);
		this.desk.publish(written.id(), MutableClock.START.minusSeconds(60), Actor.SITE);
		return written;
	}

	/**
	 * A published article whose comments appear at once.
	 */
	public Written openArticle() {
		Written written = article();
		mode(written, CommentMode.OPEN);
		return written;
	}

	private Written write(String body, String... tags) {
		int number = NUMBERS.incrementAndGet();
		String title = "Bài thử số " + number;
		String slug = "bai-thu-so-" + number;
		long section = this.topics.sections().get(0).id();
		var text = new ArticleText(title, "Câu dẫn " + number + ".", "Ban biên tập", body, "");
		return new Written(this.desk.create(text, slug, section, List.of(tags), Actor.SITE), "/bai-viet/" + slug,
				title);
	}

	public void mode(Written article, CommentMode mode) {
		this.discussions.changeMode(article.id(), mode, Actor.SITE);
	}

	/**
	 * Puts the article into a state that readers must not see, without asking the desk.
	 * @param status as the database has it
	 * @param publishedAt null for a draft
	 */
	public void state(Written article, String status, @Nullable Instant publishedAt) {
		this.jdbc.sql("update article set status = :status, published_at = :at, version = version + 1 where id = :id")
			.param("status", status)
			.param("at", (publishedAt != null) ? OffsetDateTime.ofInstant(publishedAt, ZoneOffset.UTC) : null)
			.param("id", article.id())
			.update();
	}

	/**
	 * Sends a comment of a reader nobody knows.
	 * @param parent public id; null for a new thread
	 * @return its public id
	 */
	public String comment(Written article, @Nullable String parent, String text) {
		return comment(article, parent, text, new ReaderKey("reader of " + text));
	}

	public String comment(Written article, @Nullable String parent, String text, ReaderKey reader) {
		var submission = new Submission(article.id(), parent, "Bạn Đọc", null, text, false, reader, "203.0.113.7");
		return this.posting.post(submission).publicId();
	}

	public void approve(String publicId) {
		decide(publicId, CommentStatus.PENDING, CommentStatus.PUBLISHED);
	}

	public void approveIfWaiting(String publicId) {
		this.decisions.decide(publicId, CommentStatus.PENDING, CommentStatus.PUBLISHED, new Actor(1L, "Biên tập"),
				null);
	}

	public void remove(String publicId) {
		decide(publicId, CommentStatus.PUBLISHED, CommentStatus.REMOVED);
	}

	private void decide(String publicId, CommentStatus from, CommentStatus to) {
		if (!this.decisions.decide(publicId, from, to, new Actor(1L, "Biên tập"), null)) {
			throw new IllegalStateException(publicId + " was not " + from);
		}
	}

	/**
	 * An article as tests speak of it.
	 */
	public record Written(long id, String path, String title) {

		public String slug() {
			return this.path.substring("/bai-viet/".length());
		}

	}

}
