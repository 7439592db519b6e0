package vn.toasoan.face;

import java.util.ArrayList;
import java.util.List;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.toasoan.testing.Browser;
import vn.toasoan.testing.InBrowser;
import vn.toasoan.testing.OnH2;
import vn.toasoan.testing.View;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The pages serve everybody: axe-core finds nothing to mend in light or dark, and nothing
 * scrolls sideways from a small phone to a large screen.
 */
@OnH2
@InBrowser
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = { "toasoan.admin.username=binh",
		"toasoan.admin.password=" + EverybodyTests.PASSWORD, "toasoan.comments.mode=OPEN" })
class EverybodyTests {

	static final String PASSWORD = "mot-cau-that-de-nho";

	private static final String ARTICLE = "/bai-viet/llama-4-lan-song-moi-cua-ai-se-ngon-gap-10-lan-suc-manh-tinh-toan";

	private static final List<String> PUBLIC = List.of("/", ARTICLE, "/chu-de/llama", "/chu-de/khong-co", "/dang-nhap");

	private static final List<String> DESK = List.of("/admin", "/admin/articles", "/admin/articles/new",
			"/admin/articles/1", "/admin/articles/1/revisions", "/admin/articles/1/discussion", "/admin/comments",
			"/admin/comments?muc=da-dang", "/admin/topics", "/admin/accounts", "/admin/account", "/admin/audit",
			"/admin/design");

	private static final int[] WIDTHS = { 320, 390, 768, 1280, 1920 };

	@Autowired
	JdbcClient jdbc;

	@BeforeEach
	void someComments(Page reader) {
		if (this.jdbc.sql("select count(*) from comment").query(Integer.class).single() > 0) {
			return;
		}
		comment(reader, ARTICLE, "Lê Hoàng", "Con số nghe lớn, nhưng **vẫn** trong tầm tay.");
		comment(reader, ARTICLE, "M".repeat(50), "x".repeat(300));
		String reply = reader.locator(".comment .do a").last().getAttribute("href");
		comment(reader, reply, "Nguyễn Thị Ễnh Ương", "> vẫn\n\nXem https://vi.wikipedia.org/wiki/Meta");
	}

	private static void comment(Page page, String address, String name, String body) {
		page.navigate(address);
		page.getByLabel("Ý kiến của bạn").fill(body);
		page.getByLabel("Tên hiển thị").fill(name);
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Gửi bình luận")).click();
		assertThat(page.getByText(name)).not().hasCount(0);
	}

	@Test
	void axeFindsNothingInTheLight(@View(width = 390, height = 844) Page phone) {
		assertThat(violations(phone)).isEmpty();
	}

	@Test
	void axeFindsNothingInTheDark(@View(dark = true) Page desktop) {
		assertThat(violations(desktop)).isEmpty();
	}

	@Test
	void axeFindsNothingInAFormWithErrors(@View(width = 390, height = 844) Page light, Browser browser) {
		Page dark = browser.newPage((options) -> options.setColorScheme(ColorScheme.DARK));
		for (Page page : List.of(light, dark)) {
			page.navigate(ARTICLE);
			page.getByLabel("Ý kiến của bạn").fill("x");
			page.getByLabel("Tên hiển thị").fill("1");
			page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Gửi bình luận")).click();
			assertThat(page.locator(".field.invalid")).hasCount(2);
		}
		assertThat(violations(light, "the form with errors")).isEmpty();
		assertThat(violations(dark, "the form with errors, dark")).isEmpty();
	}

	@Test
	void nothingScrollsSideways(Page page) {
		signIn(page);
		List<String> wide = new ArrayList<>();
		for (int width : WIDTHS) {
			page.setViewportSize(width, 900);
			for (String address : all()) {
				page.navigate(address);
				int extent = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
				if (extent > width) {
					wide.add(address + " is " + extent + " wide at " + width);
				}
			}
		}
		assertThat(wide).isEmpty();
	}

	private static List<String> violations(Page page) {
		signIn(page);
		List<String> found = new ArrayList<>();
		for (String address : all()) {
			page.navigate(address);
			found.addAll(violations(page, address));
		}
		return found;
	}

	private static List<String> violations(Page page, String what) {
		List<Rule> rules = new AxeBuilder(page).analyze().getViolations();
		return rules.stream()
			.map((rule) -> what + ": " + rule.getId() + " " + rule.getNodes().get(0).getHtml())
			.toList();
	}

	private static List<String> all() {
		List<String> all = new ArrayList<>(PUBLIC);
		all.addAll(DESK);
		return all;
	}

	private static void signIn(Page page) {
		page.navigate("/dang-nhap");
		page.getByLabel("Tên đăng nhập").fill("binh");
		page.getByLabel("Mật khẩu").fill(PASSWORD);
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Đăng nhập")).click();
		assertThat(page.locator("h1")).hasText("Tổng quan");
	}

}
