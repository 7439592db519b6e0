package vn.toasoan.screening;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import vn.toasoan.screening.Passage.Field;

/**
 * Reasons in one short string, to be kept beside the text that they are about:
 * {@code BETTING +70 betting/nha-cai,betting/no-hu b3-10,b14-19}, one a line.
 */
public final class FindingText {

	/** As long as it gets, in {@code char}s. */
	public static final int MAX_LENGTH = 8000;

	private static final Pattern LINE = Pattern.compile("([A-Z_]+) ([+-]\\d+) (\\S*) (\\S*)");

	private FindingText() {
	}

	public static String write(List<Finding> findings) {
		return findings.stream().map(FindingText::line).collect(Collectors.joining("\n"));
	}

	private static String line(Finding finding) {
		String passages = finding.passages()
			.stream()
			.map((passage) -> ((passage.field() == Field.NAME) ? "n" : "b") + passage.from() + "-" + passage.to())
			.collect(Collectors.joining(","));
		return finding.ground() + " " + ((finding.points() < 0) ? "" : "+") + finding.points() + " "
				+ String.join(",", finding.rules()) + " " + passages;
	}

	/**
	 * Reads what {@link #write} wrote; what is not of that form is left out.
	 */
	public static List<Finding> read(String text) {
		return text.lines().map(LINE::matcher).filter(Matcher::matches).map(FindingText::finding).toList();
	}

	private static Finding finding(Matcher line) {
		List<Passage> passages = parts(line.group(4)).map((passage) -> {
			String[] ends = passage.substring(1).split("-");
			return new Passage(passage.startsWith("n") ? Field.NAME : Field.BODY, Integer.parseInt(ends[0]),
					Integer.parseInt(ends[1]));
		}).toList();
		return new Finding(Ground.valueOf(line.group(1)), Integer.parseInt(line.group(2)),
				parts(line.group(3)).toList(), passages);
	}

	private static Stream<String> parts(String list) {
		return list.isEmpty() ? Stream.empty() : Stream.of(list.split(","));
	}

}
