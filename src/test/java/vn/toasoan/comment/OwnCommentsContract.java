package vn.toasoan.comment;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.toasoan.audit.Actor;
import vn.toasoan.testing.AtOnce;
import vn.toasoan.testing.Fixtures;
import vn.toasoan.testing.Fixtures.Written;
import vn.toasoan.testing.Form;
import vn.toasoan.testing.Html;
import vn.toasoan.testing.SitePages;
import vn.toasoan.testing.StatementCounter;
import vn.toasoan.testing.TestReader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * A writer without an account finds the own comments again, on any device, learns what
 * was decided on them, and deletes them.
 */
@SitePages
abstract class OwnCommentsContract {

	private static final String PAGE = "/binh-luan-cua-toi";

	private static final Actor EDITOR = new Actor(7L, "Biên tập viên");

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Fixtures fixtures;

	@Autowired
	Decisions decisions;

	@Autowired
	OwnComments own;

	@Autowired
	StatementCounter statements;

	@Autowired
	JdbcClient jdbc;

	private Written article = new Written(0, "", "");

	private TestReader writer = TestReader.of(MockMvcTester.of(new Object()));

	@BeforeEach
	void begin() {
		this.article = this.fixtures.article();
		this.writer = TestReader.of(this.mvc);
	}

	private MvcTestResult send(String text) {
		return this.writer.comment(this.article, "Minh Anh", text);
	}

	private String write(String text) {
		return TestReader.commentId(send(text));
	}

	private String state(String id) {
		return Html.text(this.writer.read(PAGE), "#bl-" + id + " .badge");
	}

	private TestReader stranger() {
		return TestReader.of(this.mvc);
	}

	@Test
	void afterSendingTheLinkIsShownAndOpensTheCommentsOnAnotherDevice() {
		String id = write("Viết ở máy bàn.");
		Document sent = this.writer.read(this.article.path() + "?da-nhan=" + id);
		String link = Html.only(sent, ".thread .keep .address a").attr("href");
		assertThat(link).startsWith(SitePages.URL + "/lien-ket-quan-ly/");
		assertThat(this.writer.read(this.article.path()).select(".keep")).as("shown once").isEmpty();

		TestReader phone = stranger();
		Document asked = phone.read(link.substring(SitePages.URL.length()));
		assertThat(phone.cookies()).as("following the link changes nothing").isEmpty();
		assertThat(asked.text()).doesNotContain("Viết ở máy bàn.");
		Document list = phone.follow(phone.send(Form.in(asked, "main form")));
		assertThat(phone.cookies()).containsKey("toasoan_reader");
		assertThat(Html.text(list, "#bl-" + id + " .said")).isEqualTo("Viết ở máy bàn.");
		assertThat(Html.only(list, ".keep .address a").attr("href")).isEqualTo(link);
	}

	@Test
	void aNewcomerWhoseCommentAppearsAtOnceIsShownTheLinkToo() {
		this.fixtures.mode(this.article, CommentMode.OPEN);
		MvcTestResult first = send("Hiện ra ngay.");
		assertThat(this.writer.follow(first).select(".keep .address a")).hasSize(1);
		assertThat(this.writer.follow(send("Lần thứ hai.")).select(".keep")).isEmpty();
	}

	@Test
	void aForgedLinkIsNotFoundAndSaysNothing() {
		write("Của tôi.");
		String link = Html.only(this.writer.read(PAGE), ".keep .address a").attr("href");
		String path = link.substring(SitePages.URL.length());
		for (String forged : List.of(path.substring(0, path.length() - 1) + (path.endsWith("A") ? "B" : "A"),
				path.replaceFirst("\\..*", ""), path.replaceFirst("y/.", "y/_"), "/lien-ket-quan-ly/.",
				"/lien-ket-quan-ly/a.b", "/lien-ket-quan-ly/%00.%01")) {
			assertThat(stranger().get(forged).getResponse().getStatus()).as(forged).isIn(400, 404);
			var form = Form.in(Html.of("<form method=post action='" + forged + "'></form>"), "form");
			MvcTestResult answer = stranger().send(form);
			assertThat(answer.getResponse().getStatus()).as(forged).isIn(400, 404);
			assertThat(answer.getResponse().getCookies()).isEmpty();
		}
	}

	@Test
	void aDeviceWithOtherCommentsIsWarnedBeforeItForgetsThem() {
		write("Của tôi.");
		String link = Html.only(this.writer.read(PAGE), ".keep .address a").attr("href");
		String path = link.substring(SitePages.URL.length());
		assertThat(this.writer.read(path).select(".notice.warn")).isEmpty();
		TestReader other = stranger();
		other.comment(this.article, "Người khác", "Của người khác.");
		assertThat(other.read(path).select(".notice.warn")).hasSize(1);
	}

