package vn.toasoan.moderation;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.toasoan.account.Role;
import vn.toasoan.audit.Actor;
import vn.toasoan.comment.AppealForm;
import vn.toasoan.comment.Appeals;
import vn.toasoan.comment.CommentStatus;
import vn.toasoan.comment.Decisions;
import vn.toasoan.comment.ReaderKey;
import vn.toasoan.comment.ReportForm;
import vn.toasoan.comment.Reports;
import vn.toasoan.testing.Fixtures;
import vn.toasoan.testing.Fixtures.Written;
import vn.toasoan.testing.Form;
import vn.toasoan.testing.Html;
import vn.toasoan.testing.MutableClock;
import vn.toasoan.testing.Newsroom;
import vn.toasoan.testing.SiteTest;
import vn.toasoan.testing.StatementCounter;
import vn.toasoan.testing.TestReader;
import vn.toasoan.testing.Visitor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A writer appeals, an editor decides: what each of them sees on the pages.
 */
@SiteTest
abstract class AppealsDeskContract {

	private static final String TAB = "/admin/comments?muc=khang-nghi";

	private static final Actor EDITOR = new Actor(7L, "Biên tập viên");

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Newsroom newsroom;

	@Autowired
	Fixtures fixtures;

	@Autowired
	Appeals appeals;

	@Autowired
	Decisions decisions;

	@Autowired
	Reports reports;

	@Autowired
	StatementCounter statements;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	MutableClock clock;

	private Written article = new Written(0, "", "");

	private TestReader writer = TestReader.of(MockMvcTester.of(new Object()));

	/** Other tests delete all comments. */
	@AfterEach
	void noAppeals() {
		this.jdbc.sql("delete from comment_appeal").update();
	}

	@BeforeEach
	void anArticleWithoutAppeals() {
		this.clock.set(MutableClock.START);
		this.jdbc.sql("delete from allowance").update();
		this.jdbc.sql("delete from comment_appeal").update();
		this.article = this.fixtures.article();
		this.writer = TestReader.of(this.mvc);
	}

	/** Rejected by a moderator, who is named in the file of the comment. */
	private String rejected(String text) {
		String id = TestReader.location(this.writer.send(Form.in(this.writer.read(this.article.path()), "#viet")
			.fill("name", "Minh Anh")
			.fill("body", text)
			.press("Gửi bình luận"))).replaceFirst(".*#bl-", "");
		Visitor moderator = this.newsroom.signIn(Role.MODERATOR);
		moderator.sendAndFollow(Form.in(moderator.open("/admin/comments/" + id), "form.decide").press("7 lạc đề"));
		return id;
	}

	private void appeal(String id, String words) {
		assertThat(this.writer
			.send(Form.in(this.writer.read("/bl/" + id + "/khieu-nai"), "main form").fill("body", words)))
			.hasStatus(303);
	}

	private Form row(Document tab, String id) {
		return Form.in(tab, "#bl-" + id + " form.decide");
	}

	private String own(String id) {
		return Html.text(this.writer.read("/binh-luan-cua-toi"), "#bl-" + id);
	}

	@Test
	void anAppealStandsInItsTabAtOnceWithAllThatIsNeededToDecide() {
		String id = rejected("Có lạc đề đâu.");
		this.clock.advance(Duration.ofHours(3));
		appeal(id, "Bài nói về đúng chuyện này,\nở đoạn cuối.");
		this.clock.advance(Duration.ofMinutes(25));
		Document tab = this.newsroom.signIn(Role.MODERATOR).open(TAB);
		assertThat(Html.text(tab, ".tabs a[aria-current]")).isEqualTo("Khiếu nại 1");
		assertThat(Html.text(tab, "#bl-" + id + " .who .status")).isEqualTo("từ chối");
		assertThat(Html.text(tab, "#bl-" + id + " .appealed > p:first-child"))
			.isEqualTo("Người viết khiếu nại 25 phút trước");
		assertThat(Html.only(tab, "#bl-" + id + " .appealed .said").wholeText())
			.isEqualTo("Bài nói về đúng chuyện này,\nở đoạn cuối.");
		assertThat(Html.texts(tab, "#bl-" + id + " .where").get(1)).startsWith("Quyết định: từ chối (lạc đề),");
		String decidedBy = this.newsroom
			.column("select actor_name from comment_event where to_status = 'REJECTED' and comment_id ="
					+ " (select id from comment where public_id = ?)", id)
			.get(0);
		assertThat(Html.texts(tab, "#bl-" + id + " .where").get(1)).contains(decidedBy);
	}

