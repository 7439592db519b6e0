package vn.toasoan.moderation;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.toasoan.account.Role;
import vn.toasoan.comment.CommentMode;
import vn.toasoan.comment.EditForm;
import vn.toasoan.comment.Edits;
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
import vn.toasoan.testing.Visitor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What hangs on a comment beside its text, and what an editor does about it: readers'
 * reports, earlier versions, passages that must not stand there.
 */
@SiteTest
abstract class ReportedContract {

	private static final String REPORTED = "/admin/comments?muc=bi-bao-cao";

	@Autowired
	Newsroom newsroom;

	@Autowired
	Fixtures fixtures;

	@Autowired
	Reports reports;

	@Autowired
	Edits edits;

	@Autowired
	StatementCounter statements;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	MutableClock clock;

	private Written article = new Written(0, "", "");

	@BeforeEach
	void anArticleWithoutReports() {
		this.clock.set(MutableClock.START);
		this.jdbc.sql("delete from allowance").update();
		this.jdbc.sql("delete from comment_report").update();
		this.article = this.fixtures.openArticle();
	}

	private void report(String comment, int times, String reason, String note) {
		for (int n = 1; n <= times; n++) {
			this.reports.report(comment, new ReportForm(reason, note), new ReaderKey(comment + " " + n), false,
					"198.51." + n + ".7");
		}
	}

	private String comment(String text) {
		return this.fixtures.comment(this.article, null, text);
	}

	private Document page() {
		return this.newsroom.visitor().open(this.article.path());
	}

	@Test
	void areportedCommentStandsInItsTabWithReasonsAndNotesUntilItIsKept() {
		String id = comment("Có gì đâu.");
		report(id, 1, "INSULT", "Nặng lời quá.");
		Visitor moderator = this.newsroom.signIn(Role.MODERATOR);
		Document tab = moderator.open(REPORTED);
		assertThat(Html.text(tab, ".tabs a[aria-current]")).isEqualTo("Bị báo cáo 1");
		assertThat(Html.text(tab, "#bl-" + id + " .reports li"))
			.startsWith("Lăng mạ, công kích cá nhân: Nặng lời quá.");
		Document next = moderator.sendAndFollow(Form.in(tab, "#bl-" + id + " form.decide").press("Giữ lại E"));
		assertThat(Html.text(next, ".toast")).isEqualTo("Đã giữ lại, các báo cáo được coi là đã xem: Bạn Đọc Hoàn tác");
		assertThat(next.select(".item")).isEmpty();
		assertThat(page().text()).contains("Có gì đâu.");
		assertThat(this.newsroom.audit("comment", id)).containsExactly("comment.kept");
		report(id, 5, "HATRED", "");
		assertThat(page().text()).as("what an editor has kept is not hidden by reports").contains("Có gì đâu.");
	}

	@Test
	void thatACommentIsKeptIsTakenBackForTenMinutes() {
		String id = comment("Còn phải xem.");
		report(id, 2, "HATRED", "");
		Visitor moderator = this.newsroom.signIn(Role.MODERATOR);
		this.clock.advance(Duration.ofMinutes(1));
		Document kept = moderator
			.sendAndFollow(Form.in(moderator.open(REPORTED), "#bl-" + id + " form.decide").press("Giữ lại E"));
		assertThat(Html.text(moderator.open("/admin/comments/decisions"), "tbody tr:first-child"))
			.contains("giữ lại, báo cáo được coi là đã xem");
		this.clock.advance(Duration.ofMinutes(9));
		Document open = moderator.sendAndFollow(Form.in(kept, ".toast form").press("Hoàn tác"));
		assertThat(open.select("#bl-" + id + " .reports li")).hasSize(2);
		assertThat(this.newsroom.audit("comment", id)).containsExactlyInAnyOrder("comment.kept", "comment.taken-back");
		report(id, 3, "HATRED", "");
		assertThat(page().text()).as("reports count again, also those from before").doesNotContain("Còn phải xem.");
	}

