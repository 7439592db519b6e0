package vn.toasoan.comment;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
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
import vn.toasoan.testing.MutableClock;
import vn.toasoan.testing.SitePages;
import vn.toasoan.testing.TestReader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A writer mends a comment: for ten minutes, while nobody has answered, and not past an
 * editor.
 */
@SitePages
abstract class EditsContract {

	private static final Actor EDITOR = new Actor(7L, "Biên tập viên");

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Fixtures fixtures;

	@Autowired
	Decisions decisions;

	@Autowired
	Edits edits;

	@Autowired
	CommentVersions versions;

	@Autowired
	Redactions redactions;

	@Autowired
	MutableClock clock;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Bans bans;

	@Autowired
	Storms storms;

	private Written article = new Written(0, "", "");

	private TestReader writer = TestReader.of(MockMvcTester.of(new Object()));

	@BeforeEach
	void begin() {
		this.article = this.fixtures.openArticle();
		this.writer = TestReader.of(this.mvc);
	}

	@AfterEach
	void setTheClockBack() {
		this.clock.set(MutableClock.START);
	}

	private String write(String text) {
		return TestReader.commentId(this.writer.comment(this.article, "Minh Anh", text));
	}

	private Form form(String id) {
		return Form.in(this.writer.read("/bl/" + id + "/sua"), "main form").press("Lưu thay đổi");
	}

	private Document thread() {
		return TestReader.of(this.mvc).read(this.article.path());
	}

	private String said(String id) {
		return Html.text(thread(), "#bl-" + id + " .said");
	}

	private String status(String id) {
		return this.jdbc.sql("select status from comment where public_id = ?").param(id).query(String.class).single();
	}

	@Test
	void theNewWordsStandInTheThreadAndTheOldOnesAreKept() {
		String id = write("Viết xai.");
		this.clock.advance(Duration.ofMinutes(9));
		Document page = this.writer.read(this.article.path());
		String link = Html.only(page, "#bl-" + id + " .do a[href$=/sua]").attr("href");
		Document open = this.writer.read(link);
		assertThat(Html.only(open, "textarea[name=body]").text()).isEqualTo("Viết xai.");
		assertThat(Html.only(open, "input[name=name]").val()).isEqualTo("Minh Anh");
		MvcTestResult answer = this.writer.send(Form.in(open, "main form")
			.fill("body", "Viết **sai**.")
			.fill("name", "Minh Ánh")
			.press("Lưu thay đổi"));
		assertThat(answer).hasStatus(303);
		assertThat(TestReader.location(answer)).isEqualTo("/bl/" + id);
		assertThat(said(id)).isEqualTo("Viết sai.");
		assertThat(Html.texts(thread(), "#bl-" + id + " .edited")).containsExactly("đã sửa");
		assertThat(Html.text(thread(), "#bl-" + id + " .who b")).isEqualTo("Minh Ánh");
		assertThat(this.versions.of(id)).singleElement().satisfies((version) -> {
			assertThat(version.text()).isEqualTo("Viết xai.");
			assertThat(version.name()).isEqualTo("Minh Anh");
			assertThat(version.writtenAt()).isEqualTo(MutableClock.START);
		});
		this.writer.send(form(id).fill("body", "Lần ba."));
		assertThat(this.versions.of(id)).extracting(CommentVersions.Version::text)
			.containsExactly("Viết xai.", "Viết **sai**.");
		assertThat(this.versions.of(id).get(1).writtenAt()).isEqualTo(MutableClock.START.plus(Duration.ofMinutes(9)));
	}

	@Test
	void whatWasSaidBeforeMayBeSaidAgainAndWhatIsSaidNowMayNotBeSaidTwice() {
		String id = write("Lời cũ.");
		this.writer.send(form(id).fill("body", "Lời mới."));
		assertThat(write("Lời cũ.")).isNotEqualTo(id);
		assertThat(write("Lời mới.")).isEqualTo(id);
		MvcTestResult same = this.writer.send(form(id).fill("body", "Lời cũ."));
		assertThat(same).hasStatus(422);
		assertThat(Html.text(Html.of(same), ".errors")).contains("Bạn đã có một bình luận giống hệt ở chỗ này.");
		assertThat(Html.only(Html.of(same), "textarea[name=body]").text()).isEqualTo("Lời cũ.");
	}

