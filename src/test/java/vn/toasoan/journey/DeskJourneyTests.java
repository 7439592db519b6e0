package vn.toasoan.journey;

import java.util.List;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.toasoan.audit.Actor;
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
 * A moderator's work in a real browser: by keys and without leaving the page where
 * scripts run, by buttons where they don't.
 */
@OnH2
@InBrowser
@Import(Fixtures.class)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = { "toasoan.admin.username=binh",
		"toasoan.admin.password=" + DeskJourneyTests.PASSWORD, "toasoan.delivery.memory=8MB" })
class DeskJourneyTests {

	static final String PASSWORD = "mot-cau-that-de-nho";

	private static final int COMMENTS = 8;

	@Autowired
	Fixtures fixtures;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Decisions decisions;

	private List<String> comments = List.of();

	private Written article = new Written(0, "", "");

	@BeforeEach
	void aQueue() {
		List.of("legal_evidence", "legal_step", "legal_request", "allowance", "decision_item", "comment_appeal",
				"comment_event", "comment_report", "comment_version", "comment_search", "lesson", "comment")
			.forEach((table) -> this.jdbc.sql("delete from " + table).update());
		this.article = this.fixtures.article();
		this.comments = IntStream.rangeClosed(1, COMMENTS)
			.mapToObj((n) -> this.fixtures.comment(this.article, null, "Bình luận thứ " + n + "."))
			.toList();
	}

	@Test
	void byKeysWithoutLeavingThePage(Page page, Browser browser) {
		signIn(page);
		page.navigate("/admin/comments");
		page.evaluate("window.stayed = true");
		assertThat(rows(page)).hasCount(COMMENTS);
		page.keyboard().press("j");
		assertThat(row(page, 1)).isFocused();

		page.keyboard().press("d");
		assertThat(page.locator(".toast p")).hasText("Đã duyệt và đăng bình luận: Bạn Đọc");
		assertThat(rows(page)).hasCount(COMMENTS - 1);
		assertThat(row(page, 2)).isFocused();
		assertThat(page.locator("[data-say]")).hasText("Đã duyệt và đăng bình luận: Bạn Đọc");
		assertThat(page.locator(".tabs a[aria-current]")).hasText("Chờ duyệt 7");

		page.keyboard().press("g");
		page.keyboard().press("7");
		assertThat(page.locator(".toast p")).hasText("Đã từ chối bình luận: Bạn Đọc (lạc đề)");
		assertThat(row(page, 3)).isFocused();
		page.keyboard().press("s");
		assertThat(page.locator(".toast p")).hasText("Đã đưa bình luận vào spam: Bạn Đọc");
		assertThat(row(page, 4)).isFocused();

		page.keyboard().press("z");
		assertThat(page.locator(".toast p")).hasText("Đã hoàn tác: bình luận trở lại như trước");
		assertThat(row(page, 3)).isVisible();

		page.keyboard().press("j");
		page.keyboard().press("x");
		page.keyboard().press("j");
		page.keyboard().press("x");
		assertThat(page.locator(".queue input:checked")).hasCount(2);
		page.locator(".bulk").getByText("Từ chối…").click();
		page.locator(".bulk").getByRole(AriaRole.BUTTON, named("quảng cáo")).click();
		assertThat(page.locator(".toast p")).hasText("Đã từ chối 2 bình luận (quảng cáo)");
		assertThat(rows(page)).hasCount(COMMENTS - 4);
		page.locator(".toast").getByRole(AriaRole.BUTTON).click();
		assertThat(rows(page)).hasCount(COMMENTS - 2);

		page.keyboard().press("?");
		assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();
		page.keyboard().press("Escape");
		assertThat(page.getByRole(AriaRole.DIALOG)).isHidden();
		page.getByLabel("Chọn cả trang").check();
		page.locator(".bulk").getByRole(AriaRole.BUTTON, named("Duyệt")).click();
		assertThat(page.locator(".empty")).isVisible();
		assertThat(page.evaluate("window.stayed")).isEqualTo(true);
		assertThat(browser.problems()).isEmpty();
	}

	@Test
	void theFasterOneIsNamedToTheOther(Page first, Page second, Browser browser) {
		signIn(first);
		signIn(second);
		first.navigate("/admin/comments");
		second.navigate("/admin/comments");
		first.keyboard().press("j");
		first.keyboard().press("d");
		assertThat(first.locator(".toast p")).isVisible();
		second.keyboard().press("j");
		second.keyboard().press("s");
		assertThat(second.locator(".notice[data-announce]"))
			.containsText("Bình luận này đã được binh quyết định trước (đã đăng)");
		assertThat(rows(second)).hasCount(COMMENTS - 1);
		assertThat(browser.problems()).isEmpty();
	}

