package vn.toasoan.screening;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds Vietnamese mobile numbers: ten digits from 03, 05, 07, 08 or 09 on, or the same
 * after +84; parted by spaces and signs, with the letter o for a nought, or in words.
 */
final class PhoneNumbers {

	private static final int DIGITS = 10;

	/** With fewer digits in words it is not written in words. */
	private static final int MIN_WORDS = 3;

	private static final Pattern NUMBER = Pattern
		.compile("(?:(?<!\\d)0|(?<![\\p{L}\\p{M}\\d])o|(?<!\\d)\\(?\\+?84\\)?)(?:[ .\\-_*()]{0,3}[\\do]){9}"
				+ "(?![\\p{L}\\p{M}]?[ .\\-_*()]{0,3}\\d)");

	private static final Pattern MOBILE = Pattern.compile("0[35789]\\d{8}");

	private static final Pattern DATE = Pattern.compile("\\d\\d[.-]\\d\\d[.-](19|20)\\d\\d.*");

	private static final Map<String, Character> NUMERALS = numerals(
			"không khong zero 0|một mốt mot 1|hai 2|ba 3|bốn bon tư tu 4|"
					+ "năm nam lăm lam 5|sáu sau 6|bảy bẩy bay 7|tám tam 8|chín chin 9");

	private PhoneNumbers() {
	}

	private static Map<String, Character> numerals(String text) {
		Map<String, Character> numerals = new HashMap<>();
		for (String digit : text.split("\\|")) {
			String[] words = digit.split(" ");
			for (int i = 0; i < words.length - 1; i++) {
				numerals.put(Reading.spell(Spelling.of(words[i]).letters()), words[words.length - 1].charAt(0));
			}
		}
		return numerals;
	}

	/**
	 * The numbers of a text, as pairs of indexes in the original.
	 */
	static List<int[]> find(Spelling spelling, Readings readings) {
		List<int[]> found = new ArrayList<>();
		Line line = spelling.line();
		Matcher matcher = NUMBER.matcher(line.text());
		while (matcher.find()) {
			String number = matcher.group().replace('o', '0').replaceAll("[^\\d]", "").replaceFirst("^84", "0");
			if (MOBILE.matcher(number).matches() && !DATE.matcher(matcher.group()).matches()) {
				found.add(line.origin(matcher.start(), matcher.end()));
			}
		}
		inWords(readings.plain(), found);
		return found;
	}

	private static void inWords(Reading reading, List<int[]> found) {
		String text = reading.text();
		StringBuilder digits = new StringBuilder();
		int words = 0;
		int from = 0;
		int to = 0;
		for (int start = 1; start < text.length();) {
			int end = text.indexOf(' ', start);
			String word = text.substring(start, end);
			String value = value(word);
			if (!value.isEmpty()) {
				from = digits.isEmpty() ? reading.from(start) : from;
				to = reading.to(start);
				digits.append(value);
				words += (word.equals(value)) ? 0 : 1;
			}
			if (value.isEmpty() || end + 1 >= text.length()) {
				if (digits.length() == DIGITS && words >= MIN_WORDS && MOBILE.matcher(digits).matches()) {
					found.add(new int[] { from, to });
				}
				if (!word.equals("|")) {
					digits.setLength(0);
					words = 0;
				}
			}
			start = end + 1;
		}
	}

	/** The digits that a word stands for; empty for any other word. */
	private static String value(String word) {
		Character digit = NUMERALS.get(word);
		if (digit != null) {
			return digit.toString();
		}
		return (word.length() < DIGITS && word.chars().allMatch((c) -> c >= '0' && c <= '9')) ? word : "";
	}

}
