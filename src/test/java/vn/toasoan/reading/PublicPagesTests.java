package vn.toasoan.reading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import vn.toasoan.comment.ErasureReceipt;
import vn.toasoan.comment.ManagementLink;
import vn.toasoan.comment.ReaderKey;
import vn.toasoan.site.PersonalData;
import vn.toasoan.site.Secrets;
import vn.toasoan.testing.Html;
import vn.toasoan.testing.Fixtures;
import vn.toasoan.testing.Fixtures.Written;
import vn.toasoan.testing.OnH2;
import vn.toasoan.testing.SitePages;
import vn.toasoan.testing.StatementCounter;
import vn.toasoan.testing.TestReader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What holds for all pages that readers get: no cookie, no session, safe headers, few SQL
 * statements.
 */
@OnH2
@SitePages
class PublicPagesTests {

	private static final Set<String> DESK = Set.of("/admin", "/dang-nhap", "/dang-xuat", "/cai-dat-lan-dau");

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Fixtures fixtures;

	@Autowired
	StatementCounter counter;

	@Autowired
	ManagementLink link;

	@Autowired
	ErasureReceipt receipt;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Secrets secrets;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	RequestMappingHandlerMapping handlers;

	/**
	 * For each mapping that a reader can GET: addresses that are answered by it. A new
	 * page fails the tests until it stands here.
	 */
	private Map<String, List<String>> addresses() {
		Written article = this.fixtures.openArticle();
		String comment = this.fixtures.comment(article, null, "Có mặt trên trang " + article.id());
		String reply = this.fixtures.comment(article, comment, "Trả lời " + article.id());
		Map<String, List<String>> addresses = new HashMap<>();
		addresses.put("/", List.of("/", "/?trang=999"));
		addresses.put("/chu-de/{slug}", List.of("/chu-de/tri-tue-nhan-tao", "/chu-de/khong-co"));
		addresses.put("/bai-viet/{slug}",
				List.of(article.path(), article.path() + "?xep=cu-nhat", article.path() + "?xep=hay-nhat",
						article.path() + "?nguon=blogger", article.path() + "?tra-loi=" + comment,
						article.path() + "?tra-loi=khong-co", article.path() + "?sau=gia",
						article.path() + "?da-nhan=" + "a".repeat(12), "/bai-viet/khong-co"));
		addresses.put("/bai-viet/{slug}/binh-luan/{publicId}", List.of(article.path() + "/binh-luan/" + comment,
				article.path() + "/binh-luan/" + comment + "?sau=gia", article.path() + "/binh-luan/khong-co"));
		addresses.put("/bai-viet/{slug}/binh-luan/so-lieu",
				List.of(article.path() + "/binh-luan/so-lieu", "/bai-viet/khong-co/binh-luan/so-lieu"));
		String address = "a".repeat(43);
		String follower = address + "." + this.secrets.sign("manage subscriptions", address);
		addresses.put("/theo-doi/{token}", List.of("/theo-doi/" + follower, "/theo-doi/gia"));
		addresses.put("/theo-doi/{token}/thoi", List.of("/theo-doi/" + follower + "/thoi", "/theo-doi/gia/thoi"));
		String digest = "a." + this.secrets.sign("end digest", "a");
		addresses.put("/thu-tom-tat/{token}/thoi",
				List.of("/thu-tom-tat/" + digest + "/thoi", "/thu-tom-tat/gia/thoi"));
		addresses.put("/xac-nhan/{token}", List.of("/xac-nhan/gia"));
		addresses.put("/noi-quy", List.of("/noi-quy"));
		addresses.put("/yeu-cau-phap-ly",
				List.of("/yeu-cau-phap-ly", "/yeu-cau-phap-ly?bl=" + comment, "/yeu-cau-phap-ly?bl=khong-co"));
		String legal = "PL-2026-0001." + this.secrets.sign("legal receipt", "PL-2026-0001");
		addresses.put("/yeu-cau-phap-ly/da-nhan", List.of("/yeu-cau-phap-ly/da-nhan?bien-nhan=" + legal,
				"/yeu-cau-phap-ly/da-nhan?bien-nhan=gia", "/yeu-cau-phap-ly/da-nhan"));
		addresses.put("/bl/{publicId}", List.of("/bl/" + comment, "/bl/" + reply, "/bl/khong-co"));
		addresses.put("/bl/{publicId}/bao-cao", List.of("/bl/" + reply + "/bao-cao", "/bl/khong-co/bao-cao"));
		addresses.put("/bl/{publicId}/bao-cao/da-nhan", thanks("/bl/" + reply + "/bao-cao/da-nhan", reply));
		addresses.put("/bl/{publicId}/bao-cao/da-co", thanks("/bl/" + reply + "/bao-cao/da-co", reply));
		addresses.put("/bl/{publicId}/sua", List.of("/bl/" + reply + "/sua"));
		addresses.put("/bl/{publicId}/khieu-nai", List.of("/bl/" + reply + "/khieu-nai"));
		addresses.put("/binh-luan-cua-toi/du-lieu.json", List.of("/binh-luan-cua-toi/du-lieu.json"));
		addresses.put("/binh-luan-cua-toi/xoa", List.of("/binh-luan-cua-toi/xoa"));
		addresses.put("/binh-luan-cua-toi/da-xoa",
				List.of("/binh-luan-cua-toi/da-xoa?bien-nhan="
						+ this.receipt.write(List.of(new PersonalData.Erased("comment", 0, 1))),
						"/binh-luan-cua-toi/da-xoa?bien-nhan=gia", "/binh-luan-cua-toi/da-xoa"));
		addresses.put("/bl/{publicId}/xoa", List.of("/bl/" + reply + "/xoa"));
		addresses.put("/binh-luan-cua-toi", List.of("/binh-luan-cua-toi", "/binh-luan-cua-toi?trang=0"));
		addresses.put("/lien-ket-quan-ly/{token}",
				List.of(this.link.path(new ReaderKey("khoa")), "/lien-ket-quan-ly/gia.gia"));
		addresses.put("/bai-viet/{slug}/binh-luan.atom",
				List.of(article.path() + "/binh-luan.atom", "/bai-viet/khong-co/binh-luan.atom"));
		addresses.put("/binh-luan", List.of("/binh-luan"));
		addresses.put("/binh-luan.atom", List.of("/binh-luan.atom"));
		addresses.put("/css/all-{hash}.css", List
			.of(Html.only(TestReader.of(this.mvc).read("/"), "link[rel=stylesheet]").attr("href"), "/css/all-0.css"));
		addresses.put("/js/all-{hash}.js", List
			.of(Html.only(TestReader.of(this.mvc).read("/"), "script[src^=/js/all-]").attr("src"), "/js/all-0.js"));
		addresses.put("/binh-luan/minh-bach/{year}/{month}",
				List.of("/binh-luan/minh-bach/2026/11", "/binh-luan/minh-bach/2099/01", "/binh-luan/minh-bach/x/1"));
		addresses.put("/error", List.of("/error"));
		return addresses;
	}

