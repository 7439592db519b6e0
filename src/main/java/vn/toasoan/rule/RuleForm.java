package vn.toasoan.rule;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;
import vn.toasoan.screening.Expression;
import vn.toasoan.screening.Ground;
import vn.toasoan.screening.Lane;
import vn.toasoan.screening.Rule;
import vn.toasoan.screening.Rule.Kind;
import vn.toasoan.text.CommentText;

/**
 * A rule to be made or weighed otherwise, or first tried. What a rule looks for is said
 * once, when it is made: comments keep its id as a reason, so it can't mean something
 * else later. To look for something else, it is replaced.
 *
 * @param kind a {@link Kind}; of a new rule only
 * @param ground a {@link Ground}; of a new rule only
 * @param phrase what it looks for; of a new rule only
 * @param lane a {@link Lane}
 * @param weight points, 1 to 100
 * @param why for the other editors; may be empty
 * @param replaces id of the rule of the desk that a new one stands in for; empty for none
 * @param version the number of the version that the editor saw
 * @param action {@code bat} to have it in force, else to try it
 */
record RuleForm(String kind, String ground, String phrase, String lane, String weight, String why, String replaces,
		String version, String action) {

	/** Of the desk's own in force; the time that each comment takes grows with them. */
	static final int MOST_PATTERNS = 50;

	/** As with patterns, but these hardly cost any. */
	static final int MOST_PHRASES = 5000;

	/** Characters, as a person counts them. */
	private static final int MAX_WHY = 500;

	private static final int SHORTEST_PHRASE = 2;

	private static final Pattern WEIGHT = Pattern.compile("[1-9]\\d{0,2}");

	private static final Pattern WORD = Pattern.compile(".*[\\p{L}\\p{N}].*");

	RuleForm {
		kind = clean(kind);
		ground = clean(ground);
		phrase = clean(phrase);
		lane = clean(lane);
		weight = clean(weight);
		why = clean(why);
		replaces = clean(replaces);
		version = clean(version);
		action = clean(action);
		if (kind.equals(Kind.HOST.name())) {
			phrase = phrase.toLowerCase(Locale.ROOT)
				.replaceFirst("^[a-z]+://(www\\.)?", "")
				.replaceFirst("[/?#:].*", "");
		}
	}

	private static String clean(@Nullable String text) {
		return (text != null) ? CommentText.line(text) : "";
	}

	static RuleForm empty() {
		return new RuleForm(Kind.PHRASE.name(), "", "", Lane.ACCENTED.name(), "40", "", "", "0", "");
	}

	/**
	 * A rule as it is, to be weighed otherwise.
	 */
	static RuleForm of(Entry entry) {
		Rule rule = entry.rule();
		Lane lane = (rule.lane() == Lane.BOTH) ? Lane.BOTH : Lane.ACCENTED;
		return new RuleForm(rule.kind().name(), rule.ground().name(), rule.phrase(), lane.name(),
				Integer.toString(Math.max(1, rule.weight())), "", "", Integer.toString(entry.version()), "");
	}

	/**
	 * A new rule that begins as one that it replaces.
	 */
	static RuleForm insteadOf(Entry entry) {
		RuleForm form = of(entry);
		return new RuleForm(form.kind, form.ground, form.phrase, form.lane, form.weight, "", entry.id(), form.version,
				"");
	}

	boolean isMeant() {
		return "bat".equals(this.action);
	}

	/**
	 * The kinds that a desk can make.
	 */
	public List<Kind> kinds() {
		return List.of(Kind.PHRASE, Kind.PATTERN, Kind.HOST, Kind.INNOCENT);
	}

	/**
	 * The grounds that a desk's rule can have.
	 */
	public List<Ground> grounds() {
		return Stream.of(Ground.values()).filter(Ground::hasWords).toList();
	}

	public List<Lane> lanes() {
		return List.of(Lane.ACCENTED, Lane.BOTH);
	}

	/**
	 * Says what is not within the rules of a new rule, each beside its field.
	 */
	void checkNew(Catalogue catalogue, Errors errors) {
		Optional<Kind> chosenKind = chosen(kinds(), this.kind);
		Optional<Ground> chosenGround = chosenKind.filter(Kind.HOST::equals).isPresent()
				? Optional.of(Ground.SHORT_LINK) : chosen(grounds(), this.ground);
		if (chosenKind.isEmpty()) {
			errors.rejectValue("kind", "rule.kind.missing");
		}
		if (chosenGround.isEmpty()) {
			errors.rejectValue("ground", "rule.ground.missing");
		}
		if (this.phrase.isEmpty()) {
			errors.rejectValue("phrase", "rule.phrase.missing");
		}
		else if (this.phrase.length() > Rule.MAX_PHRASE) {
			errors.rejectValue("phrase", "rule.phrase.long", new Object[] { Rule.MAX_PHRASE }, null);
		}
		else {
			chosenKind.ifPresent((one) -> checkPhrase(one, errors));
		}
		if (chosenKind.isPresent() && chosenGround.isPresent() && !errors.hasErrors()) {
			checkPlace(catalogue, chosenKind.get(), chosenGround.get(), errors);
			checkLane(chosenKind.get(), this.phrase, errors);
			checkWeight(Rule.isWeighed(chosenKind.get(), chosenGround.get()), errors);
		}
		checkWhy(errors);
	}

	/**
	 * Says what is not within the rules of a change of a rule, each beside its field.
	 */
	void checkChange(Entry entry, Errors errors) {
		if (entry.hasLane()) {
			checkLane(entry.rule().kind(), entry.rule().phrase(), errors);
		}
		checkWeight(entry.rule().isWeighed(), errors);
		checkWhy(errors);
	}

	private void checkPhrase(Kind chosen, Errors errors) {
		switch (chosen) {
			case PATTERN -> Expression.problem(this.phrase)
				.ifPresent((problem) -> errors.rejectValue("phrase", "rule.pattern." + problem));
			case HOST -> {
				if (!Rule.isHost(this.phrase)) {
					errors.rejectValue("phrase", "rule.phrase.host");
				}
			}
			default -> {
				if (this.phrase.length() < SHORTEST_PHRASE
						|| !Stream.of(this.phrase.split(" ")).allMatch((word) -> WORD.matcher(word).matches())) {
					errors.rejectValue("phrase", "rule.phrase.words");
				}
			}
		}
	}

	private void checkPlace(Catalogue catalogue, Kind chosen, Ground where, Errors errors) {
		if (catalogue.alike(chosen, where, this.phrase).isPresent()) {
			errors.rejectValue("phrase", "rule.phrase.taken");
		}
		int most = (chosen == Kind.PATTERN) ? MOST_PATTERNS : MOST_PHRASES;
		if (catalogue.own(chosen) >= most) {
			errors.rejectValue("kind", "rule.kind.full", new Object[] { most }, null);
		}
	}

	private void checkLane(Kind chosen, String words, Errors errors) {
		if (chosen == Kind.PATTERN || chosen == Kind.HOST) {
			return;
		}
		Optional<Lane> spellings = chosen(lanes(), this.lane);
		if (spellings.isEmpty()) {
			errors.rejectValue("lane", "rule.lane.missing");
		}
		else if (chosen == Kind.PHRASE && spellings.get() == Lane.BOTH && Rule.syllables(words) == 1) {
			errors.rejectValue("lane", "rule.lane.short");
		}
	}

	private void checkWeight(boolean weighed, Errors errors) {
		if (weighed && (!WEIGHT.matcher(this.weight).matches() || Integer.parseInt(this.weight) > Rule.MAX_WEIGHT)) {
			errors.rejectValue("weight", "rule.weight.range", new Object[] { Rule.MAX_WEIGHT }, null);
		}
	}

	/**
	 * Says if the reason is too long.
	 */
	void checkWhy(Errors errors) {
		if (CommentText.length(this.why) > MAX_WHY) {
			errors.rejectValue("why", "rule.why.long", new Object[] { MAX_WHY }, null);
		}
	}

	private static <T extends Enum<T>> Optional<T> chosen(List<T> offered, String name) {
		return offered.stream().filter((one) -> one.name().equals(name)).findFirst();
	}

	/**
	 * The new rule, in force, once {@link #checkNew} has found nothing wrong.
	 */
	Rule made(String id) {
		Kind chosenKind = Kind.valueOf(this.kind);
		boolean host = chosenKind == Kind.HOST;
		Ground chosenGround = host ? Ground.SHORT_LINK : Ground.valueOf(this.ground);
		Lane chosenLane = (host || chosenKind == Kind.PATTERN) ? Lane.SLANG : Lane.valueOf(this.lane);
		int points = Rule.isWeighed(chosenKind, chosenGround) ? Integer.parseInt(this.weight) : 0;
		return new Rule(id, chosenKind, chosenGround, this.phrase, chosenLane, points, true);
	}

	/**
	 * The rule as it shall be, in force, once {@link #checkChange} has found nothing
	 * wrong.
	 */
	Rule changed(Entry entry) {
		Rule rule = entry.rule();
		return rule.with(entry.hasLane() ? Lane.valueOf(this.lane) : rule.lane(),
				rule.isWeighed() ? Integer.parseInt(this.weight) : rule.weight(), true);
	}

	/**
	 * The number of the version that the editor saw; -1 if it was lost.
	 */
	int seen() {
		return this.version.matches("\\d{1,9}") ? Integer.parseInt(this.version) : -1;
	}

}
