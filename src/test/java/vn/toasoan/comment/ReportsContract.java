package vn.toasoan.comment;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
import vn.toasoan.testing.TestReader;
import vn.toasoan.web.NoSuchPage;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Readers report comments: once each, and enough of them hide one that no editor has
 * published.
 */
@SitePages
abstract class ReportsContract {

	private static final Actor EDITOR = new Actor(7L, "Biên tập viên");

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Fixtures fixtures;

	@Autowired
	Reports reports;

	@Autowired
	Bans bans;

	@Autowired
	Decisions decisions;

	@Autowired
	JdbcClient jdbc;

	private Written article = new Written(0, "", "");

	@BeforeEach
	void anOpenDiscussion() {
		this.article = this.fixtures.openArticle();
	}

	private String comment(String text) {
		return this.fixtures.comment(this.article, null, text);
	}

	private boolean report(String comment, ReportReason reason, String reader, int network) {
		return this.reports.report(comment, new ReportForm(reason.name(), ""), new ReaderKey(reader), false,
				"198.51." + network + ".7");
	}

	private String status(String comment) {
		return this.jdbc.sql("select status || ' ' || coalesce(reason, '-') from comment where public_id = ?")
			.param(comment)
			.query(String.class)
			.single();
	}

	private List<String> outcomes(String comment) {
		return this.jdbc.sql("""
				select coalesce(outcome, 'open') from comment_report r join comment c on c.id = r.comment_id
				where c.public_id = ?""").param(comment).query(String.class).list();
	}

	@Test
	void aReaderReportsOnceAndIsThanked() {
		String comment = comment("Mua ngay kẻo lỡ.");
		TestReader reader = TestReader.of(this.mvc);
		String link = Html.only(reader.read(this.article.path()), "#bl-" + comment + " a.more").attr("href");
		Document page = reader.read(link);
		assertThat(reader.cookies()).isEmpty();
		assertThat(page.select("input[name=reason]")).hasSize(6);
		assertThat(page.select(".said").text()).isEqualTo("Mua ngay kẻo lỡ.");
		Form form = Form.in(page, "form.report").fill("reason", "ADVERTISING").fill("note", "Bán hàng.");
		MvcTestResult answer = reader.send(form);
		assertThat(answer).hasStatus(303);
		Document thanks = reader.follow(answer);
		assertThat(thanks.select("h1").text()).isEqualTo("Cảm ơn bạn đã báo cáo");
		assertThat(Html.only(thanks, "main a.button").attr("href")).isEqualTo(this.article.path() + "#bl-" + comment);
		assertThat(reader.follow(reader.send(form)).select("h1").text()).isEqualTo("Bạn đã báo cáo bình luận này rồi");
		assertThat(outcomes(comment)).containsExactly("open");
	}

	@Test
	void whoHasReportedNothingIsNotThanked() {
		String comment = comment("Chưa ai báo cáo.");
		TestReader reader = TestReader.of(this.mvc);
		String thanks = TestReader.location(reader
			.send(Form.in(reader.read("/bl/" + comment + "/bao-cao"), "form.report").fill("reason", "OTHER")));
		String receipt = thanks.replaceFirst(".*[?]bien-nhan=", "");
		String other = comment("Một bình luận khác.");
		for (String address : List.of("/bl/khong-co/bao-cao/da-nhan", "/bl/" + other + "/bao-cao/da-nhan",
				"/bl/" + other + "/bao-cao/da-co", "/bl/" + other + "/bao-cao/da-nhan?bien-nhan=" + receipt,
				"/bl/khong-co/bao-cao/da-nhan?bien-nhan=" + receipt,
				"/bl/" + comment + "/bao-cao/da-nhan?bien-nhan=" + receipt + "a")) {
			assertThat(reader.get(address)).as(address).hasStatus(404);
		}
		this.fixtures.remove(comment);
		assertThat(Html.text(reader.read(thanks), "h1")).as("also once it is gone").startsWith("Cảm ơn");
	}