	@Test
	void whatOthersHaveKeptMeanwhileIsNotTakenBack() {
		String id = comment("Hai người giữ.");
		report(id, 1, "OTHER", "");
		Visitor first = this.newsroom.signIn(Role.EDITOR);
		Visitor second = this.newsroom.signIn(Role.EDITOR);
		String keep = "#bl-" + id + " form.decide";
		Document kept = first.sendAndFollow(Form.in(first.open(REPORTED), keep).press("Giữ lại E"));
		this.clock.advance(Duration.ofMinutes(1));
		report(id, 2, "OTHER", "");
		second.sendAndFollow(Form.in(second.open(REPORTED), keep).press("Giữ lại E"));
		Document told = first.sendAndFollow(Form.in(kept, ".toast form").press("Hoàn tác"));
		assertThat(Html.text(told, ".notice.warn")).contains("quyết định trước (đã đăng)");
		assertThat(told.select(".item")).isEmpty();
	}

	@Test
	void whoDecidesOnAPageFromBeforeIsToldWhoHasKeptIt() {
		String id = comment("Hai người cùng xem.");
		report(id, 1, "OTHER", "");
		Visitor first = this.newsroom.signIn(Role.EDITOR);
		Visitor second = this.newsroom.signIn(Role.EDITOR);
		String decide = "#bl-" + id + " form.decide";
		Document old = second.open(REPORTED);
		this.clock.advance(Duration.ofMinutes(1));
		Document kept = first.sendAndFollow(Form.in(first.open(REPORTED), decide).press("Giữ lại E"));
		for (String button : List.of("Giữ lại E", "3 kỳ thị, kích động thù ghét")) {
			Document told = second.sendAndFollow(Form.in(old, decide).press(button));
			assertThat(Html.text(told, ".notice.warn")).contains("quyết định trước (đã đăng)");
			assertThat(told.select(".toast")).isEmpty();
			assertThat(page().text()).contains("Hai người cùng xem.");
		}
		Document open = first.sendAndFollow(Form.in(kept, ".toast form").press("Hoàn tác"));
		assertThat(open.select("#bl-" + id + " .reports li")).hasSize(1);
	}

	@Test
	void aRemovalThatIsTakenBackBringsTheReportsBack() {
		String id = comment("Gỡ nhầm.");
		report(id, 1, "INSULT", "");
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		Document told = editor.sendAndFollow(
				Form.in(editor.open(REPORTED), "#bl-" + id + " form.decide").press("3 kỳ thị, kích động thù ghét"));
		Document open = editor.sendAndFollow(Form.in(told, ".toast form").press("Hoàn tác"));
		assertThat(open.select("#bl-" + id + " .reports li")).hasSize(1);
	}

	@Test
	void whatReportsHaveHiddenIsRemovedForGoodOrComesBack() {
		String first = comment("Lời nặng.");
		String second = comment("Lời thường.");
		report(first, 3, "HATRED", "");
		report(second, 3, "HATRED", "");
		assertThat(page().text()).doesNotContain("Lời nặng.", "Lời thường.");
		Visitor moderator = this.newsroom.signIn(Role.EDITOR);
		Document tab = moderator.open(REPORTED);
		Document told = moderator
			.sendAndFollow(Form.in(tab, "#bl-" + first + " form.decide").press("3 kỳ thị, kích động thù ghét"));
		assertThat(Html.text(told, ".toast p")).startsWith("Đã gỡ bình luận");
		moderator.sendAndFollow(Form.in(told, "#bl-" + second + " form.decide").press("Duyệt D"));
		assertThat(page().text()).doesNotContain("Lời nặng.").contains("Lời thường.");
		assertThat(moderator.open(REPORTED).select(".item")).isEmpty();
		assertThat(this.newsroom.column("select reason from comment where public_id = ?", first))
			.containsExactly("HATRED");
	}

