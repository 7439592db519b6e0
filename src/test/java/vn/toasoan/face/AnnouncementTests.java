package vn.toasoan.face;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.annotation.DirtiesContext;
import vn.toasoan.testing.InBrowser;
import vn.toasoan.testing.OnH2;
import vn.toasoan.testing.View;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a page has to say after something was done is heard as well as seen, and lies on
 * nothing. What a reader chooses is kept.
 */
@InBrowser
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "toasoan.admin.username=binh", "toasoan.admin.password=" + AnnouncementTests.PASSWORD })
@OnH2
@DirtiesContext
class AnnouncementTests {

	static final String PASSWORD = "mot-cau-that-de-nho";

	private static final String SAVED = "Đã lưu.";

	@Test
	void aToastIsReadOutAndCoversNothingOnAPhone(@View(width = 390, height = 844) Page page) {
		save(page);
		Locator toast = page.locator(".toast");
		assertThat(toast).hasText(SAVED);
		assertThat(toast).not().hasAttribute("role", "status");
		assertThat(page.locator("#loi-bao[role=status]")).hasText(SAVED);
		BoundingBox box = toast.boundingBox();
		for (Locator control : page.locator("button, a, input:not([type=hidden]), select, textarea").all()) {
			BoundingBox other = control.boundingBox();
			if (other != null) {
				boolean apart = other.y >= box.y + box.height || other.y + other.height <= box.y
						|| other.x >= box.x + box.width || other.x + other.width <= box.x;
				assertThat(apart).as(control.toString()).isTrue();
			}
		}
	}

	@Test
	void withoutAScriptTheToastStandsAtTheTop(@View(javaScript = false) Page page) {
		save(page);
		assertThat(page.locator("main > :first-child")).hasText(SAVED);
		assertThat(page.locator("#loi-bao")).isEmpty();
	}

	@Test
	void errorsAreReadOutOnceTheRegionIsThere(@View Page page) {
		page.navigate("/dang-nhap");
		assertThat(page.locator("#loi-bao")).isEmpty();
		page.getByLabel("Tên đăng nhập").fill("binh");
		page.getByLabel("Mật khẩu").fill("sai");
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Đăng nhập")).click();
		String said = page.locator("#failure").textContent();
		assertThat(page.locator("#loi-bao")).hasText(said, new LocatorAssertions.HasTextOptions().setTimeout(5000));
	}

	@Test
	void themeAndTextSizeAreKeptAndThereBeforeTheFirstPaint(@View Page page) {
		page.navigate("/");
		page.getByLabel("Tối").check();
		page.getByLabel("Rất lớn").check();
		page.navigate(Newsroom.ARTICLE);
		assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
		assertThat(page.locator("html")).hasAttribute("data-size", "larger");
		assertThat(page.getByLabel("Tối")).isChecked();
		assertThat(page.evaluate("getComputedStyle(document.documentElement).colorScheme")).isEqualTo("dark");
		// In <head>, before the sheet and without defer: nothing is painted in the wrong
		// colours first.
		assertThat(page.locator("head > script:not([defer])")).hasCount(1);
		assertThat(page.evaluate(
				"!!(document.querySelector('head > script:not([defer])').compareDocumentPosition(document.querySelector('link[rel=stylesheet]')) & Node.DOCUMENT_POSITION_FOLLOWING)"))
			.isEqualTo(true);
		page.getByLabel("Tự động").check();
		page.reload();
		assertThat(page.locator("html:not([data-theme])")).hasCount(1);
	}

	@Test
	void theWayBackToTheTopAndTheProgressAreThere(@View(width = 390, height = 844) Page page) {
		page.navigate(Newsroom.ARTICLE);
		page.evaluate("scrollTo(0, document.querySelector('.sources').offsetTop)");
		page.waitForFunction(
				"document.querySelector('.reading-progress').getBoundingClientRect().width > innerWidth / 2");
		page.getByText("Lên đầu trang").click();
		assertThat(page.evaluate("scrollY")).isEqualTo(0);
	}

	private static void save(Page page) {
		page.navigate("/dang-nhap");
		page.getByLabel("Tên đăng nhập").fill("binh");
		page.getByLabel("Mật khẩu").fill(PASSWORD);
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Đăng nhập")).click();
		page.waitForURL("**/admin");
		page.navigate("/admin/articles/1");
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Lưu").setExact(true)).click();
		page.locator(".toast").waitFor();
	}

}