	@Test
	void upheldItIsPublishedAndTheWriterReadsTheAnswer() {
		String id = rejected("Xin đăng giúp.");
		appeal(id, "Đúng chuyện mà.");
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		Document told = editor
			.sendAndFollow(row(editor.open(TAB), id).fill("answer", "Bạn nói phải.").press("Gửi trả lời, đăng"));
		assertThat(Html.text(told, ".toast p")).isEqualTo("Đã chấp nhận khiếu nại và đăng bình luận: Minh Anh");
		assertThat(told.select(".item")).isEmpty();
		assertThat(own(id)).contains("Đã đăng", "Tòa soạn đồng ý với khiếu nại của bạn.", "Trả lời: Bạn nói phải.");
		assertThat(this.newsroom.audit("comment", id)).contains("appeal.upheld");
		assertThat(Html.text(editor.open("/admin/comments/" + id), ".appealed")).contains("Đã chấp nhận khiếu nại",
				"Bạn nói phải.");
	}

	@Test
	void withinASecondItIsPublishedWithoutWords() {
		String id = rejected("Không cần lời.");
		appeal(id, "Xin xem lại.");
		Visitor moderator = this.newsroom.signIn(Role.MODERATOR);
		moderator.sendAndFollow(row(moderator.open(TAB), id).press("Chấp nhận, đăng D"));
		assertThat(TestReader.of(this.mvc).read(this.article.path()).text()).contains("Không cần lời.");
	}

	@Test
	void declinedTheDecisionStaysAndTheWriterReadsWhy() {
		String id = rejected("Vẫn không được.");
		appeal(id, "Đúng chuyện mà.");
		Visitor moderator = this.newsroom.signIn(Role.MODERATOR);
		Document told = moderator.sendAndFollow(
				row(moderator.open(TAB), id).fill("answer", "Vẫn <b>lạc đề</b>.").press("Gửi trả lời, giữ nguyên"));
		assertThat(Html.text(told, ".toast p")).isEqualTo("Đã trả lời khiếu nại, quyết định giữ nguyên: Minh Anh");
		assertThat(own(id)).contains("Không được đăng", "Tòa soạn giữ nguyên quyết định.",
				"Trả lời: Vẫn <b>lạc đề</b>.");
		assertThat(this.newsroom.audit("comment", id)).contains("appeal.dismissed");
		assertThat(Html.text(moderator.open("/admin/comments/decisions"), "tbody tr:first-child"))
			.contains("giữ nguyên quyết định bị khiếu nại");
	}

	@Test
	void whoDeclinesSaysWhy() {
		String id = rejected("Không lời.");
		appeal(id, "Vì sao?");
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		for (String answer : List.of("", "   ", "ồ".repeat(1001))) {
			MvcTestResult again = editor
				.send(row(editor.open(TAB), id).fill("answer", answer).press("Gửi trả lời, giữ nguyên"));
			assertThat(again).hasStatus(422);
			assertThat(Html.of(again).select("#bl-" + id + " details[open] .error")).hasSize(1);
			assertThat(Html.only(Html.of(again), "#bl-" + id + " textarea").text()).isEqualTo(answer.strip());
		}
		assertThat(own(id)).contains("tòa soạn chưa trả lời");
	}

	@Test
	void anAnswerIsTakenBackForTenMinutes() {
		String id = rejected("Đổi ý.");
		appeal(id, "Xin xem lại.");
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		this.clock.advance(Duration.ofMinutes(1));
		Document declined = editor
			.sendAndFollow(row(editor.open(TAB), id).fill("answer", "Không.").press("Gửi trả lời, giữ nguyên"));
		Document open = editor.sendAndFollow(Form.in(declined, ".toast form").press("Hoàn tác"));
		assertThat(open.select("#bl-" + id)).hasSize(1);
		assertThat(own(id)).contains("tòa soạn chưa trả lời").doesNotContain("Không.");

		this.clock.advance(Duration.ofMinutes(1));
		Document upheld = editor.sendAndFollow(row(open, id).fill("answer", "Được.").press("Gửi trả lời, đăng"));
		open = editor.sendAndFollow(Form.in(upheld, ".toast form").press("Hoàn tác"));
		assertThat(open.select("#bl-" + id)).hasSize(1);
		assertThat(own(id)).contains("Không được đăng", "lạc đề", "tòa soạn chưa trả lời").doesNotContain("Được.");

		this.clock.advance(Duration.ofMinutes(1));
		Document late = editor.sendAndFollow(row(open, id).press("Chấp nhận, đăng D"));
		this.clock.advance(Duration.ofMinutes(11));
		editor.sendAndFollow(Form.in(late, ".toast form").press("Hoàn tác"));
		assertThat(own(id)).contains("Đã đăng");
	}

	private String hidden(String text) {
		this.article = this.fixtures.openArticle();
		String id = TestReader.commentId(this.writer.comment(this.article, "Minh Anh", text));
		for (int n = 1; n <= 3; n++) {
			this.reports.report(id, new ReportForm("INSULT", ""), new ReaderKey(id + n), false, "198.51." + n + ".7");
		}
		return id;
	}