	private List<String> thanks(String path, String comment) {
		return List.of(path + "?bien-nhan=" + this.secrets.sign("report receipt", comment), path);
	}

	private Set<String> mappings() {
		Set<String> patterns = new TreeSet<>();
		this.handlers.getHandlerMethods().keySet().forEach((info) -> {
			Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
			if (methods.isEmpty() || methods.contains(RequestMethod.GET)) {
				info.getPatternValues()
					.stream()
					.filter((pattern) -> DESK.stream()
						.noneMatch((path) -> pattern.equals(path) || pattern.startsWith(path + "/")))
					.forEach(patterns::add);
			}
		});
		return patterns;
	}

	@TestFactory
	Stream<DynamicTest> noPublicGetSetsACookieOrBeginsASession() {
		this.jdbc.sql("delete from spring_session").update();
		Map<String, List<String>> addresses = addresses();
		List<String> walk = new ArrayList<>(List.of("/favicon.svg", "/robots.txt", "/fonts/literata-latin.woff2",
				"/actuator/health/liveness", "/khong-co"));
		mappings().forEach((mapping) -> walk.addAll(addresses.getOrDefault(mapping, List.of("unknown: " + mapping))));
		return walk.stream().map((address) -> DynamicTest.dynamicTest(address, () -> {
			var response = TestReader.of(this.mvc).get(address).getResponse();
			assertThat(response.getHeaderNames()).doesNotContain("Set-Cookie");
			assertThat(response.getCookies()).isEmpty();
			assertThat(this.jdbc.sql("select count(*) from spring_session").query(Integer.class).single()).isZero();
		}));
	}

