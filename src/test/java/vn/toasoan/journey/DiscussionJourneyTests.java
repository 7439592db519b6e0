package vn.toasoan.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.IntStream;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import vn.toasoan.audit.Actor;
import vn.toasoan.comment.Appeals;
import vn.toasoan.comment.CommentStatus;
import vn.toasoan.comment.Decisions;
import vn.toasoan.comment.Reason;
import vn.toasoan.testing.Browser;
import vn.toasoan.testing.Fixtures;
import vn.toasoan.testing.Fixtures.Written;
import vn.toasoan.testing.InBrowser;
import vn.toasoan.testing.OnH2;
import vn.toasoan.testing.View;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * All that readers do in a discussion, in a real browser: post, preview, reply, like,
 * report, edit, delete, sort, page, appeal, download, erase. Once as browsers are, once
 * with JavaScript switched off.
 */
@OnH2
@InBrowser
@Import(Fixtures.class)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "toasoan.comments.mode=OPEN", "toasoan.delivery.memory=8MB" })
class DiscussionJourneyTests {

	private static final Actor EDITOR = new Actor(7L, "Biên tập viên");

	private static final int OTHERS = 24;

	@Autowired
	Fixtures fixtures;

	@Autowired
	Decisions decisions;

	@Autowired
	Appeals appeals;

	private Written article = new Written(0, "", "");

	@BeforeEach
	void aDiscussionOfTwoPages() {
		this.article = this.fixtures.openArticle();
		IntStream.range(0, OTHERS)
			.forEach((n) -> this.fixtures.comment(this.article, null,
					"Ý kiến thứ " + n + " về " + this.article.title()));
	}

	@Test
	void aReaderDoesAllThatReadersDo(Page reader, Page friend, Page phone, Browser browser) throws IOException {
		walk(reader, friend, phone);
		assertThat(browser.problems()).isEmpty();
	}

	@Test
	void theSameWithoutJavaScript(@View(javaScript = false) Page reader, @View(javaScript = false) Page friend,
			@View(javaScript = false, width = 390, height = 844) Page phone, Browser browser) throws IOException {
		walk(reader, friend, phone);
		assertThat(browser.problems()).isEmpty();
	}

	private void walk(Page reader, Page friend, Page phone) throws IOException {
		String link = post(reader);
		reply(friend);
		likeAndReport(reader);
		edit(reader);
		delete(reader);
		sortAndPage(friend);
		appeal(reader);
		onAnotherDevice(phone, link);
		download(reader);
		erase(reader, friend);
	}

	private String post(Page reader) {
		reader.navigate(this.article.path());
		write(reader, "Lan Chi", "Bài viết giúp tôi hiểu **chuyện này**.");
		press(reader, "Xem trước");
		assertThat(reader.locator(".preview strong")).hasText("chuyện này");
		press(reader, "Gửi bình luận");
		assertThat(said(reader, "Bài viết giúp tôi")).hasText("Bài viết giúp tôi hiểu chuyện này.");
		return reader.locator(".keep .address a").getAttribute("href");
	}

	private void reply(Page friend) {
		friend.navigate(this.article.path() + "?xep=moi-nhat");
		comment(friend, "Bài viết giúp tôi").getByText("Trả lời").click();
		assertThat(friend.locator(".replying")).containsText("Trả lời Lan Chi");
		write(friend, "Hải Đăng", "Tôi cũng nghĩ như bạn.");
		press(friend, "Gửi bình luận");
		assertThat(said(friend, "Tôi cũng nghĩ")).hasCount(1);
	}

	private void likeAndReport(Page reader) {
		reader.navigate(this.article.path() + "?xep=moi-nhat");
		comment(reader, "Tôi cũng nghĩ").locator(".like").click();
		assertThat(comment(reader, "Tôi cũng nghĩ").locator(".like")).hasAttribute("aria-pressed", "true");
		assertThat(comment(reader, "Tôi cũng nghĩ").locator(".like span")).hasText("1");
		comment(reader, "Tôi cũng nghĩ").getByText("Báo cáo").click();
		reader.getByText("Lý do khác").click();
		press(reader, "Gửi báo cáo");
		assertThat(reader.locator("h1")).hasText("Cảm ơn bạn đã báo cáo");
	}

	private void edit(Page reader) {
		reader.navigate(this.article.path());
		write(reader, "Lan Chi", "Câu này có lỗi chính tã.");
		press(reader, "Gửi bình luận");
		comment(reader, "lỗi chính tã").getByLabel("Sửa bình luận này").click();
		reader.getByLabel("Ý kiến của bạn").fill("Câu này hết lỗi chính tả.");
		press(reader, "Lưu thay đổi");
		assertThat(comment(reader, "hết lỗi chính tả").locator(".edited")).hasText("đã sửa");
	}

