package vn.toasoan.text;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ChartTests {

	private static final String META = """
			```bieu-do
			tiêu đề: Chi đầu tư hạ tầng của Meta
			đơn vị: tỷ USD
			chú thích: Chi cho máy chủ tăng khoảng 33 % sau một năm.
			nguồn: Đồ họa: Tòa Soạn, theo báo cáo của Meta

			| Quý II/2023 | 6,4 |
			| Quý II/2024* | 8,5 |
			```
			""";

	private static Element body(String source) {
		return Jsoup.parse(Markdown.render(source).html()).body();
	}

	private static Element chart(String... lines) {
		return body("```bieu-do\ntiêu đề: T\n" + String.join("\n", lines) + "\n```");
	}

	private static double number(Element element, String attribute) {
		return Double.parseDouble(element.attr(attribute));
	}

	@Test
	void aChartIsAFigureThatCanBeHeard() {
		Element figure = body(META).expectFirst("figure.chart-figure");
		Element svg = figure.expectFirst("svg");
		assertThat(svg.attr("role")).isEqualTo("img");
		assertThat(svg.attr("viewBox")).matches("0 0 640 [0-9]+");
		assertThat(svg.attr("aria-labelledby")).isEqualTo(svg.expectFirst("title").id()).isEqualTo("bieu-do-1");
		assertThat(svg.expectFirst("title").text())
			.isEqualTo("Chi đầu tư hạ tầng của Meta: Quý II/2023 6,4 tỷ USD, Quý II/2024 8,5 tỷ USD");
		assertThat(figure.expectFirst("figcaption").ownText())
			.isEqualTo("Chi cho máy chủ tăng khoảng 33 % sau một năm.");
		assertThat(figure.expectFirst(".credit").text()).isEqualTo("Đồ họa: Tòa Soạn, theo báo cáo của Meta");
		assertThat(figure.select("[style]")).isEmpty();
	}

	@Test
	void barsStartAtZeroAndAreAsLongAsTheirValues() {
		List<Element> bars = body(META).select("g.chart rect");
		assertThat(bars).hasSize(2);
		assertThat(number(bars.get(0), "width") / number(bars.get(1), "width")).isCloseTo(6.4 / 8.5, within(0.002));
		assertThat(number(bars.get(1), "width")).isGreaterThanOrEqualTo(160);
		assertThat(bars).extracting((bar) -> bar.attr("rx")).containsOnly("3");
		assertThat(number(bars.get(0), "x")).isEqualTo(number(bars.get(1), "x"));
	}

	@Test
	void theStarHighlightsABarAndIsNotShown() {
		assertThat(body(META).select("rect").eachAttr("class")).containsExactly("now");
		assertThat(body(META).select("rect").get(1).hasClass("now")).isTrue();
		assertThat(body(META).select("text").eachText()).containsExactly("Quý II/2023", "6,4 tỷ USD", "Quý II/2024",
				"8,5 tỷ USD");
	}

	@Test
	void keysMayBeCapitalOrDecomposedAndAHeadIsAllowed() {
		String source = META.replace("tiêu đề", "TIÊU ĐỀ")
			.replace("| Quý II/2023", "| Quý | Chi |\n|:--|--:|\n| Quý II/2023");
		assertThat(body(source).select("rect")).hasSize(2);
		assertThat(body(Normalizer.normalize(source, Form.NFD)).html()).isEqualTo(body(source).html());
	}

	@Test
	void thousandsHaveDotsAndDecimalsACommaAndZeroIsAllowed() {
		List<Element> bars = chart("| a | 1.250,5 |", "| b | 2.501 |", "| c | 0 |").select("rect");
		assertThat(number(bars.get(0), "width") / number(bars.get(1), "width")).isCloseTo(0.5, within(0.002));
		assertThat(number(bars.get(2), "width")).isZero();
		assertThat(chart("| a | 0 |", "| b | 0 |").select("rect").eachAttr("width")).containsExactly("0", "0");
	}

	@Test
	void aPercentSignStaysWithItsNumber() {
		assertThat(chart("đơn vị: %", "| a | 1 |", "| b | 2 |").select("text.value")).extracting(Element::wholeText)
			.containsExactly("1\u00A0%", "2\u00A0%");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a", "Thành phố Hồ Chí Minh", "WWWWWWWWWWWWWW",
			"Tổng sản phẩm quốc nội của cả nước năm ngoái",
			"Một nhãn rất dài, dài đến mức không tờ báo nào in nó cạnh một thanh ngang mà lại không phải thu nhỏ cả hình" })
	void noTextRunsOutOfThePictureHoweverLong(String label) {
		for (String unit : List.of("%", "tỷ USD", "triệu tấn dầu quy đổi mỗi năm một người")) {
			Element svg = chart("đơn vị: " + unit, "| " + label + " | 999.999,99 |", "| b | 1 |").expectFirst("svg");
			double room = 640 / scale(svg);
			for (Element text : svg.select("text")) {
				// 0.56 em is the average advance of a wide system font at 17 px, capital
				// W 0.99.
				double advance = text.text().startsWith("WW") ? 0.99 : 0.56;
				assertThat(number(text, "x") + text.text().length() * 17 * advance).as(text.text())
					.isLessThanOrEqualTo(room);
			}
			double end = number(svg.expectFirst("rect"), "x") + number(svg.expectFirst("rect"), "width");
			assertThat(number(svg.expectFirst("text.value"), "x")).isGreaterThan(end);
			assertThat(number(svg.expectFirst("rect"), "width")).isGreaterThanOrEqualTo(160);
		}
	}

	@Test
	void labelsAndBarsNeverOverlap() {
		for (String label : List.of("Ngắn", "Thành phố Hồ Chí Minh", "Tổng sản phẩm quốc nội của cả nước năm ngoái")) {
			Element svg = chart("| " + label + " | 2 |", "| b | 1 |").expectFirst("svg");
			Element text = svg.expectFirst("text");
			Element bar = svg.expectFirst("rect");
			boolean beside = number(text, "x") + label.length() * 17 * 0.55 < number(bar, "x");
			boolean above = number(text, "y") < number(bar, "y") && number(text, "y") > 17;
			assertThat(beside || above).as(label).isTrue();
		}
	}

	@Test
	void twelveBarsStandInsideThePicture() {
		String[] rows = new String[12];
		for (int i = 0; i < rows.length; i++) {
			rows[i] = "| năm " + i + " | " + i + " |";
		}
		Element svg = chart(rows).expectFirst("svg");
		double height = Double.parseDouble(svg.attr("viewBox").split(" ")[3]);
		double previousEnd = 0;
		for (Element bar : svg.select("rect")) {
			assertThat(number(bar, "y")).isGreaterThan(previousEnd);
			previousEnd = number(bar, "y") + number(bar, "height");
		}
		assertThat(previousEnd).isLessThan(height);
		assertThat(svg.select("rect")).hasSize(12);
	}

	private static double scale(Element svg) {
		String transform = svg.expectFirst("g").attr("transform");
		return transform.isEmpty() ? 1 : Double.parseDouble(transform.replaceAll("[^0-9.]", ""));
	}

	@Test
	void chartsOnOnePageHaveTheirOwnIds() {
		assertThat(body(META + "\n## Biểu đồ 1\n\n" + META).select("[id]").eachAttr("id")).containsExactly("bieu-do-1",
				"muc-bieu-do-1", "bieu-do-2");
	}

	@Test
	void whatIsWrittenInAChartIsEscaped() {
		Element body = body("""
				```bieu-do
				tiêu đề: </title><script>a</script>
				đơn vị: "><script>b</script>
				chú thích: <img src=x onerror=c>
				nguồn: $1 \\ <b>d</b>
				| <script>e</script> | 1 |
				| "' onload="x" | 2 |
				```
				""");
		assertThat(body.select("script, img, b, [onload]")).isEmpty();
		assertThat(body.select("rect")).hasSize(2);
		assertThat(body.expectFirst("text").text()).isEqualTo("<script>e</script>");
		assertThat(body.expectFirst(".credit").text()).isEqualTo("$1 \\ <b>d</b>");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "| a | 1 |", "| a | x |\n| b | 2 |", "| a | 6.4 |\n| b | 2 |", "| a | -1 |\n| b | 2 |",
			"| a | 1 | 2 |\n| b | 2 | 3 |", "| | 1 |\n| b | 2 |", "| * | 1 |\n| b | 2 |",
			"màu: đỏ\n| a | 1 |\n| b | 2 |", "câu gì đó\n| a | 1 |\n| b | 2 |",
			"tiêu đề: hai lần\n| a | 1 |\n| b | 2 |", "| a | 1e999 |\n| b | 2 |", "|\n|",
			"|a|1|\n|a|1|\n|a|1|\n|a|1|\n|a|1|\n|a|1|\n|a|1|\n|a|1|\n|a|1|\n|a|1|\n|a|1|\n|a|1|\n|a|1|" })
	void aMalformedChartIsShownAsTheCodeThatItIs(String rows) {
		Element body = chart(rows);
		assertThat(body.select("svg, figure")).isEmpty();
		assertThat(body.expectFirst("pre > code").wholeText().strip()).isEqualTo(("tiêu đề: T\n" + rows).strip());
	}

	@Test
	void aChartWithoutATitleIsMalformed() {
		assertThat(body("```bieu-do\n| a | 1 |\n| b | 2 |\n```").select("svg")).isEmpty();
	}

	@Test
	void theCaptionIsPartOfThePlainText() {
		assertThat(Markdown.render(META).plainText())
			.isEqualTo("Chi đầu tư hạ tầng của Meta\nChi cho máy chủ tăng khoảng 33 % sau một năm.");
	}

}
