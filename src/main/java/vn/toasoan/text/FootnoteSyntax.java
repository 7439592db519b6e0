package vn.toasoan.text;

import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.ext.footnotes.internal.FootnoteBlockParser;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Text;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.Parser;
import org.commonmark.parser.beta.LinkInfo;
import org.commonmark.parser.beta.LinkProcessor;
import org.commonmark.parser.beta.LinkResult;
import org.commonmark.parser.beta.Scanner;
import org.jspecify.annotations.Nullable;

/**
 * Reads footnotes: {@code [^1]} in the text and {@code [^1]: …} anywhere. Stands in for
 * {@link org.commonmark.ext.footnotes.FootnotesExtension}, whose newest release (0.30.0)
 * calls a method of {@link LinkInfo} that CommonMark 0.32.0 no longer has; its nodes and
 * its block parser are used as they are.
 */
final class FootnoteSyntax implements Parser.ParserExtension, LinkProcessor {

	@Override
	public void extend(Parser.Builder builder) {
		builder.customBlockParserFactory(new FootnoteBlockParser.Factory()).linkProcessor(this);
	}

	@Override
	public LinkResult process(LinkInfo link, Scanner scanner, InlineParserContext context) {
		// Asking for the text of every bracket would take quadratic time.
		if (link.destination() != null || !(link.openingBracket().getNext() instanceof Text first)
				|| !first.getLiteral().startsWith("^")) {
			return LinkResult.none();
		}
		String label = link.text(scanner).substring(1);
		if (isLinkLabel(link.label(), context) || context.getDefinition(FootnoteDefinition.class, label) == null) {
			return LinkResult.none();
		}
		return LinkResult.replaceWith(new FootnoteReference(label), link.afterTextBracket());
	}

	private static boolean isLinkLabel(@Nullable String label, InlineParserContext context) {
		return label != null && context.getDefinition(LinkReferenceDefinition.class, label) != null;
	}

}
