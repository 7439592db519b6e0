package vn.toasoan.rule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import vn.toasoan.screening.Ground;
import vn.toasoan.screening.Rule;
import vn.toasoan.screening.RuleBook;

/**
 * All rules: those of the program, weighed as the desk wants, and the desk's own.
 * Immutable.
 */
final class Catalogue {

	private static final List<Rule> PROGRAM = RuleBook.ofTheProgram().rules();

	private final Map<String, Entry> entries = new LinkedHashMap<>();

	private Catalogue() {
	}

	/**
	 * Puts the latest versions over the rules of the program. What the program no longer
	 * has is gone; what it looks for is its own matter, also after an update.
	 * @param latest by the rules' ids
	 */
	static Catalogue of(Map<String, RuleVersion> latest) {
		Catalogue catalogue = new Catalogue();
		latest.values()
			.stream()
			.map((version) -> new Entry(version.rule(), version))
			.filter(Entry::isOwn)
			.sorted((one, other) -> number(other) - number(one))
			.forEach((own) -> catalogue.entries.put(own.id(), own));
		PROGRAM.forEach((rule) -> catalogue.entries.put(rule.id(), entry(rule, latest.get(rule.id()))));
		return catalogue;
	}

	private static int number(Entry own) {
		return Integer.parseInt(own.id().substring(RuleVersions.OWN.length()));
	}

	private static Entry entry(Rule rule, @Nullable RuleVersion last) {
		return (last == null) ? new Entry(rule, null)
				: new Entry(rule.with(rule.lane(), last.rule().weight(), last.rule().enabled()), last);
	}

	/**
	 * The desk's own first, the newest of them before the others.
	 */
	Collection<Entry> entries() {
		return this.entries.values();
	}

	Optional<Entry> find(String id) {
		return Optional.ofNullable(this.entries.get(id));
	}

	/**
	 * The rule that looks for the same already.
	 */
	Optional<Entry> alike(Rule.Kind kind, Ground ground, String phrase) {
		return this.entries.values()
			.stream()
			.filter((entry) -> entry.rule().kind() == kind && entry.ground() == ground
					&& entry.rule().phrase().equalsIgnoreCase(phrase))
			.findFirst();
	}

	/**
	 * So many rules of one kind are the desk's own and in force.
	 */
	long own(Rule.Kind kind) {
		return this.entries.values()
			.stream()
			.filter((entry) -> entry.isOwn() && entry.rule().enabled() && entry.rule().kind() == kind)
			.count();
	}

	/**
	 * What the screening goes by.
	 */
	RuleBook book() {
		return RuleBook.of(this.entries.values().stream().map(Entry::rule).toList());
	}

	/**
	 * What the screening would go by if a rule were so.
	 * @param replaced id of the rule that would be switched off; empty for none
	 */
	RuleBook bookWith(Rule changed, String replaced) {
		List<Rule> rules = new ArrayList<>();
		rules.add(changed);
		this.entries.values()
			.stream()
			.map(Entry::rule)
			.filter((rule) -> !rule.id().equals(changed.id()) && !rule.id().equals(replaced))
			.forEach(rules::add);
		return RuleBook.of(rules);
	}

}
