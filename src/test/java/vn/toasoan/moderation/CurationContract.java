package vn.toasoan.moderation;

import java.util.List;
import java.util.stream.Stream;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
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
 * The newsroom speaks in a discussion, and puts forward what is worth it.
 */
@SiteTest
abstract class CurationContract {

	private static final String QUEUE = "/admin/comments";

	@Autowired
	Newsroom newsroom;

	@Autowired
	Fixtures fixtures;

	@Autowired
	StatementCounter statements;

	@Autowired
	MutableClock clock;

	private Written article = new Written(0, "", "");

	@BeforeEach
	void anArticle() {
		this.clock.set(MutableClock.START);
		this.article = this.fixtures.article();
	}

	private String published(String text) {
		String id = this.fixtures.comment(this.article, null, text);
		this.fixtures.approve(id);
		return id;
	}

	private Document page() {
		return this.newsroom.visitor().open(this.article.path());
	}

	private static String file(String comment) {
		return QUEUE + "/" + comment;
	}

	private static Form answer(Visitor editor, String comment, String text) {
		return editor.form(file(comment), "#tra-loi").fill("body", text);
	}

	private static Form button(Visitor editor, String comment, String label) {
		return editor.form(file(comment), "form.decide").press(label);
	}

	private static Document undo(Visitor editor, Document told) {
		return editor.sendAndFollow(Form.in(told, ".toast form").press("Hoàn tác"));
	}

	@Test
	void anAnswerThatComesTooLateIsNotLost() {
		String comment = published("Sao không ai trả lời?");
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		Form answer = answer(editor, comment, "Tòa soạn xin trả lời bạn.");
		this.fixtures.remove(comment);
		Document told = Html.of(editor.send(answer));
		assertThat(Html.text(told, "#body-error")).startsWith("Bình luận này không còn được đăng");
		assertThat(Html.only(told, "#body").text()).isEqualTo("Tòa soạn xin trả lời bạn.");
	}

	@Test
	void anAnswerOfTheNewsroomStandsBelowTheCommentUnderTheEditorsName() {
		String name = this.newsroom.account(Role.EDITOR);
		Visitor editor = this.newsroom.signIn(name);
		String id = published("Tòa soạn có nguồn không?");
		Document told = editor.sendAndFollow(answer(editor, id, "Có, **đây**."));
		assertThat(Html.text(told, ".toast p")).isEqualTo("Đã đăng câu trả lời của tòa soạn");
		assertThat(Html.texts(page(), "[data-depth=1] .who b")).containsExactly(Newsroom.displayName(name));
		assertThat(Html.text(page(), "[data-depth=1] .badge.staff")).isEqualTo("Tòa soạn");
		assertThat(Html.text(page(), "[data-depth=1] .said strong")).isEqualTo("đây");
		assertThat(this.newsroom.audit("comment", id)).containsExactly("comment.replied");
		undo(editor, told);
		assertThat(page().text()).doesNotContain("Có, đây.").contains("1 bình luận");
	}

	@Test
	void theSameAnswerTwiceIsOneAnswerAndComesBackAfterItWasTakenBack() {
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		String id = published("Hỏi.");
		Form form = answer(editor, id, "Đáp.");
		editor.sendAndFollow(form);
		Document told = editor.sendAndFollow(form);
		assertThat(Html.texts(page(), "[data-depth=1] .said")).containsExactly("Đáp.");
		undo(editor, told);
		assertThat(Html.texts(page(), "[data-depth=1] .said")).isEmpty();
		editor.sendAndFollow(form);
		assertThat(Html.texts(page(), "[data-depth=1] .said")).containsExactly("Đáp.");
	}

	@Test
	void anAnswerPublishesACommentThatWaitsAndBothAreTakenBackTogether() {
		Visitor editor = this.newsroom.signIn(Role.MODERATOR);
		String id = this.fixtures.comment(this.article, null, "Còn chờ.");
		assertThat(Html.text(editor.open(file(id)), "#tra-loi button")).isEqualTo("Duyệt và đăng câu trả lời");
		Document told = editor.sendAndFollow(answer(editor, id, "Cảm ơn."));
		assertThat(Html.texts(page(), ".comment .said")).containsExactly("Còn chờ.", "Cảm ơn.");
		undo(editor, told);
		assertThat(Html.texts(page(), ".comment .said")).isEmpty();
		assertThat(Html.text(page(), "#bl")).isEqualTo("0 bình luận");
		assertThat(editor.open(file(id)).select("form.decide button[value=PUBLISHED]")).hasSize(1);
	}

	@Test
	void anAnswerWithoutWordsIsShownAgainWithWhatIsWrong() {
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		String id = published("Hỏi.");
		MvcTestResult again = editor.send(answer(editor, id, " "));
		assertThat(again).hasStatus(422);
		assertThat(Html.text(Html.of(again), "#body-error")).isEqualTo("Bình luận cần ít nhất 2 ký tự.");
		Form form = answer(editor, id, "Đến muộn.");
		this.fixtures.remove(id);
		MvcTestResult gone = editor.send(form);
		assertThat(gone).hasStatus(422);
		assertThat(page().text()).doesNotContain("Đến muộn.");
	}

