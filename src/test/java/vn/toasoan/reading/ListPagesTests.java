package vn.toasoan.reading;

import java.util.List;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import vn.toasoan.testing.Html;
import vn.toasoan.testing.Newsroom;
import vn.toasoan.testing.OnH2;
import vn.toasoan.testing.SitePages;
import vn.toasoan.testing.Visitor;

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
	Newsroom newsroom;

	@Test
	void theFrontPageBeginsWithTheNewestArticle() {
		var newest = this.newsroom.article();
		Document page = Visitor.of(this.mvc).read("/");
		assertThat(Html.text(page, ".story.big h2 a")).isEqualTo(newest.title());
		assertThat(Html.only(page, ".story.big h2 a").attr("href")).isEqualTo(newest.path());
		assertThat(Html.only(page, "link[rel=canonical]").attr("href")).isEqualTo(SitePages.URL + "/");
		assertThat(Html.text(page, ".dateline")).isEqualTo("Thứ Hai, ngày 23 tháng 11 năm 2026");
	}

	@Test
	void itSaysHowManyCommentsAnArticleHas() {
		var article = this.newsroom.openArticle();
		assertThat(Html.text(Visitor.of(this.mvc).read("/"), ".story.big .sub")).doesNotContain("bình luận");
		this.newsroom.comment(article, null, "Bình luận đầu tiên " + article.id());
		assertThat(Html.text(Visitor.of(this.mvc).read("/"), ".story.big .sub")).contains("1 bình luận");
	}

	@Test
	void aTopicsPagesShowEachArticleOnceTwentyAPage() {
		for (int i = 0; i < 21; i++) {
			this.newsroom.article("Chủ đề dài");
		}
		Document first = Visitor.of(this.mvc).read("/chu-de/chu-de-dai");
		Document second = Visitor.of(this.mvc).read(Html.only(first, "a[rel=next]").attr("href"));
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
			this.newsroom.article();
		}
		Document first = Visitor.of(this.mvc).read("/");
		assertThat(first.select(".story")).hasSize(20);
		Document second = Visitor.of(this.mvc).read(Html.only(first, "a[rel=next]").attr("href"));
		assertThat(second.select(".story.big")).isEmpty();
		assertThat(second.select(".river .story")).isNotEmpty();
		assertThat(Html.texts(second, ".story h3")).doesNotContainAnyElementsOf(Html.texts(first, ".story h2, h3"));
	}

	@Test
	void aTopicWithoutPublishedArticlesSaysSo() {
		var draft = this.newsroom.article("Chủ đề rỗng");
		this.newsroom.state(draft, "DRAFT", null);
		Document page = Visitor.of(this.mvc).read("/chu-de/chu-de-rong");
		assertThat(Html.text(page, ".empty")).isEqualTo("Chưa có bài nào trong chủ đề này.");
	}

	@Test
	void aPageThatIsNotThereIsNotFound() {
		this.newsroom.article("Chủ đề ngắn");
		Visitor reader = Visitor.of(this.mvc);
		assertThat(reader.get("/chu-de/chu-de-ngan?trang=2")).hasStatus(404);
		assertThat(reader.get("/?trang=999")).hasStatus(404);
		assertThat(reader.get("/?trang=0")).hasStatus(404);
		assertThat(reader.get("/?trang=10001")).hasStatus(404);
		assertThat(reader.get("/?trang=hai")).hasStatus(400);
		assertThat(reader.get("/chu-de/khong-co")).hasStatus(404);
	}

}
