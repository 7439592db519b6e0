package vn.toasoan.text;

import java.util.regex.Pattern;

import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/**
 * Reads a parsed article aloud: its words without markup, marks and sources, one line for
 * each block.
 */
final class PlainText extends AbstractVisitor {

	private static final Pattern SPACES = Pattern.compile("[ \\t]+");

	private static final Pattern LINES = Pattern.compile(" ?\\n[ \\n]*");

	private final StringBuilder words = new StringBuilder();

	private PlainText() {
	}

	static String of(Node document, Footnotes footnotes) {
		PlainText text = new PlainText();
		document.accept(text);
		footnotes.notes().forEach((note) -> text.visitChildren(note.definition()));
		return text.tidy();
	}

	/** The words of a heading or of an image's description, on one line. */
	static String inline(Node parent) {
		PlainText text = new PlainText();
		text.visitChildren(parent);
		return text.tidy().replace('\n', ' ');
	}

	private String tidy() {
		return LINES.matcher(SPACES.matcher(this.words).replaceAll(" ")).replaceAll("\n").strip();
	}

	@Override
	public void visit(Heading heading) {
		line(heading);
	}

	@Override
	public void visit(Paragraph paragraph) {
		CaptionedImage.in(paragraph).ifPresentOrElse((figure) -> line(figure.caption()), () -> line(paragraph));
	}

	@Override
	public void visit(FencedCodeBlock block) {
		Chart.in(block)
			.ifPresentOrElse((chart) -> line(chart.title() + "\n" + chart.caption()), () -> line(block.getLiteral()));
	}

	@Override
	public void visit(IndentedCodeBlock block) {
		line(block.getLiteral());
	}

	@Override
	public void visit(HtmlBlock block) {
		line(block.getLiteral());
	}

	@Override
	public void visit(HtmlInline html) {
		this.words.append(html.getLiteral());
	}

	@Override
	public void visit(Text text) {
		this.words.append(text.getLiteral());
	}

	@Override
	public void visit(Code code) {
		this.words.append(code.getLiteral());
	}

	@Override
	public void visit(SoftLineBreak lineBreak) {
		this.words.append(' ');
	}

	@Override
	public void visit(HardLineBreak lineBreak) {
		this.words.append(' ');
	}

	@Override
	public void visit(Link link) {
		if (Destinations.sourceNumber(link) == 0) {
			visitChildren(link);
		}
	}

	@Override
	public void visit(Image image) {
		visitChildren(image);
	}

	@Override
	public void visit(CustomBlock block) {
		if (!(block instanceof FootnoteDefinition)) {
			visitChildren(block);
		}
	}

	@Override
	public void visit(CustomNode node) {
		if (node instanceof FootnoteReference) {
			return;
		}
		visitChildren(node);
		if (node instanceof TableCell) {
			this.words.append(' ');
		}
		else if (node instanceof TableRow) {
			this.words.append('\n');
		}
	}

	private void line(Node parent) {
		visitChildren(parent);
		this.words.append('\n');
	}

	private void line(String text) {
		this.words.append(text).append('\n');
	}

}
