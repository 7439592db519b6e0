package vn.toasoan.screening;

import org.springframework.stereotype.Service;

/**
 * Looks at what readers write. The rules are those of the files until somebody hands in
 * others; who is being looked at just then is judged by one book from beginning to end.
 */
@Service
public class Screening {

	/** A whole book is put in its place; nobody reads half of one. */
	private volatile RuleBook book = RuleFiles.read();

	private volatile Experience experience = Experience.NONE;

	/**
	 * Judges a text. Takes time in proportion to its length; touches nothing.
	 */
	public Verdict screen(Sample sample) {
		return new Examination(this.book, this.experience, sample).verdict();
	}

	/**
	 * Judges a text as other rules would.
	 */
	public Verdict screen(Sample sample, RuleBook rules) {
		return new Examination(rules, this.experience, sample).verdict();
	}

	/**
	 * The rules in force.
	 */
	public RuleBook rules() {
		return this.book;
	}

	/**
	 * Puts other rules in force, for all texts from now on.
	 */
	public void use(RuleBook rules) {
		this.book = rules;
	}

	/**
	 * Takes what editors decided into account, for all texts from now on.
	 */
	public void learn(Experience experience) {
		this.experience = experience;
	}

	/**
	 * Whether invisible characters stand inside words of a text. Those of emoji sequences
	 * and soft hyphens don't count.
	 */
	public static boolean hidesCharacters(String text) {
		return !Spelling.of(text).invisible().isEmpty();
	}

}
