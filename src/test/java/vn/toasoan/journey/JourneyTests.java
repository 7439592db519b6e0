package vn.toasoan.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import vn.toasoan.testing.Browser;
import vn.toasoan.testing.InBrowser;
import vn.toasoan.testing.OnH2;
import vn.toasoan.testing.View;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The whole way, in a real browser: a reader reads and comments, an editor approves and
 * corrects, the reader sees it. Once as browsers are, once with JavaScript switched off.
 */
@OnH2
@InBrowser
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = { "toasoan.admin.username=binh",
		"toasoan.admin.password=" + JourneyTests.PASSWORD, "toasoan.delivery.memory=8MB" })
class JourneyTests {

	static final String PASSWORD = "mot-cau-that-de-nho";

	private static final String ARTICLE = "/bai-viet/llama-4-lan-song-moi-cua-ai-se-ngon-gap-10-lan-suc-manh-tinh-toan";

	@Test
	void readCommentApproveAndCorrect(Page reader, Page stranger, Page editor, Browser browser) {
		walk(reader, stranger, editor, "Lan");
		assertThat(browser.problems()).isEmpty();
	}

	@Test
	void theSameWithoutJavaScript(@View(javaScript = false) Page reader, @View(javaScript = false) Page stranger,
			@View(javaScript = false) Page editor, Browser browser) {
		walk(reader, stranger, editor, "Mai");
		assertThat(browser.problems()).isEmpty();
	}

	private void walk(Page reader, Page stranger, Page editor, String name) {
		String words = "Bài dễ hiểu, cảm ơn tòa soạn. " + name;
		reader.navigate(ARTICLE);
		assertThat(reader.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
			.hasText("Llama 4: Làn sóng mới của AI sẽ ngốn gấp 10 lần sức mạnh tính toán");

		reader.getByLabel("Ý kiến của bạn").fill(words);
		reader.getByLabel("Tên hiển thị").fill(name);
		press(reader, "Xem trước");
		assertThat(reader.locator(".preview .said")).hasText(words);
		press(reader, "Gửi bình luận");
		assertThat(reader.locator(".comment.pending .said")).hasText(words);
		assertThat(reader.locator(".comment.pending")).containsText("Đang chờ duyệt, chỉ bạn thấy");

		stranger.navigate(ARTICLE);
		assertThat(stranger.getByText(words)).hasCount(0);

		signIn(editor);
		editor.navigate("/admin/comments");
		editor.locator(".item", new Page.LocatorOptions().setHasText(words))
			.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Duyệt"))
			.click();
		assertThat(editor.locator(".toast p").first()).hasText("Đã duyệt và đăng bình luận: " + name);

		stranger.reload();
		assertThat(stranger.locator(".comment .said").filter(with(words))).hasCount(1);

		editor.navigate("/admin/articles");
		editor.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Llama 4")).first().click();
		editor.getByLabel("Sa-pô").fill("Sa-pô mới của " + name);
		press(editor, "Lưu");
		assertThat(editor.locator(".toast")).hasText("Đã lưu.");
		stranger.reload();
		assertThat(stranger.locator(".standfirst")).hasText("Sa-pô mới của " + name);
	}

	private static void signIn(Page editor) {
		editor.navigate("/admin");
		editor.getByLabel("Tên đăng nhập").fill("binh");
		editor.getByLabel("Mật khẩu").fill("không phải mật khẩu này");
		press(editor, "Đăng nhập");
		assertThat(editor.locator("#failure")).hasText("Tên đăng nhập hoặc mật khẩu chưa đúng.");
		assertThat(editor.getByLabel("Tên đăng nhập")).hasValue("binh");
		editor.getByLabel("Mật khẩu").fill(PASSWORD);
		press(editor, "Đăng nhập");
		assertThat(editor.locator("h1")).hasText("Tổng quan");
	}

	private static void press(Page page, String button) {
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).click();
	}

	private static Locator.FilterOptions with(String text) {
		return new Locator.FilterOptions().setHasText(text);
	}

}
