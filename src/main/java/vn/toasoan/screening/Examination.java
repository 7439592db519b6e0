package vn.toasoan.screening;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import vn.toasoan.screening.Passage.Field;
import vn.toasoan.screening.Rule.Kind;

/**
 * One look at one text, by one {@link RuleBook} and one {@link Experience}.
 */
class Examination {

	/** {@code char}s between a phone number and what calls for using it. */
	private static final int NEAR = 40;

	/** What each further phrase of the same ground adds to the heaviest. */
	private static final int FURTHER_PHRASE = 10;

	private static final int MOST_OF_ONE_VOCABULARY = 70;

	/** Enough to highlight; a text of nothing else would fill the page. */
	private static final int MOST_PASSAGES = 10;

	private static final int MOST_RULES = 6;

	private final RuleBook book;

	private final Experience experience;

	private final Sample sample;

	private final List<Finding> findings = new ArrayList<>();

	Examination(RuleBook book, Experience experience, Sample sample) {
		this.book = book;
		this.experience = experience;
		this.sample = sample;
	}

	Verdict verdict() {
		facts();
		name();
		body();
		if (this.sample.facts().speakFor() && this.findings.stream().anyMatch((finding) -> finding.points() > 0)) {
			this.findings.add(new Finding(Ground.HISTORY, -this.book.points(Ground.HISTORY), List.of(), List.of()));
		}
		return new Verdict(this.findings);
	}

	private void facts() {
		if (this.sample.facts().trapped()) {
			add(Ground.TRAP, List.of());
		}
		if (this.sample.facts().twin()) {
			add(Ground.TWIN, List.of());
		}
	}

	private void name() {
		Spelling spelling = Spelling.of(this.sample.name());
		Readings readings = Readings.of(spelling);
		var hits = byGround(this.book.vocabulary().find(spelling.line(), readings));
		Links.Found links = this.book.links().find(spelling.line(), "");
		List<Passage> passages = new ArrayList<>();
		Set<String> rules = new LinkedHashSet<>();
		links.all().forEach((place) -> passages.add(passage(Field.NAME, place)));
		PhoneNumbers.find(spelling, readings).forEach((place) -> passages.add(passage(Field.NAME, place)));
		hits.forEach((ground, found) -> {
			if (ground == Ground.INSULT || ground == Ground.IMITATION) {
				vocabulary(ground, found, Field.NAME);
			}
			else if (ground != Ground.CONTACT) {
				found.forEach((hit) -> {
					passages.add(hit.in(Field.NAME));
					rules.add(hit.rule().id());
				});
			}
		});
		if (!passages.isEmpty()) {
			add(Ground.NAME, this.book.points(Ground.NAME), rules, passages);
		}
		if (!has(Ground.IMITATION) && this.sample.facts().house().isNameOfOurs(this.sample.name())) {
			add(Ground.IMITATION, 0, List.of(), List.of(new Passage(Field.NAME, 0, this.sample.name().length())));
		}
		signs(spelling, Field.NAME);
	}

	private void body() {
		Spelling spelling = Spelling.of(this.sample.body());
		Readings readings = Readings.of(spelling);
		var hits = byGround(this.book.vocabulary().find(spelling.line(), readings));
		links(this.book.links().find(spelling.line(), this.sample.facts().house().host()));
		phones(PhoneNumbers.find(spelling, readings), hits.getOrDefault(Ground.CONTACT, List.of()));
		hits.forEach((ground, found) -> {
			if (ground != Ground.CONTACT && ground != Ground.IMITATION) {
				vocabulary(ground, found, Field.BODY);
			}
		});
		signs(spelling, Field.BODY);
		if (this.sample.facts().invisible() && !has(Ground.INVISIBLE)) {
			add(Ground.INVISIBLE, List.of());
		}
		add(Ground.EDITORS, this.experience.points(this.sample.body()), List.of(), List.of());
	}

