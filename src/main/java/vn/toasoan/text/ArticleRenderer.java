package vn.toasoan.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/**
 * Writes the parts of one article that look different here from plain CommonMark.
 * {@link Markdown} drives it.
 */
final class ArticleRenderer implements NodeRenderer {

	/** The page has the only h1, so that "#" and "##" both open a section. */
	private static final int HIGHEST_HEADING = 2;

	private static final int LOWEST_HEADING = 4;

	/** A dash and who said it; of whichever length was typed. */
	private static final Pattern ATTRIBUTION = Pattern.compile("[—–] ");

	private static final Pattern SPACED_PERCENT = Pattern.compile("(?<=[0-9]) (?=%)");

	private final HtmlNodeRendererContext context;

	private final HtmlWriter html;

	private final Footnotes footnotes;

	private final List<Chart> charts;

	private final HeadingIds headingIds = new HeadingIds();

	ArticleRenderer(HtmlNodeRendererContext context, Footnotes footnotes, List<Chart> charts) {
		this.context = context;
		this.html = context.getWriter();
		this.footnotes = footnotes;
		this.charts = charts;
	}

	@Override
	public Set<Class<? extends Node>> getNodeTypes() {
		return Set.of(Heading.class, Paragraph.class, BlockQuote.class, Text.class, Link.class, Image.class,
				FencedCodeBlock.class, TableBlock.class, TableHead.class, TableBody.class, TableRow.class,
				TableCell.class, FootnoteReference.class, FootnoteDefinition.class);
	}

	@Override
	public void render(Node node) {
		if (node instanceof Heading heading) {
			heading(heading);
		}
		else if (node instanceof Paragraph paragraph) {
			CaptionedImage.in(paragraph).ifPresentOrElse(this::figure, () -> paragraph(paragraph));
		}
		else if (node instanceof BlockQuote quote) {
			quote(quote);
		}
		else if (node instanceof Text text) {
			this.html.text(SPACED_PERCENT.matcher(text.getLiteral()).replaceAll("\u00A0"));
		}
		else if (node instanceof Link link) {
			link(link);
		}
		else if (node instanceof Image image) {
			image(image);
		}
		else if (node instanceof FencedCodeBlock block) {
			Chart.in(block).ifPresentOrElse(this::chart, () -> code(block));
		}
		else if (node instanceof FootnoteReference reference) {
			footnoteMark(reference);
		}
		else if (!(node instanceof FootnoteDefinition)) {
			table(node);
		}
	}

	private void heading(Heading heading) {
		int level = Math.min(Math.max(heading.getLevel(), HIGHEST_HEADING), LOWEST_HEADING);
		block("h" + level, Map.of("id", this.headingIds.next(PlainText.inline(heading))), heading);
	}

	private void figure(CaptionedImage figure) {
		this.html.line();
		this.html.tag("figure");
		image(figure.image());
		if (!figure.caption().isEmpty() || !figure.credit().isEmpty()) {
			this.html.tag("figcaption");
			this.html.text(figure.caption());
			if (!figure.credit().isEmpty()) {
				this.html.text(figure.caption().isEmpty() ? "" : " ");
				this.html.tag("span", Map.of("class", "credit"));
				this.html.text(figure.credit());
				this.html.tag("/span");
			}
			this.html.tag("/figcaption");
		}
		this.html.tag("/figure");
		this.html.line();
	}

	private void paragraph(Paragraph paragraph) {
		boolean bare = paragraph.getParent().getParent() instanceof ListBlock list && list.isTight();
		if (bare) {
			children(paragraph);
		}
		else {
			block("p", Map.of(), paragraph);
		}
	}

	private void quote(BlockQuote quote) {
		if (!(isAttribution(quote.getLastChild()) && quote.getFirstChild() != quote.getLastChild())) {
			block("blockquote", Map.of(), quote);
			return;
		}
		this.html.line();
		this.html.tag("blockquote", Map.of("class", "pull"));
		for (Node said = quote.getFirstChild(); said != quote.getLastChild(); said = said.getNext()) {
			this.context.render(said);
		}
		Node attribution = quote.getLastChild();
		Text first = (Text) attribution.getFirstChild();
		first.setLiteral(ATTRIBUTION.matcher(first.getLiteral()).replaceFirst(""));
		block("footer", Map.of(), attribution);
		this.html.tag("/blockquote");
		this.html.line();
	}

	private static boolean isAttribution(Node node) {
		return node instanceof Paragraph && node.getFirstChild() instanceof Text text
				&& ATTRIBUTION.matcher(text.getLiteral()).lookingAt();
	}

	private void link(Link link) {
		int source = Destinations.sourceNumber(link);
		if (source > 0) {
			this.html.tag("sup");
			this.html.tag("a", attributes("href", "#nguon-" + source, "aria-label", "Nguồn " + source));
			this.html.text(String.valueOf(source));
			this.html.tag("/a");
			this.html.tag("/sup");
		}
		else if (Destinations.isLink(link.getDestination())) {
			Map<String, String> attributes = attributes("href", this.context.encodeUrl(link.getDestination()));
			if (Destinations.isExternal(link.getDestination())) {
				attributes.put("rel", "noopener");
			}
			this.html.tag("a", attributes);
			children(link);
			this.html.tag("/a");
		}
		else {
			children(link);
		}
	}

