package vn.toasoan.comment;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Why a comment was rejected or removed. The first ten are a moderator's, from the house
 * rules; the others are given by what happened. Kept with the comment and in its history.
 */
public enum Reason {

	ADVERTISING(true), INSULT(true), HATRED(true), THREAT(true), PRIVACY(true), FALSEHOOD(true), OFF_TOPIC(true),
	UNREADABLE(true), UNLAWFUL(true), IMPERSONATION(true),

	/** Its writer has deleted it. */
	WITHDRAWN(false),

	/** Its writer has had everything erased. */
	ERASED(false),

	/** Readers' reports have hidden it until an editor decides. */
	REPORTED(false),

	/** An authority or a person concerned has asked for it by law. */
	LEGAL(false);

	private final boolean editorial;

	Reason(boolean editorial) {
		this.editorial = editorial;
	}

	/**
	 * Those that a moderator may give.
	 */
	public static List<Reason> editorial() {
		return Stream.of(values()).filter(Reason::isEditorial).toList();
	}

	public boolean isEditorial() {
		return this.editorial;
	}

	/**
	 * Whether the newsroom has decided it, by the house rules or by law.
	 */
	boolean isOfTheNewsroom() {
		return this.editorial || this == LEGAL;
	}

	/**
	 * Whether the writer has decided it, so that no editor can bring the comment back.
	 */
	public boolean isFinal() {
		return this == WITHDRAWN || this == ERASED;
	}

	/**
	 * The key of its name in the messages.
	 */
	public String label() {
		return "reason." + name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
