package vn.toasoan.rule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import vn.toasoan.screening.Ground;
import vn.toasoan.screening.Rule;

/**
 * The rules as a page lists them: by ground, with what each was worth.
 *
 * @param groups what is no matter of words first
 * @param counts how many rules there are in each view
 */
record RuleList(List<Group> groups, Map<String, Long> counts) {

	static RuleList of(Catalogue catalogue, RuleFilter filter, Map<String, Precision> precisions) {
		Collection<Entry> entries = catalogue.entries();
		Map<Ground, List<Line>> byGround = new EnumMap<>(Ground.class);
		entries.stream()
			.filter(filter::takes)
			.map((entry) -> Line.of(entry, precisions))
			.filter((line) -> line.rule().kind() != Rule.Kind.SIGN)
			.forEach((line) -> byGround.computeIfAbsent(line.entry().ground(), (one) -> new ArrayList<>()).add(line));
		List<Line> signs = entries.stream()
			.filter(filter::takes)
			.filter((entry) -> entry.rule().kind() == Rule.Kind.SIGN)
			.map((entry) -> Line.of(entry, precisions))
			.toList();
		Map<String, Long> counts = new LinkedHashMap<>();
		RuleFilter.VIEWS.forEach(
				(view) -> counts.put(view, entries.stream().filter((entry) -> RuleFilter.isIn(view, entry)).count()));
		return new RuleList(Stream
			.concat(Stream.of(new Group(null, signs)).filter((group) -> !group.lines().isEmpty()),
					byGround.entrySet().stream().map((one) -> new Group(one.getKey(), one.getValue())))
			.toList(), counts);
	}

	/**
	 * The rules of one ground.
	 *
	 * @param ground null for what is no matter of words
	 */
	record Group(@Nullable Ground ground, List<Line> lines) {

		/**
		 * How many of them are the desk's own.
		 */
		public long own() {
			return this.lines.stream().filter((line) -> line.entry().isOwn()).count();
		}

		/**
		 * How many of them are switched off.
		 */
		public long off() {
			return this.lines.stream().filter((line) -> !line.rule().enabled()).count();
		}

	}

	/**
	 * One rule, and what it was worth lately.
	 */
	record Line(Entry entry, Precision precision) {

		static Line of(Entry entry, Map<String, Precision> precisions) {
			return new Line(entry, precisions.getOrDefault(entry.id(), Precision.NONE));
		}

		public Rule rule() {
			return this.entry.rule();
		}

	}

}
