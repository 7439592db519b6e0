package vn.toasoan;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every word that a person sees stands in the messages, in both languages.
 */
class MessagesTests {

	private static final Path RESOURCES = Path.of("src/main/resources");

	private static final Pattern KEY = Pattern.compile("#\\{([a-z][A-Za-z0-9.-]*)[({}]");

	private static final Pattern WORDS = Pattern.compile("\\p{L}{2,}");

	/** Names of other houses, the same in every language. */
	private static final List<String> NAMES = List.of("Facebook", "X");

	@Test
	void bothLanguagesHaveTheSameKeys() throws IOException {
		assertThat(messages("messages_en.properties").keySet())
			.containsExactlyInAnyOrderElementsOf(messages("messages.properties").keySet());
	}

	@ParameterizedTest
	@ValueSource(strings = { "messages.properties", "messages_en.properties" })
	void noKeyStandsTwice(String file) throws IOException {
		assertThat(Files.readAllLines(RESOURCES.resolve(file))
			.stream()
			.filter((line) -> line.matches("[a-zA-Z].*=.*"))
			.map((line) -> line.substring(0, line.indexOf('=')))).doesNotHaveDuplicates();
	}

	@Test
	void bothLanguagesUseTheSameArguments() throws IOException {
		Properties vietnamese = messages("messages.properties");
		Properties english = messages("messages_en.properties");
		for (String key : vietnamese.stringPropertyNames()) {
			assertThat(arguments(english.getProperty(key))).as(key).isEqualTo(arguments(vietnamese.getProperty(key)));
		}
	}

	@Test
	void everyKeyOfATemplateHasWords() throws IOException {
		var known = messages("messages.properties").keySet();
		for (Path template : templates()) {
			Matcher key = KEY.matcher(Files.readString(template));
			while (key.find()) {
				assertThat(known).as(template.toString()).contains(key.group(1));
			}
		}
	}

	@Test
	void noTemplateHasWordsOfItsOwn() throws IOException {
		List<String> found = new ArrayList<>();
		for (Path template : templates()) {
			Jsoup.parse(Files.readString(template), "", Parser.xmlParser())
				.getAllElements()
				.stream()
				.filter((element) -> element.textNodes().stream().anyMatch(MessagesTests::hasWords))
				.filter((element) -> !isPrototype(element))
				.forEach((element) -> found.add(template + ": " + element.ownText()));
		}
		assertThat(found).isEmpty();
	}

	private static boolean hasWords(TextNode text) {
		return WORDS.matcher(text.text()).find() && !NAMES.contains(text.text().strip());
	}

	/** What stands in the file only for those who look at it, and is replaced. */
	private static boolean isPrototype(Element element) {
		return Stream.of("th:text", "th:utext", "th:replace", "th:insert").anyMatch(element::hasAttr);
	}

	@ParameterizedTest
	@CsvSource({ "vi, 0, 0 bình luận", "vi, 12345, 12.345 bình luận", "en, 0, No comments", "en, 1, 1 comment",
			"en, 12345, '12,345 comments'" })
	void numbersAndPluralsFollowTheLanguage(Locale language, int n, String words) {
		var source = new ResourceBundleMessageSource();
		source.setBasename("messages");
		source.setDefaultEncoding("UTF-8");
		source.setFallbackToSystemLocale(false);
		assertThat(source.getMessage("comments.count", new Object[] { n }, language)).isEqualTo(words);
	}

	private static List<String> arguments(String message) {
		Matcher argument = Pattern.compile("\\{([0-9]|n)").matcher(message);
		var arguments = new TreeSet<String>();
		while (argument.find()) {
			arguments.add(argument.group(1));
		}
		return List.copyOf(arguments);
	}

	/** Except the page that stands in for Tomcat's own, which nothing renders. */
	private static List<Path> templates() throws IOException {
		try (Stream<Path> files = Files.walk(RESOURCES.resolve("templates"))) {
			return files.filter((file) -> file.toString().endsWith(".html"))
				.filter((file) -> !file.getFileName().toString().startsWith("plain-error"))
				.toList();
		}
	}

	private static Properties messages(String file) throws IOException {
		var messages = new Properties();
		try (Reader reader = Files.newBufferedReader(RESOURCES.resolve(file))) {
			messages.load(reader);
		}
		return messages;
	}

}