	private void delete(Page reader) {
		reader.navigate(this.article.path());
		write(reader, "Lan Chi", "Lời này tôi sẽ rút lại.");
		press(reader, "Gửi bình luận");
		comment(reader, "tôi sẽ rút lại").getByLabel("Xóa bình luận này").click();
		press(reader, "Xóa bình luận");
		assertThat(comment(reader, "tôi sẽ rút lại").locator(".badge")).hasText("Bạn đã xóa");
		reader.navigate(this.article.path() + "?xep=moi-nhat");
		assertThat(said(reader, "tôi sẽ rút lại")).hasCount(0);
	}

	private void sortAndPage(Page friend) {
		friend.navigate(this.article.path());
		friend.locator(".order").getByText("Cũ nhất").click();
		assertThat(friend.locator(".thread > .comment").first()).containsText("Ý kiến thứ 0 ");
		friend.getByText("Xem thêm bình luận").click();
		assertThat(friend.locator(".thread > .comment").first()).containsText("Ý kiến thứ 20 ");
		assertThat(said(friend, "hết lỗi chính tả")).hasCount(1);
		friend.locator(".order").getByText("Mới nhất").click();
		assertThat(friend.locator(".thread > .comment").first()).containsText("hết lỗi chính tả");
	}

	private void appeal(Page reader) {
		reader.navigate("/binh-luan-cua-toi");
		String id = comment(reader, "hết lỗi chính tả").getAttribute("id").substring("bl-".length());
		this.decisions.decide(id, CommentStatus.PUBLISHED, CommentStatus.REMOVED, EDITOR, Reason.OFF_TOPIC);
		reader.reload();
		assertThat(comment(reader, "hết lỗi chính tả")).containsText("Lý do: lạc đề.");
		comment(reader, "hết lỗi chính tả").getByText("Khiếu nại").click();
		reader.getByLabel("Vì sao nên xem lại?").fill("Tôi nói về chính bài này.");
		press(reader, "Gửi khiếu nại");
		assertThat(comment(reader, "hết lỗi chính tả").locator(".appeal"))
			.containsText("Bạn đã khiếu nại, tòa soạn chưa trả lời.");
		this.appeals.decide(id, true, "Bạn nói phải, xin lỗi bạn.", EDITOR);
		reader.reload();
		assertThat(comment(reader, "hết lỗi chính tả").locator(".badge")).hasText("Đã đăng");
		assertThat(comment(reader, "hết lỗi chính tả").locator(".appeal")).containsText("Bạn nói phải, xin lỗi bạn.");
	}

	private void onAnotherDevice(Page phone, String link) {
		phone.navigate(link.replaceFirst("https?://[^/]+", ""));
		press(phone, "Mở bình luận của tôi");
		assertThat(phone.locator("h1")).hasText("Bình luận của tôi");
		assertThat(phone.locator(".comment")).hasCount(3);
	}

	private static void download(Page reader) throws IOException {
		reader.navigate("/binh-luan-cua-toi");
		Download file = reader.waitForDownload(() -> reader.getByText("Tải về (JSON)").click());
		assertThat(file.suggestedFilename()).isEqualTo("binh-luan-cua-toi.json");
		assertThat(Files.readString(file.path())).contains("Câu này có lỗi chính tã.", "Câu này hết lỗi chính tả.",
				"Tôi nói về chính bài này.", "OTHER");
	}

	private void erase(Page reader, Page friend) {
		reader.getByText("Xóa mọi dữ liệu…").click();
		press(reader, "Xóa tất cả");
		assertThat(reader.locator("h1")).hasText("Đã xóa mọi dữ liệu của bạn");
		assertThat(reader.locator(".receipt tbody tr").filter(with("comment_version"))).containsText("1");
		friend.navigate(this.article.path() + "?xep=moi-nhat");
		assertThat(friend.locator(".comment.gone")).hasText("Người viết đã xóa bình luận này.");
		assertThat(said(friend, "Tôi cũng nghĩ")).hasCount(1);
		assertThat(friend.getByText("Lan Chi")).hasCount(0);
		reader.navigate("/binh-luan-cua-toi");
		assertThat(reader.locator(".empty")).containsText("Thiết bị này chưa giữ bình luận nào");
	}

	private static void write(Page page, String name, String text) {
		page.getByLabel("Ý kiến của bạn").fill(text);
		page.getByLabel("Tên hiển thị").fill(name);
	}

	private static Locator comment(Page page, String words) {
		return page.locator(".comment", new Page.LocatorOptions().setHasText(words));
	}

	private static Locator said(Page page, String words) {
		return page.locator(".comment .said").filter(with(words));
	}

	private static void press(Page page, String button) {
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).click();
	}

	private static Locator.FilterOptions with(String text) {
		return new Locator.FilterOptions().setHasText(text);
	}

}
