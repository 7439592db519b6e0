package vn.toasoan.face;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Colours, type sizes, distances, corners and shadows have their names in
 * {@code tokens.css}; no other style sheet has one of its own.
 */
class StyleTokensTests {

	private static final Path SHEETS = Path.of("src/main/resources/static/css");

	private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);

	private static final Pattern DECLARATION = Pattern.compile("(?<=[{;]|^)\\s*([a-z-]+):\\s*([^;{}]+)(?=[;}])");

	/** A hexadecimal colour, a function that makes one, or one of the plain names. */
	private static final Pattern COLOUR = Pattern.compile(
			"#[0-9a-f]{3,8}\\b|\\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|light-dark)\\(|(?<![\\w-])(?:black|white|gr[ae]y|red|green|blue|yellow|orange|silver|navy)(?![\\w-])");

	/** Whole pixels of a line are drawn, not set; everything longer is a distance. */
	private static final Pattern LENGTH = Pattern.compile("(?<![\\w.-])-?[0-9]*\\.?[0-9]+(?:rem|px|pt|em)(?![\\w-])");

	private static final Pattern ROOM = Pattern.compile("(?<![\\w.-])-?[0-9]*\\.?[0-9]+(?:rem|px|pt)(?![\\w-])");

	@ParameterizedTest
	@MethodSource("sheets")
	void noSheetNamesAValueOfItsOwn(Path sheet) throws IOException {
		assertThat(literals(Files.readString(sheet))).isEmpty();
	}

	@Test
	void everyTokenThatIsUsedIsDefinedAndTheOtherWayRound() throws IOException {
		String all = String.join("\n", sheets().map(StyleTokensTests::read).toList())
				+ Files.readString(SHEETS.resolve("tokens.css"));
		List<String> defined = names("(?m)(?:^|\\{)\\s*(--[a-z0-9-]+):", all);
		assertThat(names("var\\((--[a-z0-9-]+)", all)).containsExactlyInAnyOrderElementsOf(defined);
	}

	@ParameterizedTest
	@ValueSource(strings = { "a{color:#b22}", "a{background:oklch(50% .1 20)}", "a{border:1px solid red}",
			"a{color: white}", "a{font-size: .95rem}", "a{font: 650 17px/1.2 var(--sans)}",
			"a{font-size: clamp(1rem, 2vw, 2rem)}", "a{border-radius: 4px}", "a{border-end-end-radius: .5em}",
			"a{box-shadow: 0 1px 2px var(--ink)}", "a{box-shadow: inset 3px 0 var(--son)}", "a{margin: 0 .3rem}",
			"a{gap: 5px}", "b{top: 0}a{& b{padding-inline: 1rem}}" })
	void aLiteralIsFound(String css) {
		assertThat(literals(css)).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "a{color: var(--ink)}", "a{background: color-mix(in oklch, var(--ink) 6%, transparent)}",
			"a{border: 1px solid currentcolor}", "a{fill: CanvasText}", "a{font: 650 var(--step-0)/1.6 var(--sans)}",
			"a{font-size: inherit}", "a{border-radius: calc(var(--radius-4) - 1px)}", "a{border-radius: 0}",
			"a{box-shadow: var(--halo) var(--vang)}", "a{margin-block-start: 1.25em}",
			"a{margin: calc(-1 * var(--space-2))}", "/* a{color:#b22} */", "p{white-space: nowrap}" })
	void aTokenIsNot(String css) {
		assertThat(literals(css)).isEmpty();
	}

	private static List<String> literals(String css) {
		return DECLARATION.matcher(COMMENT.matcher(css).replaceAll(""))
			.results()
			.filter((declaration) -> isLiteral(declaration.group(1), declaration.group(2)))
			.map(MatchResult::group)
			.map(String::strip)
			.toList();
	}

	private static boolean isLiteral(String property, String value) {
		if (COLOUR.matcher(value).find()) {
			return true;
		}
		if (property.equals("font-size") || property.equals("font") || property.equals("box-shadow")) {
			return LENGTH.matcher(value).find();
		}
		if (property.endsWith("radius")) {
			return !value.startsWith("calc(var(--radius") && LENGTH.matcher(value).find();
		}
		return property.matches("(?:margin|padding|gap|row-gap|column-gap).*") && ROOM.matcher(value).find();
	}

	private static List<String> names(String pattern, String css) {
		return Pattern.compile(pattern)
			.matcher(css)
			.results()
			.map((name) -> name.group(1))
			.distinct()
			.sorted()
			.toList();
	}

	/**
	 * All but the tokens themselves, and the stand-ins of the fonts, which are measured.
	 */
	private static Stream<Path> sheets() throws IOException {
		try (Stream<Path> files = Files.list(SHEETS)) {
			return files.filter((file) -> file.toString().endsWith(".css"))
				.filter((file) -> !file.endsWith("tokens.css") && !file.endsWith("fonts.css"))
				.toList()
				.stream();
		}
	}

	private static String read(Path sheet) {
		try {
			return Files.readString(sheet);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
