package vn.toasoan.screening;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import vn.toasoan.screening.Rule.Kind;
import vn.toasoan.text.Slug;

/**
 * Reads the rules that come with the program, {@code screening/*.txt}: one a line, with
 * its points and what kind it is; {@code #} begins a comment.
 */
final class RuleFiles {

	private static final Map<String, Ground> FILES = Map.ofEntries(Map.entry("betting", Ground.BETTING),
			Map.entry("loan", Ground.LOAN), Map.entry("escort", Ground.ESCORT), Map.entry("job", Ground.JOB),
			Map.entry("sales", Ground.SALES), Map.entry("insult", Ground.INSULT), Map.entry("contact", Ground.CONTACT),
			Map.entry("staff", Ground.IMITATION), Map.entry("hosts", Ground.SHORT_LINK));

	private static final Pattern WORDS = Pattern.compile("(\\d+|innocent) +(accented|both|slang) +(.+)");

	private static final Pattern HOST = Pattern.compile("(\\d+) +host +(.+)");

	private static final Pattern EXPRESSION = Pattern.compile("(\\d+) +pattern +([a-z-]+) +(.+)");

	private static final Pattern SIGN = Pattern.compile("(\\d+) +([A-Z_]+)");

	private RuleFiles() {
	}

	static RuleBook read() {
		Stream<Rule> signs = lines("signs").map(RuleFiles::sign);
		Stream<Rule> others = FILES.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByKey())
			.flatMap((file) -> lines(file.getKey()).map((line) -> rule(file.getKey(), file.getValue(), line)));
		return RuleBook.of(Stream.concat(signs, others).toList());
	}

	private static Stream<String> lines(String name) {
		try (InputStream file = RuleFiles.class.getResourceAsStream("/screening/" + name + ".txt")) {
			if (file == null) {
				throw new IllegalStateException("No rules of the name " + name);
			}
			List<String> lines = new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
			return lines.stream().map(String::strip).filter((line) -> !line.isEmpty() && !line.startsWith("#"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Rule sign(String line) {
		Matcher sign = matched(SIGN, line);
		Ground ground = Ground.valueOf(sign.group(2));
		return new Rule("sign/" + sign.group(2), Kind.SIGN, ground, "", Lane.SLANG, Integer.parseInt(sign.group(1)),
				true);
	}

	private static Rule rule(String file, Ground ground, String line) {
		Matcher expression = EXPRESSION.matcher(line);
		if (expression.matches()) {
			return new Rule(file + "/" + expression.group(2), Kind.PATTERN, ground, expression.group(3), Lane.SLANG,
					Integer.parseInt(expression.group(1)), true);
		}
		Matcher host = HOST.matcher(line);
		if (host.matches()) {
			return new Rule(file + "/" + host.group(2), Kind.HOST, ground, host.group(2), Lane.SLANG,
					Integer.parseInt(host.group(1)), true);
		}
		Matcher words = matched(WORDS, line);
		String id = file + "/" + Slug.of(words.group(3));
		Lane lane = Lane.valueOf(words.group(2).toUpperCase(Locale.ROOT));
		return words.group(1).equals("innocent") ? new Rule(id, Kind.INNOCENT, ground, words.group(3), lane, 0, true)
				: new Rule(id, Kind.PHRASE, ground, words.group(3), lane, Integer.parseInt(words.group(1)), true);
	}

	private static Matcher matched(Pattern pattern, String line) {
		Matcher matcher = pattern.matcher(line);
		if (!matcher.matches()) {
			throw new IllegalStateException("Not a rule: " + line);
		}
		return matcher;
	}

}
