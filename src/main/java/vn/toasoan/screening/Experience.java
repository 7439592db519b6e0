package vn.toasoan.screening;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What editors decided about texts with the same words, as a naive Bayes classifier knows
 * it (P. Graham, “A Plan for Spam”, 2002): syllables and pairs of them, each counted once
 * a text. Immutable; made anew from the latest decisions.
 */
public final class Experience {

	/** As many good and as many bad texts as it takes to say anything. */
	public static final int ENOUGH = 200;

	/** Nothing is known yet. */
	public static final Experience NONE = new Experience(Map.of());

	/** Texts that a word must have stood in: one editor's mood decides nothing. */
	private static final int FEWEST_TEXTS = 3;

	/** Only so many of the most telling words count, so that a long text is no worse. */
	private static final int TELLING = 15;

	/** Probabilities of naive Bayes are exaggerated: it takes a high one to say much. */
	private static final double LIKELY = 0.95;

	private static final double NEARLY_SURE = 0.999;

	private static final int POINTS_IF_LIKELY = 20;

	private static final int POINTS_IF_NEARLY_SURE = 40;

	private static final Pattern SYLLABLE = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

	/** By word: the logarithm of how many times more often it stands in bad texts. */
	private final Map<String, Double> weights;

	private Experience(Map<String, Double> weights) {
		this.weights = weights;
	}

	/**
	 * Learns from texts.
	 * @return {@link #NONE} if there are fewer than 200 of one kind
	 */
	public static Experience of(Collection<String> good, Collection<String> bad) {
		if (good.size() < ENOUGH || bad.size() < ENOUGH) {
			return NONE;
		}
		Map<String, Integer> inGood = texts(good);
		Map<String, Integer> inBad = texts(bad);
		Set<String> words = new HashSet<>(inGood.keySet());
		words.addAll(inBad.keySet());
		Map<String, Double> weights = new HashMap<>();
		for (String word : words) {
			int goods = inGood.getOrDefault(word, 0);
			int bads = inBad.getOrDefault(word, 0);
			if (goods + bads >= FEWEST_TEXTS) {
				weights.put(word, Math.log(share(bads, bad.size()) / share(goods, good.size())));
			}
		}
		return new Experience(weights);
	}

	/** Never 0 (Laplace). */
	private static double share(int texts, int all) {
		return (texts + 1.0) / (all + 2.0);
	}

	private static Map<String, Integer> texts(Collection<String> texts) {
		Map<String, Integer> counts = new HashMap<>();
		texts.forEach((text) -> words(text).forEach((word) -> counts.merge(word, 1, Integer::sum)));
		return counts;
	}

	private static Set<String> words(String text) {
		Set<String> words = new HashSet<>();
		Matcher syllable = SYLLABLE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
		String before = "";
		while (syllable.find()) {
			words.add(syllable.group());
			if (!before.isEmpty()) {
				words.add(before + " " + syllable.group());
			}
			before = syllable.group();
		}
		return words;
	}

	/**
	 * How probable it is that an editor would turn a text down, 0 to 1; 0.5 if its words
	 * tell nothing.
	 */
	double suspicion(String text) {
		List<Double> telling = words(text).stream()
			.map((word) -> this.weights.getOrDefault(word, 0.0))
			.sorted(Comparator.comparingDouble((Double weight) -> -Math.abs(weight)))
			.limit(TELLING)
			.toList();
		return 1 / (1 + Math.exp(-telling.stream().mapToDouble(Double::doubleValue).sum()));
	}

	/**
	 * What the words of a text count: 0, 20 or 40.
	 */
	int points(String text) {
		if (this.weights.isEmpty()) {
			return 0;
		}
		double suspicion = suspicion(text);
		return (suspicion >= NEARLY_SURE) ? POINTS_IF_NEARLY_SURE : (suspicion >= LIKELY) ? POINTS_IF_LIKELY : 0;
	}

}