	@Test
	void whatBannedReadersReportIsReadButHidesNothing() {
		String comment = comment("Bị nhóm này ghét.");
		long ban = this.bans.ban(Ban.Kind.NETWORK, "198.51.0.0/17", Ban.Effect.REFUSE, Duration.ofDays(1), "Thử",
				"Biên tập");
		for (int n = 1; n <= 4; n++) {
			report(comment, ReportReason.HATRED, "nhóm " + comment + n, n);
		}
		assertThat(status(comment)).isEqualTo("PUBLISHED -");
		assertThat(outcomes(comment)).hasSize(4).containsOnly("open");
		this.bans.lift(ban, "Biên tập");
		report(comment, ReportReason.HATRED, "khác " + comment, 5);
		assertThat(status(comment)).as("from the ban on, for good").isEqualTo("PUBLISHED -");
		report(comment, ReportReason.HATRED, "khác nữa " + comment, 6);
		report(comment, ReportReason.HATRED, "người thứ ba " + comment, 7);
		assertThat(status(comment)).isEqualTo("REMOVED REPORTED");
	}

	@Test
	void withoutAReasonOrWithTooLongANoteThePageComesBack() {
		String comment = comment("Bị báo cáo.");
		TestReader reader = TestReader.of(this.mvc);
		String address = "/bl/" + comment + "/bao-cao";
		MvcTestResult answer = reader.send(Form.in(reader.read(address), "form.report").fill("note", "ă".repeat(501)));
		assertThat(answer).hasStatus(422);
		Document page = Html.of(answer);
		assertThat(Html.texts(page, ".error")).containsExactly("Xin chọn một lý do.",
				"Phần nói thêm dài quá, tối đa 500 ký tự.");
		assertThat(page.select("textarea[name=note]").text()).hasSize(501);
		assertThat(reader
			.send(Form.in(reader.read(address), "form.report").fill("reason", "OTHER").fill("note", "😀".repeat(500))))
			.hasStatus(303);
	}

	@Test
	void whatReadersDoNotSeeOrHaveWrittenThemselvesCannotBeReported() {
		String removed = comment("Bị gỡ.");
		this.fixtures.remove(removed);
		this.fixtures.mode(this.article, CommentMode.ALL);
		String waiting = comment("Chờ.");
		for (String id : List.of(removed, waiting, "khong-co")) {
			assertThat(TestReader.of(this.mvc).get("/bl/" + id + "/bao-cao")).as(id).hasStatus(404);
			var form = Form.in(
					Html.of("<form method=post action=/bl/" + id + "/bao-cao><input name=reason value=OTHER></form>"),
					"form");
			assertThat(TestReader.of(this.mvc).send(form)).as(id).hasStatus(404);
		}
	}

	@Test
	void threeNetworksHideWhatNoEditorHasPublished() {
		String comment = comment("Lời xúc phạm.");
		String reply = this.fixtures.comment(this.article, comment, "Đừng nói thế.");
		report(comment, ReportReason.INSULT, "một", 1);
		report(comment, ReportReason.INSULT, "hai", 2);
		assertThat(status(comment)).isEqualTo("PUBLISHED -");
		report(comment, ReportReason.INSULT, "ba", 3);
		assertThat(status(comment)).isEqualTo("REMOVED REPORTED");
		Document page = TestReader.of(this.mvc).read(this.article.path());
		assertThat(Html.text(page, "#bl-" + comment))
			.isEqualTo("Bình luận tạm ẩn vì nhiều bạn đọc báo cáo, đang chờ biên tập viên xem lại.");
		assertThat(page.select("#bl-" + reply)).hasSize(1);
		assertThat(this.decisions.decide(comment, CommentStatus.REMOVED, CommentStatus.PUBLISHED, EDITOR, null))
			.isTrue();
		assertThat(outcomes(comment)).containsOnly("DISMISSED").hasSize(3);
		IntStream.range(4, 12).forEach((n) -> report(comment, ReportReason.HATRED, "người " + n, n));
		assertThat(status(comment)).isEqualTo("PUBLISHED -");
		assertThat(outcomes(comment)).hasSize(11);
	}

	@Test
	void manyKeysFromTwoNetworksHideNothing() {
		String comment = comment("Bị hội đồng báo cáo.");
		IntStream.range(0, 30).forEach((n) -> report(comment, ReportReason.HATRED, "khóa " + n, n % 2));
		assertThat(status(comment)).isEqualTo("PUBLISHED -");
		assertThat(outcomes(comment)).hasSize(2 * Reports.KEPT_FROM_A_NETWORK);
	}

