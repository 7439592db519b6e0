package vn.toasoan.moderation;

import java.time.Duration;
import java.util.List;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.toasoan.account.Role;
import vn.toasoan.testing.Fixtures;
import vn.toasoan.testing.Fixtures.Written;
import vn.toasoan.testing.Form;
import vn.toasoan.testing.Html;
import vn.toasoan.testing.MutableClock;
import vn.toasoan.testing.Newsroom;
import vn.toasoan.testing.SiteTest;
import vn.toasoan.testing.StatementCounter;
import vn.toasoan.testing.Visitor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the desk knows of a writer and decides about one, from the writer's next comment
 * back.
 */
@SiteTest
abstract class WritersContract {

	@Autowired
	Newsroom newsroom;

	@Autowired
	Fixtures fixtures;

	@Autowired
	StatementCounter statements;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	MutableClock clock;

	private Written article = new Written(0, "", "");

	@BeforeEach
	void anArticle() {
		this.clock.set(MutableClock.START);
		// The clock goes back: another test's bans would still be in force.
		this.jdbc.sql("delete from ban").update();
		this.article = this.fixtures.openArticle();
	}

	private MvcTestResult send(Visitor reader, String text) {
		return send(reader, text, "");
	}

	private MvcTestResult send(Visitor reader, String text, String email) {
		return reader.send(reader.form(this.article.path(), "#viet")
			.fill("name", "Minh Anh")
			.fill("email", email)
			.fill("body", text)
			.press("Gửi bình luận"));
	}

	/**
	 * A reader who has said this.
	 */
	private Visitor writer(String... texts) {
		Visitor reader = this.newsroom.visitor();
		for (String text : texts) {
			assertThat(send(reader, text, "minh@example.vn")).hasStatus(303);
		}
		return reader;
	}

	/**
	 * The address of the page of whoever has written this.
	 */
	private String fileOf(String text) {
		return "/admin/comments/writers/"
				+ this.newsroom.column("select author_key from comment where body_source = ?", text).get(0);
	}

	private Document page() {
		return this.newsroom.visitor().open(this.article.path());
	}

	private static Form ban(Visitor editor, String file, String kind, String effect) {
		String way = Html.only(editor.open(file), "a[href*=/bans/new]").attr("href");
		return editor.form(way, "main form")
			.fill("kind", kind)
			.fill("effect", effect)
			.fill("days", "7")
			.fill("reason", "Quấy rối người khác.");
	}

	@Test
	void theFileOfAWriterHoldsAllCommentsAndNumbers() {
		writer("Một điều hay.", "Hai điều hay.");
		Visitor editor = this.newsroom.signIn(Role.MODERATOR);
		String file = fileOf("Một điều hay.");
		Document page = editor.open(file);
		assertThat(Html.text(page, "h1")).isEqualTo("Người viết: Minh Anh");
		assertThat(Html.texts(page, ".item .said")).containsExactly("Hai điều hay.", "Một điều hay.");
		assertThat(Html.texts(page, ".facts dd")).contains("2", "0, 0 không đúng");
		assertThat(page.text()).as("no e-mail address").doesNotContain("minh@");
		String comment = this.newsroom.column("select public_id from comment where body_source = 'Một điều hay.'")
			.get(0);
		assertThat(editor.open("/admin/comments/" + comment).select("a[href=" + file + "]")).isNotEmpty();
		assertThat(this.statements.statementsDuring(() -> editor.open(file)))
			.filteredOn((sql) -> !sql.toLowerCase().contains("spring_session"))
			.hasSizeLessThanOrEqualTo(6);
	}

	@Test
	void aWarningIsShownOnceWithTheNextComment() {
		Visitor reader = writer("Lời đầu tiên.");
		Visitor editor = this.newsroom.signIn(Role.MODERATOR);
		String file = fileOf("Lời đầu tiên.");
		editor.sendAndFollow(editor.form(file, "#ghi-chu").fill("body", "Xin nhẹ lời hơn.").press("Gửi cảnh báo"));
		editor.sendAndFollow(editor.form(file, "#ghi-chu").fill("body", "Chỉ để nhớ.").press("Lưu ghi chú"));
		this.clock.advance(Duration.ofMinutes(1));
		MvcTestResult warned = send(reader, "Lời thứ hai.");
		assertThat(warned).hasStatus(422);
		assertThat(Html.text(Html.of(warned), ".errors")).contains("Xin nhẹ lời hơn.").doesNotContain("Chỉ để nhớ.");
		assertThat(Html.only(Html.of(warned), "#viet textarea").val()).isEqualTo("Lời thứ hai.");
		assertThat(send(reader, "Lời thứ hai.")).hasStatus(303);
		assertThat(Html.text(editor.open(file), ".notes")).contains("người viết đã đọc");
	}

	@ParameterizedTest
	@ValueSource(strings = { "KEY", "EMAIL" })
	void whoIsBannedIsToldUntilWhenAndLosesNoWord(String kind) {
		String text = "Đã viết trước khi bị chặn " + kind + ".";
		Visitor reader = writer(text);
		Visitor editor = this.newsroom.signIn(Role.MODERATOR);
		Form form = ban(editor, fileOf(text), kind, "REFUSE");
		Document preview = Html.of(editor.send(form.press("Xem trước")));
		assertThat(Html.text(preview, ".notice b")).matches("Sẽ trúng [1-9][0-9]* bình luận đã có\\.");
		editor.sendAndFollow(Form.in(preview, "main form").press("Chặn"));
		MvcTestResult refused = send(reader, "Còn viết được không?", "Minh@Example.vn");
		assertThat(refused).hasStatus(403);
		assertThat(Html.text(Html.of(refused), ".errors")).contains("đến 08:00 30/11/2026");
		assertThat(Html.only(Html.of(refused), "#viet textarea").val()).isEqualTo("Còn viết được không?");
		this.clock.advance(Duration.ofDays(7));
		assertThat(send(reader, "Còn viết được không?")).hasStatus(303);
	}

