package vn.toasoan.article;

import java.util.List;

import vn.toasoan.account.SignedIn;

/**
 * What an editor does in the editor's pages, for tests of other modules.
 */
public final class Pen {

	private Pen() {
	}

	/**
	 * Replaces the text of an article, of whatever revision it is.
	 */
	public static void revise(ArticleDesk desk, long id, ArticleText text, SignedIn editor) {
		ArticleDraft draft = desk.open(id, editor);
		desk.revise(id, draft.revision(), text, "", draft.sectionId(), List.of(), editor);
	}

	public static void withdraw(ArticleDesk desk, long id, SignedIn editor) {
		desk.withdraw(id, editor.actor());
	}

}