	@Test
	void keysCanBeSwitchedOff(Page page) {
		signIn(page);
		page.navigate("/admin/comments");
		page.getByLabel("Dùng phím tắt").uncheck();
		page.reload();
		assertThat(page.getByLabel("Dùng phím tắt")).not().isChecked();
		page.keyboard().press("?");
		assertThat(page.getByRole(AriaRole.DIALOG)).isHidden();
	}

	@Test
	void byButtonsWithoutJavaScript(@View(javaScript = false) Page page, Browser browser) {
		signIn(page);
		page.navigate("/admin/comments");
		row(page, 1).getByRole(AriaRole.BUTTON, named("Duyệt")).click();
		assertThat(page.locator(".toast p")).hasText("Đã duyệt và đăng bình luận: Bạn Đọc");
		row(page, 2).getByText("Từ chối…").click();
		row(page, 2).getByRole(AriaRole.BUTTON, named("lạc đề")).click();
		assertThat(page.locator(".toast p")).hasText("Đã từ chối bình luận: Bạn Đọc (lạc đề)");
		page.locator(".toast").getByRole(AriaRole.BUTTON).click();
		assertThat(row(page, 2)).isVisible();
		row(page, 3).getByRole(AriaRole.CHECKBOX).check();
		row(page, 4).getByRole(AriaRole.CHECKBOX).check();
		page.locator(".bulk").getByRole(AriaRole.BUTTON, named("Spam")).click();
		assertThat(page.locator(".toast p")).hasText("Đã đưa 2 bình luận vào spam");
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Chọn cả trang")).click();
		page.locator(".bulk").getByRole(AriaRole.BUTTON, named("Duyệt")).click();
		assertThat(page.locator(".empty")).isVisible();
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Quyết định của tôi")).click();
		page.locator("tbody tr").first().getByRole(AriaRole.BUTTON, named("Hoàn tác")).click();
		assertThat(page.locator("tbody tr").first()).containsText("đã hoàn tác");
		assertThat(page.getByLabel("Dùng phím tắt")).isHidden();
		assertThat(browser.problems()).isEmpty();
	}

	@Test
	void theNewsroomAnswersPinsAndCoversAPassage(Page page, Browser browser) {
		theNewsroomSpeaks(page);
		assertThat(browser.problems()).isEmpty();
	}

	@Test
	void theNewsroomAnswersPinsAndCoversAPassageWithoutJavaScript(@View(javaScript = false) Page page,
			Browser browser) {
		theNewsroomSpeaks(page);
		assertThat(browser.problems()).isEmpty();
	}

	private void theNewsroomSpeaks(Page page) {
		signIn(page);
		page.navigate("/admin/comments");
		row(page, 1).getByRole(AriaRole.LINK, named("Trả lời")).click();
		page.getByLabel("Câu trả lời").fill("Cảm ơn bạn.");
		page.getByRole(AriaRole.BUTTON, button("Duyệt và đăng câu trả lời")).click();
		assertThat(page.locator(".toast p")).hasText("Đã đăng câu trả lời của tòa soạn");
		page.getByLabel("Đoạn cần che").fill("thứ 1");
		page.getByLabel("Nội dung khác").check();
		page.locator("#che").getByRole(AriaRole.BUTTON).click();
		assertThat(page.locator(".item .said").first()).hasText("Bình luận [đã che một đoạn].");
		page.locator(".toast").getByRole(AriaRole.BUTTON).click();
		assertThat(page.locator(".item .said").first()).hasText("Bình luận thứ 1.");
		page.navigate("/admin/comments?muc=da-dang");
		row(page, 1).getByRole(AriaRole.BUTTON, named("Ghim")).click();
		assertThat(page.locator(".toast p")).hasText("Đã ghim lên đầu cuộc trò chuyện: Bạn Đọc");
		assertThat(row(page, 1).locator(".badge.pin")).isVisible();
		page.locator(".toast").getByRole(AriaRole.BUTTON).click();
		assertThat(row(page, 1).locator(".badge.pin")).hasCount(0);
	}

	@Test
	void aWriterIsBannedWithAPreviewAndAllOfTheirsIsRemovedAndBack(Page page, Browser browser) {
		aWriterIsDealtWith(page);
		assertThat(browser.problems()).isEmpty();
	}

	@Test
	void aWriterIsBannedWithAPreviewAndAllOfTheirsIsRemovedAndBackWithoutJavaScript(@View(javaScript = false) Page page,
			Browser browser) {
		aWriterIsDealtWith(page);
		assertThat(browser.problems()).isEmpty();
	}

