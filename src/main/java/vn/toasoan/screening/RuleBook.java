package vn.toasoan.screening;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.springframework.util.function.SingletonSupplier;

/**
 * A set of rules that holds until {@link Screening} is given another one. Immutable.
 */
public final class RuleBook {

	private final List<Rule> rules;

	/**
	 * Put together for the first text, not at the start: that takes as long as hundreds
	 * of texts, and not every book is gone by.
	 */
	private final SingletonSupplier<Vocabulary> vocabulary = SingletonSupplier.of(() -> new Vocabulary(enabled()));

	/** Late, as the vocabulary. */
	private final SingletonSupplier<Links> links = SingletonSupplier.of(() -> new Links(enabled()));

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

	Vocabulary vocabulary() {
		return this.vocabulary.obtain();
	}

	Links links() {
		return this.links.obtain();
	}

	private List<Rule> enabled() {
		return this.rules.stream().filter(Rule::enabled).toList();
	}

	/** Points for a sign; 0 if its rule is switched off. */
	int points(Ground sign) {
		return this.signs.getOrDefault(sign, 0);
	}

}