	private void image(Image image) {
		String alt = PlainText.inline(image);
		if (Destinations.isImage(image.getDestination())) {
			this.html.tag("img",
					attributes("src", image.getDestination(), "alt", alt, "loading", "lazy", "decoding", "async"),
					true);
		}
		else {
			this.html.text(alt);
		}
	}

	/**
	 * Leaves an empty figure, which {@link Markdown} fills once the allow-list has done
	 * its work.
	 */
	private void chart(Chart chart) {
		this.charts.add(chart);
		this.html.line();
		this.html.tag("figure", attributes("class", "chart-figure", "id", "bieu-do-" + this.charts.size()));
		this.html.tag("/figure");
		this.html.line();
	}

	private void code(FencedCodeBlock block) {
		this.html.line();
		// A long line scrolls inside, so that keys must reach it.
		this.html.tag("pre", Map.of("tabindex", "0"));
		this.html.tag("code");
		this.html.text(block.getLiteral());
		this.html.tag("/code");
		this.html.tag("/pre");
		this.html.line();
	}

	private void table(Node node) {
		if (node instanceof TableBlock) {
			this.html.line();
			this.html.tag("div",
					attributes("class", "table-scroll", "tabindex", "0", "role", "region", "aria-label", "Bảng"));
			block("table", Map.of(), node);
			this.html.tag("/div");
			this.html.line();
		}
		else if (node instanceof TableCell cell) {
			cell(cell);
		}
		else {
			block((node instanceof TableHead) ? "thead" : (node instanceof TableBody) ? "tbody" : "tr", Map.of(), node);
		}
	}

	private void cell(TableCell cell) {
		Map<String, String> attributes = attributes();
		if (cell.isHeader()) {
			attributes.put("scope", "col");
		}
		if (cell.getAlignment() == TableCell.Alignment.RIGHT) {
			attributes.put("class", "right");
		}
		else if (cell.getAlignment() == TableCell.Alignment.CENTER) {
			attributes.put("class", "center");
		}
		block(cell.isHeader() ? "th" : "td", attributes, cell);
	}

	private void footnoteMark(FootnoteReference reference) {
		Footnotes.Mark mark = this.footnotes.mark(reference);
		if (mark == null) {
			this.html.text("[^" + reference.getLabel() + "]");
			return;
		}
		this.html.tag("sup", Map.of("class", "note"));
		this.html.tag("a", attributes("href", "#chu-thich-" + mark.note(), "id", mark.id(), "aria-label",
				"Chú thích " + mark.note()));
		// Brackets tell a note from a source, which is a bare number.
		this.html.text("[" + mark.note() + "]");
		this.html.tag("/a");
		this.html.tag("/sup");
	}

	@Override
	public void afterRoot(Node document) {
		if (this.footnotes.notes().isEmpty()) {
			return;
		}
		this.html.line();
		this.html.tag("section", attributes("class", "footnotes", "aria-labelledby", "chu-thich"));
		this.html.tag("h2", Map.of("id", "chu-thich"));
		this.html.text("Chú thích");
		this.html.tag("/h2");
		this.html.tag("ol");
		this.footnotes.notes().forEach(this::footnote);
		this.html.tag("/ol");
		this.html.tag("/section");
		this.html.line();
	}

	private void footnote(Footnotes.Note note) {
		this.html.tag("li", Map.of("id", note.id()));
		Node last = note.definition().getLastChild();
		Node said = note.definition().getFirstChild();
		while (said != null && !(said == last && said instanceof Paragraph)) {
			this.context.render(said);
			said = said.getNext();
		}
		this.html.tag("p");
		if (last instanceof Paragraph) {
			children(last);
		}
		note.marks().forEach(this::backLink);
		this.html.tag("/p");
		this.html.tag("/li");
	}

	private void backLink(Footnotes.Mark mark) {
		String again = (mark.occurrence() == 1) ? "" : ", lần " + mark.occurrence();
		this.html.text(" ");
		this.html.tag("a", attributes("href", "#" + mark.id(), "class", "back", "aria-label",
				"Về chỗ chú thích " + mark.note() + again));
		// The selector keeps phones from drawing the arrow as an emoji.
		this.html.text("↩\uFE0E");
		this.html.tag("/a");
	}

	private void block(String element, Map<String, String> attributes, Node content) {
		this.html.line();
		this.html.tag(element, attributes);
		children(content);
		this.html.tag("/" + element);
		this.html.line();
	}

	private void children(Node parent) {
		Node child = parent.getFirstChild();
		while (child != null) {
			Node next = child.getNext();
			this.context.render(child);
			child = next;
		}
	}

	private static Map<String, String> attributes(String... namesAndValues) {
		Map<String, String> attributes = new LinkedHashMap<>();
		for (int i = 0; i < namesAndValues.length; i += 2) {
			attributes.put(namesAndValues[i], namesAndValues[i + 1]);
		}
		return attributes;
	}

}
