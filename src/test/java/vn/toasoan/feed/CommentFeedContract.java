package vn.toasoan.feed;

import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import vn.toasoan.testing.Fixtures;
import vn.toasoan.testing.Fixtures.Written;
import vn.toasoan.testing.Html;
import vn.toasoan.testing.MutableClock;
import vn.toasoan.testing.SitePages;
import vn.toasoan.testing.StatementCounter;
import vn.toasoan.testing.TestReader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What feed readers find, and what stands on the page of the latest comments.
 */
@SitePages
@TestPropertySource(properties = "toasoan.delivery.memory=48MB")
abstract class CommentFeedContract {

	private static final String SITE = "/binh-luan.atom";

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Fixtures fixtures;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	StatementCounter statements;

	@Autowired
	MutableClock clock;

	private MvcTestResult get(String path) {
		return this.mvc.get().uri(URI.create(path)).exchange();
	}

	private String xml(String path) {
		MvcTestResult answer = get(path);
		assertThat(answer).hasStatusOk();
		return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	private SyndFeed feed(String path) throws Exception {
		return new SyndFeedInput().build(new StringReader(xml(path)));
	}

	private static String feedOf(Written article) {
		return article.path() + "/binh-luan.atom";
	}

	private List<String> texts(String path) throws Exception {
		return feed(path).getEntries().stream().map((entry) -> text(entry)).toList();
	}

	private static String text(SyndEntry entry) {
		return Jsoup.parse(entry.getContents().get(0).getValue()).text();
	}

	@Test
	void anArticlesFeedHoldsItsPublishedCommentsNewestFirst() throws Exception {
		Written article = this.fixtures.openArticle();
		String first = this.fixtures.comment(article, null, "Câu thứ nhất của " + article.title());
		this.clock.advance(Duration.ofMinutes(1));
		this.fixtures.comment(article, first, "Câu trả lời của " + article.title());
		SyndFeed feed = feed(feedOf(article));
		assertThat(feed.getFeedType()).isEqualTo("atom_1.0");
		assertThat(feed.getTitle()).isEqualTo("Bình luận về “" + article.title() + "”");
		assertThat(texts(feedOf(article))).containsExactly("Câu trả lời của " + article.title(),
				"Câu thứ nhất của " + article.title());
		SyndEntry oldest = feed.getEntries().get(1);
		assertThat(oldest.getTitle()).isEqualTo("Bạn Đọc về “" + article.title() + "”");
		assertThat(oldest.getLink()).isEqualTo(SitePages.URL + "/bl/" + first);
		assertThat(oldest.getUri()).isEqualTo(oldest.getLink());
		assertThat(oldest.getPublishedDate()).isEqualTo(MutableClock.START);
		assertThat(feed.getPublishedDate()).isEqualTo(this.clock.instant());
	}

	@Test
	void bothFeedsKeepTheRulesOfAtom() {
		Written article = this.fixtures.openArticle();
		assertThat(violations(xml(feedOf(article)))).as("without comments").isEmpty();
		this.fixtures.comment(article, null, "> trích\n\n**Đậm** & <b>không</b> ]]> https://example.vn/?a=1&b=2");
		this.fixtures.comment(article, null, "Emoji 👩‍👩‍👧 và chữ cổ 𡨸喃");
		assertThat(violations(xml(feedOf(article)))).isEmpty();
		assertThat(violations(xml(SITE))).isEmpty();
	}

	/**
	 * RFC 4287, 4.1.1 and 4.1.2.
	 */
	private static Set<String> violations(String xml) {
		Document document = Jsoup.parse(xml, "", Parser.xmlParser());
		Element feed = Html.only(document, "feed");
		Set<String> violations = new HashSet<>();
		if (!feed.attr("xmlns").equals("http://www.w3.org/2005/Atom")) {
			violations.add("namespace " + feed.attr("xmlns"));
		}
		check(feed, violations);
		if (feed.select("> link[rel=self][type=application/atom+xml]").size() != 1) {
			violations.add("a feed has one link to itself");
		}
		Set<String> ids = new HashSet<>();
		for (Element entry : feed.select("> entry")) {
			check(entry, violations);
			if (!ids.add(entry.select("> id").text())) {
				violations.add("an id stands twice");
			}
			if (entry.select("> content[type=html]").size() != 1
					|| !entry.select("> content").get(0).children().isEmpty()) {
				violations.add("the content is escaped HTML");
			}
		}
		return violations;
	}

	private static void check(Element element, Set<String> violations) {
		for (String one : List.of("id", "title", "updated")) {
			if (element.select("> " + one).size() != 1 || element.select("> " + one).text().isBlank()) {
				violations.add(element.tagName() + " has one " + one);
			}
		}
		Instant.parse(element.select("> updated").text());
		if (element.select("> author > name").isEmpty()) {
			violations.add(element.tagName() + " has an author");
		}
		if (element.select("> link[rel=alternate]").size() != 1) {
			violations.add(element.tagName() + " has one alternate");
		}
		element.select("> link").eachAttr("href").forEach((address) -> {
			if (!address.startsWith(SitePages.URL + "/")) {
				violations.add("relative: " + address);
			}
		});
		if (!element.select("> id").text().startsWith(SitePages.URL + "/")) {
			violations.add("an id is an absolute IRI");
		}
	}

	@Test
	void whatReadersMustNotSeeIsInNoFeed() throws Exception {
		Written article = this.fixtures.openArticle();
		String removed = this.fixtures.comment(article, null, "Sẽ bị gỡ " + article.title());
		this.fixtures.comment(article, removed, "Còn lại " + article.title());
		Written closed = this.fixtures.article();
		this.fixtures.comment(closed, null, "Đang chờ " + article.title());
		assertThat(xml(SITE)).contains("Sẽ bị gỡ " + article.title()).doesNotContain("Đang chờ " + article.title());
		this.fixtures.remove(removed);
		assertThat(texts(feedOf(article))).containsExactly("Còn lại " + article.title());
		assertThat(xml(SITE)).doesNotContain("Sẽ bị gỡ " + article.title(), "Bình luận đã bị gỡ");
		this.fixtures.state(article, "WITHDRAWN", null);
		// Nobody was told: finished pages are looked at anew after a minute.
		this.clock.advance(Duration.ofSeconds(61));
		assertThat(get(feedOf(article))).hasStatus(410);
		assertThat(xml(SITE)).doesNotContain(article.title());
		assertThat(xml("/binh-luan")).doesNotContain(article.title());
	}

	@Test
	void aFeedFollowsItsArticleToAnotherAddress() {
		Written article = this.fixtures.article();
		this.jdbc.sql("insert into permalink (path, article_id, created_at) values (?, ?, ?)")
			.params(article.path() + "-cu", article.id(), OffsetDateTime.ofInstant(MutableClock.START, ZoneOffset.UTC))
			.update();
		MvcTestResult moved = get(article.path() + "-cu/binh-luan.atom");
		assertThat(moved).hasStatus(301);
		assertThat(TestReader.location(moved)).isEqualTo(feedOf(article));
		assertThat(get("/bai-viet/khong-co-bai-nay/binh-luan.atom")).hasStatus(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { SITE, "/binh-luan" })
	void isFinishedOnceAndRenewedByAnyComment(String path) {
		Written article = this.fixtures.openArticle();
		String before = xml(path);
		assertThat(this.statements.during(() -> assertThat(xml(path)).isEqualTo(before))).isZero();
		String tag = String.valueOf(get(path).getResponse().getHeader("ETag"));
		assertThat(this.mvc.get().uri(path).header("If-None-Match", tag).exchange()).hasStatus(304);
		String words = "Vừa mới nói ở " + path + " về " + article.title();
		this.fixtures.comment(article, null, words);
		assertThat(xml(path)).contains(words);
		assertThat(this.mvc.get().uri(path).header("If-None-Match", tag).exchange()).hasStatusOk();
	}

	@Test
	void anArticlesFeedIsFinishedOnceAndRenewedByItsComments() {
		Written article = this.fixtures.openArticle();
		xml(feedOf(article));
		assertThat(this.statements.during(() -> xml(feedOf(article)))).isZero();
		assertThat(get(feedOf(article)).getResponse().getContentType()).isEqualTo("application/atom+xml;charset=UTF-8");
		this.fixtures.comment(article, null, "Mới ở " + article.title());
		assertThat(xml(feedOf(article))).contains("Mới ở " + article.title());
	}

	@Test
	void feedsHaveFiftyCommentsAndThePageGoesOn() throws Exception {
		Written article = this.fixtures.openArticle();
		for (int i = 0; i < 52; i++) {
			this.fixtures.comment(article, null, "Câu số " + i + " của " + article.title());
		}
		assertThat(texts(feedOf(article))).hasSize(50).contains("Câu số 51 của " + article.title());
		assertThat(feed(SITE).getEntries()).hasSize(50);
		TestReader reader = TestReader.of(this.mvc);
		Document first = reader.read("/binh-luan");
		assertThat(first.select(".comment")).hasSize(30);
		Document second = reader.read(Html.only(first, "a[rel=next]").attr("href"));
		assertThat(Html.texts(second, ".said")).hasSizeGreaterThan(20)
			.doesNotContainAnyElementsOf(Html.texts(first, ".said"));
		assertThat(get("/binh-luan?trang=9999")).hasStatus(404);
		assertThat(get("/binh-luan?trang=0")).hasStatus(404);
	}

	@Test
	void pagesNameTheirFeed() {
		Written article = this.fixtures.article();
		TestReader reader = TestReader.of(this.mvc);
		assertThat(Html.only(reader.read(article.path()), "link[type=application/atom+xml]").attr("href"))
			.isEqualTo(feedOf(article));
		Document latest = reader.read("/binh-luan");
		assertThat(Html.only(latest, "link[type=application/atom+xml]").attr("href")).isEqualTo(SITE);
		assertThat(Html.only(latest, ".foot a[href=/binh-luan]").text()).isEqualTo("Bình luận mới nhất");
	}

}
