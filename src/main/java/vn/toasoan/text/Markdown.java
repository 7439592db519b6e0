package vn.toasoan.text;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * The dialect in which articles are written: CommonMark with tables, footnotes, captions,
 * pull quotes, source references and bar charts, set with real quotation marks and
 * dashes. HTML in it is text. {@link ArticleRenderer} writes the HTML, {@link AllowLists}
 * checks it. Safe for use by many threads.
 */
public final class Markdown {

	/**
	 * Levels of quotes, lists and emphasis. An article needs three; recursion must end
	 * long before the stack does.
	 */
	private static final int MAX_NESTING = 30;

	private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t\\r]]|\\p{Cs}");

	private static final Pattern CHART = Pattern
		.compile("<figure class=\"chart-figure\" id=\"(bieu-do-([0-9]+))\"></figure>");

	private static final Pattern SPACES = Pattern.compile("\\s+");

	private static final Parser PARSER = parser(List.of(TablesExtension.create(), new FootnoteSyntax()));

	private static final Parser WITHOUT_TABLES = parser(List.of(new FootnoteSyntax()));

	private Markdown() {
	}

	private static Parser parser(List<Extension> extensions) {
		return Parser.builder()
			.extensions(extensions)
			.maxOpenBlockParsers(MAX_NESTING)
			.maxInlineNesting(MAX_NESTING)
			.build();
	}

	private static Node parse(String source) {
		try {
			return PARSER.parse(source);
		}
		catch (IllegalArgumentException ex) {
			// A table of more than a million cells: a few lines can ask for that.
			return WITHOUT_TABLES.parse(source);
		}
	}

	/**
	 * Renders an article's body. Never throws: what is malformed appears as the text that
	 * it is.
	 * @param source Markdown, of any length and content
	 * @return its HTML and its plain text
	 */
	public static RenderedText render(String source) {
		String clean = CONTROLS.matcher(Normalizer.normalize(source, Form.NFC)).replaceAll("");
		Node document = parse(clean);
		TypographicText.set(document);
		Footnotes footnotes = new Footnotes(document);
		List<Chart> charts = new ArrayList<>();
		String html = HtmlRenderer.builder()
			.escapeHtml(true)
			.percentEncodeUrls(true)
			.nodeRendererFactory((context) -> new ArticleRenderer(context, footnotes, charts))
			.build()
			.render(document);
		String plainText = PlainText.of(document, footnotes);
		return new RenderedText(withCharts(AllowLists.ARTICLE.sanitize(html), charts), plainText, words(plainText));
	}

	/**
	 * Nobody can write the figure that a drawing replaces: in all text and attributes "<"
	 * is escaped by now.
	 */
	private static String withCharts(String html, List<Chart> charts) {
		return CHART.matcher(html).replaceAll((figure) -> {
			Chart chart = charts.get(Integer.parseInt(figure.group(2)) - 1);
			return Matcher.quoteReplacement(ChartDrawing.figure(chart, figure.group(1)));
		});
	}

	private static int words(String plainText) {
		return (int) SPACES.splitAsStream(plainText)
			.filter((word) -> word.codePoints().anyMatch(Character::isLetterOrDigit))
			.count();
	}

}
