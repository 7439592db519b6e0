package vn.toasoan.text;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.DefinitionMap;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;

/**
 * The footnotes of one article, numbered in the order in which the text first refers to
 * them. Notes that nothing refers to do not appear.
 */
final class Footnotes {

	private final DefinitionMap<FootnoteDefinition> definitions = new DefinitionMap<>(FootnoteDefinition.class);

	private final List<Note> notes = new ArrayList<>();

	private final Map<FootnoteDefinition, Note> byDefinition = new IdentityHashMap<>();

	private final Map<FootnoteReference, Mark> marks = new IdentityHashMap<>();

	Footnotes(Node document) {
		document.accept(new Definitions());
		References references = new References();
		document.accept(references);
		// Notes may refer to notes, so the list can grow on the way.
		for (int i = 0; i < this.notes.size(); i++) {
			references.visitChildrenOf(this.notes.get(i).definition());
		}
	}

	List<Note> notes() {
		return this.notes;
	}

	@Nullable Mark mark(FootnoteReference reference) {
		return this.marks.get(reference);
	}

	private void number(FootnoteReference reference) {
		FootnoteDefinition definition = this.definitions.get(reference.getLabel());
		if (definition == null) {
			return;
		}
		Note note = this.byDefinition.computeIfAbsent(definition, this::add);
		Mark mark = new Mark(note.number(), note.marks().size() + 1);
		note.marks().add(mark);
		this.marks.put(reference, mark);
	}

	private Note add(FootnoteDefinition definition) {
		Note note = new Note(this.notes.size() + 1, definition, new ArrayList<>());
		this.notes.add(note);
		return note;
	}

	/**
	 * A footnote.
	 *
	 * @param number from 1
	 * @param definition its text
	 * @param marks the places that refer to it, in their order
	 */
	record Note(int number, FootnoteDefinition definition, List<Mark> marks) {

		String id() {
			return "chu-thich-" + this.number;
		}

	}

	/**
	 * A place in the text that refers to a footnote.
	 *
	 * @param note the number of the footnote
	 * @param occurrence from 1
	 */
	record Mark(int note, int occurrence) {

		String id() {
			return "chu-thich-" + this.note + "-" + this.occurrence;
		}

	}

	private final class Definitions extends AbstractVisitor {

		@Override
		public void visit(CustomBlock block) {
			if (block instanceof FootnoteDefinition definition) {
				Footnotes.this.definitions.putIfAbsent(definition.getLabel(), definition);
			}
			visitChildren(block);
		}

	}

	private final class References extends AbstractVisitor {

		void visitChildrenOf(Node parent) {
			visitChildren(parent);
		}

		@Override
		public void visit(CustomBlock block) {
			if (!(block instanceof FootnoteDefinition)) {
				visitChildren(block);
			}
		}

		@Override
		public void visit(CustomNode node) {
			if (node instanceof FootnoteReference reference) {
				number(reference);
			}
			visitChildren(node);
		}

		@Override
		public void visit(Image image) {
			// The text in an image becomes its alt attribute, where no mark can stand.
		}

	}

}
