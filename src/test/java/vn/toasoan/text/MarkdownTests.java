package vn.toasoan.text;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class MarkdownTests {

	private static Element body(String source) {
		Document page = Jsoup.parse(Markdown.render(source).html());
		page.outputSettings().prettyPrint(false);
		return page.body();
	}

	/** The markup as jsoup writes it, without line breaks between blocks. */
	private static String html(String source) {
		return body(source).html().replace("\n", "");
	}

	@Test
	void prose() {
		assertThat(html("Một *hai* **ba** `bốn`  \nnăm\n\n---\n\n- sáu\n- bảy\n\n3. tám"))
			.isEqualTo("<p>Một <em>hai</em> <strong>ba</strong> <code>bốn</code><br>năm</p><hr>"
					+ "<ul><li>sáu</li><li>bảy</li></ul><ol start=\"3\"><li>tám</li></ol>");
	}

	@Test
	void aLooseListKeepsItsParagraphs() {
		assertThat(html("- a\n\n- b")).isEqualTo("<ul><li><p>a</p></li><li><p>b</p></li></ul>");
	}

	@Test
	void thePageHasTheOnlyH1() {
		assertThat(html("# A\n## B\n### C\n#### D\n###### E")).isEqualTo(
				"<h2 id=\"muc-a\">A</h2><h2 id=\"muc-b\">B</h2><h3 id=\"muc-c\">C</h3><h4 id=\"muc-d\">D</h4><h4 id=\"muc-e\">E</h4>");
	}

	@Test
	void aHeadingsIdIsItsSlugAndUniqueOnThePage() {
		String source = "## Thước đo *405* tỷ[3](#nguon-3)\n## Thước đo 405 tỷ\n## Thước đo 405 tỷ 2\n## Thước đo 405 tỷ\n## ?\n## 北京";
		assertThat(body(source).select("h2").eachAttr("id")).containsExactly("muc-thuoc-do-405-ty",
				"muc-thuoc-do-405-ty-2", "muc-thuoc-do-405-ty-2-2", "muc-thuoc-do-405-ty-3", "muc", "muc-2");
	}

	@ParameterizedTest
	@CsvSource({ "Nội dung, muc-noi-dung", "Bình luận, muc-binh-luan", "Nguồn, muc-nguon", "Nguồn 3, muc-nguon-3",
			"Đính chính, muc-dinh-chinh", "BL 12ab, muc-bl-12ab", "Biểu đồ 1, muc-bieu-do-1",
			"Chú thích, muc-chu-thich", "Chú thích 1-1, muc-chu-thich-1-1", "Nguồn lực, muc-nguon-luc",
			"Viết, muc-viet" })
	void noHeadingTakesAnIdOfThePage(String heading, String id) {
		assertThat(body("## " + heading).select("h2").eachAttr("id")).containsExactly(id);
	}

	@ParameterizedTest
	@CsvSource({ "https://a.vn/b?c=1&d=2, noopener", "http://a.vn, noopener", "mailto:a@b.vn, ''", "tel:+84123, ''",
			"/bai-viet/a, ''", "#muc, ''" })
	void linksGoOutOrAround(String destination, String rel) {
		Element link = body("[x](" + destination + ")").expectFirst("a");
		assertThat(link.attr("href")).isEqualTo(destination);
		assertThat(link.attr("rel")).isEqualTo(rel);
		assertThat(link.text()).isEqualTo("x");
	}

	@ParameterizedTest
	@ValueSource(strings = { "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java&#115;cript:alert(1)",
			"javascript&colon;alert(1)", "java&#9;script:alert(1)", "<java\tscript:alert(1)>",
			"&#1;javascript:alert(1)", "data:text/html,x", "vbscript:x", "//evil.vn", "/\\evil.vn", "\\\\evil.vn",
			"</\t/evil.vn>", "/&#9;/evil.vn", "bai-viet", "../a", "file:///etc/passwd", "https:evil.vn", "blob:x", "" })
	void otherDestinationsLeaveTheTextOnly(String destination) {
		Element body = body("[chữ](" + destination + ") <javascript:alert(1)>");
		assertThat(body.select("a")).isEmpty();
		assertThat(body.text()).startsWith("chữ");
	}

	@Test
	void aSourceReferenceIsARaisedNumber() {
		assertThat(html("405 tỷ tham số[3](#nguon-3)."))
			.isEqualTo("<p>405 tỷ tham số<sup><a href=\"#nguon-3\" aria-label=\"Nguồn 3\">3</a></sup>.</p>");
	}

	@Test
	void wordsThatLinkToASourceStayWords() {
		assertThat(html("[báo cáo](#nguon-3)")).isEqualTo("<p><a href=\"#nguon-3\">báo cáo</a></p>");
	}

	@Test
	void aQuoteWithAnAttributionIsAPullQuote() {
		assertThat(html("> “Lượng tính toán.”\n>\n> — Mark Zuckerberg, *ngày* 31/7/2024"))
			.isEqualTo("<blockquote class=\"pull\"><p>“Lượng tính toán.”</p>"
					+ "<footer>Mark Zuckerberg, <em>ngày</em> 31/7/2024</footer></blockquote>");
	}

	@ParameterizedTest
	@ValueSource(strings = { "> a\n>\n> b", "> — một mình", "> a\n>\n> - b", "> a\n>\n> –- b", "> a\n>\n> —b" })
	void otherQuotesArePlain(String source) {
		Element quote = body(source).expectFirst("blockquote");
		assertThat(quote.hasClass("pull")).isFalse();
		assertThat(quote.select("footer")).isEmpty();
	}

	@Test
	void anImageAloneIsAFigureWithItsCaptionAndCredit() {
		assertThat(html("![Nhà máy](/anh/0a1b/960.webp \"Một *nhà máy* | Ảnh: A & B\")"))
			.isEqualTo("<figure><img src=\"/anh/0a1b/960.webp\" alt=\"Nhà máy\" loading=\"lazy\" decoding=\"async\">"
					+ "<figcaption>Một *nhà máy* <span class=\"credit\">Ảnh: A &amp; B</span></figcaption></figure>");
		assertThat(html("![a](/anh/b.jpg \"chỉ chú thích\")"))
			.endsWith("<figcaption>chỉ chú thích</figcaption></figure>");
		assertThat(html("![a](/anh/b.jpg \"| Ảnh: C\")"))
			.endsWith("<figcaption><span class=\"credit\">Ảnh: C</span></figcaption></figure>");
		assertThat(body("![](/anh/b.jpg)").select("figcaption")).isEmpty();
	}

	@Test
	void anImageInASentenceStaysInIt() {
		assertThat(html("a ![b](/anh/c.png) d"))
			.isEqualTo("<p>a <img src=\"/anh/c.png\" alt=\"b\" loading=\"lazy\" decoding=\"async\"> d</p>");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://evil.vn/a.jpg", "//evil.vn/anh/a.jpg", "/anh/../quan-tri", "/anh//a", "/anh/",
			"/anhh/a.jpg", "data:image/svg+xml,x", "anh/a.jpg", "/anh/a.jpg?x=1", "javascript:x" })
	void anImageFromElsewhereLeavesItsDescription(String source) {
		assertThat(html("![mô *tả*](" + source + " \"x\")")).isEqualTo("<p>mô tả</p>");
	}

	@Test
	void aTableScrollsInItsFrameAndItsHeadsHaveAScope() {
		assertThat(html("| Quý | Chi | X |\n|---|--:|:-:|\n| II | 8,5 | y |"))
			.isEqualTo("<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Bảng\"><table>"
					+ "<thead><tr><th scope=\"col\">Quý</th><th scope=\"col\" class=\"right\">Chi</th>"
					+ "<th scope=\"col\" class=\"center\">X</th></tr></thead>"
					+ "<tbody><tr><td>II</td><td class=\"right\">8,5</td><td class=\"center\">y</td></tr></tbody></table></div>");
	}

	@Test
	void footnotesAreNumberedAsTheyAreMetAndLinkBack() {
		Element body = body("Một[^b], hai[^a], lại[^b], không[^c].\n\n[^a]: Thứ hai.\n[^b]: Thứ *nhất*.\n[^d]: Thừa.");
		assertThat(body.expectFirst("p").text()).isEqualTo("Một[1], hai[2], lại[1], không[^c].");
		assertThat(body.expectFirst("p").select("sup.note a").eachAttr("id")).containsExactly("chu-thich-1-1",
				"chu-thich-2-1", "chu-thich-1-2");
		assertThat(body.expectFirst("sup a").attr("href")).isEqualTo("#chu-thich-1");
		assertThat(body.expectFirst("sup a").attr("aria-label")).isEqualTo("Chú thích 1");
		Element section = body.expectFirst("section.footnotes");
		assertThat(section.attr("aria-labelledby")).isEqualTo(section.expectFirst("h2").id()).isEqualTo("chu-thich");
		assertThat(section.expectFirst("h2").text()).isEqualTo("Chú thích");
		assertThat(section.select("li").eachAttr("id")).containsExactly("chu-thich-1", "chu-thich-2");
		assertThat(section.select("li").eachText()).containsExactly("Thứ nhất. ↩︎ ↩︎", "Thứ hai. ↩︎");
		assertThat(section.select("a.back").eachAttr("href")).containsExactly("#chu-thich-1-1", "#chu-thich-1-2",
				"#chu-thich-2-1");
		assertThat(section.select("a.back").eachAttr("aria-label")).containsExactly("Về chỗ chú thích 1",
				"Về chỗ chú thích 1, lần 2", "Về chỗ chú thích 2");
	}

	@Test
	void aFootnoteMayReferToAnother() {
		assertThat(body("a[^1]\n\n[^1]: b[^2]\n[^2]: c[^1]").select("section li").eachText())
			.containsExactly("b[2] ↩︎ ↩︎", "c[1] ↩︎");
	}

	@Test
	void anArticleWithoutFootnotesHasNoSectionForThem() {
		assertThat(body("a[^1]\n\n[^2]: b").select("section, sup")).isEmpty();
	}

	@Test
	void aPercentSignStaysWithItsNumber() {
		assertThat(body("tăng 33 % và x % và `5 %`").wholeText().strip()).isEqualTo("tăng 33\u00A0% và x % và 5 %");
	}

	@Test
	void whatIsTypedPlainlyIsSetWithRealSigns() {
		assertThat(body("\"a\" ... 'b' -- “c” --- d").text()).isEqualTo("“a” … ‘b’ – “c” — d");
		assertThat(Markdown.render("# \"A\" -- b").plainText()).isEqualTo("“A” – b");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
			Ông nói "**đi**"              | Ông nói “<strong>đi</strong>”
			"*Đi*," ông nói               | “<em>Đi</em>,” ông nói
			**"Đi"**                      | <strong>“Đi”</strong>
			"[Đi](/a)"                    | “<a href="/a">Đi</a>”
			"`a"b`"                       | “<code>a"b</code>”
			mã `--x '...'` -- y           | mã <code>--x '...'</code> – y
			<https://a.vn/b--c>           | <a href="https://a.vn/b--c" rel="noopener">https://a.vn/b--c</a>
			https://a.vn/b--c'd... --     | https://a.vn/b--c'd... –
			[a--b](https://a.vn/b--c...)  | <a href="https://a.vn/b--c..." rel="noopener">a–b</a>
			""")
	void aQuotationMarkTurnsAsItsNeighboursSayAndCodeAndAddressesStay(String source, String html) {
		assertThat(html(source)).isEqualTo("<p>" + html + "</p>");
	}

	@Test
	void codeBlocksTablesCaptionsAndChartsAreSetOrLeftAsTheyShouldBe() {
		assertThat(body("    a -- \"b\"").text()).isEqualTo("a -- \"b\"");
		assertThat(body("```\na -- \"b\"\n```").text()).isEqualTo("a -- \"b\"");
		assertThat(body("| \"a\" |\n|---|\n| b -- c |").select("th, td").eachText()).containsExactly("“a”", "b – c");
		assertThat(html("![\"a\"](/anh/b.jpg 'Ông \"c\" | Ảnh -- d')")).contains("alt=\"“a”\"")
			.contains("Ông “c” <span class=\"credit\">Ảnh – d</span>");
		assertThat(body("```bieu-do\ntiêu đề: \"a\"\nchú thích: b...\n|c|1|\n|d|2|\n```").text()).contains("“a”: c 1")
			.contains("b…");
	}

	@ParameterizedTest
	@ValueSource(strings = { "—", "–", "--", "---" })
	void whoSaidSomethingStandsBehindADashOfAnyLength(String dash) {
		assertThat(html("> \"Đi.\"\n>\n> " + dash + " Lan"))
			.isEqualTo("<blockquote class=\"pull\"><p>“Đi.”</p><footer>Lan</footer></blockquote>");
	}

	@ParameterizedTest
	@ValueSource(strings = { "<script>alert(1)</script>", "a <img src=x onerror=alert(1)> b",
			"<svg><script>x</script></svg>", "<style>*{}</style>", "a <b>c</b>", "<iframe src=x></iframe>",
			"<a href=\"javascript:x\">y</a>", "<figure class=\"chart-figure\" id=\"bieu-do-1\"></figure>",
			"{{7+7}} ${7+7} [[${7}]]" })
	void htmlIsShownAsText(String source) {
		Element body = body(source);
		assertThat(body.text()).isEqualTo(source);
		assertThat(body.select("*").not("body").not("p")).isEmpty();
	}

	@Test
	void htmlInsideCodeTitlesAndHeadingsIsTextToo() {
		Element body = body(
				"```html\n<script>x</script>\n```\n\n![\"><script>](/anh/a.jpg \"\\\"><script>y</script>\")\n\n"
						+ "## <script>z</script>");
		assertThat(body.select("script")).isEmpty();
		assertThat(body.expectFirst("pre > code").text()).isEqualTo("<script>x</script>");
		assertThat(body.expectFirst("code").attributes()).isEmpty();
		assertThat(body.expectFirst("img").attr("alt")).isEqualTo("“><script>");
		assertThat(body.expectFirst("figcaption").text()).isEqualTo("“><script>y</script>");
		assertThat(body.expectFirst("h2").id()).isEqualTo("muc-script-z-script");
	}

	@Test
	void whateverIsWrittenOnlyTheAllowListComesOut() {
		assertThat(RandomText.hostile()).allSatisfy((source) -> {
			Element body = body(source);
			assertThat(body.select("*").not("body")).allSatisfy(MarkdownTests::isAllowed);
			List<String> ids = body.select("[id]").eachAttr("id");
			assertThat(ids).doesNotHaveDuplicates();
		});
	}

	/** Written out again rather than asked of the production code. */
	private static void isAllowed(Element element) {
		String allowed = switch (element.tagName()) {
			case "p", "ul", "li", "blockquote", "footer", "pre", "code", "strong", "em", "hr", "br", "sup", "figure",
					"figcaption", "span", "section", "div", "table", "thead", "tbody", "tr", "td", "h2", "h3", "h4" ->
				"class|id|tabindex|role|aria-label|aria-labelledby";
			case "ol" -> "start";
			case "a" -> "href|rel|class|id|aria-label";
			case "img" -> "src|alt|loading|decoding";
			case "th" -> "scope|class";
			case "svg" -> "viewbox|role|aria-labelledby";
			case "title", "g" -> "id|class|transform";
			case "text", "rect" -> "x|y|width|height|rx|class";
			default -> throw new AssertionError("Not allowed: " + element.outerHtml());
		};
		assertThat(element.attributes().asList()).allSatisfy((attribute) -> {
			assertThat(attribute.getKey().toLowerCase(Locale.ROOT)).matches(allowed);
			if (attribute.getKey().equals("href")) {
				assertThat(attribute.getValue())
					.matches("(https?://|mailto:|tel:|#|/(?![/\\\\]))[\\x21-\\x7E&&[^\"<>]]*");
			}
			if (attribute.getKey().equals("src")) {
				assertThat(attribute.getValue()).matches("/anh/[a-z.]+");
			}
		});
	}

	@Test
	void aDecomposedSourceRendersLikeTheComposedOne() {
		String source = "## Nguyễn Huệ\n\nĐường **đi** bộ[^ế]\n\n[^ế]: ở Quận 1";
		assertThat(Markdown.render(Normalizer.normalize(source, Form.NFD))).isEqualTo(Markdown.render(source));
	}

	@Test
	void thePlainTextHasTheWordsAndNothingElse() {
		String source = """
				## Thước *đo*

				Mốc là
				Llama 3.1[3](#nguon-3), [bản](https://a.vn) **lớn**[^1].

				> “Câu.”
				>
				> — Mark

				- a
				- b

				![alt](/anh/a.jpg "Chú | Ảnh: C")

				| x | y |
				|---|---|
				| 1 | 2 |

				[^1]: Ghi chú.
				""";
		assertThat(Markdown.render(source).plainText())
			.isEqualTo("Thước đo\nMốc là Llama 3.1, bản lớn.\n“Câu.”\nMark\na\nb\nChú\nx y\n1 2\nGhi chú.");
	}

	@Test
	void wordsAreSyllablesWithALetterOrADigit() {
		assertThat(Markdown.render("Đà Nẵng — 3 dự án, 33 %!").words()).isEqualTo(6);
		assertThat(Markdown.render("").words()).isZero();
		assertThat(Markdown.render("— … !").words()).isZero();
	}

	@Test
	void readingTakesAtLeastAMinuteAndIsRoundedUp() {
		assertThat(new RenderedText("", "", 0).readingMinutes()).isEqualTo(1);
		assertThat(new RenderedText("", "", 235).readingMinutes()).isEqualTo(1);
		assertThat(new RenderedText("", "", 236).readingMinutes()).isEqualTo(2);
		assertThat(Markdown.render("một ".repeat(1000)).readingMinutes()).isEqualTo(5);
	}

	@Test
	void manyThreadsMayRenderAtOnce() {
		String source = "## A\n\nb[^1]\n\n```bieu-do\ntiêu đề: t\n| a | 1 |\n| b | 2 |\n```\n\n[^1]: c";
		RenderedText alone = Markdown.render(source);
		assertThat(IntStream.range(0, 2_000).parallel().mapToObj((i) -> Markdown.render(source)))
			.allMatch(alone::equals);
	}

	@ParameterizedTest
	@ValueSource(strings = { "> ", ">", "[", "![", "*a **b ", "*", "**", "_a ", "`", "- ", "[a](", "![a](/anh/a.jpg)",
			"<", "<a ", "&", "[^1]", "[^1]: a\n", "|", "|a|b|\n", "# a\n", "[a]: b\n", "[a][b]", "[3](#nguon-3)", "\\",
			"\n", "```\n", "a\u0301", "\uD83D", "<!--", "    a\n\n", "1. ", "> a\n\n", "![[", "*a_", "(", "<?",
			"https://a.vn " })
	void tenThousandsOfAnythingNeverThrowAndTakeLittleTime(String piece) {
		String source = piece.repeat(200_000 / piece.length());
		RenderedText rendered = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> Markdown.render(source));
		assertThat(rendered.html()).hasSizeLessThan(12_000_000);
	}

	@ParameterizedTest
	@CsvSource({ "*a , *", "![,](/anh/a.jpg)", "[,](https://a.vn)", "'> ',a", "'- ',a", "**a , b**", "'[a',](b)" })
	void deepNestingEndsInText(String open, String close) {
		String source = open.repeat(10_000) + "giữa" + close.repeat(10_000);
		RenderedText rendered = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> Markdown.render(source));
		assertThat(rendered.plainText()).contains("giữa");
	}

}
