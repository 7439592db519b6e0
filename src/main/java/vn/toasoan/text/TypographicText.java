package vn.toasoan.text;

import java.util.ArrayList;
import java.util.List;

import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/**
 * Applies {@link Typography} to the words of a parsed article, block by block, so that a
 * quotation may begin before a link and end behind it. Code, HTML that is shown as text
 * and addresses stay as they were typed.
 */
final class TypographicText extends AbstractVisitor {

	private TypographicText() {
	}

	static void set(Node document) {
		document.accept(new TypographicText());
	}

	@Override
	public void visit(Paragraph paragraph) {
		block(paragraph);
	}

	@Override
	public void visit(Heading heading) {
		block(heading);
	}

	@Override
	public void visit(CustomNode node) {
		if (node instanceof TableCell) {
			block(node);
		}
		else {
			visitChildren(node);
		}
	}

	private static void block(Node block) {
		new Line().with(block).set();
	}

	/**
	 * What stands in one line of thought, with all that is not text left out of the
	 * setting but not of the neighbourhood.
	 */
	private static final class Line {

		private final StringBuilder line = new StringBuilder();

		private final List<Text> texts = new ArrayList<>();

		private final List<Integer> borders = new ArrayList<>();

		Line with(Node parent) {
			for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
				add(node);
			}
			return this;
		}

		private void add(Node node) {
			if (node instanceof Text text) {
				this.borders.add(this.line.length());
				this.line.append(text.getLiteral());
				this.borders.add(this.line.length());
				this.texts.add(text);
			}
			else if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
				this.line.append(' ');
			}
			else if (node instanceof Image) {
				// Its description is a line of its own.
				block(node);
				this.line.append(Typography.OBJECT);
			}
			else if (node instanceof Emphasis || node instanceof StrongEmphasis
					|| node instanceof Link link && !isBareAddress(link)) {
				with(node);
			}
			else {
				this.line.append(Typography.OBJECT);
			}
		}

		private static boolean isBareAddress(Link link) {
			return link.getFirstChild() instanceof Text text && text == link.getLastChild()
					&& link.getDestination().endsWith(text.getLiteral());
		}

		void set() {
			String[] pieces = Typography.of(this.line.toString(),
					this.borders.stream().mapToInt(Integer::intValue).toArray());
			for (int i = 0; i < this.texts.size(); i++) {
				this.texts.get(i).setLiteral(pieces[2 * i + 1]);
			}
		}

	}

}