	@Test
	void apinnedThreadStandsFirstUntilItIsUnpinned() {
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		String first = published("Một.");
		String second = published("Hai.");
		Document told = editor.sendAndFollow(button(editor, first, "Ghim"));
		assertThat(Html.text(told, ".toast p")).isEqualTo("Đã ghim lên đầu cuộc trò chuyện: Bạn Đọc");
		assertThat(best()).containsExactly("bl-" + first, "bl-" + second);
		assertThat(Html.text(page(), "#bl-" + first + " .badge.pin")).isEqualTo("Tòa soạn ghim");
		undo(editor, told);
		assertThat(best()).containsExactly("bl-" + second, "bl-" + first);
		assertThat(this.newsroom.audit("comment", first)).containsExactly("comment.pinned", "comment.unpinned");
	}

	private List<String> best() {
		return this.newsroom.visitor()
			.open(this.article.path() + "?xep=hay-nhat")
			.select(".thread > .comment")
			.eachAttr("id");
	}

	@Test
	void noMoreThanThreeThreadsArePinnedAndWhatIsRemovedLosesItsPin() {
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		List<String> ids = Stream.of("Một.", "Hai.", "Ba.", "Bốn.").map(this::published).toList();
		ids.subList(0, 3).forEach((id) -> editor.sendAndFollow(button(editor, id, "Ghim")));
		Document refused = editor.sendAndFollow(button(editor, ids.get(3), "Ghim"));
		assertThat(Html.text(refused, ".notice[data-announce]")).startsWith("Cuộc trò chuyện này đã có ba");
		this.fixtures.remove(ids.get(0));
		editor.sendAndFollow(button(editor, ids.get(3), "Ghim"));
		assertThat(page().select(".badge.pin")).hasSize(3);
	}

	@Test
	void aRemovalThatIsTakenBackBringsThePinBackWhileThereIsRoom() {
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		List<String> ids = Stream.of("Ghim một.", "Ghim hai.", "Ghim ba.", "Ghim bốn.").map(this::published).toList();
		ids.subList(0, 3).forEach((id) -> editor.sendAndFollow(button(editor, id, "Ghim")));
		String removed = ids.get(0);
		editor.sendAndFollow(button(editor, removed, "Nêu nổi bật"));
		Document told = editor.sendAndFollow(button(editor, removed, "3 kỳ thị, kích động thù ghét"));
		assertThat(page().select(".badge.pin")).hasSize(2);
		Document back = undo(editor, told);
		assertThat(back.select(".notice.warn")).isEmpty();
		assertThat(Html.text(page(), "#bl-" + removed + " .badge.pin")).isEqualTo("Tòa soạn ghim");
		assertThat(Html.text(page(), "#bl-" + removed + " .badge.featured")).isEqualTo("Nổi bật");
		told = editor.sendAndFollow(button(editor, removed, "3 kỳ thị, kích động thù ghét"));
		editor.sendAndFollow(button(editor, ids.get(3), "Ghim"));
		assertThat(Html.text(undo(editor, told), ".notice.warn"))
			.isEqualTo("1 bình luận không ghim lại được, vì cuộc trò chuyện đã có ba bình luận khác được ghim.");
		assertThat(page().select("#bl-" + removed)).hasSize(1);
		assertThat(page().select("#bl-" + removed + " .badge.pin")).isEmpty();
		assertThat(page().select(".badge.pin")).hasSize(3);
	}

	@Test
	void aFeaturedCommentIsMarked() {
		Visitor editor = this.newsroom.signIn(Role.MODERATOR);
		String id = published("Rất hay.");
		Form form = editor.form(QUEUE + "?muc=da-dang", "#bl-" + id + " form.decide").press("Nêu nổi bật");
		Document told = editor.sendAndFollow(form);
		assertThat(Html.text(told, "h1")).isEqualTo("Bình luận");
		assertThat(Html.text(page(), "#bl-" + id + " .badge.featured")).isEqualTo("Nổi bật");
		assertThat(Html.text(editor.sendAndFollow(form), ".notice[data-announce]")).startsWith("Không có gì thay đổi");
		undo(editor, told);
		assertThat(page().select(".badge.featured")).isEmpty();
		assertThat(this.newsroom.audit("comment", id)).containsExactly("comment.featured", "comment.unfeatured");
	}

	@Test
	void whoHasTheDesksCookieFindsTheWayFromTheThreadToTheDesk() {
		String id = published("Từ bài viết.");
		assertThat(page().select("a[href^=/admin]")).isEmpty();
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		String way = Html.only(editor.open(this.article.path()), "#bl-" + id + " a[href^=/admin]").attr("href");
		Document file = editor.open(way);
		assertThat(Html.text(file, "h1")).isEqualTo("Bình luận của Bạn Đọc");
		assertThat(Html.texts(file, "tbody tr td:last-child")).containsExactly("chờ duyệt", "đã đăng");
	}

	@Test
	void theFileOfACommentNeedsFewStatements() {
		String id = published("Đếm.");
		Visitor moderator = this.newsroom.signIn(Role.MODERATOR);
		moderator.open(file(id));
		assertThat(this.statements.statementsDuring(() -> moderator.open(file(id))))
			.filteredOn((sql) -> !sql.toLowerCase().contains("spring_session"))
			.hasSizeLessThanOrEqualTo(6);
	}

}