	@Test
	void aCoveredPassageLeavesAMarkAndTheDeskKeepsWhatWasThere() {
		String id = comment("Nhà tôi ở số 12 phố Huế, ai đi qua số 12 phố Huế thì ghé.");
		Visitor editor = this.newsroom.signIn(Role.MODERATOR);
		String file = "/admin/comments/" + id;
		Document told = editor
			.sendAndFollow(editor.form(file, "#che").fill("passage", "số 12 phố Huế").fill("what", "address"));
		assertThat(Html.text(page(), "#bl-" + id + " .said"))
			.isEqualTo("Nhà tôi ở [đã che: địa chỉ], ai đi qua [đã che: địa chỉ] thì ghé.");
		assertThat(page().html()).doesNotContain("phố Huế");
		assertThat(Html.text(told, ".versions .said")).startsWith("Nhà tôi ở số 12 phố Huế");
		assertThat(this.newsroom.audit("comment", id)).containsExactly("comment.redacted");
		editor.sendAndFollow(Form.in(told, ".toast form").press("Hoàn tác"));
		assertThat(Html.text(page(), "#bl-" + id + " .said")).contains("số 12 phố Huế");
		assertThat(editor.open(file).select(".versions")).isEmpty();
	}

	@Test
	void whoHasCoveredSomethingAndWhenStandsInTheHistoryAndNotTheWords() {
		ReaderKey writer = new ReaderKey("người viết " + this.article.id());
		String id = this.fixtures.comment(this.article, null, "Gọi anh Ba ở số 5 nhé.", writer);
		Visitor editor = this.newsroom.signIn(Role.MODERATOR);
		String file = "/admin/comments/" + id;
		this.clock.advance(Duration.ofMinutes(1));
		editor.sendAndFollow(editor.form(file, "#che").fill("passage", "số 5").fill("what", "address"));
		String history = Html.text(editor.open(file), "tbody tr:last-child");
		assertThat(history).endsWith("che một đoạn (Địa chỉ)").contains("08:01").doesNotContain("số 5");
		this.clock.advance(Duration.ofMinutes(1));
		this.edits.edit(id, new EditForm("Bạn Đọc", "Gọi anh Tư nhé.", "1", "gui", ""), writer, "203.0.113.7");
		Document changed = editor.open("/admin/comments?muc=nghi-van");
		assertThat(Html.texts(changed, "#bl-" + id + " .reasons li"))
			.containsExactly("Người viết sửa lại sau khi tòa soạn che một đoạn +0", "0 điểm: giữ lại");
		List<String> versions = Html.texts(changed, "#bl-" + id + " .versions .hint");
		assertThat(versions).hasSize(2);
		assertThat(versions.get(0)).startsWith("Bạn Đọc, 2");
		assertThat(versions.get(1)).doesNotContain("Bạn Đọc").contains(", che một đoạn (Địa chỉ), ").contains("08:01");
	}

	@Test
	void wordsThatWereFoundAreMarkedOnlyUntilAPassageIsCovered() {
		String id = comment("Số 0912 345 678 là của tôi, số 0912 345 679 cũng thế.");
		Visitor editor = this.newsroom.signIn(Role.MODERATOR);
		String file = "/admin/comments/" + id;
		assertThat(editor.open(file).select("#bl-" + id + " mark")).isNotEmpty();
		Document told = editor.sendAndFollow(editor.form(file, "#che").fill("passage", "0912 345 678"));
		assertThat(Html.only(told, "#bl-" + id + " > div > .said").html())
			.isEqualTo("<p>Số [đã che: số điện thoại] là của tôi, số 0912 345 679 cũng thế.</p>");
		editor.sendAndFollow(Form.in(told, ".toast form").press("Hoàn tác"));
		assertThat(editor.open(file).select("#bl-" + id + " mark")).isNotEmpty();
	}

