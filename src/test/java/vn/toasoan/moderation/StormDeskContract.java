package vn.toasoan.moderation;

import java.time.Duration;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.toasoan.account.Role;
import vn.toasoan.comment.Storms;
import vn.toasoan.testing.Form;
import vn.toasoan.testing.Html;
import vn.toasoan.testing.MutableClock;
import vn.toasoan.testing.Newsroom;
import vn.toasoan.testing.SiteTest;
import vn.toasoan.testing.StatementCounter;
import vn.toasoan.testing.Visitor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Editors hold all comments for some hours, see that they are held, and let them go.
 */
@SiteTest
abstract class StormDeskContract {

	private static final String QUEUE = "/admin/comments";

	@Autowired
	Newsroom newsroom;

	@Autowired
	Storms storms;

	@Autowired
	StatementCounter statements;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	MutableClock clock;

	@BeforeEach
	@AfterEach
	void calm() {
		this.clock.set(MutableClock.START);
		this.jdbc.sql("update storm set ends_at = null, calmed_at = null").update();
	}

	private Document begin(Visitor editor, String reason, String hours) {
		Document queue = editor.open(QUEUE);
		String page = Html.only(queue, ".work-head a[href$=/storm]").attr("href");
		return editor.sendAndFollow(editor.form(page, "main form").fill("reason", reason).fill("hours", hours));
	}

	@ParameterizedTest
	@EnumSource(value = Role.class, names = { "MODERATOR", "EDITOR" })
	void theQueueTellsSinceWhenByWhomWhyAndUntilWhen(Role role) {
		String username = this.newsroom.account(role);
		Document queue = begin(this.newsroom.signIn(username), "Bị gọi tên trên mạng", "3");
		assertThat(Html.text(queue, ".toast")).isEqualTo("Từ bây giờ mọi bình luận đều chờ duyệt.");
		Document other = this.newsroom.signIn(Role.MODERATOR).open(QUEUE + "?muc=da-dang");
		assertThat(Html.texts(other, ".storm-now p")).containsExactly(
				"Đang có bão bình luận. Mọi bình luận đều chờ duyệt.",
				"Từ 23/11/2026, 08:00, " + Newsroom.displayName(username) + ": Bị gọi tên trên mạng",
				"Tự hết lúc 23/11/2026, 11:00");
		assertThat(this.storms.now()).isPresent();
	}

	@Test
	void anyEditorEndsItAndTheLogSaysAllOfIt() {
		// Other tests have been to the future, and would fill the log's first page.
		this.jdbc.sql("delete from audit_entry").update();
		begin(this.newsroom.signIn(Role.EDITOR), "Một trận spam <b>lớn</b>", "12");
		Visitor other = this.newsroom.signIn(Role.MODERATOR);
		Document calm = other.sendAndFollow(other.form(QUEUE, ".storm-now form"));
		assertThat(calm.select(".storm-now")).isEmpty();
		assertThat(this.storms.now()).isEmpty();
		Document log = this.newsroom.signIn(Role.ADMIN).open("/admin/audit");
		assertThat(log.text()).contains("bật chế độ bão bình luận Một trận spam <b>lớn</b> cả trang",
				"tắt chế độ bão bình luận");
	}

	@ParameterizedTest
	@CsvSource({ "1, 59", "3, 179", "12, 719" })
	void itEndsByItself(String hours, long minutes) {
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		begin(editor, "Chỉ lúc này", hours);
		this.clock.advance(Duration.ofMinutes(minutes));
		assertThat(editor.open(QUEUE).select(".storm-now")).hasSize(1);
		this.clock.advance(Duration.ofMinutes(1));
		assertThat(this.newsroom.signIn(Role.EDITOR).open(QUEUE).select(".storm-now")).isEmpty();
	}

	@Test
	void itNeedsAReasonAndAnEnd() {
		Visitor editor = this.newsroom.signIn(Role.MODERATOR);
		for (String reason : new String[] { "", " ", "x".repeat(201) }) {
			MvcTestResult again = editor.send(editor.form(QUEUE + "/storm", "main form").fill("reason", reason));
			assertThat(again).hasStatus(422);
			assertThat(Html.text(Html.of(again), "#reason-error"))
				.isEqualTo("Xin cho biết vì sao, từ 2 đến 200 ký tự.");
		}
		assertThat(this.storms.now()).isEmpty();
	}

	@Test
	void theSecondOfTwoEditorsIsTold() {
		Visitor first = this.newsroom.signIn(Role.EDITOR);
		Visitor second = this.newsroom.signIn(Role.EDITOR);
		Form late = second.form(QUEUE + "/storm", "main form").fill("reason", "Lần hai");
		Document queue = begin(first, "Lần một", "1");
		assertThat(Html.text(second.sendAndFollow(late), ".work > .notice")).isEqualTo("Đã có bão rồi.");
		late = second.form(QUEUE, ".storm-now form");
		first.sendAndFollow(Form.in(queue, ".storm-now form"));
		assertThat(Html.text(second.sendAndFollow(late), ".work > .notice")).isEqualTo("Không còn bão nào.");
	}

	@Test
	void oneThatBeganByItselfSaysSo() {
		begin(this.newsroom.signIn(Role.EDITOR), "Chưa có", "1");
		this.jdbc.sql("update storm set reason = null, begun_by = 'Hệ thống'").update();
		Document queue = this.newsroom.signIn(Role.EDITOR).open(QUEUE);
		assertThat(Html.text(queue, ".storm-now")).contains("tự bật, vì phần lớn bình luận vừa đến đáng ngờ");
	}

	@Test
	void theQueueAsksForItInTheSameStatement() {
		Visitor moderator = this.newsroom.signIn(Role.MODERATOR);
		begin(moderator, "Đếm", "1");
		assertThat(this.statements.statementsDuring(() -> moderator.open(QUEUE)))
			.filteredOn((sql) -> sql.contains("storm"))
			.hasSize(1);
	}

}
