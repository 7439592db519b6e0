package vn.toasoan.screening;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A set of rules that holds until {@link Screening} is given another one. Nothing in it
 * changes.
 */
public final class RuleBook {

	private final List<Rule> rules;

	private @Nullable Vocabulary vocabulary;

	private @Nullable Links links;

	private final Map<Ground, Integer> signs = new EnumMap<>(Ground.class);

	private RuleBook(List<Rule> rules) {
		this.rules = List.copyOf(rules);
		enabled().stream()
			.filter((rule) -> rule.kind() == Rule.Kind.SIGN)
			.forEach((rule) -> this.signs.put(rule.ground(), rule.weight()));
	}

	/**
	 * Makes a book of rules, each with an id of its own.
	 * @throws IllegalArgumentException if two have the same
	 */
	public static RuleBook of(List<Rule> rules) {
		if (rules.stream().map(Rule::id).distinct().count() < rules.size()) {
			throw new IllegalArgumentException("Two rules have the same id");
		}
		return new RuleBook(rules);
	}

	/**
	 * The rules that come with the program, as its files have them.
	 */
	public static RuleBook ofTheProgram() {
		return RuleFiles.read();
	}

	public List<Rule> rules() {
		return this.rules;
	}

	/**
	 * Put together for the first text, not at the start: that takes as long as hundreds
	 * of texts, and not every book is gone by.
	 */
	synchronized Vocabulary vocabulary() {
		Vocabulary made = this.vocabulary;
		if (made == null) {
			made = new Vocabulary(enabled());
			this.vocabulary = made;
		}
		return made;
	}

	/** Late, as the vocabulary. */
	synchronized Links links() {
		Links made = this.links;
		if (made == null) {
			made = new Links(enabled());
			this.links = made;
		}
		return made;
	}

	private List<Rule> enabled() {
		return this.rules.stream().filter(Rule::enabled).toList();
	}

	/** Points for a sign; 0 if its rule is switched off. */
	int points(Ground sign) {
		return this.signs.getOrDefault(sign, 0);
	}

}