	@Test
	void aPassageThatTheCommentDoesNotSayIsNotCovered() {
		String id = comment("Không có số nào.");
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		MvcTestResult again = editor.send(editor.form("/admin/comments/" + id, "#che").fill("passage", "0912 345 678"));
		assertThat(again).hasStatus(422);
		assertThat(Html.text(Html.of(again), "#passage-error")).isEqualTo("Bình luận không có đúng đoạn này.");
	}

	@Test
	void aPassageThatTouchesAMarkIsNotCoveredAgain() {
		String id = comment("Gọi anh Ba hỏi tên người kia nhé.");
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		String file = "/admin/comments/" + id;
		editor.sendAndFollow(editor.form(file, "#che").fill("passage", "anh Ba").fill("what", "name"));
		for (String passage : List.of("[đã che: tên người]", "đã che", "Gọi [đã che", "người] hỏi",
				"Gọi [đã che: tên người] hỏi")) {
			MvcTestResult refused = editor.send(editor.form(file, "#che").fill("passage", passage));
			assertThat(refused).as(passage).hasStatus(422);
			Document page = Html.of(refused);
			assertThat(Html.text(page, "#passage-error")).startsWith("Đoạn này là dấu che, hoặc có dấu che ở trong.");
			assertThat(page.select("#che [name=passage]").val()).isEqualTo(passage);
		}
		editor.sendAndFollow(editor.form(file, "#che").fill("passage", "tên người").fill("what", "other"));
		assertThat(Html.text(page(), "#bl-" + id + " .said")).as("the words in the mark stay")
			.isEqualTo("Gọi [đã che: tên người] hỏi [đã che một đoạn] kia nhé.");
		assertThat(this.newsroom.audit("comment", id)).containsExactly("comment.redacted", "comment.redacted");
	}

	@Test
	void whatIsSuspectStandsInItsTabWithReasonsThatAddUpAndWordsThatAreMarked() {
		String id = comment("Số 0912 345 678 là của tôi.");
		Document tab = this.newsroom.signIn(Role.MODERATOR).open("/admin/comments?muc=nghi-van");
		assertThat(Html.texts(tab, "#bl-" + id + " mark")).contains("0912 345 678");
		int points = Html.texts(tab, "#bl-" + id + " .reasons b")
			.stream()
			.mapToInt((text) -> Integer.parseInt(text.replace('−', '-')))
			.sum();
		assertThat(Html.text(tab, "#bl-" + id + " .reasons .sum")).isEqualTo(points + " điểm: giữ lại");
		assertThat(this.newsroom.signIn(Role.MODERATOR).open("/admin/comments").select("#bl-" + id)).isEmpty();
	}

	@Test
	void eachTabNeedsAtMostSixStatements() {
		for (String text : List.of("Một.", "Hai.", "Ba.")) {
			report(comment(text), 1, "OTHER", "");
		}
		Visitor moderator = this.newsroom.signIn(Role.MODERATOR);
		for (QueueTab tab : QueueTab.values()) {
			String address = "/admin/comments?muc=" + tab.parameter();
			assertThat(this.statements.statementsDuring(() -> moderator.open(address))).as(address)
				.filteredOn((sql) -> !sql.toLowerCase().contains("spring_session"))
				.hasSizeLessThanOrEqualTo(6);
		}
	}

	@Test
	void everyPageOfTheDeskTellsHowLongTheOldestHasBeenWaiting() {
		this.jdbc.sql("update comment set status = 'SPAM' where status = 'PENDING'").update();
		this.fixtures.comment(this.fixtures.article(), null, "Chờ mãi.");
		Visitor moderator = this.newsroom.signIn(Role.MODERATOR);
		this.clock.advance(Duration.ofMinutes(42));
		assertThat(Html.text(moderator.open("/admin/account"), ".side .count")).isEqualTo("Chờ lâu nhất: 42 phút");
		assertThat(this.statements.statementsDuring(() -> moderator.open("/admin/account")))
			.filteredOn((sql) -> sql.contains("comment"))
			.isEmpty();
	}

