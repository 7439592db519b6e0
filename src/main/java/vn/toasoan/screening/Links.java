package vn.toasoan.screening;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import vn.toasoan.screening.Rule.Kind;

/**
 * Finds links: with a scheme, bare host names, bare network addresses, and those that are
 * written so that programs overlook them. Hosts that rules name count more. All
 * expressions are bounded, so their time grows with the text alone.
 */
final class Links {

	private static final String BEFORE = "(?<![\\p{L}\\p{M}\\d@._-])";

	private static final String AFTER = "(?![\\p{L}\\p{M}\\d-])";

	/** Ends of host names that are seen in comments and are no Vietnamese words. */
	private static final String ENDS = "(?:com|net|org|info|vn|xyz|vip|club|biz|shop|store|online|site|website|link|click|live|"
			+ "app|bet|win|casino|cc|tv|io|asia|icu|fun|space|pro|mobi|page|blog|dev|ru|cn|us|eu|ly|gl|gg|st)";

	/** Those that stand after a syllable only in an address. */
	private static final String SURE_ENDS = "(?:com|net|vip|club|xyz|bet|win|cc|org|info|vn)";

	private static final Pattern LINK = Pattern.compile(BEFORE + "(?:h(?:tt|xx)ps?\\s?:\\s?//\\s?([^\\s/?#<>\"]{1,253})"
			+ "|((?:[a-z0-9-]{1,63}\\.){1,6}" + ENDS + ")" + AFTER
			+ "|(\\d{1,3}(?:\\.\\d{1,3}){3})(?=:\\d|/))(?::\\d{1,5})?(?:[/?#][^\\s<>\"]{0,2000})?");

	private static final Pattern IP = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}(?::\\d{1,5})?");

	/** "abc [dot] com", "abc(.)com". */
	private static final String BRACKETED_DOT = "\\s{0,2}[\\[({<*]\\s?(?:\\.|dot|chấm|cham)\\s?[\\])}>*]\\s{0,2}";

	private static final List<Pattern> HIDDEN = List.of(
			Pattern.compile(BEFORE + "[a-z0-9-]{2,63}" + BRACKETED_DOT + "(?:" + ENDS + "|me)" + AFTER),
			// "abc chấm com", with all its marks.
			Pattern.compile(BEFORE + "[a-z0-9-]{3,63}\\s{1,2}chấm\\s{1,2}" + SURE_ENDS + AFTER),
			// "abc88 cham com", "abc88 . com", "abc88. com", "abc88,com": no syllable has
			// a
			// digit or eight letters.
			Pattern.compile(BEFORE + "(?=[a-z-]{0,62}[a-z][a-z-]{0,62}\\d|\\d{1,20}[a-z]|[a-z-]{8})[a-z0-9-]{3,63}"
					+ "(?:\\s{1,2}(?:cham|dot)\\s{1,2}|\\s{1,2}\\.\\s{0,2}|\\.\\s{1,2}|,\\s?)"
					+ "(?:com|net|vip|club|xyz|bet|win|cc|org)" + AFTER),
			// "abc . com" without a digit: a lone dot between spaces is no full stop.
			Pattern.compile(BEFORE + "[a-z0-9-]{3,63}\\s\\.\\s?(?:com|net|club|xyz|bet|org)" + AFTER));

	private final Map<String, Rule> hosts = new HashMap<>();

	private final @Nullable Pattern named;

	Links(List<Rule> rules) {
		rules.stream()
			.filter((rule) -> rule.kind() == Kind.HOST)
			.forEach((rule) -> this.hosts.put(rule.phrase(), rule));
		this.named = this.hosts.isEmpty() ? null
				: Pattern.compile(BEFORE + "(?:www\\.)?("
						+ String.join("|", this.hosts.keySet().stream().map(Links::spelling).toList()) + ")"
						+ "(?![\\p{L}\\p{M}\\d-]|\\.[a-z])(?:[/?#][^\\s<>\"]{0,2000})?");
	}

	/** With or without brackets or spaces around its dots. */
	private static String spelling(String host) {
		return host.replace("-", "\\-")
			.replace(".", "(?:\\.|\\s{0,2}[\\[({]\\s?(?:\\.|dot)\\s?[\\])}]\\s{0,2}|\\s\\.\\s?)");
	}

	/**
	 * Finds the links of a text.
	 * @param own the site's own host; links to it are none
	 */
	Found find(Line line, String own) {
		Found found = new Found(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new LinkedHashSet<>());
		List<int[]> taken = new ArrayList<>();
		if (this.named != null) {
			Matcher matcher = this.named.matcher(line.text());
			while (matcher.find()) {
				take(matcher, line, taken, found.special());
				Rule rule = this.hosts.get(matcher.group(1).replaceAll("[^a-z0-9.-]|dot", ""));
				if (rule != null) {
					found.hosts().add(rule);
				}
			}
		}
		Matcher link = LINK.matcher(line.text());
		while (link.find()) {
			String host = (link.group(1) != null) ? link.group(1) : link.group(2);
			if (link.group(3) != null || (host != null && IP.matcher(host).matches())) {
				take(link, line, taken, found.special());
			}
			else if (host == null || !isOwn(host, own)) {
				take(link, line, taken, found.plain());
			}
		}
		for (Pattern hidden : HIDDEN) {
			Matcher matcher = hidden.matcher(line.text());
			while (matcher.find()) {
				take(matcher, line, taken, found.hidden());
			}
		}
		return found;
	}

	private static boolean isOwn(String host, String own) {
		return !own.isEmpty() && (host.equals(own) || host.equals("www." + own));
	}

	private static void take(Matcher matcher, Line line, List<int[]> taken, List<int[]> list) {
		int[] place = line.origin(matcher.start(), matcher.end());
		if (taken.stream().noneMatch((other) -> place[0] < other[1] && other[0] < place[1])) {
			taken.add(place);
			list.add(place);
		}
	}

	/**
	 * Links as pairs of indexes in the original text.
	 *
	 * @param special to named hosts or bare network addresses
	 * @param hosts the rules that named them
	 */
	record Found(List<int[]> plain, List<int[]> special, List<int[]> hidden, Set<Rule> hosts) {

		List<int[]> all() {
			return Stream.of(this.plain, this.special, this.hidden).flatMap(List::stream).toList();
		}

	}

}
