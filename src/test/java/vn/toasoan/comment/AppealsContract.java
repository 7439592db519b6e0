package vn.toasoan.comment;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.toasoan.audit.Actor;
import vn.toasoan.testing.AtOnce;
import vn.toasoan.testing.Fixtures;
import vn.toasoan.testing.Fixtures.Written;
import vn.toasoan.testing.Form;
import vn.toasoan.testing.Html;
import vn.toasoan.testing.SitePages;
import vn.toasoan.testing.TestReader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A writer asks for a second look, once, and reads the newsroom's answer.
 */
@SitePages
@RecordApplicationEvents
abstract class AppealsContract {

	private static final String PAGE = "/binh-luan-cua-toi";

	private static final Actor EDITOR = new Actor(7L, "Biên tập viên");

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Fixtures fixtures;

	@Autowired
	Decisions decisions;

	@Autowired
	Appeals appeals;

	@Autowired
	Reports reports;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	ApplicationEvents events;

	private Written article = new Written(0, "", "");

	private TestReader writer = TestReader.of(MockMvcTester.of(new Object()));

	@BeforeEach
	void begin() {
		this.article = this.fixtures.article();
		this.writer = TestReader.of(this.mvc);
	}

	private String write(String text) {
		return TestReader.commentId(this.writer.comment(this.article, "Minh Anh", text));
	}

	private String rejected(String text) {
		String id = write(text);
		this.decisions.decide(id, CommentStatus.PENDING, CommentStatus.REJECTED, EDITOR, Reason.OFF_TOPIC);
		return id;
	}

	private Form form(String id) {
		return Form.in(this.writer.read("/bl/" + id + "/khieu-nai"), "main form").press("Gửi khiếu nại");
	}

	private Document list() {
		return this.writer.read(PAGE);
	}

	private void appeal(String id) {
		assertThat(this.writer.send(form(id).fill("body", "Tôi nói đúng chuyện mà."))).hasStatus(303);
	}

	private Appeal one(String id) {
		return Objects.requireNonNull(this.appeals.of(List.of(id)).get(id));
	}

	@Test
	void anAppealReachesTheNewsroomAtOnceAndIsSeenByItsWriter() {
		String id = rejected("Lạc đề chăng.");
		assertThat(list().select("#bl-" + id + " a[href$=/khieu-nai]")).hasSize(1);
		MvcTestResult answer = this.writer.send(form(id).fill("body", "Tôi nói đúng chuyện mà."));
		assertThat(Html.text(this.writer.follow(answer), "#bl-" + id + " .appeal"))
			.contains("Bạn đã khiếu nại, tòa soạn chưa trả lời.", "Tôi nói đúng chuyện mà.");
		assertThat(this.events.stream(CommentAppealed.class))
			.containsExactly(new CommentAppealed(this.article.id(), id));
		assertThat(one(id).isOpen()).isTrue();
		assertThat(one(id).text()).isEqualTo("Tôi nói đúng chuyện mà.");
	}

	@Test
	void itIsPossibleOnlyOnce() {
		String id = rejected("Một lần thôi.");
		Form second = form(id).fill("body", "Lần hai.");
		appeal(id);
		assertThat(list().select("#bl-" + id + " a[href$=/khieu-nai]")).isEmpty();
		MvcTestResult answer = this.writer.send(second);
		assertThat(answer).hasStatus(409);
		assertThat(Html.only(Html.of(answer), "textarea").text()).isEqualTo("Lần hai.");
		assertThat(one(id).text()).isEqualTo("Tôi nói đúng chuyện mà.");
	}

	@Test
	void sixteenAtOnceMakeOne() {
		ReaderKey key = new ReaderKey("người kêu " + this.article.id());
		String id = this.fixtures.comment(this.article, null, "Kêu nhiều.", key);
		this.decisions.decide(id, CommentStatus.PENDING, CommentStatus.REJECTED, EDITOR, null);
		List<Boolean> kept = AtOnce.run(IntStream.range(0, 16).mapToObj((n) -> (Callable<Boolean>) () -> {
			try {
				this.appeals.appeal(id, new AppealForm("Lần " + n), key);
				return true;
			}
			catch (Appeals.NothingToAppeal ex) {
				return false;
			}
		}).toList());
		assertThat(kept).filteredOn((one) -> one).hasSize(1);
	}

	@Test
	void upheldItPublishesTheCommentAndTheWriterReadsTheAnswer() {
		String id = rejected("Được minh oan.");
		appeal(id);
		assertThat(this.appeals.decide(id, true, "Bạn nói phải.", EDITOR)).isTrue();
		assertThat(this.appeals.decide(id, false, "", EDITOR)).as("decided before").isFalse();
		assertThat(Html.text(list(), "#bl-" + id + " .badge")).isEqualTo("Đã đăng");
		assertThat(Html.text(list(), "#bl-" + id + " .appeal")).contains("Tòa soạn đồng ý với khiếu nại của bạn.",
				"Trả lời: Bạn nói phải.");
		assertThat(TestReader.of(this.mvc).read(this.article.path()).text()).contains("Được minh oan.");
	}