	@Test
	void whoHasNotWrittenYetIsToldHowThePageFills() {
		MvcTestResult answer = stranger().get(PAGE);
		assertThat(answer).hasStatusOk();
		assertThat(answer.getResponse().getHeaders("Cache-Control")).containsExactly("private, no-store");
		assertThat(Html.of(answer).text()).contains("Thiết bị này chưa giữ bình luận nào");
	}

	@Test
	void theWriterReadsWhatWasDecidedAndWhy() {
		String waiting = write("Chờ.");
		String published = write("Được đăng.");
		String rejected = write("Bị từ chối.");
		String silent = write("Bị từ chối không lời.");
		String removed = write("Bị gỡ.");
		this.decisions.decide(published, CommentStatus.PENDING, CommentStatus.PUBLISHED, EDITOR, null);
		this.decisions.decide(rejected, CommentStatus.PENDING, CommentStatus.REJECTED, EDITOR, Reason.OFF_TOPIC);
		this.decisions.decide(silent, CommentStatus.PENDING, CommentStatus.REJECTED, EDITOR, null);
		this.decisions.decide(removed, CommentStatus.PENDING, CommentStatus.PUBLISHED, EDITOR, null);
		this.decisions.decide(removed, CommentStatus.PUBLISHED, CommentStatus.REMOVED, EDITOR, Reason.INSULT);
		Document page = this.writer.read(PAGE);
		assertThat(page.select("li.comment").eachAttr("id")).containsExactly("bl-" + removed, "bl-" + silent,
				"bl-" + rejected, "bl-" + published, "bl-" + waiting);
		assertThat(Html.texts(page, ".badge")).containsExactly("Đã bị gỡ", "Không được đăng", "Không được đăng",
				"Đã đăng", "Đang chờ duyệt");
		assertThat(Html.text(page, "#bl-" + rejected + " .decision")).contains("Lý do: lạc đề.");
		assertThat(Html.text(page, "#bl-" + removed + " .decision")).contains("Lý do: xúc phạm người khác.");
		assertThat(Html.text(page, "#bl-" + silent + " .decision")).contains("Không có lý do kèm theo.");
		assertThat(stranger().read(PAGE).text()).doesNotContain("Được đăng.");
	}

	@Test
	void whatOnlyTheSiteTakesForSpamLooksLikeWhatWaitsUntilAnEditorHasSeenIt() {
		String held = write("Chờ.");
		Form trapped = Form.in(this.writer.read(this.article.path()), "#viet")
			.fill("name", "Minh Anh")
			.fill("body", "Vay nhanh.")
			.fill("website", "https://vay.example")
			.press("Gửi bình luận");
		String spam = TestReader.commentId(this.writer.send(trapped));
		Document page = this.writer.read(PAGE);
		assertThat(Html.only(page, "#bl-" + spam).html().replaceAll(spam + "|Vay nhanh\\.", ""))
			.isEqualTo(Html.only(page, "#bl-" + held).html().replaceAll(held + "|Chờ\\.", ""));
		this.decisions.decide(held, CommentStatus.PENDING, CommentStatus.SPAM, EDITOR, null);
		assertThat(state(held)).isEqualTo("Không được đăng");
	}

	@Test
	void theListTakesTwoStatementsHoweverLongItIs() {
		write("Đầu tiên.");
		this.writer.read(PAGE);
		int one = this.statements.during(() -> this.writer.read(PAGE));
		IntStream.range(0, 35).forEach((n) -> write("Bình luận " + n));
		assertThat(this.statements.statementsDuring(() -> this.writer.read(PAGE))).hasSize(one).hasSize(2);
		assertThat(this.writer.read(PAGE).select("li.comment")).hasSize(30);
		assertThat(this.writer.read(PAGE + "?trang=2").select("li.comment")).hasSize(6);
	}

	@Test
	void theWriterDeletesAfterBeingAsked() {
		this.fixtures.mode(this.article, CommentMode.OPEN);
		String id = write("Viết vội.");
		Document page = this.writer.read(this.article.path());
		Document asked = this.writer.read(Html.only(page, "#bl-" + id + " .do a[href$=/xoa]").attr("href"));
		assertThat(asked.text()).contains("Viết vội.");
		assertThat(shown("Viết vội.")).as("asking deletes nothing").isTrue();
		Document list = this.writer.follow(this.writer.send(Form.in(asked, "main form").press("Xóa bình luận")));
		assertThat(Html.text(list, "#bl-" + id + " .badge")).isEqualTo("Bạn đã xóa");
		assertThat(list.select("#bl-" + id + " a[href$=/xoa]")).isEmpty();
		assertThat(shown("Viết vội.")).isFalse();
		assertThat(stranger().read(this.article.path()).select(".comment")).isEmpty();
		assertThat(counted()).isZero();
	}

