package vn.toasoan.screening;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import org.ahocorasick.trie.PayloadTrie;
import vn.toasoan.screening.Rule.Kind;

/**
 * The phrases of all rules in one automaton, and their patterns. Each phrase is in it as
 * it is written, in one piece and, where its lane allows, without its marks: so the text
 * keeps its own.
 */
final class Vocabulary {

	/** Shorter words without marks, in one piece, may be anything. */
	private static final int SHORTEST_IN_ONE_PIECE = 6;

	/** Of longer phrases, only the first syllables are tried with and without marks. */
	private static final int MAX_MIXED = 4;

	private final PayloadTrie<Entry> phrases;

	private final Map<Rule, Pattern> patterns;

	Vocabulary(List<Rule> rules) {
		var builder = PayloadTrie.<Entry>builder();
		rules.stream()
			.filter((rule) -> rule.kind() == Kind.PHRASE || rule.kind() == Kind.INNOCENT)
			.forEach((rule) -> add(rule, builder));
		this.phrases = builder.build();
		this.patterns = rules.stream()
			.filter((rule) -> rule.kind() == Kind.PATTERN)
			.collect(Collectors.toMap((rule) -> rule, (rule) -> Pattern.compile(rule.phrase())));
	}

	private static void add(Rule rule, PayloadTrie.PayloadTrieBuilder<Entry> phrases) {
		List<List<Letter>> syllables = syllables(rule.phrase());
		List<List<Letter>> bare = syllables.stream().map(Vocabulary::bare).toList();
		Set<String> sure = new LinkedHashSet<>();
		sure.add(spell(syllables, " "));
		sure.add(spell(syllables, ""));
		Set<String> unsure = new LinkedHashSet<>();
		if (rule.lane() == Lane.BOTH) {
			sure.add(spell(bare, " "));
			if (spell(bare, "").length() >= SHORTEST_IN_ONE_PIECE) {
				sure.add(spell(bare, ""));
			}
			unsure.addAll(mixtures(syllables, bare));
			unsure.add(spell(bare, ""));
			unsure.removeAll(sure);
		}
		sure.forEach((words) -> phrases.addKeyword(" " + words + " ", new Entry(rule, false)));
		unsure.forEach((words) -> phrases.addKeyword(" " + words + " ", new Entry(rule, true)));
	}

	private static List<List<Letter>> syllables(String phrase) {
		List<List<Letter>> syllables = new ArrayList<>();
		for (String syllable : phrase.strip().split("\\s+")) {
			syllables.add(Spelling.of(syllable).letters());
		}
		return syllables;
	}

	private static List<Letter> bare(List<Letter> syllable) {
		return syllable.stream().map(Letter::toBare).toList();
	}

	private static String spell(List<List<Letter>> syllables, String between) {
		if (between.isEmpty()) {
			return Reading.spell(syllables.stream().flatMap(List::stream).toList());
		}
		return syllables.stream().map(Reading::spell).collect(Collectors.joining(between));
	}

	private static List<String> mixtures(List<List<Letter>> syllables, List<List<Letter>> bare) {
		List<String> mixtures = new ArrayList<>();
		int mixed = Math.min(syllables.size(), MAX_MIXED);
		for (int choice = 0; choice < 1 << mixed; choice++) {
			List<List<Letter>> mixture = new ArrayList<>(syllables);
			for (int i = 0; i < mixed; i++) {
				mixture.set(i, ((choice >> i & 1) == 0) ? syllables.get(i) : bare.get(i));
			}
			mixtures.add(spell(mixture, " "));
			mixtures.add(spell(mixture, ""));
		}
		return mixtures;
	}

	/**
	 * What rules find, each hit once.
	 */
	Set<Hit> find(Line line, Readings readings) {
		Set<Hit> hits = new LinkedHashSet<>();
		search(readings.plain(), false, hits);
		search(readings.mended(), false, hits);
		readings.decoded().forEach((reading) -> search(reading, true, hits));
		this.patterns.forEach((rule, pattern) -> search(line, rule, pattern, hits));
		List<Hit> innocent = hits.stream().filter((hit) -> hit.rule().kind() == Kind.INNOCENT).toList();
		hits.removeIf((hit) -> innocent.stream().anyMatch(hit::isExcusedBy));
		return hits;
	}

	/**
	 * @param guessed whether the reading itself is a guess: then a syllable may have lost
	 * its marks
	 */
	private void search(Reading reading, boolean guessed, Set<Hit> hits) {
		this.phrases.parseText(reading.text(), (emit) -> {
			Entry entry = emit.getPayload();
			if (guessed || !entry.unsure()) {
				hits.add(new Hit(entry.rule(), reading.from(emit.getStart() + 1), reading.to(emit.getEnd() - 1)));
			}
			return true;
		});
	}

	private static void search(Line line, Rule rule, Pattern pattern, Set<Hit> hits) {
		Matcher matcher = pattern.matcher(line.text());
		while (matcher.find()) {
			if (matcher.end() > matcher.start()) {
				int[] place = line.origin(matcher.start(), matcher.end());
				hits.add(new Hit(rule, place[0], place[1]));
			}
		}
	}

	/**
	 * @param unsure whether it counts only in a reading that guesses
	 */
	private record Entry(Rule rule, boolean unsure) {
	}

}