	@Test
	void theWalkKnowsEveryPageThatReadersCanGet() {
		assertThat(addresses().keySet()).containsExactlyInAnyOrderElementsOf(mappings());
	}

	@TestFactory
	Stream<DynamicTest> everyPublicPageCarriesTheSafeHeaders() {
		return addresses().values()
			.stream()
			.flatMap(List::stream)
			.map((address) -> DynamicTest.dynamicTest(address,
					() -> headersAreSafe(TestReader.of(this.mvc).get(address).getResponse())));
	}

	private static void headersAreSafe(MockHttpServletResponse response) {
		assertThat(response.getHeaders("Content-Security-Policy"))
			.containsExactly("default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self';"
					+ " connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
		assertThat(response.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
		assertThat(response.getHeader("X-Frame-Options")).isEqualTo("DENY");
		assertThat(response.getHeader("Referrer-Policy")).isEqualTo("strict-origin-when-cross-origin");
		assertThat(response.getHeader("Strict-Transport-Security")).isEqualTo("max-age=31536000");
		assertThat(response.getHeader("Permissions-Policy")).contains("camera=()");
		assertThat(response.getHeader("Server")).isNull();
		assertThat(response.getHeader("X-Powered-By")).isNull();
	}

	@TestFactory
	Stream<DynamicTest> everyPublicPageKeepsTheRulesOfItsMarkup() {
		return addresses().values()
			.stream()
			.flatMap(List::stream)
			.filter((address) -> !address.matches("/(css|js)/.*") && !address.endsWith(".atom"))
			.map((address) -> DynamicTest.dynamicTest(address, () -> {
				var result = TestReader.of(this.mvc).get(address);
				if (result.getResponse().getStatus() == 200) {
					PageRules.hold(Html.of(result));
				}
			}));
	}

	@Test
	void strangersMayKeepAPageIfTheyAskAgainEachTime() {
		Written article = this.fixtures.openArticle();
		String comment = this.fixtures.comment(article, null, "Ai cũng đọc được " + article.id());
		for (String address : List.of("/", "/chu-de/tri-tue-nhan-tao", article.path(), "/bl/" + comment,
				article.path() + "/binh-luan/" + comment)) {
			var response = TestReader.of(this.mvc).get(address).getResponse();
			assertThat(response.getHeader("Cache-Control")).as(address).isEqualTo("public, max-age=0, must-revalidate");
			assertThat(response.getHeaders("Vary")).as(address).contains("Cookie");
		}
	}

	@Test
	void theStyleSheetIsKeptForEver() {
		String sheet = Html.only(TestReader.of(this.mvc).read("/"), "link[rel=stylesheet]").attr("href");
		assertThat(TestReader.of(this.mvc).get(sheet).getResponse().getHeader("Cache-Control"))
			.isEqualTo("max-age=31536000, public, immutable");
	}

	@Test
	void crawlersLearnForADayWhatIsNotForThem() throws IOException {
		var response = TestReader.of(this.mvc).get("/robots.txt").getResponse();
		assertThat(response.getStatus()).isEqualTo(200);
		assertThat(response.getContentType()).startsWith("text/plain");
		assertThat(response.getHeader("Cache-Control")).isEqualTo("max-age=86400, public");
		assertThat(response.getContentAsString()).startsWith("User-agent: *\n")
			.contains("Disallow: /bl/\n")
			.doesNotContain("Disallow: /\n", "/bai-viet");
		assertThat(DESK)
			.allSatisfy((path) -> assertThat(response.getContentAsString()).contains("Disallow: " + path + "\n"));
	}

	@Test
	void nobodyKeepsThePagesOfAReaderWithACookie() {
		Written article = this.fixtures.article();
		TestReader reader = commenter(article);
		String comment = reader.read(article.path()).select("li.comment.pending").attr("id").substring(3);
		for (String address : List.of(article.path(), "/bl/" + comment)) {
			assertThat(reader.get(address).getResponse().getHeaders("Cache-Control")).as(address)
				.containsExactly("private, no-store");
		}
		assertThat(TestReader.of(this.mvc)
			.get(article.path() + "?da-nhan=" + comment)
			.getResponse()
			.getHeader("Cache-Control")).isEqualTo("private, no-store");
	}

	@Test
	void nobodyIsThankedForWhatNobodySent() {
		Written article = this.fixtures.article();
		TestReader writer = commenter(article);
		String comment = writer.read(article.path()).select("li.comment.pending").attr("id").substring(3);
		TestReader stranger = TestReader.of(this.mvc);
		assertThat(stranger.read(article.path() + "?da-nhan=" + comment).select("#bl-" + comment + ".notice.ok"))
			.hasSize(1);
		assertThat(stranger.read(article.path() + "?da-nhan=" + "a".repeat(12)).select(".comments .notice.ok"))
			.isEmpty();
		assertThat(stranger.read(this.fixtures.article().path() + "?da-nhan=" + comment).select(".comments .notice.ok"))
			.as("below another article")
			.isEmpty();
		assertThat(writer.get("/binh-luan-cua-toi?trang=1")).hasStatusOk();
		assertThat(writer.get("/binh-luan-cua-toi?trang=99")).hasStatus(404);
	}

	@Test
	void theArticlePageTakesAtMostEightStatementsAndNoMoreBelowALongDiscussion() {
		Written article = this.fixtures.openArticle();
		TestReader stranger = TestReader.of(this.mvc);
		stranger.read(article.path());
		List<String> empty = this.counter.statementsDuring(() -> stranger.read(article.path()));
		List<String> ten = statements(article, stranger, 10);
		List<String> many = statements(article, stranger, 300);
		assertThat(empty).hasSizeLessThanOrEqualTo(8);
		assertThat(many).hasSizeLessThanOrEqualTo(8).hasSameSizeAs(ten);
		assertThat(empty).hasSizeLessThanOrEqualTo(ten.size());
	}

	private List<String> statements(Written article, TestReader reader, int comments) {
		ReaderKey key = new ReaderKey("someone");
		String root = "";
		for (int i = 0; i < comments; i++) {
			String text = "Ý kiến " + comments + "/" + i + " về " + article.id();
			String id = this.fixtures.comment(article, (i % 4 == 0) ? null : root, text, key);
			root = (i % 4 == 0) ? id : root;
		}
		return this.counter.statementsDuring(() -> reader.read(article.path()))
			.stream()
			.map((sql) -> sql.replaceAll("\\?(, ?\\?)+", "?"))
			.toList();
	}

	@Test
	void aReaderWithACookieCostsOneStatementMore() {
		Written article = this.fixtures.article();
		TestReader reader = commenter(article);
		assertThat(this.counter.statementsDuring(() -> reader.read(article.path()))).hasSizeLessThanOrEqualTo(9);
	}

	@Test
	void theHouseRulesTakeOneStatementForTheMastheadAndOneForTheLastMonth() {
		assertThat(this.counter.statementsDuring(() -> TestReader.of(this.mvc).read("/noi-quy")))
			.hasSizeLessThanOrEqualTo(2);
	}

	@Test
	void theFrontPageTakesAtMostFourStatements() {
		this.fixtures.article();
		TestReader.of(this.mvc).read("/");
		assertThat(this.counter.statementsDuring(() -> TestReader.of(this.mvc).read("/"))).hasSizeLessThanOrEqualTo(4);
	}

	private TestReader commenter(Written article) {
		TestReader reader = TestReader.of(this.mvc);
		var answer = reader.comment(article, "Người Quen", "Tôi đã từng viết ở đây " + article.id());
		assertThat(answer).hasStatus(303);
		return reader;
	}

}