	@Test
	void aPreviewChangesNothing() {
		String id = write("Chưa đổi.");
		MvcTestResult answer = this.writer.send(form(id).fill("body", "Xem **trước**.").press("Xem trước"));
		assertThat(answer).hasStatusOk();
		assertThat(Html.text(Html.of(answer), ".preview .said strong")).isEqualTo("trước");
		assertThat(said(id)).isEqualTo("Chưa đổi.");
		assertThat(this.writer.send(Form.in(Html.of(answer), "main form").press("Lưu thay đổi"))).hasStatus(303);
		assertThat(said(id)).isEqualTo("Xem trước.");
	}

	@ParameterizedTest
	@CsvSource({ "body, x, Bình luận cần ít nhất 2 ký tự.", "name, A, 'Tên cần từ 2 đến 50 ký tự'" })
	void theRulesAreThoseOfANewComment(String field, String value, String message) {
		String id = write("Đúng luật.");
		MvcTestResult answer = this.writer.send(form(id).fill("body", "Giữ lại.").fill(field, value));
		assertThat(answer).hasStatus(422);
		assertThat(Html.text(Html.of(answer), ".field:has([name=" + field + "]) .error")).startsWith(message);
		assertThat(said(id)).isEqualTo("Đúng luật.");
		assertThat(this.versions.of(id)).isEmpty();
	}

	@Test
	void savingWithoutAChangeIsNoEdit() {
		String id = write("Như cũ.");
		assertThat(this.writer.send(form(id))).hasStatus(303);
		assertThat(thread().select("#bl-" + id + " .edited")).isEmpty();
		assertThat(this.versions.of(id)).isEmpty();
	}

	@Test
	void afterTenMinutesItIsTooLateAndTheTextIsKept() {
		String id = write("Muộn rồi.");
		Form form = form(id).fill("body", "Sửa không kịp.");
		this.clock.advance(Duration.ofMinutes(10));
		MvcTestResult answer = this.writer.send(form);
		assertThat(answer).hasStatus(409);
		assertThat(Html.of(answer).text()).contains("Đã quá mười phút");
		assertThat(Html.only(Html.of(answer), "textarea").text()).isEqualTo("Sửa không kịp.");
		assertThat(said(id)).isEqualTo("Muộn rồi.");
		assertThat(this.writer.read("/bl/" + id + "/sua").text()).contains("Đã quá mười phút");
		assertThat(this.writer.read(this.article.path()).select("#bl-" + id + " a[href$=/sua]")).isEmpty();
		assertThat(this.writer.read("/binh-luan-cua-toi").select("#bl-" + id + " a[href$=/sua]")).isEmpty();
	}

	@Test
	void onceSomebodyHasAnsweredTheWordsStay() {
		String id = write("Câu hỏi.");
		Form form = form(id).fill("body", "Câu hỏi khác.");
		this.fixtures.comment(this.article, id, "Câu trả lời.");
		MvcTestResult answer = this.writer.send(form);
		assertThat(answer).hasStatus(409);
		assertThat(Html.of(answer).text()).contains("Đã có người trả lời");
		assertThat(said(id)).isEqualTo("Câu hỏi.");
		assertThat(this.writer.read(this.article.path()).select("#bl-" + id + " a[href$=/sua]")).isEmpty();
	}

	@Test
	void twoWindowsDoNotOverwriteEachOther() {
		String id = write("Ban đầu.");
		Form first = form(id).fill("body", "Cửa sổ một.");
		Form second = form(id).fill("body", "Cửa sổ hai.");
		this.writer.send(first);
		MvcTestResult answer = this.writer.send(second);
		assertThat(answer).hasStatus(409);
		Document page = Html.of(answer);
		assertThat(Html.text(page, ".preview .said")).isEqualTo("Cửa sổ một.");
		assertThat(Html.only(page, "textarea[name=body]").text()).isEqualTo("Cửa sổ hai.");
		assertThat(said(id)).isEqualTo("Cửa sổ một.");
		assertThat(this.writer.send(Form.in(page, "main form").press("Lưu thay đổi"))).hasStatus(303);
		assertThat(said(id)).isEqualTo("Cửa sổ hai.");
	}

