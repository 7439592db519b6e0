package vn.toasoan.reading;

import java.util.List;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import vn.toasoan.testing.Html;
import vn.toasoan.testing.Fixtures;
import vn.toasoan.testing.OnH2;
import vn.toasoan.testing.SitePages;
import vn.toasoan.testing.TestReader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The article page as a reader finds it on a new site.
 */
@OnH2
@SitePages
class ArticlePageTests {

	private static final String HEADLINE = "Llama 4: Làn sóng mới của AI sẽ ngốn gấp 10 lần sức mạnh tính toán";

	private static final String URL = SitePages.URL + Fixtures.FIRST_ARTICLE;

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Fixtures fixtures;

	private Document page = Document.createShell("");

	@BeforeEach
	void open() {
		this.page = TestReader.of(this.mvc).read(Fixtures.FIRST_ARTICLE);
	}

	@Test
	void theHeadlineStandsOnceAndExactly() {
		assertThat(Html.texts(this.page, "h1")).containsExactly(HEADLINE);
		assertThat(this.page.title()).startsWith(HEADLINE);
		assertThat(this.page.select("html").attr("lang")).isEqualTo("vi");
	}

	@Test
	void theBodyHasItsNumbersSubheadingsAndQuote() {
		Element prose = Html.only(this.page, ".prose");
		assertThat(prose.text()).contains("405 tỷ").doesNotContain("400 nghìn tỷ");
		assertThat(Html.texts(prose, "h2")).containsExactly("405 tỷ tham số chưa phải là trần",
				"Thêm quy mô, thêm trí tuệ?", "Bài toán thu và chi");
		assertThat(prose.select("blockquote")).hasSize(1);
	}

	@Test
	void theCorrectionSaysWhatWasWrongAndWhen() {
		Element correction = Html.only(this.page, "#dinh-chinh");
		assertThat(correction.text()).contains("Đính chính")
			.contains("“400 nghìn tỷ” tham số")
			.contains("Số đúng là 405 tỷ");
		assertThat(Html.only(correction, "time").attr("datetime")).isEqualTo("2024-08-06");
		assertThat(Html.text(this.page, ".meta a.flag[href=#dinh-chinh]")).isEqualTo("Có đính chính");
	}

	@Test
	void theSourcesAreNumberedAndTheReferencesLeadToThem() {
		assertThat(this.page.select("#nguon li")).hasSize(4);
		assertThat(Html.only(this.page, "#nguon-3 a").attr("href")).isEqualTo("https://arxiv.org/abs/2407.21783");
		for (Element reference : this.page.select(".prose a[href^=#]")) {
			assertThat(this.page.select(reference.attr("href"))).as(reference.outerHtml()).hasSize(1);
		}
		assertThat(this.page.select(".prose a[href^=#nguon-]")).hasSizeGreaterThanOrEqualTo(4);
	}

	@Test
	void theTagsAndTheSectionAreLinks() {
		assertThat(Html.texts(this.page, ".tags a")).containsExactly("Llama", "Meta", "Trung tâm dữ liệu",
				"Mô hình ngôn ngữ lớn");
		assertThat(this.page.select(".tags a").eachAttr("href")).contains("/chu-de/trung-tam-du-lieu");
		assertThat(Html.only(this.page, ".article-head .kicker a").attr("href")).isEqualTo("/chu-de/tri-tue-nhan-tao");
	}

	@Test
	void itSaysWhoWroteItWhenAndHowLongItTakes() {
		Element meta = Html.only(this.page, ".article-head .meta");
		assertThat(meta.text()).contains("Ban biên tập").containsPattern("[1-9] phút đọc");
		Element time = Html.only(meta, "time");
		assertThat(time.attr("datetime")).isEqualTo("2024-08-05T08:00:00+07:00");
		assertThat(time.text()).isEqualTo("Thứ Hai, 5/8/2024, 08:00");
		assertThat(this.page.select("time")).allSatisfy((each) -> assertThat(each.attr("datetime")).isNotEmpty());
	}

