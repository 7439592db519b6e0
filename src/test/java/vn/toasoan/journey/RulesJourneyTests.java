package vn.toasoan.journey;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import vn.toasoan.testing.Browser;
import vn.toasoan.testing.Fixtures;
import vn.toasoan.testing.Fixtures.Written;
import vn.toasoan.testing.InBrowser;
import vn.toasoan.testing.OnH2;
import vn.toasoan.testing.View;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * An editor makes a rule in a real browser, and a reader's next comment waits for it.
 */
@OnH2
@InBrowser
@Import(Fixtures.class)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "toasoan.admin.username=binh", "toasoan.admin.password=" + RulesJourneyTests.PASSWORD,
				"toasoan.delivery.memory=8MB", "toasoan.comments.learning=true" })
class RulesJourneyTests {

	static final String PASSWORD = "mot-cau-that-de-nho";

	@Autowired
	Fixtures fixtures;

	@Test
	void aRuleIsTriedAndSwitchedOnAndThenHoldsAComment(Page editor, Page reader, Browser browser) {
		aRuleIsMade(editor, reader, "vé số kiến thiết dạo");
		assertThat(browser.problems()).isEmpty();
	}

	@Test
	void aRuleIsTriedAndSwitchedOnAndThenHoldsACommentWithoutJavaScript(@View(javaScript = false) Page editor,
			@View(javaScript = false) Page reader, Browser browser) {
		aRuleIsMade(editor, reader, "vé số kiến thiết rong");
		assertThat(browser.problems()).isEmpty();
	}

	private void aRuleIsMade(Page editor, Page reader, String phrase) {
		Written article = this.fixtures.openArticle();
		this.fixtures.comment(article, null, "Ai mua " + phrase + " không?");
		signIn(editor);
		editor.getByRole(AriaRole.LINK, named("Quy tắc")).click();
		editor.getByRole(AriaRole.LINK, named("Thêm quy tắc")).click();
		editor.getByLabel("Tìm gì").fill(phrase);
		editor.getByLabel("Cả khi viết không dấu (từ hai âm tiết trở lên)").check();
		editor.locator("#ground").selectOption("OTHER");
		editor.getByLabel("Điểm").fill("35");
		editor.getByRole(AriaRole.BUTTON, named("Thử trên các bình luận gần đây")).click();
		assertThat(editor.locator(".trial .notice b")).containsText("Trúng 1 trong");
		assertThat(editor.locator(".trial .item mark")).hasText(phrase);
		assertThat(editor.locator(".trial .reasons")).containsText("35 điểm: giữ lại");
		editor.getByRole(AriaRole.BUTTON, named("Bật quy tắc này")).click();
		assertThat(editor.locator(".toast")).hasText("Đã bật quy tắc mới.");
		assertThat(editor.locator("#lich-su ~ table tbody tr")).hasCount(1);

		reader.navigate(article.path());
		reader.locator("#viet [name=name]").fill("Minh Anh");
		reader.locator("#viet [name=body]").fill("Tôi cũng bán " + phrase + " ở góc phố.");
		reader.getByRole(AriaRole.BUTTON, named("Gửi bình luận")).click();
		reader.waitForURL("**da-nhan=**");
		editor.navigate("/admin/comments?muc=nghi-van");
		assertThat(editor.locator(".item .said mark").last()).hasText(phrase);
		assertThat(editor.locator(".item .reasons").last()).containsText("Từ ngữ khác của tòa soạn +35");
	}

	@Test
	void learningIsSwitchedOffAndOnWithoutJavaScript(@View(javaScript = false) Page editor, Browser browser) {
		signIn(editor);
		editor.navigate("/admin/rules");
		editor.getByRole(AriaRole.BUTTON, named("Tắt việc học")).click();
		assertThat(editor.locator(".toast")).hasText("Đã tắt việc học.");
		assertThat(editor.locator("#hoc")).containsText("Đã tắt: binh");
		editor.getByRole(AriaRole.BUTTON, named("Bật việc học")).click();
		assertThat(editor.locator("#hoc .facts dd").first()).hasText("đang bật");
		editor.navigate("/admin/audit");
		assertThat(editor.locator("tbody tr").first()).containsText("bật việc học từ quyết định");
		assertThat(browser.problems()).isEmpty();
	}

	private static Page.GetByRoleOptions named(String name) {
		return new Page.GetByRoleOptions().setName(name).setExact(true);
	}

	private static void signIn(Page editor) {
		editor.navigate("/dang-nhap");
		editor.getByLabel("Tên đăng nhập").fill("binh");
		editor.getByLabel("Mật khẩu").fill(PASSWORD);
		editor.getByRole(AriaRole.BUTTON, named("Đăng nhập")).click();
		assertThat(editor.locator("h1")).hasText("Tổng quan");
	}

}