	private boolean shown(String text) {
		return stranger().read(this.article.path()).text().contains(text);
	}

	private int counted() {
		return this.jdbc.sql("select site_comments from discussion where article_id = ?")
			.param(this.article.id())
			.query(Integer.class)
			.single();
	}

	private MvcTestResult delete(TestReader reader, String id) {
		return reader.send(Form.in(Html.of("<form method=post action=/bl/" + id + "/xoa></form>"), "form"));
	}

	@Test
	void whereSomebodyHasAnsweredATombstoneStays() {
		this.fixtures.mode(this.article, CommentMode.OPEN);
		String id = write("Câu hỏi.");
		this.fixtures.comment(this.article, id, "Câu trả lời.");
		assertThat(this.writer.read("/bl/" + id + "/xoa").text()).contains("Đã có người trả lời");
		assertThat(delete(this.writer, id)).hasStatus(303);
		Document page = stranger().read(this.article.path());
		assertThat(Html.text(page, "#bl-" + id)).isEqualTo("Người viết đã xóa bình luận này.");
		assertThat(page.text()).contains("Câu trả lời.").doesNotContain("Câu hỏi.");
		assertThat(counted()).isOne();
	}

	@ParameterizedTest
	@CsvSource({ "PENDING", "PUBLISHED", "REJECTED", "SPAM", "REMOVED" })
	void whateverWasDecidedTheWriterDeletesItForGood(CommentStatus status) {
		String id = write("Sẽ xóa " + status);
		if (status == CommentStatus.REMOVED) {
			this.fixtures.approve(id);
			this.fixtures.remove(id);
		}
		else if (status != CommentStatus.PENDING) {
			this.decisions.decide(id, CommentStatus.PENDING, status, EDITOR, null);
		}
		assertThat(delete(this.writer, id)).hasStatus(303);
		assertThat(delete(this.writer, id)).as("again").hasStatus(303);
		assertThat(state(id)).isEqualTo("Bạn đã xóa");
		assertThat(counted()).isZero();
		assertThatThrownBy(
				() -> this.decisions.decide(id, CommentStatus.REMOVED, CommentStatus.PUBLISHED, EDITOR, null))
			.isInstanceOf(Decisions.ImpossibleDecision.class);
	}

	@Test
	void nobodyElseDeletesOrLearnsThatTheCommentIsThere() {
		this.fixtures.mode(this.article, CommentMode.OPEN);
		String id = write("Của tôi.");
		TestReader other = stranger();
		other.comment(this.article, "Người khác", "Của người khác.");
		for (TestReader reader : List.of(stranger(), other)) {
			assertThat(reader.get("/bl/" + id + "/xoa")).hasStatus(404);
			assertThat(delete(reader, id)).hasStatus(404);
			assertThat(reader.read(this.article.path()).select("#bl-" + id + " a[href$=/xoa]")).isEmpty();
		}
		assertThat(shown("Của tôi.")).isTrue();
	}

	@Test
	void whatWasDeletedMayBeWrittenAgain() {
		String first = write("Viết lại được.");
		delete(this.writer, first);
		String second = write("Viết lại được.");
		assertThat(second).isNotEqualTo(first);
		assertThat(state(second)).isEqualTo("Đang chờ duyệt");
	}

	@Test
	void whileEditorsDecideAndTheWriterDeletesAllAtOnceTheWriterHasTheLastWord() {
		ReaderKey key = new ReaderKey("người viết " + this.article.id());
		List<String> ids = IntStream.range(0, 16)
			.mapToObj((n) -> this.fixtures.comment(this.article, null, "Giằng co " + n, key))
			.toList();
		AtOnce.run(ids.stream().flatMap((id) -> List.<Callable<Boolean>>of(() -> {
			this.own.delete(id, key);
			return true;
		}, () -> {
			try {
				return this.decisions.decide(id, CommentStatus.PENDING, CommentStatus.PUBLISHED, EDITOR, null);
			}
			catch (Decisions.ImpossibleDecision ex) {
				return false;
			}
		}).stream()).toList());
		assertThat(this.own.page(key, 1).items()).hasSize(16)
			.allMatch((comment) -> comment.state() == OwnState.DELETED);
		assertThat(counted()).isZero();
	}

}