	@Test
	void aBannedNetworkIsHeldUntilTheBanIsLifted() {
		Visitor reader = writer("Từ mạng này.");
		Visitor editor = this.newsroom.signIn(Role.MODERATOR);
		Document preview = Html
			.of(editor.send(ban(editor, fileOf("Từ mạng này."), "NETWORK", "HOLD").press("Xem trước")));
		assertThat(Html.text(preview, ".notice b")).matches("Sẽ trúng [1-9][0-9]* bình luận đã có\\.");
		editor.sendAndFollow(Form.in(preview, "main form").press("Chặn"));
		assertThat(send(reader, "Chờ người xem.")).hasStatus(303);
		assertThat(page().text()).doesNotContain("Chờ người xem.");
		String waiting = this.newsroom.column("select public_id from comment where body_source = 'Chờ người xem.'")
			.get(0);
		assertThat(Html.texts(editor.open("/admin/comments/" + waiting), ".reasons li")).as("why it waits")
			.containsExactly("Chờ duyệt vì một lệnh chặn +0", "0 điểm");
		Document bans = editor.open("/admin/comments/bans");
		editor.sendAndFollow(Form.in(bans, "tbody tr:first-child form"));
		assertThat(Html.text(editor.open("/admin/comments/bans"), "tbody tr:first-child td:last-child"))
			.isEqualTo("đã bỏ chặn");
		assertThat(send(reader, "Hiện ra ngay.")).hasStatus(303);
		assertThat(page().text()).contains("Hiện ra ngay.");
	}

	@Test
	void aBanWithoutReasonOrWithAWrongNetworkIsShownAgain() {
		writer("Sẽ không bị chặn.");
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		Form form = ban(editor, fileOf("Sẽ không bị chặn."), "NETWORK", "REFUSE").fill("network", "0.0.0.0/0")
			.fill("reason", "");
		MvcTestResult again = editor.send(form.press("Xem trước"));
		assertThat(again).hasStatus(422);
		assertThat(Html.of(again).select("#network-error, #reason-error")).hasSize(2);
	}

	@Test
	void whoIsTrustedNeedsNoCommentsApprovedBefore() {
		Written held = this.fixtures.article();
		Visitor reader = writer("Ở bài mở.");
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		String file = fileOf("Ở bài mở.");
		editor.sendAndFollow(Form.in(editor.open(file), "form[action$=/trust]").press("Tin người này"));
		this.article = held;
		send(reader, "Được tin.");
		assertThat(page().text()).contains("Được tin.");
		String own = this.newsroom.column("select public_id from comment where body_source = 'Được tin.'").get(0);
		Form change = reader.form("/bl/" + own + "/sua", "main form").fill("body", "Sửa rồi vẫn được tin.");
		assertThat(reader.send(change.press("Lưu thay đổi"))).hasStatus(303);
		assertThat(page().text()).contains("Sửa rồi vẫn được tin.");
		editor.sendAndFollow(Form.in(editor.open(file), "form[action$=/trust]").press("Thôi tin"));
		send(reader, "Không còn được tin.");
		assertThat(page().text()).doesNotContain("Không còn được tin.");
	}

	@Test
	void formsOpenedBeforeAWriterHadEverythingErasedKeepNothing() {
		Visitor reader = writer("Sắp xóa hết.");
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		String file = fileOf("Sắp xóa hết.");
		List<Form> forms = List.of(
				Form.in(editor.open(file), "form[action$=/notes]").fill("body", "Ghi chú.").press("Lưu ghi chú"),
				Form.in(editor.open(file), "form[action$=/trust]").press("Tin người này"),
				Form.in(Html.of(editor.send(ban(editor, file, "KEY", "REFUSE").press("Xem trước"))), "main form")
					.press("Chặn"));
		reader.send(reader.form("/binh-luan-cua-toi/xoa", "main form").press("Xóa tất cả"));
		for (Form form : forms) {
			assertThat(editor.send(form)).hasStatus(404);
		}
		String key = file.substring(file.lastIndexOf('/') + 1);
		assertThat(this.newsroom.column("""
				select author_key from writer_note where author_key = ?
				union select author_key from trusted_writer where author_key = ?
				union select subject from ban where subject = ?""", key, key, key)).isEmpty();
	}

	@Test
	void everythingOfAWriterIsRemovedAndComesBackTogether() {
		writer("Tệ một.", "Tệ hai.", "Tệ ba.");
		Visitor editor = this.newsroom.signIn(Role.MODERATOR);
		String file = fileOf("Tệ một.");
		Document told = editor.sendAndFollow(Form.in(editor.open(file), "form[action$=/removal]").press("quảng cáo"));
		assertThat(Html.text(told, ".toast p")).startsWith("Đã gỡ 3 bình luận");
		assertThat(Html.text(page(), "#bl")).isEqualTo("0 bình luận");
		editor.sendAndFollow(Form.in(told, ".toast form").press("Hoàn tác"));
		assertThat(Html.text(page(), "#bl")).isEqualTo("3 bình luận");
		assertThat(this.newsroom.audit("writer", file.substring(file.lastIndexOf('/') + 1).substring(0, 12)))
			.isEqualTo(List.of("writer.removed"));
	}

}