	private void aWriterIsDealtWith(Page page) {
		signIn(page);
		page.navigate("/admin/comments");
		row(page, 2).getByRole(AriaRole.LINK, named("Người này: hồ sơ của")).click();
		assertThat(page.locator("h1")).hasText("Người viết: Bạn Đọc");
		page.getByText("Gỡ cả 1 bình luận").click();
		page.locator(".remove-all").getByRole(AriaRole.BUTTON, named("quảng cáo")).click();
		assertThat(page.locator(".toast p")).containsText("Đã từ chối bình luận");
		page.locator(".toast").getByRole(AriaRole.BUTTON).click();
		assertThat(page.locator(".item .status")).hasText("chờ duyệt");
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Chặn…")).click();
		page.getByLabel("Vì sao").fill("Quấy rối.");
		page.getByRole(AriaRole.BUTTON, button("Xem trước")).click();
		assertThat(page.locator(".notice b")).hasText("Sẽ trúng 1 bình luận đã có.");
		page.getByRole(AriaRole.BUTTON, button("Chặn")).click();
		assertThat(page.locator(".notice.warn")).containsText("Bị từ chối");
		page.getByRole(AriaRole.BUTTON, button("Bỏ chặn")).click();
		assertThat(page.locator(".notice.warn")).hasCount(0);
	}

	@Test
	void anAppealIsAnsweredByKeysAndTakenBack(Page writer, Page page, Browser browser) {
		String own = appeal(writer);
		signIn(page);
		page.navigate("/admin/comments?muc=khang-nghi");
		page.evaluate("window.stayed = true");
		assertThat(page.locator(".tabs a[aria-current]")).hasText("Khiếu nại 1");
		page.keyboard().press("j");
		page.keyboard().press("g");
		assertThat(page.getByLabel("Trả lời người viết")).isFocused();
		page.keyboard().type("Vẫn là quảng cáo, d g s.");
		page.keyboard().press("Tab");
		page.keyboard().press("Enter");
		assertThat(page.locator(".toast p")).hasText("Đã trả lời khiếu nại, quyết định giữ nguyên: Mai Lan");
		assertThat(rows(page)).hasCount(0);
		writer.reload();
		assertThat(writer.locator(own + " .appeal")).containsText("Trả lời: Vẫn là quảng cáo, d g s.");
		page.keyboard().press("z");
		assertThat(rows(page)).hasCount(1);
		page.keyboard().press("j");
		page.keyboard().press("d");
		assertThat(page.locator(".toast p")).hasText("Đã chấp nhận khiếu nại và đăng bình luận: Mai Lan");
		assertThat(page.evaluate("window.stayed")).isEqualTo(true);
		writer.reload();
		assertThat(writer.locator(own + " .badge")).hasText("Đã đăng");
		assertThat(browser.problems()).isEmpty();
	}

	@Test
	void anAppealIsAnsweredWithoutJavaScript(@View(javaScript = false) Page writer, @View(javaScript = false) Page page,
			Browser browser) {
		String own = appeal(writer);
		signIn(page);
		page.navigate("/admin/comments?muc=khang-nghi");
		page.getByText("Giữ nguyên…").click();
		page.getByLabel("Trả lời người viết").fill("Vẫn là quảng cáo.");
		page.getByRole(AriaRole.BUTTON, button("Gửi trả lời, giữ nguyên")).click();
		assertThat(page.locator(".toast p")).hasText("Đã trả lời khiếu nại, quyết định giữ nguyên: Mai Lan");
		writer.reload();
		assertThat(writer.locator(own + " .appeal")).containsText("Trả lời: Vẫn là quảng cáo.");
		assertThat(browser.problems()).isEmpty();
	}

	/**
	 * Writes a comment, which is rejected, and appeals.
	 * @return where it stands on the page of the writer's own comments
	 */
	private String appeal(Page writer) {
		writer.navigate(this.article.path());
		writer.locator("#viet").getByLabel("Tên hiển thị").fill("Mai Lan");
		writer.locator("#viet").locator("textarea[name=body]").fill("Tôi mua ở đây.");
		writer.locator("#viet").getByRole(AriaRole.BUTTON, named("Gửi bình luận")).click();
		writer.navigate("/binh-luan-cua-toi");
		String id = String.valueOf(writer.locator(".own .comment").getAttribute("id"));
		this.decisions.decide(id.substring("bl-".length()), CommentStatus.PENDING, CommentStatus.REJECTED,
				new Actor(7L, "Đỗ Quỳnh"), Reason.ADVERTISING);
		writer.navigate("/bl/" + id.substring("bl-".length()) + "/khieu-nai");
		writer.getByLabel("Vì sao nên xem lại?").fill("Tôi chỉ kể chuyện mình.");
		writer.getByRole(AriaRole.BUTTON, button("Gửi khiếu nại")).click();
		assertThat(writer.locator("#" + id + " .appeal")).isVisible();
		return "#" + id;
	}

	@Test
	void aLegalRequestIsReceivedFrozenAnsweredAndEnded(Page asker, Page page, Browser browser) {
		aLegalRequest(asker, page);
		assertThat(browser.problems()).isEmpty();
	}

