package vn.toasoan.moderation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
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
 * The desk's work in numbers, for editors and for everybody.
 */
@SiteTest
abstract class StatisticsContract {

	/** A month in which no other test writes. */
	private static final Instant START = Instant.parse("2027-03-10T03:00:00Z");

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

	@BeforeEach
	void aMonthWithOneDecisionOfEachKind() {
		this.jdbc.sql("delete from comment_event where at >= timestamp with time zone '2027-01-01 00:00:00+00'")
			.update();
		this.jdbc.sql("delete from lesson where taught_at >= timestamp with time zone '2027-01-01 00:00:00+00'")
			.update();
		this.clock.set(START);
		Written held = this.fixtures.article();
		String first = this.fixtures.comment(held, null, "Tôi đồng ý.");
		String second = this.fixtures.comment(held, null, "Số 0987 654 321.");
		this.fixtures.comment(this.fixtures.openArticle(), null, "Hiện ra ngay.");
		this.clock.advance(Duration.ofMinutes(10));
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		decide(editor, first, "Duyệt D");
		decide(editor, second, "5 lộ thông tin riêng tư");
	}

	private static void decide(Visitor editor, String comment, String button) {
		Form form = editor.form("/admin/comments/" + comment, "form.decide");
		editor.sendAndFollow(form.press(button));
	}

	@Test
	void editorsSeeWhatCameWhatBecameOfItAndHowLongItWaited() {
		Visitor editor = this.newsroom.signIn(Role.MODERATOR);
		Document page = editor.open("/admin/comments/statistics?ngay=7");
		assertThat(Html.texts(page, ".facts dd").subList(0, 3)).containsExactly("2", "10 phút", "10 phút");
		assertThat(Html.texts(page, "details tbody tr:last-child td")).containsExactly("10/3/2027", "3", "1", "2", "0",
				"2", "1");
		assertThat(page.select(".days svg").get(0).select("rect.ok, rect.wait")).hasSize(2);
		assertThat(Html.texts(page, "#quy-tac ~ table tbody td")).containsExactly("Số điện thoại", "1", "1", "100%");
		Document rules = editor.open(Html.only(page, "#quy-tac ~ table td a").attr("href"));
		assertThat(Html.texts(rules, ".ground tbody td:first-child a")).containsExactly("Số điện thoại");
		assertThat(this.statements.statementsDuring(() -> editor.open("/admin/comments/statistics?ngay=90")))
			.filteredOn((sql) -> !sql.toLowerCase().contains("spring_session"))
			.hasSizeLessThanOrEqualTo(6);
	}

	@Test
	void everybodySeesAMonthWithNobodyInIt() {
		Visitor reader = this.newsroom.visitor();
		Document page = reader.open("/binh-luan/minh-bach/2027/03");
		assertThat(Html.texts(page, "table:first-of-type td")).containsExactly("3", "1", "1", "1", "0", "0",
				"0, trong đó 0 được chấp nhận", "10 phút");
		assertThat(Html.texts(page, "table:last-of-type tr")).containsExactly("lộ thông tin riêng tư 1");
		assertThat(page.text()).doesNotContain("Bạn Đọc", "0987");
		assertThat(reader.cookie("toasoan_reader")).isNull();
		assertThat(reader.get("/binh-luan/minh-bach/2027/04")).hasStatus(404);
		assertThat(reader.get("/binh-luan/minh-bach/2027/13")).hasStatus(404);
	}

	private static void decideAndUndo(Visitor editor, String comment, String button) {
		Form form = editor.form("/admin/comments/" + comment, "form.decide");
		Document told = editor.sendAndFollow(form.press(button));
		editor.sendAndFollow(Form.in(told, ".toast form").press("Hoàn tác"));
	}

	@Test
	void whatItsEditorTookBackIsCountedNowhere() {
		Written held = this.fixtures.article();
		String waits = this.fixtures.comment(held, null, "Quyết định rồi hoàn tác.");
		String published = this.fixtures.comment(this.fixtures.openArticle(), null, "Gỡ rồi hoàn tác.");
		this.clock.advance(Duration.ofMinutes(1));
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		decideAndUndo(editor, waits, "Duyệt D");
		decideAndUndo(editor, waits, "5 lộ thông tin riêng tư");
		decideAndUndo(editor, published, "5 lộ thông tin riêng tư");
		Document page = this.newsroom.visitor().open("/binh-luan/minh-bach/2027/03");
		assertThat(Html.texts(page, "table:first-of-type td")).containsExactly("5", "2", "1", "1", "0", "0",
				"0, trong đó 0 được chấp nhận", "10 phút");
		assertThat(Html.texts(page, "table:last-of-type tr")).containsExactly("lộ thông tin riêng tư 1");
		assertThat(page.text()).contains("hoàn tác ngay sau đó không được tính");
		assertThat(Html.texts(editor.open("/admin/comments/statistics?ngay=7"), "details tbody tr:last-child td"))
			.containsExactly("10/3/2027", "5", "2", "3", "0", "3", "1");

		decide(editor, published, "5 lộ thông tin riêng tư");
		page = this.newsroom.visitor().open("/binh-luan/minh-bach/2027/03");
		assertThat(Html.texts(page, "table:first-of-type td").subList(0, 5)).as("decided the same once more")
			.containsExactly("5", "2", "1", "1", "1");
	}

	@Test
	void theHouseRulesAndTheFiguresOfAnArticleLeadToTheLastMonthThatIsOver() {
		Written article = this.fixtures.article();
		this.clock.advance(Duration.ofDays(60));
		Visitor reader = this.newsroom.visitor();
		for (String path : List.of("/noi-quy", article.path() + "/binh-luan/so-lieu")) {
			Element link = Html.only(reader.open(path), "main a[href^=/binh-luan/minh-bach]");
			assertThat(link.attr("href")).isEqualTo("/binh-luan/minh-bach/2027/03");
			assertThat(link.text()).isEqualTo("Bình luận trong tháng 3 năm 2027");
		}
	}

}
