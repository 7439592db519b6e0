package vn.toasoan.comment;

import java.time.Duration;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.toasoan.account.NewsroomStaff;
import vn.toasoan.testing.Fixtures;
import vn.toasoan.testing.Fixtures.Written;
import vn.toasoan.testing.Form;
import vn.toasoan.testing.Html;
import vn.toasoan.testing.MutableClock;
import vn.toasoan.testing.SitePages;
import vn.toasoan.testing.TestReader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/**
 * Discussions that end, wait or ask for something, by the site's rule and by an editor's;
 * the same on both databases.
 */
@SitePages
@TestPropertySource(properties = { "toasoan.comments.storms=true", "toasoan.comments.close-after=30",
		"toasoan.comments.hold-after=14" })
abstract class ClosingContract {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Fixtures fixtures;

	@Autowired
	Discussions discussions;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	MutableClock clock;

	private Written article = new Written(0, "", "");

	private TestReader reader = TestReader.of(MockMvcTester.of(new Object()));

	private TestReader editor = this.reader;

	@BeforeEach
	void begin() {
		this.article = this.fixtures.openArticle();
		this.reader = TestReader.of(this.mvc);
		this.editor = TestReader.as(user(NewsroomStaff.editor("Lê Bảo Ngọc")), this.mvc);
	}

	private Form form() {
		return Form.in(this.reader.read(this.article.path()), "#viet")
			.fill("name", "Minh Anh")
			.fill("body", "Viết ở bài cũ.")
			.press("Gửi bình luận");
	}

	private Form desk() {
		return Form.in(this.editor.read("/admin/articles/" + this.article.id() + "/discussion"), "main form");
	}

	private CommentMode mode() {
		return this.discussions.of(this.article.id()).mode();
	}

	/** A minute has passed since it was published. */
	@Test
	void afterTwoWeeksAllCommentsWaitAndAfterThirtyDaysThereAreNoMore() {
		this.clock.advance(Duration.ofDays(14).minusSeconds(61));
		assertThat(mode()).isEqualTo(CommentMode.OPEN);
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(mode()).isEqualTo(CommentMode.ALL);
		assertThat(TestReader.location(this.reader.send(form()))).contains("?da-nhan=");
		this.clock.advance(Duration.ofDays(16).minusSeconds(1));
		Form late = form();
		assertThat(mode()).isEqualTo(CommentMode.ALL);
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(mode()).isEqualTo(CommentMode.CLOSED);
		assertThat(this.reader.read(this.article.path()).select("form#viet")).isEmpty();
		MvcTestResult answer = this.reader.send(late.fill("body", "Chậm một giây."));
		assertThat(answer).hasStatus(403);
		assertThat(Html.text(Html.of(answer), ".errors")).contains("Bài này đã đóng bình luận từ 07:59 23/12/2026.");
		assertThat(Html.only(Html.of(answer), "textarea[name=body]").text()).isEqualTo("Chậm một giây.");
	}

	@Test
	void theFormSaysUntilWhen() {
		assertThat(Html.text(this.reader.read(this.article.path()), "#viet .actions .hint"))
			.isEqualTo("Bình luận hiện ra ngay. Nhận bình luận đến 23/12/2026, 07:59.");
	}

	@Test
	void anEditorsOwnEndGoesBeforeTheSites() {
		assertThat(this.editor.send(desk().fill("closesAt", "2026-11-23T09:00"))).hasStatus(302);
		Form late = form();
		this.clock.advance(Duration.ofHours(1));
		MvcTestResult answer = this.reader.send(late);
		assertThat(answer).hasStatus(403);
		assertThat(Html.text(Html.of(answer), ".errors")).contains("từ 09:00 23/11/2026.");
		this.clock.advance(Duration.ofDays(60));
		assertThat(this.editor.send(desk().fill("closesAt", "2027-12-31T23:59"))).hasStatus(302);
		assertThat(mode()).as("open again, but an old article").isEqualTo(CommentMode.ALL);
		assertThat(this.editor.send(desk().fill("closesAt", ""))).hasStatus(302);
		assertThat(mode()).as("by the site's rule").isEqualTo(CommentMode.CLOSED);
	}

	@Test
	void closingTwiceDoesNotMoveTheTime() {
		this.editor.send(desk().fill("mode", "CLOSED"));
		this.clock.advance(Duration.ofHours(3));
		this.fixtures.mode(this.article, CommentMode.CLOSED);
		assertThat(Html.text(this.reader.read(this.article.path()), ".closed"))
			.isEqualTo("Bài này đã đóng bình luận. Đóng từ 23/11/2026, 08:00.");
	}

	@Test
	void theEditorsWordStandsAboveTheFormAsText() {
		this.editor.send(desk().fill("notice", "Đang chờ thông tin,\nxin giữ lời <b>nhé</b>."));
		Document page = this.reader.read(this.article.path());
		assertThat(Html.text(page, ".ask"))
			.isEqualTo("Lời nhắn của tòa soạn: Đang chờ thông tin, xin giữ lời <b>nhé</b>.");
		assertThat(Html
			.only(this.editor.read("/admin/articles/" + this.article.id() + "/discussion"), "textarea[name=notice]")
			.wholeText()
			.strip()).isEqualTo("Đang chờ thông tin,\nxin giữ lời <b>nhé</b>.");
		this.editor.send(desk().fill("notice", ""));
		assertThat(this.reader.read(this.article.path()).select(".ask")).isEmpty();
	}

	@Test
	void theHouseRulesStandBesideTheForm() {
		Document page = this.reader.read(this.article.path());
		assertThat(page.select("#viet .rules li")).hasSize(4);
		assertThat(this.reader.read(Html.only(page, "#viet .rules a").attr("href")).select(".house-rules ol li"))
			.as("one for each reason")
			.hasSize(Reason.editorial().size());
	}

	@ParameterizedTest
	@CsvSource({ "closesAt, hôm qua, Hãy chọn một thời điểm", "closesAt, 2150-01-01T00:00, Hãy chọn một thời điểm",
			"notice, long, Lời nhắn dài tối đa 500 ký tự." })
	void whatIsWrongIsSaidBesideItsField(String field, String value, String message) {
		MvcTestResult answer = this.editor.send(desk().fill(field, value.equals("long") ? "😀".repeat(501) : value));
		assertThat(answer).hasStatus(422);
		assertThat(Html.text(Html.of(answer), ".field:has([name=" + field + "]) .error")).startsWith(message);
		assertThat(this.discussions.of(this.article.id()).ownClosesAt()).isNull();
	}

	@Test
	void fiveHundredEmojiAreANotice() {
		assertThat(this.editor.send(desk().fill("notice", "😀".repeat(500)))).hasStatus(302);
	}

	@Test
	void eachChangeIsInTheAuditLogAndNothingElseIs() {
		this.editor
			.send(desk().fill("mode", "ALL").fill("notice", "Xin giữ lời.").fill("closesAt", "2026-12-01T00:00"));
		this.editor.send(desk());
		assertThat(this.jdbc
			.sql("""
					select action from audit_entry where subject_type = 'article' and subject_id = ? and action like 'discussion.%'
					order by id""")
			.param(Long.toString(this.article.id()))
			.query(String.class)
			.list()).containsExactly("discussion.mode-changed", "discussion.mode-changed", "discussion.notice-changed",
					"discussion.end-changed");
	}

}
