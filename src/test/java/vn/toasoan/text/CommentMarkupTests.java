package vn.toasoan.text;

import java.time.Duration;
import java.util.Set;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class CommentMarkupTests {

	private static Element body(String comment) {
		return Jsoup.parse(CommentMarkup.toHtml(comment)).body();
	}

	/** The markup as jsoup writes it, so that ways of escaping make no difference. */
	private static String html(String comment) {
		Document page = Jsoup.parse(CommentMarkup.toHtml(comment));
		page.outputSettings().prettyPrint(false);
		return page.body().html();
	}

	@Test
	void blankLinesSeparateParagraphsAndSingleOnesBreakTheLine() {
		assertThat(html("Một\nhai\n\nba")).isEqualTo("<p>Một<br>hai</p><p>ba</p>");
	}

	@Test
	void anEmptyCommentIsNothing() {
		assertThat(CommentMarkup.toHtml("")).isEmpty();
		assertThat(CommentMarkup.toHtml(" \n\n\u200B")).isEmpty();
		assertThat(CommentMarkup.toHtml(">\n> ")).isEmpty();
	}

	@Test
	void quotedLinesBecomeAQuote() {
		assertThat(html("> sẽ **bổ sung**\n> sau\nNếu được"))
			.isEqualTo("<blockquote><p>sẽ <strong>bổ sung</strong><br>sau</p></blockquote><p>Nếu được</p>");
		assertThat(html("A\n>b\n>\n>c")).isEqualTo("<p>A</p><blockquote><p>b</p><p>c</p></blockquote>");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			**đậm** | <strong>đậm</strong>
			*nghiêng* | <em>nghiêng</em>
			***cả hai*** | <strong><em>cả hai</em></strong>
			**đậm *và nghiêng*** | <strong>đậm <em>và nghiêng</em></strong>
			*nghiêng **và đậm*** | <em>nghiêng <strong>và đậm</strong></em>
			(**điện và nước**), | (<strong>điện và nước</strong>),
			**a** và **b** | <strong>a</strong> và <strong>b</strong>
			**a *b** c* | <strong>a *b</strong> c*
			**chưa đóng | **chưa đóng
			*a **b | *a **b
			2*3*4 | 2*3*4
			đ*t m* | đ*t m*
			** a ** | ** a **
			**** | ****
			****a**** | ****a****
			* | *
			_a_ `b` ~c~ # d | _a_ `b` ~c~ # d
			[a](https://) | [a](https://)
			""")
	void starsMarkWholeWords(String comment, String expected) {
		assertThat(html(comment)).isEqualTo("<p>" + expected + "</p>");
	}

	@Test
	void emphasisMayCrossALineButNotAParagraph() {
		assertThat(html("*a\nb*")).isEqualTo("<p><em>a<br>b</em></p>");
		assertThat(html("*a\n\nb*")).isEqualTo("<p>*a</p><p>b*</p>");
	}

	@Test
	void anAddressBecomesALinkThatShowsItsHost() {
		Element link = body("Xem https://www.Example.com/bai/1?a=1&b=2#c.").expectFirst("a");
		assertThat(link.attr("href")).isEqualTo("https://www.example.com/bai/1?a=1&b=2#c");
		assertThat(link.attr("rel")).isEqualTo("ugc nofollow noopener");
		assertThat(link.text()).isEqualTo("www.example.com/bai/1?a=1&b=2#c");
		assertThat(body("Xem https://example.com/.").text()).isEqualTo("Xem example.com.");
	}

	@Test
	void aLongPathIsShortened() {
		String text = body("http://example.com/" + "duong-dan/".repeat(20)).text();
		assertThat(text).startsWith("example.com/duong-dan/").endsWith("…").hasSize("example.com".length() + 30);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			(https://a.vn/b) | https://a.vn/b
			https://vi.wikipedia.org/wiki/AI_(phim) | https://vi.wikipedia.org/wiki/AI_%28phim%29
			(xem https://vi.wikipedia.org/wiki/AI_(phim)) | https://vi.wikipedia.org/wiki/AI_%28phim%29
			**https://a.vn/b** | https://a.vn/b
			“https://a.vn/b”, | https://a.vn/b
			https://a.vn/b?! | https://a.vn/b
			https://a.vn/b… | https://a.vn/b
			https://a.vn/"onclick="x | https://a.vn/
			HTTPS://A.VN:8080/b | https://a.vn:8080/b
			https://vi.wikipedia.org/wiki/Hà_Nội | https://vi.wikipedia.org/wiki/H%C3%A0_N%E1%BB%99i
			https://a.vn/b;c'd | https://a.vn/b;c'd
			""")
	void onlyTheAddressIsLinked(String comment, String href) {
		assertThat(body(comment).select("a").eachAttr("href")).containsExactly(href);
	}

	@Test
	void vietnameseInAPathIsShownAsTyped() {
		assertThat(body("https://vi.wikipedia.org/wiki/Hà_Nội").text()).isEqualTo("vi.wikipedia.org/wiki/Hà_Nội");
		assertThat(body("https://a.vn/\u05D0\u05D1").text()).isEqualTo("a.vn/%D7%90%D7%91");
	}

	@Test
	void aForeignHostIsShownInPunycodeSoThatItCannotImitate() {
		Element link = body("https://аpple.com/dang-nhap").expectFirst("a");
		assertThat(link.attr("href")).isEqualTo("https://xn--pple-43d.com/dang-nhap");
		assertThat(link.text()).isEqualTo("xn--pple-43d.com/dang-nhap");
		assertThat(body("https://ｇｏｏｇｌｅ．com/").select("a").eachAttr("href")).containsExactly("https://google.com/");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://vnexpress.net@evil.com/", "https://a:b@evil.com", "https://", "http://localhost/",
			"http://[::1]/", "https://a_b.com/", "https://.com", "https://a..com/", "https://a.com\\@b.com/",
			"https://a.com/%zz", "https://a.com/|", "https://%61.com/", "https://a.com:999999/", "xhttps://a.com/",
			"ftp://a.com/", "javascript:alert(1)", "javascript://a.com/%0aalert(1)", "data:text/html,x", "www.a.com",
			"//a.com", "https://google.com℀.evil.com", "https:///a.com" })
	void whatIsNoPlainWebAddressStaysText(String comment) {
		assertThat(body(comment).select("a")).isEmpty();
		assertThat(body(comment).text()).isEqualTo(comment);
	}

	@ParameterizedTest
	@ValueSource(strings = { "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>",
			"<a href=\"javascript:x\">y</a>", "&lt;b&gt; &amp; &#60;", "<style>*{}</style>", "</p></div>", "{{7*7}}",
			"<!-- x -->", "a\"b'c`d" })
	void htmlIsShownAsText(String comment) {
		assertThat(body(comment).text()).isEqualTo(comment);
		assertThat(body(comment).select("*").not("body").not("p")).isEmpty();
	}

	@Test
	void whateverIsTypedOnlyTheAllowListComesOut() {
		assertThat(RandomText.hostile()).allSatisfy((comment) -> {
			for (Element element : body(comment).select("*").not("body")) {
				assertThat(element.tagName()).isIn("p", "br", "blockquote", "strong", "em", "a");
				assertThat(element.attributes().asList()).extracting((attribute) -> attribute.getKey())
					.hasSize(element.tagName().equals("a") ? 2 : 0)
					.allMatch(Set.of("href", "rel")::contains);
				assertThat(element.attr("href")).matches("|https?://[a-z0-9.-]+\\.[a-z0-9-]+([/:?#][\\x21-\\x7E]*)?");
			}
		});
	}

	@Test
	void noLetterThatWasTypedIsLostOutsideLinks() {
		assertThat(RandomText.hostile()).allSatisfy((comment) -> {
			String plain = comment.replace("://", "");
			assertThat(letters(body(plain).text())).isEqualTo(letters(CommentText.normalize(plain)));
		});
	}

	private static String letters(String text) {
		return text.replaceAll("[\\s*>]+", "");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "*", "**a ", "*a ", "> ", "(", "https://", "http://a.vn/(", "a\n\n", "***a* ", "http://a@b " })
	void timeGrowsWithTheLengthAlone(String piece) {
		String comment = piece.repeat(200_000 / piece.length());
		assertTimeoutPreemptively(Duration.ofSeconds(5),
				() -> assertThatCode(() -> CommentMarkup.toHtml(comment)).doesNotThrowAnyException());
	}

}