	@Test
	void sixteenEditsAtOnceMakeOne() {
		ReaderKey key = new ReaderKey("người sửa " + this.article.id());
		String id = this.fixtures.comment(this.article, null, "Ban đầu.", key);
		List<Boolean> done = AtOnce.run(IntStream.range(0, 16).mapToObj((n) -> (Callable<Boolean>) () -> {
			try {
				return this.edits.edit(id, new EditForm("Bạn Đọc", "Bản " + n, "0", "gui", ""), key, "203.0.113.7");
			}
			catch (Edits.ChangedMeanwhile ex) {
				return false;
			}
		}).toList());
		assertThat(done).filteredOn((one) -> one).hasSize(1);
		assertThat(this.versions.of(id)).hasSize(1);
	}

	@Test
	void whatWouldWaitIfItWereSentNowWaitsAgain() {
		this.fixtures.mode(this.article, CommentMode.FIRST_TIME);
		String id = write("Được duyệt.");
		this.decisions.decide(id, CommentStatus.PENDING, CommentStatus.PUBLISHED, EDITOR, null);
		MvcTestResult answer = this.writer.send(form(id).fill("body", "Đổi thành lời khác."));
		assertThat(TestReader.location(answer)).isEqualTo("/binh-luan-cua-toi#bl-" + id);
		assertThat(Html.text(this.writer.follow(answer), "#bl-" + id + " .badge")).isEqualTo("Đang chờ duyệt");
		assertThat(thread().select(".comment")).isEmpty();
		assertThat(this.jdbc.sql("select site_comments from discussion where article_id = ?")
			.param(this.article.id())
			.query(Integer.class)
			.single()).isZero();
		this.decisions.decide(id, CommentStatus.PENDING, CommentStatus.PUBLISHED, EDITOR, null);
		assertThat(said(id)).isEqualTo("Đổi thành lời khác.");
	}

	@Test
	void whatIsSuspectNowIsHeldAlsoWhereAllAppearsAtOnce() {
		String id = write("Bài viết rất có ích cho tôi.");
		assertThat(status(id)).isEqualTo("PUBLISHED");
		this.writer.send(form(id).fill("body", "Vay tiền nhanh, liên hệ zalo 0912 345 678 để được tư vấn."));
		assertThat(status(id)).isEqualTo("PENDING");
		assertThat(this.jdbc.sql("select spam_score from comment where public_id = ?")
			.param(id)
			.query(Integer.class)
			.single()).isGreaterThanOrEqualTo(30);
		assertThat(thread().select(".comment")).isEmpty();
	}

	@Test
	void whatWaitsGoesOnWaitingAndIsFoundChanged() {
		this.fixtures.mode(this.article, CommentMode.ALL);
		String id = write("Đang chờ.");
		this.fixtures.mode(this.article, CommentMode.OPEN);
		this.writer.send(form(id).fill("body", "Vẫn chờ."));
		assertThat(status(id)).isEqualTo("PENDING");
		assertThat(Html.text(this.writer.read(this.article.path()), "#bl-" + id + " .said")).isEqualTo("Vẫn chờ.");
	}

	@Test
	void whereTheDiscussionIsClosedByNowTheTextIsKept() {
		String id = write("Trước khi đóng.");
		Form form = form(id).fill("body", "Sau khi đóng.");
		this.fixtures.mode(this.article, CommentMode.CLOSED);
		MvcTestResult answer = this.writer.send(form);
		assertThat(answer).hasStatus(403);
		assertThat(Html.only(Html.of(answer), "textarea[name=body]").text()).isEqualTo("Sau khi đóng.");
		assertThat(said(id)).isEqualTo("Trước khi đóng.");
	}

	@Test
	void whatIsRejectedOrSomebodyElsesCannotBeChanged() {
		String removed = write("Bị gỡ.");
		Form form = form(removed).fill("body", "Lách.");
		this.fixtures.remove(removed);
		assertThat(this.writer.send(form)).hasStatus(409);
		String id = write("Của tôi.");
		assertThat(TestReader.of(this.mvc).get("/bl/" + id + "/sua")).hasStatus(404);
		assertThat(TestReader.of(this.mvc).send(form(id).fill("body", "Của người khác."))).hasStatus(404);
		assertThat(said(id)).isEqualTo("Của tôi.");
	}