	@Test
	void whatOnlyReportsHaveHiddenIsDecidedInItsTabAndTakenBackWithItsReports() {
		String id = hidden("Bị ẩn chứ chưa ai xem.");
		appeal(id, "Tôi có nói gì đâu.");
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		this.clock.advance(Duration.ofMinutes(1));
		Document tab = editor.open(TAB);
		assertThat(Html.texts(tab, "#bl-" + id + " .where").get(1)).startsWith("Quyết định: đã gỡ")
			.contains("Hệ thống");
		Document declined = editor
			.sendAndFollow(row(tab, id).fill("answer", "Lời này nặng quá.").press("Gửi trả lời, giữ nguyên"));
		assertThat(own(id)).contains("Đã bị gỡ", "Tòa soạn giữ nguyên quyết định.");
		assertThat(editor.open("/admin/comments?muc=bi-bao-cao").select("#bl-" + id)).isEmpty();

		Document open = editor.sendAndFollow(Form.in(declined, ".toast form").press("Hoàn tác"));
		assertThat(open.select("#bl-" + id)).hasSize(1);
		assertThat(own(id)).contains("Đang tạm ẩn", "tòa soạn chưa trả lời");
		assertThat(editor.open("/admin/comments?muc=bi-bao-cao").select("#bl-" + id + " .reports li")).hasSize(3);
	}

	@Test
	void theSecondOfTwoEditorsIsToldWhoWasFaster() {
		String id = rejected("Hai người.");
		appeal(id, "Xin xem lại.");
		Visitor first = this.newsroom.signIn(Role.EDITOR);
		Visitor second = this.newsroom.signIn(Role.MODERATOR);
		Form late = row(second.open(TAB), id).press("Chấp nhận, đăng D");
		first.sendAndFollow(row(first.open(TAB), id).fill("answer", "Không.").press("Gửi trả lời, giữ nguyên"));
		Document told = second.sendAndFollow(late);
		assertThat(Html.text(told, ".notice.warn")).contains("quyết định trước (từ chối)");
		assertThat(own(id)).contains("Tòa soạn giữ nguyên quyết định.");
	}

	@Test
	void whatItsWriterHasDeletedMeanwhileIsLeft() {
		String id = rejected("Thôi vậy.");
		appeal(id, "Xin xem lại.");
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		Form late = row(editor.open(TAB), id).press("Chấp nhận, đăng D");
		this.writer.send(Form.in(this.writer.read("/bl/" + id + "/xoa"), "main form"));
		Document told = editor.sendAndFollow(late);
		assertThat(Html.text(told, ".notice.warn")).contains("người viết đã xóa");
		assertThat(told.select(".item")).isEmpty();
	}

	@Test
	void whoeverApprovesFromAnotherTabHasUpheldTheAppealUntilItIsTakenBack() {
		String id = rejected("Từ mục khác.");
		appeal(id, "Xin xem lại.");
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		this.clock.advance(Duration.ofMinutes(1));
		Form many = Form.in(editor.open(TAB), "#nhieu").tick("chon").press("Duyệt");
		Document told = editor.sendAndFollow(many);
		assertThat(own(id)).contains("Tòa soạn đồng ý với khiếu nại của bạn.");
		Document open = editor.sendAndFollow(Form.in(told, ".toast form").press("Hoàn tác"));
		assertThat(open.select("#bl-" + id)).hasSize(1);
	}

	@Test
	void theOldestAppealStandsFirstAndPagesFollow() {
		List<String> ids = IntStream.range(0, QueuePage.SIZE + 2).mapToObj((n) -> {
			var key = new ReaderKey("khiếu nại " + n);
			String id = this.fixtures.comment(this.article, null, "Bình luận " + n + ".", key);
			this.decisions.decide(id, CommentStatus.PENDING, CommentStatus.REJECTED, EDITOR, null);
			return id;
		}).toList();
		// The other way round than they were written.
		for (int n = ids.size() - 1; n >= 0; n--) {
			this.clock.advance(Duration.ofSeconds(1));
			this.appeals.appeal(ids.get(n), new AppealForm("Lần " + n), new ReaderKey("khiếu nại " + n));
		}
		Visitor moderator = this.newsroom.signIn(Role.MODERATOR);
		Document first = moderator.open(TAB);
		assertThat(first.select(".item")).hasSize(QueuePage.SIZE);
		assertThat(first.select(".item").get(0).id()).isEqualTo("bl-" + ids.get(ids.size() - 1));
		Document second = moderator.open(Html.only(first, ".pager a[rel=next]").attr("href"));
		assertThat(second.select(".item").eachAttr("id")).containsExactly("bl-" + ids.get(1), "bl-" + ids.get(0));
		Document back = moderator.open(Html.only(second, ".pager a[rel=prev]").attr("href"));
		assertThat(back.select(".item").eachAttr("id")).isEqualTo(first.select(".item").eachAttr("id"));
		assertThat(this.statements.statementsDuring(() -> moderator.open(TAB)))
			.filteredOn((sql) -> !sql.toLowerCase().contains("spring_session"))
			.hasSizeLessThanOrEqualTo(6);
	}

}