	@Test
	void pagesOfReportedCommentsFollowAlsoWithinSomeTopics() {
		Written mine = this.fixtures.article("Báo cáo được giao");
		this.fixtures.mode(mine, CommentMode.OPEN);
		List<String> ids = IntStream.range(0, QueuePage.SIZE + 2).mapToObj((n) -> {
			this.clock.advance(Duration.ofSeconds(1));
			report(comment("Của người khác " + n + "."), 1, "OTHER", "");
			String id = this.fixtures.comment(mine, null, "Bị báo cáo thứ " + n + ".");
			report(id, 2, "OTHER", "");
			return id;
		}).toList();
		String username = this.newsroom.account(Role.MODERATOR);
		this.jdbc.sql("""
				insert into moderator_beat (account_id, topic_id) select :account, id from topic where name = :topic""")
			.param("account", this.newsroom.accountId(username))
			.param("topic", "Báo cáo được giao")
			.update();
		Visitor moderator = this.newsroom.signIn(username);
		Document first = moderator.open(REPORTED);
		assertThat(items(first)).containsExactlyElementsOf(ids.subList(0, QueuePage.SIZE));
		Document second = moderator.open(Html.only(first, ".pager a[rel=next]").attr("href"));
		assertThat(items(second)).containsExactlyElementsOf(ids.subList(QueuePage.SIZE, ids.size()));
		Document back = moderator.open(Html.only(second, ".pager a[rel=prev]").attr("href"));
		assertThat(items(back)).isEqualTo(items(first));
	}

	private static List<String> items(Document page) {
		return page.select(".item").eachAttr("id").stream().map((id) -> id.substring("bl-".length())).toList();
	}

	@Test
	void aReportAndAnAppealHaveBeenWaitingSinceTheyWereSent() {
		this.jdbc.sql("update comment set status = 'SPAM' where status = 'PENDING'").update();
		this.jdbc.sql("delete from comment_appeal").update();
		String reported = comment("Đăng từ sáng.");
		String rejected = comment("Bị từ chối từ sáng.");
		this.jdbc.sql("update comment set status = 'REJECTED' where public_id = :id").param("id", rejected).update();
		Visitor moderator = this.newsroom.signIn(Role.MODERATOR);
		assertThat(moderator.open("/admin/account").select(".side .count")).isEmpty();
		this.clock.advance(Duration.ofHours(1));
		report(reported, 1, "INSULT", "");
		this.clock.advance(Duration.ofMinutes(42));
		assertThat(longest(moderator)).isEqualTo("Chờ lâu nhất: 42 phút");

		this.jdbc.sql("""
				insert into comment_appeal (comment_id, body, made_at, state)
				select id, 'Xin xem lại.', created_at, 'OPEN' from comment where public_id = :id""")
			.param("id", rejected)
			.update();
		this.clock.advance(Duration.ofMinutes(18));
		assertThat(longest(moderator)).isEqualTo("Chờ lâu nhất: 2 giờ");
		assertThat(Html.text(moderator.open("/admin/comments"), ".work-head .hint")).startsWith("Chờ lâu nhất: 2 giờ");
		assertThat(Html.texts(moderator.open("/admin"), ".tile small"))
			.containsExactly("Chờ lâu nhất: 23/11/2026, 09:00", "Chờ lâu nhất: 23/11/2026, 08:00");

		this.jdbc.sql("update comment_appeal set state = 'DISMISSED'").update();
		this.jdbc.sql("update comment_report set outcome = 'DISMISSED'").update();
		this.clock.advance(Duration.ofMinutes(1));
		assertThat(moderator.open("/admin/account").select(".side .count")).isEmpty();
		this.jdbc.sql("delete from comment_appeal").update();
	}

	private static String longest(Visitor moderator) {
		return Html.text(moderator.open("/admin/account"), ".side .count");
	}

}
