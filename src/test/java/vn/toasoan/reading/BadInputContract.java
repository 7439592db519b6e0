package vn.toasoan.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.toasoan.comment.CommentMode;
import vn.toasoan.testing.Fixtures;
import vn.toasoan.testing.Fixtures.Written;
import vn.toasoan.testing.Html;
import vn.toasoan.testing.SitePages;
import vn.toasoan.testing.TestReader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever is sent as a comment stands on the page as harmless text, or comes back with
 * the reason beside its field; the same on both databases.
 */
@SitePages
abstract class BadInputContract {

	private static final Pattern HARMFUL = Pattern
		.compile("[\\p{Cc}&&[^\\n\\t]]|[\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\u061C\\u200B\\uFEFF]");

	/** Bytes that a form may have; what is longer is refused before any page. */
	private static final int MAX_FORM = 64 * 1024;

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Fixtures fixtures;

	@Autowired
	JdbcClient jdbc;

	private Written article = new Written(0, "", "");

	@BeforeEach
	void begin() {
		this.article = this.fixtures.openArticle();
	}

	static List<String> naughty() {
		try {
			return Files.readAllLines(Path.of("src/test/resources/naughty.txt"))
				.stream()
				.filter((line) -> !line.isBlank() && !line.startsWith("# "))
				.map(BadInputContract::meant)
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String meant(String line) {
		String text = Pattern.compile("\\\\u([0-9A-F]{4})")
			.matcher(line)
			.replaceAll((escape) -> Matcher
				.quoteReplacement(Character.toString((char) Integer.parseInt(escape.group(1), 16))))
			.replace("\\n", "\n")
			.replace("\\r", "\r")
			.replace("\\\\", "\\");
		var repeated = Pattern.compile("(?s)(.+)\\*([0-9]{2,5})").matcher(text);
		return repeated.matches() ? repeated.group(1).repeat(Integer.parseInt(repeated.group(2))) : text;
	}

	@Test
	void thereAreEnoughOfThem() {
		assertThat(naughty()).doesNotHaveDuplicates().hasSizeGreaterThan(80).anyMatch((text) -> text.length() > 16_000);
	}

	@ParameterizedTest
	@MethodSource("naughty")
	void asAText(String text) {
		MvcTestResult answer = send("Minh Anh", text);
		harmlessOrRefused(answer, "body");
	}

	@ParameterizedTest
	@MethodSource("naughty")
	void asAName(String text) {
		harmlessOrRefused(send(text, "Một lời bình thường ở bài " + this.article.id()), "name");
	}

	private MvcTestResult send(String name, String body) {
		assertThat(name.getBytes(StandardCharsets.UTF_8).length + body.getBytes(StandardCharsets.UTF_8).length)
			.isLessThan(MAX_FORM);
		return this.mvc.post()
			.uri(this.article.path() + "/binh-luan")
			.param("name", name)
			.param("body", body)
			.exchange();
	}

	private void harmlessOrRefused(MvcTestResult answer, String field) {
		if (answer.getResponse().getStatus() == 422) {
			Document page = Html.of(answer);
			assertThat(Html.text(page, ".field:has([name=" + field + "]) .error")).isNotEmpty();
			assertNothingRuns(page);
			return;
		}
		assertThat(answer).hasStatus(303);
		String id = TestReader.commentId(answer);
		assertThat(id).matches("[a-z0-9]{12}");
		assertStoredClean(id, "author_name");
		assertStoredClean(id, "body_source");
		this.fixtures.approveIfWaiting(id);
		Document page = TestReader.of(this.mvc).read(this.article.path());
		assertNothingRuns(page);
		PageRules.hold(page);
	}

	private void assertStoredClean(String id, String column) {
		String stored = this.jdbc.sql("select " + column + " from comment where public_id = ?")
			.param(id)
			.query(String.class)
			.single();
		assertThat(HARMFUL.matcher(stored).find()).as(stored).isFalse();
		assertThat(Normalizer.isNormalized(stored, Normalizer.Form.NFC)).isTrue();
	}

	private static void assertNothingRuns(Document page) {
		assertThat(page.select("script:not([src]), iframe, style, base, object, embed, math, .comment img")).isEmpty();
		assertThat(page.select("script")).allMatch((script) -> script.attr("src").startsWith("/js/"));
		for (Element element : page.getAllElements()) {
			assertThat(element.attributes().asList()).noneMatch((attribute) -> attribute.getKey().startsWith("on"));
			assertThat(element.attr("href")).doesNotStartWith("javascript:").doesNotStartWith("data:");
		}
		assertThat(page.select("main h1")).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "?sau=", "?sau=x", "?sau=AAAA.BBBB", "?sau=%27", "?sau=%F0%9F%98%80" })
	void aForgedCursorIsABadRequestOrNone(String forged) {
		MvcTestResult answer = TestReader.of(this.mvc).get(this.article.path() + forged);
		assertThat(answer).hasStatus(forged.equals("?sau=") ? 200 : 400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/bl/khong-co", "/bl/%27", "/bl/aaaaaaaaaaaa", "/bl/AAAAAAAAAAAA", "/bl/1",
			"/bl/%F0%9F%98%80", "/bl/aaaaaaaaaaaa/bao-cao" })
	void aForgedPublicIdIsNotFound(String forged) {
		assertThat(TestReader.of(this.mvc).get(forged)).hasStatus(404);
	}

	@Test
	void whatWaitsIsNotFoundByOthers() {
		this.fixtures.mode(this.article, CommentMode.ALL);
		String id = this.fixtures.comment(this.article, null, "Chờ duyệt " + this.article.id());
		assertThat(TestReader.of(this.mvc).get("/bl/" + id)).hasStatus(404);
		assertThat(TestReader.of(this.mvc).get(this.article.path() + "/binh-luan/" + id)).hasStatus(404);
	}

}
