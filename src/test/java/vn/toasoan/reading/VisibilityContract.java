package vn.toasoan.reading;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import vn.toasoan.comment.CommentMode;
import vn.toasoan.tag.TopicDirectory;
import vn.toasoan.testing.Fixtures;
import vn.toasoan.testing.Fixtures.Written;
import vn.toasoan.testing.Form;
import vn.toasoan.testing.Html;
import vn.toasoan.testing.MutableClock;
import vn.toasoan.testing.SitePages;
import vn.toasoan.testing.TestReader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Where readers find an article, and where not, by its state.
 */
@SitePages
abstract class VisibilityContract {

	private static final Instant APPOINTED = MutableClock.START.plus(Duration.ofHours(1));

	private static final String TOPIC = "/chu-de/an-va-hien";

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Fixtures fixtures;

	@Autowired
	TopicDirectory topics;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	MutableClock clock;

	private Written article = new Written(0, "", "");

	private Written neighbour = new Written(0, "", "");

	private String comment = "";

	private TestReader reader = TestReader.of(MockMvcTester.of(new Object()));

	private Document opened = new Document("");

	/**
	 * An article as readers have found it, discussed it and opened it.
	 */
	@BeforeEach
	void aPublishedArticle() {
		this.neighbour = this.fixtures.article();
		this.article = this.fixtures.article("Ẩn và hiện");
		this.fixtures.mode(this.article, CommentMode.OPEN);
		this.comment = this.fixtures.comment(this.article, null, "Đã bình luận về " + this.article.title());
		this.reader = TestReader.of(this.mvc);
		this.opened = this.reader.read(this.article.path());
	}

	/**
	 * The pages that name articles: the front page, the article's topic and section, and
	 * what to read after another article.
	 */
	private List<String> lists() {
		return List.of("/", TOPIC, "/chu-de/" + this.topics.sections().get(0).slug(), this.neighbour.path());
	}

	private String thread() {
		return this.article.path() + "/binh-luan/" + this.comment;
	}

	private MvcTestResult sendComment() {
		return this.reader.send(Form.in(this.opened, "#viet")
			.fill("name", "Minh Anh")
			.fill("body", "Gửi sau khi mở trang.")
			.press("Gửi bình luận"));
	}

	private int comments() {
		return this.jdbc.sql("select count(*) from comment where article_id = :id")
			.param("id", this.article.id())
			.query(Integer.class)
			.single();
	}

	private void assertFoundEverywhere() {
		for (String address : lists()) {
			assertThat(this.reader.read(address).select("a[href=" + this.article.path() + "]").text()).as(address)
				.isEqualTo(this.article.title());
		}
		assertThat(Html.text(this.reader.read(this.article.path()), "h1")).isEqualTo(this.article.title());
		assertThat(this.reader.read(thread()).select("#bl-" + this.comment)).hasSize(1);
		assertThat(TestReader.location(this.reader.get("/bl/" + this.comment)))
			.isEqualTo(this.article.path() + "#bl-" + this.comment);
		assertThat(sendComment()).hasStatus(303);
		assertThat(comments()).isEqualTo(2);
	}

	private void assertAnswered(int status) {
		assertThat(this.reader.get(this.article.path())).satisfies(isWithoutATrace(status));
		assertThat(this.reader.get(this.article.path() + "?xep=cu-nhat")).satisfies(isWithoutATrace(status));
	}

	private void assertDiscussionAnswered(int status) {
		assertThat(this.reader.get(thread())).as("thread").satisfies(isWithoutATrace(status));
		assertThat(this.reader.get("/bl/" + this.comment)).as("permalink").satisfies(isWithoutATrace(status));
		assertThat(sendComment()).as("form").satisfies(isWithoutATrace(status));
		assertThat(comments()).isOne();
	}

	private void assertNamedNowhere() {
		assertThat(lists())
			.allSatisfy((address) -> assertThat(this.reader.get(address)).satisfies(isWithoutATrace(200)));
	}

	/**
	 * Neither the title nor the address stands anywhere in the answer.
	 */
	private Consumer<MvcTestResult> isWithoutATrace(int status) {
		return (answer) -> {
			assertThat(answer).hasStatus(status);
			assertThat(answer.getResponse().getHeader("Location")).isNull();
			assertThat(Html.of(answer).outerHtml()).doesNotContainPattern(alone(this.article.title()))
				.doesNotContainPattern(alone(this.article.slug()));
		};
	}

	/**
	 * Not a part of the next number, such as 12 of 123.
	 */
	private static Pattern alone(String text) {
		return Pattern.compile(Pattern.quote(text) + "(?!\\d)");
	}

	@Test
	void aPublishedArticleIsFoundEverywhere() {
		assertFoundEverywhere();
	}

	@ParameterizedTest
	@EnumSource
	void whatReadersMayNotSeeYetIsNotThere(Unseen state) {
		this.fixtures.state(this.article, state.status, state.publishedAt);
		assertNamedNowhere();
		assertAnswered(404);
		assertDiscussionAnswered(404);
	}

	@Test
	void aScheduledArticleAppearsWhenItsTimeHasCome() {
		this.fixtures.state(this.article, "PUBLISHED", APPOINTED);
		this.clock.set(APPOINTED.minusMillis(1));
		assertNamedNowhere();
		assertAnswered(404);
		this.clock.set(APPOINTED);
		assertFoundEverywhere();
	}

	@Test
	void aWithdrawnArticleIsGone() {
		this.fixtures.state(this.article, "WITHDRAWN", MutableClock.START.minusSeconds(60));
		assertNamedNowhere();
		assertAnswered(410);
	}

	@Test
	void itsDiscussionIsGoneWithIt() {
		this.fixtures.state(this.article, "WITHDRAWN", MutableClock.START.minusSeconds(60));
		assertDiscussionAnswered(410);
	}

	@Test
	void whatIsPublishedAgainIsFoundAgain() {
		this.fixtures.state(this.article, "WITHDRAWN", MutableClock.START.minusSeconds(60));
		assertAnswered(410);
		this.fixtures.state(this.article, "PUBLISHED", MutableClock.START);
		assertFoundEverywhere();
	}

	/**
	 * States in which an article was never seen by readers.
	 */
	enum Unseen {

		DRAFT("DRAFT", null), SCHEDULED("PUBLISHED", APPOINTED);

		private final String status;

		private final @Nullable Instant publishedAt;

		Unseen(String status, @Nullable Instant publishedAt) {
			this.status = status;
			this.publishedAt = publishedAt;
		}

	}

}