	@Test
	void theShareLinksArePlainLinksWithTheCanonicalAddress() {
		List<String> links = this.page.select(".share a").eachAttr("href");
		String encoded = URL.replace(":", "%3A").replace("/", "%2F");
		assertThat(links).hasSize(4);
		assertThat(links.get(0)).startsWith("https://www.facebook.com/sharer/").matches(".*u=" + address() + ".*");
		assertThat(links.get(1)).startsWith("https://x.com/").contains("L%C3%A0n%20s%C3%B3ng");
		assertThat(links.get(2)).startsWith("mailto:?subject=");
		assertThat(links.get(3)).isEqualTo(URL);
		assertThat(links.subList(0, 3)).allMatch((link) -> link.contains(encoded) || link.contains(URL));
	}

	private static String address() {
		return "(" + URL.replace(":", "%3A").replace("/", "%2F") + "|" + URL + ")";
	}

	@Test
	void nobodyHasCommentedYet() {
		assertThat(Html.text(this.page, "#binh-luan h2")).isEqualTo("0 bình luận");
		assertThat(Html.texts(this.page, ".sources-tabs a")).containsExactly("Tất cả 0", "Tòa Soạn 0", "Blogger 0",
				"Facebook 0");
		assertThat(Html.text(this.page, "#binh-luan .empty"))
			.isEqualTo("Chưa có bình luận nào. Mời bạn mở đầu cuộc trò chuyện.");
		assertThat(this.page.select("#binh-luan ol.thread")).isEmpty();
	}

	@Test
	void theFormAsksForTextNameAndEmail() {
		Element form = Html.only(this.page, "form#viet");
		assertThat(form.attr("action")).isEqualTo(Fixtures.FIRST_ARTICLE + "/binh-luan#viet");
		assertThat(form.attr("method")).isEqualToIgnoringCase("post");
		assertThat(form.select("textarea[name=body][required], input[name=name][required]")).hasSize(2);
		assertThat(form.select("input[name=email]").attr("type")).isEqualTo("email");
		assertThat(form.select("input[type=hidden]").eachAttr("name")).as("no per-reader token")
			.containsExactly("revision");
		assertThat(form.select("button").eachAttr("value")).containsExactly("gui", "xem-truoc");
	}

	@Test
	void theTrapIsHiddenFromPeopleAndFromScreenReaders() {
		Element trap = Html.only(this.page, "input[name=website]");
		assertThat(trap.attr("tabindex")).isEqualTo("-1");
		assertThat(trap.closest("[aria-hidden=true]")).isNotNull();
	}

	@Test
	void theHeadNamesTheSitesAddressWhateverHostWasAsked() {
		Document foreign = Html.of(this.mvc.get()
			.uri("http://xau.example" + Fixtures.FIRST_ARTICLE + "?xep=cu-nhat")
			.header("Host", "xau.example")
			.header("X-Forwarded-Host", "xau.example")
			.exchange());
		assertThat(Html.only(foreign, "link[rel=canonical]").attr("href")).isEqualTo(URL);
		assertThat(Html.only(foreign, "meta[property=og:url]").attr("content")).isEqualTo(URL);
		assertThat(foreign.outerHtml()).doesNotContain("xau.example");
	}

	@Test
	void theHeadDescribesThePage() {
		assertThat(Html.only(this.page, "meta[name=description]").attr("content")).startsWith("Meta báo trước rằng");
		assertThat(Html.only(this.page, "meta[property=og:title]").attr("content")).isEqualTo(HEADLINE);
		assertThat(Html.only(this.page, "meta[charset]").attr("charset")).isEqualTo("utf-8");
		assertThat(this.page.select("meta[name=viewport]")).hasSize(1);
	}

	@Test
	void aHeadingCalledLikeAPartOfThePageDoesNotTakeItsPlace() {
		var article = this.fixtures.articleSaying("""
				## Nguồn

				## Đính chính

				## Bình luận

				## Body

				## Đính chính
				""");
		Document page = TestReader.of(this.mvc).read(article.path());
		assertThat(page.select("h2")).hasSizeGreaterThanOrEqualTo(6);
		PageRules.idsAreUnique(page);
	}

	@Test
	void anOldAddressLeadsToThePresentOneOnThisSite() {
		var result = TestReader.of(this.mvc).get("/bai-viet/khong-co-bai-nay");
		assertThat(result).hasStatus(404);
	}

}
