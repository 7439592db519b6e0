package vn.toasoan.reading;

import java.util.List;

import org.jsoup.nodes.Document;
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
 * The front page and the topics' pages.
 */
@OnH2
@SitePages
class ListPagesTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Fixtures fixtures;

	@Test
	void theFrontPageBeginsWithTheNewestArticle() {
		var newest = this.fixtures.article();
		Document page = TestReader.of(this.mvc).read("/");
		assertThat(Html.text(page, ".story.big h2 a")).isEqualTo(newest.title());
		assertThat(Html.only(page, ".story.big h2 a").attr("href")).isEqualTo(newest.path());
		assertThat(Html.only(page, "link[rel=canonical]").attr("href")).isEqualTo(SitePages.URL + "/");
		assertThat(Html.text(page, ".dateline")).isEqualTo("Thứ Hai, ngày 23 tháng 11 năm 2026");
	}

	@Test
	void itSaysHowManyCommentsAnArticleHas() {
		var article = this.fixtures.openArticle();
		assertThat(Html.text(TestReader.of(this.mvc).read("/"), ".story.big .sub")).doesNotContain("bình luận");
		this.fixtures.comment(article, null, "Bình luận đầu tiên " + article.id());
		assertThat(Html.text(TestReader.of(this.mvc).read("/"), ".story.big .sub")).contains("1 bình luận");
	}

	@Test
	void aTopicsPagesShowEachArticleOnceTwentyAPage() {
		for (int i = 0; i < 21; i++) {
			this.fixtures.article("Chủ đề dài");
		}
		Document first = TestReader.of(this.mvc).read("/chu-de/chu-de-dai");
		Document second = TestReader.of(this.mvc).read(Html.only(first, "a[rel=next]").attr("href"));
		List<String> titles = Html.texts(first, ".story h3");
		assertThat(titles).hasSize(20);
		assertThat(Html.texts(second, ".story h3")).hasSize(1).doesNotContainAnyElementsOf(titles);
		assertThat(second.select("a[rel=next]")).isEmpty();
		assertThat(second.select("a[rel=prev]")).hasSize(1);
		assertThat(Html.text(first, "h1")).isEqualTo("Chủ đề dài");
		PageRules.hold(second);
	}

	@Test
	void theFrontPageGoesOnToo() {
		for (int i = 0; i < 21; i++) {
			this.fixtures.article();
		}
		Document first = TestReader.of(this.mvc).read("/");
		assertThat(first.select(".story")).hasSize(20);
		Document second = TestReader.of(this.mvc).read(Html.only(first, "a[rel=next]").attr("href"));
		assertThat(second.select(".story.big")).isEmpty();
		assertThat(second.select(".river .story")).isNotEmpty();
		assertThat(Html.texts(second, ".river time")).as("with the year, which may be another")
			.allSatisfy((day) -> assertThat(day).matches("\\d{1,2}/\\d{1,2}/\\d{4}"));
		assertThat(Html.texts(second, ".story h3")).doesNotContainAnyElementsOf(Html.texts(first, ".story h2, h3"));
	}

	@Test
	void aTopicWithoutPublishedArticlesSaysSo() {
		var draft = this.fixtures.article("Chủ đề rỗng");
		this.fixtures.state(draft, "DRAFT", null);
		Document page = TestReader.of(this.mvc).read("/chu-de/chu-de-rong");
		assertThat(Html.text(page, ".empty")).isEqualTo("Chưa có bài nào trong chủ đề này.");
	}

	@Test
	void aPageThatIsNotThereIsNotFound() {
		this.fixtures.article("Chủ đề ngắn");
		TestReader reader = TestReader.of(this.mvc);
		assertThat(reader.get("/chu-de/chu-de-ngan?trang=2")).hasStatus(404);
		assertThat(reader.get("/?trang=999")).hasStatus(404);
		assertThat(reader.get("/?trang=0")).hasStatus(404);
		assertThat(reader.get("/?trang=10001")).hasStatus(404);
		assertThat(reader.get("/?trang=hai")).hasStatus(400);
		assertThat(reader.get("/chu-de/khong-co")).hasStatus(404);
	}

}
