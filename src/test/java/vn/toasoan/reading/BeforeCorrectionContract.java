package vn.toasoan.reading;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import vn.toasoan.article.ArticleDesk;
import vn.toasoan.audit.Actor;
import vn.toasoan.testing.Fixtures;
import vn.toasoan.testing.Fixtures.Written;
import vn.toasoan.testing.Form;
import vn.toasoan.testing.Html;
import vn.toasoan.testing.MutableClock;
import vn.toasoan.testing.SitePages;
import vn.toasoan.testing.TestReader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A comment belongs to the state of the article that its writer saw, and says so once
 * that has been corrected.
 */
@SitePages
abstract class BeforeCorrectionContract {

	private static final String MARK = "viết trước khi đính chính";

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Fixtures fixtures;

	@Autowired
	ArticleDesk desk;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	MutableClock clock;

	private Written article = new Written(0, "", "");

	@BeforeEach
	void begin() {
		this.article = this.fixtures.openArticle();
	}

	private Form opened() {
		return Form.in(page(), "#viet").fill("name", "Minh Anh").press("Gửi bình luận");
	}

	private Document page() {
		return TestReader.of(this.mvc).read(this.article.path());
	}

	private String send(Form form, String text) {
		return TestReader.commentId(TestReader.of(this.mvc).send(form.fill("body", text)));
	}

	private void correct() {
		this.desk.correct(this.article.id(), this.clock.instant(), "Số đúng là ba.", Actor.SITE);
	}

	private String marks(String publicId) {
		return Html.only(page(), "#bl-" + publicId + " .who").text();
	}

	private int revision(String publicId) {
		return this.jdbc.sql("select article_revision from comment where public_id = :id")
			.param("id", publicId)
			.query(Integer.class)
			.single();
	}

	@Test
	void afterACorrectionOnlyTheCommentsFromBeforeSaySo() {
		String before = send(opened(), "Số này lạ quá.");
		assertThat(marks(before)).doesNotContain(MARK);
		correct();
		String after = send(opened(), "Giờ thì đúng rồi.");
		assertThat(marks(before)).contains(MARK);
		assertThat(marks(after)).doesNotContain(MARK);
		correct();
		assertThat(marks(before)).contains(MARK);
		assertThat(marks(after)).contains(MARK);
	}

	@Test
	void whoOpenedThePageBeforeTheCorrectionHasNotSeenItHoweverLateTheCommentComes() {
		Form open = opened();
		correct();
		assertThat(marks(send(open, "Tôi viết lâu hơn một chút."))).contains(MARK);
	}

	@Test
	void theTimeThatACorrectionBearsDoesNotMatter() {
		String before = send(opened(), "Viết sau ngày ghi trên đính chính.");
		this.desk.correct(this.article.id(), this.clock.instant().minusSeconds(86_400), "Số đúng là ba.", Actor.SITE);
		assertThat(marks(before)).contains(MARK);
	}

	@Test
	void theRevisionIsTheOneOnThePage() {
		int first = revision(send(opened(), "Bản đầu."));
		correct();
		assertThat(first).isEqualTo(1);
		assertThat(revision(send(opened(), "Bản sau."))).isEqualTo(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "0", "-1", "3", "999999999", "99999999999999", "1.5", "một", "1 or 1=1" })
	void aRevisionThatCantBeIsThePresentOne(String forged) {
		correct();
		Form form = opened();
		var parameters = form.fill("body", "Bản " + forged).parameters();
		parameters.set("revision", forged);
		var answer = this.mvc.post().uri(form.action()).params(parameters).exchange();
		assertThat(answer).hasStatus(303);
		assertThat(revision(TestReader.commentId(answer))).isEqualTo(2);
	}

}
