package vn.toasoan.text;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.commonmark.node.FencedCodeBlock;

/**
 * A bar chart as an editor writes it: a fenced block {@code bieu-do} with lines "key:
 * value" and a table of two columns. {@link ChartDrawing} draws it.
 *
 * @param title what is compared
 * @param unit the unit of the values, or ""
 * @param caption the sentence below, or ""
 * @param credit who drew it and from what, or ""
 * @param bars 2 to 12 bars, from top to bottom
 */
record Chart(String title, String unit, String caption, String credit, List<Bar> bars) {

	private static final String INFO = "bieu-do";

	private static final int MIN_BARS = 2;

	private static final int MAX_BARS = 12;

	private static final Set<String> KEYS = Set.of("tiêu đề", "đơn vị", "chú thích", "nguồn");

	/**
	 * Vietnamese notation: dots between thousands, a comma before decimals. "6.4" is an
	 * error rather than a guess.
	 */
	private static final Pattern NUMBER = Pattern
		.compile("(?:[0-9]{1,3}(?:\\.[0-9]{3}){1,4}|[0-9]{1,15})(?:,[0-9]{1,6})?");

	private static final Pattern RULE = Pattern.compile("[:-]*-[:-]*");

	/**
	 * The chart in a block, or nothing if the block is other code or not a well-formed
	 * chart.
	 */
	static Optional<Chart> in(FencedCodeBlock block) {
		if (block.getInfo() == null || !block.getInfo().strip().equals(INFO)) {
			return Optional.empty();
		}
		Map<String, String> facts = new HashMap<>();
		List<List<String>> rows = new ArrayList<>();
		for (String line : block.getLiteral().lines().map(String::strip).toList()) {
			if (line.startsWith("|")) {
				rows.add(cells(line));
			}
			else if (!line.isEmpty() && !addFact(line, facts)) {
				return Optional.empty();
			}
		}
		Optional<List<Bar>> bars = bars(withoutHead(rows));
		if (bars.isEmpty() || !facts.containsKey("tiêu đề")) {
			return Optional.empty();
		}
		facts.replaceAll((key, value) -> Typography.of(value));
		return Optional.of(new Chart(facts.getOrDefault("tiêu đề", ""), facts.getOrDefault("đơn vị", ""),
				facts.getOrDefault("chú thích", ""), facts.getOrDefault("nguồn", ""), bars.get()));
	}

	private static boolean addFact(String line, Map<String, String> facts) {
		int colon = line.indexOf(':');
		if (colon < 0) {
			return false;
		}
		String key = Normalizer.normalize(line.substring(0, colon).strip().toLowerCase(Locale.ROOT), Form.NFC);
		String value = line.substring(colon + 1).strip();
		return KEYS.contains(key) && !value.isEmpty() && facts.putIfAbsent(key, value) == null;
	}

	private static List<String> cells(String line) {
		String inner = line.substring(1, line.endsWith("|") && line.length() > 1 ? line.length() - 1 : line.length());
		return List.of(inner.split("\\|", -1)).stream().map(String::strip).toList();
	}

	/**
	 * Editors used to Markdown tables write a head and a rule above the rows: both are
	 * allowed.
	 */
	private static List<List<String>> withoutHead(List<List<String>> rows) {
		boolean headed = rows.size() > 1 && rows.get(1).stream().allMatch((cell) -> RULE.matcher(cell).matches());
		return headed ? rows.subList(2, rows.size()) : rows;
	}

	private static Optional<List<Bar>> bars(List<List<String>> rows) {
		if (rows.size() < MIN_BARS || rows.size() > MAX_BARS) {
			return Optional.empty();
		}
		List<Bar> bars = new ArrayList<>();
		for (List<String> row : rows) {
			if (row.size() != 2 || !isNumber(row.get(1))) {
				return Optional.empty();
			}
			boolean highlighted = row.get(0).endsWith("*");
			String label = highlighted ? row.get(0).substring(0, row.get(0).length() - 1).strip() : row.get(0);
			if (label.isEmpty()) {
				return Optional.empty();
			}
			bars.add(new Bar(label, row.get(1), number(row.get(1)), highlighted));
		}
		return Optional.of(List.copyOf(bars));
	}

	private static boolean isNumber(String cell) {
		return NUMBER.matcher(cell).matches();
	}

	private static double number(String cell) {
		return Double.parseDouble(cell.replace(".", "").replace(',', '.'));
	}

	String valueOf(Bar bar) {
		return this.unit.isEmpty() ? bar.number() : bar.number() + (this.unit.equals("%") ? "\u00A0" : " ") + this.unit;
	}

	/**
	 * One bar.
	 *
	 * @param label what it stands for
	 * @param number its value as written
	 * @param value its value, 0 or more
	 * @param highlighted whether it is the one that the piece is about
	 */
	record Bar(String label, String number, double value, boolean highlighted) {
	}

}