	private static Map<Ground, List<Hit>> byGround(Collection<Hit> hits) {
		Map<Ground, List<Hit>> grouped = new LinkedHashMap<>();
		hits.stream()
			.filter((hit) -> hit.rule().kind() != Kind.INNOCENT)
			.forEach((hit) -> grouped.computeIfAbsent(hit.rule().ground(), (ground) -> new ArrayList<>()).add(hit));
		return grouped;
	}

	private void links(Links.Found links) {
		if (!links.plain().isEmpty()) {
			add((links.plain().size() == 1) ? Ground.LINK : Ground.LINKS, passages(Field.BODY, links.plain()));
		}
		if (!links.special().isEmpty()) {
			int points = links.hosts()
				.stream()
				.mapToInt(Rule::weight)
				.max()
				.orElse(this.book.points(Ground.SHORT_LINK));
			add(Ground.SHORT_LINK, points, links.hosts().stream().map(Rule::id).toList(),
					passages(Field.BODY, links.special()));
		}
		if (!links.hidden().isEmpty()) {
			add(Ground.HIDDEN_LINK, passages(Field.BODY, links.hidden()));
		}
	}

	private void phones(List<int[]> phones, List<Hit> calls) {
		if (!phones.isEmpty()) {
			add(Ground.PHONE, passages(Field.BODY, phones));
			List<Hit> near = calls.stream()
				.filter((call) -> phones.stream()
					.anyMatch((phone) -> call.from() - phone[1] <= NEAR && phone[0] - call.to() <= NEAR))
				.toList();
			if (!near.isEmpty()) {
				add(Ground.CONTACT, this.book.points(Ground.CONTACT), ids(near), passages(near, Field.BODY));
			}
		}
	}

	private void vocabulary(Ground ground, List<Hit> hits, Field field) {
		List<Integer> weights = hits.stream()
			.map(Hit::rule)
			.distinct()
			.map(Rule::weight)
			.sorted(Comparator.reverseOrder())
			.toList();
		int heaviest = weights.get(0);
		int points = Math.min(Math.max(heaviest, MOST_OF_ONE_VOCABULARY),
				heaviest + FURTHER_PHRASE * (weights.size() - 1));
		add(ground, ground.holds() ? 0 : points, ids(hits), passages(hits, field));
	}

	private void signs(Spelling spelling, Field field) {
		if (!spelling.mixed().isEmpty() && !has(Ground.MIXED_SCRIPT)) {
			add(Ground.MIXED_SCRIPT, passages(field, spelling.mixed()));
		}
		if (!spelling.invisible().isEmpty() && !has(Ground.INVISIBLE)) {
			add(Ground.INVISIBLE, passages(field, spelling.invisible()));
		}
	}

	private boolean has(Ground ground) {
		return this.findings.stream().anyMatch((finding) -> finding.ground() == ground);
	}

	private static Collection<String> ids(List<Hit> hits) {
		return new LinkedHashSet<>(hits.stream().map((hit) -> hit.rule().id()).toList());
	}

	private static List<Passage> passages(List<Hit> hits, Field field) {
		return hits.stream().map((hit) -> hit.in(field)).distinct().toList();
	}

	private static List<Passage> passages(Field field, List<int[]> places) {
		return places.stream().map((place) -> passage(field, place)).toList();
	}

	private static Passage passage(Field field, int[] place) {
		return new Passage(field, place[0], place[1]);
	}

	private void add(Ground sign, List<Passage> passages) {
		add(sign, this.book.points(sign), List.of(), passages);
	}

	/** A sign whose rule is switched off is no finding. */
	private void add(Ground ground, int points, Collection<String> rules, List<Passage> passages) {
		if (points > 0 || ground.holds()) {
			this.findings.add(new Finding(ground, points, rules.stream().limit(MOST_RULES).toList(),
					passages.stream().limit(MOST_PASSAGES).toList()));
		}
	}

}
