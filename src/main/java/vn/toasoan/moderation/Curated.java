package vn.toasoan.moderation;

import java.io.Serializable;

import org.jspecify.annotations.Nullable;

/**
 * What the newsroom has added to a discussion, or taken away again. It waits in the
 * session until the next page tells it.
 *
 * @param what {@code replied}, {@code redacted}, {@code pinned}, {@code unpinned},
 * {@code featured}, {@code unfeatured}, {@code kept}, {@code upheld}, {@code dismissed},
 * {@code removed} or {@code held}
 * @param authorName whose comment it is about; null for an answer and for what was
 * covered
 * @param undo where a POST takes it back
 * @param on what that POST says
 */
public record Curated(String what, @Nullable String authorName, String undo, boolean on) implements Serializable {

	static final String HELD = "held";

	static Curated reply(long batch) {
		return decision("replied", null, batch);
	}

	static Curated decision(String what, @Nullable String authorName, long batch) {
		return new Curated(what, authorName, "/admin/comments/decisions/" + batch + "/reversal", false);
	}

	static Curated redaction(String path, int edits) {
		return new Curated("redacted", null, path + "/" + edits + "/reversal", false);
	}

	/**
	 * Whether readers did not see the comment anyway.
	 */
	public boolean isHeld() {
		return HELD.equals(this.what);
	}

	/**
	 * The key of the sentence that tells what was done.
	 */
	public String label() {
		return "curation." + this.what;
	}

}
