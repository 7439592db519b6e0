package vn.toasoan.face;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import vn.toasoan.site.Secrets;
import vn.toasoan.testing.FixedClock;
import vn.toasoan.testing.OnH2;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * With English as the site's language every page speaks English, and says of what is
 * written in Vietnamese that it is.
 */
@OnH2
@FixedClock
@DirtiesContext
@TestInstance(Lifecycle.PER_CLASS)
@Import(Newsroom.class)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "toasoan.site.language=en")
class EnglishTests {

	private static final Pattern VIETNAMESE = Pattern
		.compile("[ăâđêôơưĂÂĐÊÔƠƯ]|[\\u1EA0-\\u1EF9]|Nguồn|Bảng|chú thích");

	/** What people wrote or are called, wherever an interface names it. */
	private static final String WRITTEN = "Tòa Soạn|Người Nóng Tính|Nguyễn Thị Ễnh Ương|Lê Bảo Ngọc|Ban biên tập|Hồ Thu|Vũ Hà|Mai Lan|Trần Minh Khôi|Nguyễn Thị Ánh Tuyết|Đỗ Quỳnh|Lê Văn Hưng|Phạm Gia Bình|Công Tằng Tôn Nữ Thị Quỳnh Trâm Phương Hoàng Anhhh|Llama 4: Làn sóng mới của AI sẽ ngốn gấp 10 lần sức mạnh tính toán|Bài nháp|Trí tuệ nhân tạo";

	private Map<String, String> pages = Map.of();

	@BeforeAll
	void collect(@LocalServerPort int port, @Autowired Secrets secrets, @Autowired Newsroom newsroom) throws Exception {
		this.pages = EveryPage.of(port, secrets.sign("first run", ""), newsroom).pages();
	}

	@Test
	void noPageSpeaksVietnameseWithoutSayingSo() {
		List<String> found = new ArrayList<>();
		assertThat(this.pages).hasSizeGreaterThan(60);
		this.pages.forEach((name, html) -> {
			if (!name.equals("plain error page")) {
				interfaceWords(Jsoup.parse(html)).stream()
					.filter((words) -> VIETNAMESE.matcher(words.replaceAll(WRITTEN, "")).find())
					.forEach((words) -> found.add(name + ": " + words));
			}
		});
		assertThat(found.stream().distinct().toList()).isEmpty();
	}

	@Test
	void vietnameseIsNamedForThoseWhoHearIt() {
		Document page = Jsoup.parse(this.pages.getOrDefault("article with comments", ""));
		assertThat(page.expectFirst("html").attr("lang")).isEqualTo("en");
		for (String part : List.of("h1", ".standfirst", ".prose", ".sources ol", ".notice span", ".comment .said",
				".comment .who b", ".kicker", ".tags li")) {
			assertThat(page.select(part)).as(part)
				.isNotEmpty()
				.allMatch((element) -> element.attr("lang").equals("vi"), "has lang=vi");
		}
		assertThat(page.select(".prose sup a").eachAttr("aria-label")).contains("Source 1");
	}

	private static List<String> interfaceWords(Document page) {
		page.select(
				"[lang=vi], title, .avatar, textarea, option, .design .thread, .design .diff, .scale, .article .byline")
			.remove();
		List<String> words = new ArrayList<>();
		for (Element element : page.getAllElements()) {
			element.textNodes().stream().map(TextNode::text).forEach(words::add);
			for (String attribute : List.of("aria-label", "alt", "title", "placeholder", "data-label", "data-copy",
					"data-left")) {
				words.add(element.attr(attribute));
			}
		}
		return words;
	}

}