	@Test
	void lightReasonsNeedMoreVoices() {
		String comment = comment("Có thể sai.");
		IntStream.range(0, 5).forEach((n) -> report(comment, ReportReason.FALSEHOOD, "người " + n, n));
		assertThat(status(comment)).isEqualTo("PUBLISHED -");
		report(comment, ReportReason.FALSEHOOD, "người 5", 5);
		assertThat(status(comment)).isEqualTo("REMOVED REPORTED");
	}

	@Test
	void whoWasWrongBeforeWeighsLessAndWhoIsKnownWeighsMore() {
		String dismissed = comment("Vô tội.");
		IntStream.range(0, 3).forEach((n) -> report(dismissed, ReportReason.INSULT, "hay nhầm " + n, n));
		this.decisions.decide(dismissed, CommentStatus.REMOVED, CommentStatus.PUBLISHED, EDITOR, null);
		String comment = comment("Lại bị báo cáo.");
		IntStream.range(0, 3).forEach((n) -> report(comment, ReportReason.INSULT, "hay nhầm " + n, n));
		assertThat(status(comment)).isEqualTo("PUBLISHED -");
		this.fixtures.mode(this.article, CommentMode.ALL);
		IntStream.range(0, 2)
			.forEach((n) -> this.fixtures
				.approve(this.fixtures.comment(this.article, null, "Lời hay " + n, new ReaderKey("quen mặt"))));
		report(comment, ReportReason.INSULT, "quen mặt", 9);
		assertThat(status(comment)).isEqualTo("REMOVED REPORTED");
	}

	@Test
	void whomAnEditorTrustsWeighsAsMuchAsWhoIsKnown() {
		ReaderKey trusted = new ReaderKey("được tin");
		this.jdbc
			.sql("insert into trusted_writer (author_key, trusted_at, trusted_by) values (?, current_timestamp, ?)")
			.params(trusted.hash(), "Lê Bảo Ngọc")
			.update();
		String comment = comment("Bị một người được tin báo cáo.");
		report(comment, ReportReason.INSULT, "được tin", 9);
		report(comment, ReportReason.INSULT, "người lạ", 8);
		assertThat(this.jdbc.sql("""
				select r.weight from comment_report r join comment c on c.id = r.comment_id where c.public_id = ?
				order by r.weight desc""").param(comment).query(Integer.class).list()).containsExactly(8, 4);
	}

	@Test
	void sixteenReportsAtOnceHideOnceAndAreAllKept() {
		String comment = comment("Mười sáu người cùng báo cáo.");
		List<Boolean> kept = AtOnce
			.run(IntStream.range(0, 16).mapToObj((n) -> (Callable<Boolean>) () -> reportIfThere(comment, n)).toList());
		assertThat(status(comment)).isEqualTo("REMOVED REPORTED");
		assertThat(outcomes(comment)).hasSize((int) kept.stream().filter((one) -> one).count()).hasSizeGreaterThan(2);
		assertThat(this.jdbc.sql("""
				select count(*) from comment_event e join comment c on c.id = e.comment_id
				where c.public_id = ? and e.to_status = 'REMOVED'""").param(comment).query(Integer.class).single())
			.isEqualTo(1);
	}

	/**
	 * Who comes when it is hidden already finds nothing to report.
	 */
	private boolean reportIfThere(String comment, int n) {
		try {
			return report(comment, ReportReason.INSULT, "người " + n, n);
		}
		catch (NoSuchPage ex) {
			return false;
		}
	}

	@Test
	void sixteenReportsOfOneReaderAtOnceAreOne() {
		String comment = comment("Một người bấm mười sáu lần.");
		List<Boolean> kept = AtOnce.run(IntStream.range(0, 16)
			.mapToObj((n) -> (Callable<Boolean>) () -> report(comment, ReportReason.INSULT, "một người", 1))
			.toList());
		assertThat(kept).containsOnlyOnce(true);
		assertThat(outcomes(comment)).hasSize(1);
	}

}