	@Test
	void whoIsBannedByNowChangesNothingAndKeepsTheText() {
		String id = write("Trước lệnh chặn.");
		Form form = form(id).fill("body", "Sau lệnh chặn.");
		String key = this.jdbc.sql("select author_key from comment where public_id = ?")
			.param(id)
			.query(String.class)
			.single();
		this.bans.ban(Ban.Kind.KEY, key, Ban.Effect.REFUSE, Duration.ofDays(1), "Quấy rối", "Lê Bảo Ngọc");
		MvcTestResult answer = this.writer.send(form);
		assertThat(answer).hasStatus(403);
		assertThat(Html.only(Html.of(answer), "textarea[name=body]").text()).isEqualTo("Sau lệnh chặn.");
		assertThat(Html.text(Html.of(answer), ".errors")).contains("Bạn tạm thời không gửi bình luận ở đây được");
		assertThat(said(id)).isEqualTo("Trước lệnh chặn.");
	}

	@Test
	void whatIsChangedInAStormOrUnderABanThatHoldsWaits() {
		String first = write("Trước cơn bão.");
		String second = write("Trước khi bị giữ.");
		Actor editor = new Actor(1L, "Lê Bảo Ngọc");
		this.storms.begin(editor, "Thử", this.clock.instant().plusSeconds(600));
		this.writer.send(form(first).fill("body", "Trong cơn bão."));
		this.storms.calm(editor, "Xong");
		assertThat(status(first)).isEqualTo("PENDING");
		String key = this.jdbc.sql("select author_key from comment where public_id = ?")
			.param(second)
			.query(String.class)
			.single();
		this.bans.ban(Ban.Kind.KEY, key, Ban.Effect.HOLD, Duration.ofDays(1), "Quấy rối", "Lê Bảo Ngọc");
		this.jdbc.sql("update comment set awaits_verification = true where public_id = ?").param(second).update();
		this.writer.send(form(second).fill("body", "Khi bị giữ."));
		assertThat(status(second)).isEqualTo("PENDING");
		assertThat(this.jdbc.sql("select reasons from comment where public_id = ? and awaits_verification = false")
			.param(second)
			.query(String.class)
			.single()).contains("BAN +0");
	}

	@Test
	void whatAnEditorHasCoveredDoesNotComeBackWithoutAnEditor() {
		String id = write("Nhà tôi ở số 12 phố Huế.");
		cover(id, "số 12 phố Huế");
		Form form = form(id);
		assertThat(form.parameters().getFirst("body")).isEqualTo("Nhà tôi ở [đã che].");
		MvcTestResult answer = this.writer.send(form.fill("body", "Nhà tôi ở số 12 phố Huế."));
		assertThat(TestReader.location(answer)).isEqualTo("/binh-luan-cua-toi#bl-" + id);
		assertThat(Html.text(this.writer.follow(answer), "#bl-" + id + " .badge")).isEqualTo("Đang chờ duyệt");
		assertThat(thread().text()).doesNotContain("phố Huế");
		assertThat(status(id)).isEqualTo("PENDING");
		assertThat(
				this.jdbc.sql("select reasons from comment where public_id = ?").param(id).query(String.class).single())
			.contains("COVERED +0");
		this.writer.send(form(id).fill("body", "Lần nữa: số 12 phố Huế."));
		assertThat(status(id)).isEqualTo("PENDING");
	}

	@Test
	void whatIsNotCoveredAnyMoreIsChangedFreely() {
		String id = write("Gọi anh Ba nhé.");
		cover(id, "anh Ba");
		assertThat(this.redactions.restore(id, 0)).isTrue();
		this.writer.send(form(id).fill("body", "Gọi anh Tư nhé."));
		assertThat(said(id)).isEqualTo("Gọi anh Tư nhé.");
		assertThat(this.redactions.restore(id, 0)).as("its writer's change is not taken back").isFalse();
	}

	private void cover(String id, String passage) {
		assertThat(this.redactions.redact(id, passage, "address", "[đã che]", List.of("[đã che]"), EDITOR)).isTrue();
	}

	@Test
	void markupIsTextHereToo() {
		String id = write("Bình thường.");
		this.writer.send(form(id).fill("body", "<script>alert(1)</script>").fill("name", "<b>Minh</b>"));
		assertThat(said(id)).isEqualTo("<script>alert(1)</script>");
		assertThat(thread().select("main script, .who b b")).isEmpty();
	}

}