	@Test
	void dismissedTheDecisionStays() {
		String id = rejected("Không được.");
		appeal(id);
		assertThat(this.appeals.decide(id, false, "Vẫn lạc đề.", EDITOR)).isTrue();
		assertThat(Html.text(list(), "#bl-" + id + " .badge")).isEqualTo("Không được đăng");
		assertThat(Html.text(list(), "#bl-" + id + " .appeal")).contains("Tòa soạn giữ nguyên quyết định.",
				"Vẫn lạc đề.");
	}

	@Test
	void anEditorWhoPublishesTheCommentHasUpheldTheAppeal() {
		String id = rejected("Duyệt lại.");
		appeal(id);
		this.decisions.decide(id, CommentStatus.REJECTED, CommentStatus.PUBLISHED, EDITOR, null);
		assertThat(one(id).state()).isEqualTo(AppealState.UPHELD);
	}

	private String hidden(String text) {
		this.article = this.fixtures.openArticle();
		String id = write(text);
		for (int n = 1; n <= 3; n++) {
			this.reports.report(id, new ReportForm("INSULT", ""), new ReaderKey(id + n), false, "198.51." + n + ".7");
		}
		return id;
	}

	@Test
	void whatReadersReportsHaveHiddenIsAppealedLikeADecision() {
		String id = hidden("Bị ẩn oan.");
		assertThat(Html.text(list(), "#bl-" + id + " .badge")).isEqualTo("Đang tạm ẩn");
		String link = Html.only(list(), "#bl-" + id + " a[href$=/khieu-nai]").attr("href");
		assertThat(Html.text(this.writer.read(link), "h1")).isEqualTo("Khiếu nại việc bình luận bị ẩn");
		appeal(id);
		assertThat(Html.text(list(), "#bl-" + id + " .appeal")).contains("Bạn đã khiếu nại, tòa soạn chưa trả lời.");
		assertThat(this.appeals.decide(id, true, "Bạn nói phải.", EDITOR)).isTrue();
		assertThat(Html.text(list(), "#bl-" + id + " .badge")).isEqualTo("Đã đăng");
		assertThat(TestReader.of(this.mvc).read(this.article.path()).text()).contains("Bị ẩn oan.");
	}

	@Test
	void dismissedWhatWasHiddenIsRemovedByTheNewsroom() {
		String id = hidden("Bị ẩn đúng.");
		appeal(id);
		assertThat(this.appeals.decide(id, false, "Lời này nặng quá.", EDITOR)).isTrue();
		assertThat(Html.text(list(), "#bl-" + id + " .badge")).isEqualTo("Đã bị gỡ");
		assertThat(Html.text(list(), "#bl-" + id + " .appeal")).contains("Tòa soạn giữ nguyên quyết định.",
				"Lời này nặng quá.");
		assertThat(this.jdbc
			.sql("select r.outcome from comment_report r join comment c on c.id = r.comment_id where c.public_id = :id")
			.param("id", id)
			.query(String.class)
			.list()).containsExactly("UPHELD", "UPHELD", "UPHELD");
	}

	@Test
	void anEditorWhoConfirmsTheHidingLeavesTheAppealToBeAnswered() {
		String id = hidden("Vừa khiếu nại vừa bị gỡ.");
		appeal(id);
		this.decisions.decide(id, CommentStatus.REMOVED, CommentStatus.REMOVED, EDITOR, Reason.HATRED);
		assertThat(one(id).isOpen()).isTrue();
		assertThat(this.appeals.decide(id, false, "Vì kỳ thị.", EDITOR)).isTrue();
		assertThat(Html.text(list(), "#bl-" + id)).contains("Lý do: kỳ thị", "Vì kỳ thị.");
	}

	@Test
	void whatIsDeletedNeedsNoAnswer() {
		String id = rejected("Thôi bỏ.");
		appeal(id);
		this.writer.send(Form.in(this.writer.read("/bl/" + id + "/xoa"), "main form"));
		assertThat(this.appeals.of(List.of(id))).isEmpty();
		assertThat(this.appeals.decide(id, true, "", EDITOR)).isFalse();
	}

	@Test
	void whatWaitsOrIsPublishedOrSomebodyElsesGivesNothingToAppeal() {
		String waiting = write("Chờ.");
		assertThat(this.writer.read("/bl/" + waiting + "/khieu-nai").text())
			.contains("Không có quyết định nào để khiếu nại.");
		String id = rejected("Của tôi.");
		Form form = form(id).fill("body", "Của người khác.");
		assertThat(TestReader.of(this.mvc).send(form)).hasStatus(404);
		assertThat(TestReader.of(this.mvc).get("/bl/" + id + "/khieu-nai")).hasStatus(404);
	}

	@Test
	void whatIsWrongIsSaidBesideItsField() {
		String id = rejected("Sai khuôn.");
		for (String body : List.of("", "x", "ồ".repeat(1001))) {
			MvcTestResult answer = this.writer.send(form(id).fill("body", body));
			assertThat(answer).hasStatus(422);
			assertThat(Html.of(answer).select(".field .error")).hasSize(1);
		}
		assertThat(this.writer.send(form(id).fill("body", "😀".repeat(1000)))).hasStatus(303);
	}

}
