package vn.toasoan.screening;

/**
 * What kind of thing makes a text suspicious. The names are stored with comments: never
 * rename one.
 */
public enum Ground {

	/** A field that people don't see was filled. */
	TRAP,

	/** One link. */
	LINK,

	/** Two links or more. */
	LINKS,

	/** A link whose end is hidden, or that leads to a private chat. */
	SHORT_LINK,

	/** An address written so that programs don't see it. */
	HIDDEN_LINK,

	/** A Vietnamese phone number, in digits or in words. */
	PHONE,

	/** A call to get in touch, close to a phone number. */
	CONTACT,

	BETTING, LOAN, ESCORT, JOB, SALES,

	/** Words that this newsroom alone does not want. */
	OTHER,

	/** Held for an editor to look at; a rule alone never makes it spam. */
	INSULT,

	/** Letters of two scripts inside a word. */
	MIXED_SCRIPT,

	/** Invisible characters inside a word. */
	INVISIBLE,

	/** The same text stands below other articles. */
	TWIN,

	/** The name is an address, a phone number or advertising. */
	NAME,

	/** The name looks like one of the newsroom's. */
	IMITATION,

	/** What editors decided about texts with these words. */
	EDITORS,

	/** Good comments by the same reader; takes points off. */
	HISTORY,

	/** Its writer has changed it after an editor had covered a passage. */
	COVERED,

	/** It waits because of a ban; that tells nothing about the text. */
	BAN;

	/**
	 * Whether the text is held whatever the sum of the points.
	 */
	public boolean holds() {
		return this == INSULT || this == IMITATION || this == COVERED;
	}

	/**
	 * Whether the text, or what is known of its writer, shows it; the others are noted
	 * beside what {@link Screening} finds.
	 */
	public boolean isScreened() {
		return this != COVERED && this != BAN;
	}

	/**
	 * Whether it is found by words, and not by what a text looks like or who sends it.
	 */
	public boolean hasWords() {
		return switch (this) {
			case BETTING, LOAN, ESCORT, JOB, SALES, OTHER, INSULT, CONTACT, IMITATION -> true;
			default -> false;
		};
	}

}