	@Test
	void aLegalRequestIsReceivedFrozenAnsweredAndEndedWithoutJavaScript(@View(javaScript = false) Page asker,
			@View(javaScript = false) Page page, Browser browser) {
		aLegalRequest(asker, page);
		assertThat(browser.problems()).isEmpty();
	}

	private void aLegalRequest(Page asker, Page page) {
		String comment = this.comments.get(0);
		this.fixtures.approve(comment);
		asker.navigate("/");
		asker.locator(".foot").getByRole(AriaRole.LINK, named("Yêu cầu pháp lý")).click();
		asker.getByLabel("Người bị bình luận xâm phạm quyền").check();
		asker.getByLabel("Họ và tên").fill("Trần Thị Bị Nêu");
		asker.getByLabel("E-mail nhận trả lời").fill("bi.neu@example.vn");
		asker.getByLabel("Địa chỉ của bình luận").fill(asker.url().replaceFirst("/yeu-cau.*", "/bl/" + comment));
		asker.getByLabel("Căn cứ pháp lý").fill("Điều 34 Bộ luật Dân sự");
		asker.getByLabel("Nội dung yêu cầu").fill("Xin gỡ.");
		asker.getByRole(AriaRole.BUTTON, button("Gửi yêu cầu")).click();
		assertThat(asker.locator("h1")).hasText("Tòa soạn đã nhận yêu cầu");
		String number = asker.locator(".notice b").textContent();

		signIn(page);
		page.locator(".side").getByRole(AriaRole.LINK, named("Pháp lý")).click();
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(number)).click();
		page.getByRole(AriaRole.BUTTON, button("Sao lưu rồi gỡ bình luận")).click();
		assertThat(page.locator(".toast p")).hasText("Đã gỡ theo yêu cầu pháp lý: Bạn Đọc");
		assertThat(page.locator(".evidence .said")).hasText("Bình luận thứ 1.");
		asker.navigate(this.article.path());
		assertThat(asker.locator("#bl-" + comment)).hasCount(0);
		page.locator(".toast").getByRole(AriaRole.BUTTON).click();
		assertThat(page.locator(".preview .status")).hasText("đã đăng");
		page.getByLabel("Từ chối").check();
		page.getByLabel("Câu trả lời, có nêu lý do").fill("Bình luận không nêu tên ai, nên tòa soạn giữ lại.");
		page.getByRole(AriaRole.BUTTON, button("Gửi trả lời")).click();
		assertThat(page.locator(".legal-facts .status")).hasText("đã trả lời");
		Download file = page
			.waitForDownload(() -> page.getByRole(AriaRole.BUTTON, button("Xuất hồ sơ (JSON)")).click());
		assertThat(file.suggestedFilename()).isEqualTo(number + ".json");
		page.getByRole(AriaRole.BUTTON, button("Kết thúc yêu cầu")).click();
		assertThat(page.locator(".legal-facts .status")).hasText("đã kết thúc");
	}

	@Test
	void allThatASearchFindsIsDecided(Page page, Browser browser) {
		signIn(page);
		page.navigate("/admin/comments/search");
		page.getByLabel("Từ ngữ").fill("binh luan");
		page.getByLabel("Trạng thái").selectOption("PENDING");
		page.getByRole(AriaRole.BUTTON, button("Tìm")).click();
		assertThat(rows(page)).hasCount(COMMENTS);
		page.locator(".bulk").first().getByRole(AriaRole.BUTTON, named("Spam")).click();
		assertThat(page.locator("form.form b")).hasText("8 bình luận");
		page.getByRole(AriaRole.BUTTON, button("Vâng, làm vậy")).click();
		assertThat(page.locator(".toast p")).hasText("Đã đưa 8 bình luận vào spam");
		page.locator(".toast").getByRole(AriaRole.BUTTON).click();
		assertThat(page.locator(".toast p")).hasText("Đã hoàn tác: 8 bình luận trở lại như trước");
		assertThat(browser.problems()).isEmpty();
	}

	private static Page.GetByRoleOptions button(String name) {
		return new Page.GetByRoleOptions().setName(name).setExact(true);
	}

	private static Locator rows(Page page) {
		return page.locator(".queue > .item");
	}

	/**
	 * The row of a comment, by its number.
	 */
	private Locator row(Page page, int number) {
		return page.locator("#bl-" + this.comments.get(number - 1));
	}

	private static Locator.GetByRoleOptions named(String name) {
		return new Locator.GetByRoleOptions().setName(name);
	}

	private static void signIn(Page editor) {
		editor.navigate("/dang-nhap");
		editor.getByLabel("Tên đăng nhập").fill("binh");
		editor.getByLabel("Mật khẩu").fill(PASSWORD);
		editor.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Đăng nhập")).click();
		assertThat(editor.locator("h1")).hasText("Tổng quan");
	}

}
