package vn.toasoan.delivery;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import com.aayushatharva.brotli4j.decoder.Decoder;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import vn.toasoan.account.NewsroomStaff;
import vn.toasoan.article.ArticleDesk;
import vn.toasoan.audit.Actor;
import vn.toasoan.comment.AppealForm;
import vn.toasoan.comment.Appeals;
import vn.toasoan.comment.CommentMode;
import vn.toasoan.comment.CommentStatus;
import vn.toasoan.comment.Decisions;
import vn.toasoan.comment.OwnComments;
import vn.toasoan.comment.PersonalRecords;
import vn.toasoan.comment.ReaderCookie;
import vn.toasoan.comment.ReaderKey;
import vn.toasoan.comment.Reason;
import vn.toasoan.comment.Storms;
import vn.toasoan.testing.AtOnce;
import vn.toasoan.testing.Fixtures;
import vn.toasoan.testing.Fixtures.Written;
import vn.toasoan.testing.Form;
import vn.toasoan.testing.MutableClock;
import vn.toasoan.testing.SitePages;
import vn.toasoan.testing.StatementCounter;
import vn.toasoan.testing.TestReader;
import vn.toasoan.web.Freshness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/**
 * Pages come finished from memory, and what has changed is on them at once.
 */
@SitePages
@TestPropertySource(properties = { "toasoan.delivery.memory=48MB", "toasoan.comments.close-after=30",
		"toasoan.comments.hold-after=14" })
abstract class DeliveryContract {

	/** The month in which the clock stands. */
	private static final String MONTH = "/binh-luan/minh-bach/2026/11";

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Fixtures fixtures;

	@Autowired
	ArticleDesk desk;

	@Autowired
	Storms storms;

	@Autowired
	Decisions decisions;

	@Autowired
	Appeals appeals;

	@Autowired
	OwnComments own;

	@Autowired
	PersonalRecords records;

	@Autowired
	StatementCounter statements;

	@Autowired
	MutableClock clock;

	@Autowired
	Press press;

	@Autowired
	Delivery delivery;

	@Autowired
	PageCache cache;

	@Autowired
	ReaderCookie readers;

	@Test
	void theSecondReaderGetsTheVerySamePageWithoutAWordToTheDatabase() {
		Written article = this.fixtures.openArticle();
		for (String path : List.of(article.path(), "/", "/chu-de/tri-tue-nhan-tao")) {
			String first = body(get(path));
			assertThat(this.statements.during(() -> assertThat(body(get(path))).isEqualTo(first))).as(path).isZero();
		}
	}

	@Test
	void aPageIsCompressedOnceForThoseWhoWish() throws IOException {
		String path = this.fixtures.article().path();
		var plain = get(path);
		for (String accepted : List.of("gzip", "br;q=0.5, gzip", "GZIP", "br;q=0, *")) {
			var compressed = send(this.mvc.get().uri(path).header("Accept-Encoding", accepted));
			assertThat(compressed.getHeader("Content-Encoding")).as(accepted).isEqualTo("gzip");
			assertThat(unzip(compressed.getContentAsByteArray())).isEqualTo(body(plain));
			assertThat(compressed.getHeader("ETag")).isNotEqualTo(plain.getHeader("ETag"));
			assertThat(compressed.getHeader("Vary")).contains("Accept-Encoding", "Cookie");
		}
		for (String refused : List.of("gzip;q=0", "deflate", "identity", "")) {
			var uncompressed = send(this.mvc.get().uri(path).header("Accept-Encoding", refused));
			assertThat(uncompressed.getHeader("Content-Encoding")).as(refused).isNull();
		}
	}

	@Test
	void aPageThatStaysIsPackedSmallerStill() {
		assumeThat(this.press.isAvailable()).as("brotli is there for this machine").isTrue();
		String path = this.fixtures.article().path();
		var gzip = send(this.mvc.get().uri(path).header("Accept-Encoding", "gzip, br"));
		var brotli = pressed(path);
		assertThat(unpressed(brotli)).isEqualTo(body(get(path)));
		assertThat(brotli.getContentLength()).isPositive().isLessThan(gzip.getContentLength());
		assertThat(brotli.getHeader("ETag")).isNotEqualTo(gzip.getHeader("ETag"));
		assertThat(brotli.getHeader("Vary")).contains("Accept-Encoding", "Cookie");
		for (var known : List.of(gzip, brotli)) {
			var again = send(this.mvc.get()
				.uri(path)
				.header("Accept-Encoding", "gzip, br")
				.header("If-None-Match", String.valueOf(known.getHeader("ETag"))));
			assertThat(again.getStatus()).isEqualTo(304);
			assertThat(again.getHeader("ETag")).isEqualTo(known.getHeader("ETag"));
		}
		var other = send(this.mvc.get().uri(path).header("If-None-Match", String.valueOf(brotli.getHeader("ETag"))));
		assertThat(other.getStatus()).as("who does not take it any more").isEqualTo(200);
	}

	@Test
	void whoTakesNothingButBrotliGetsPlainBytesUntilItIsMade() {
		var plain = send(this.mvc.get().uri(this.fixtures.article().path()).header("Accept-Encoding", "br"));
		assertThat(plain.getHeader("Content-Encoding")).isNull();
		assertThat(body(plain)).contains("Một đoạn văn.");
	}

	@Test
	void whatWasMadeOfAPageOutlivesTheBoundIfThePageIsStillTheSame() {
		String path = this.fixtures.article().path();
		// What other tests have scheduled appears beside it by then.
		this.clock.advance(Duration.ofSeconds(61));
		var first = get(path);
		this.clock.advance(Duration.ofSeconds(61));
		var later = get(path);
		assertThat(later.getHeader("ETag")).isEqualTo(first.getHeader("ETag"));
		assertThat(later.getHeader("Last-Modified")).isEqualTo(first.getHeader("Last-Modified"));
	}

	@Test
	void aFileWithTheHashOfItsContentInItsNameIsFinishedForEverybodyAndForEver() {
		String page = body(get("/"));
		for (String pattern : List.of("/css/all-[0-9a-f]{12}[.]css", "/js/theme-[0-9a-f]{32}[.]js",
				"/js/all-[0-9a-f]{12}[.]js", "/favicon-[0-9a-f]{32}[.]svg",
				"/fonts/literata-latin-[0-9a-f]{32}[.]woff2")) {
			String file = Pattern.compile(pattern).matcher(page).results().findFirst().orElseThrow().group();
			var stranger = send(this.mvc.get().uri(file).header("Accept-Encoding", "gzip"));
			assertThat(stranger.getStatus()).as(file).isEqualTo(200);
			assertThat(stranger.getHeader("Cache-Control")).isEqualTo("max-age=31536000, public, immutable");
			assertThat(stranger.getHeader("Vary")).isEqualTo("Accept-Encoding");
			assertThat(stranger.getHeader("Content-Encoding")).as(file)
				.isEqualTo((file.endsWith(".woff2") || stranger.getContentLength() < 256) ? null : "gzip");
			var reader = send(this.mvc.get()
				.uri(file)
				.cookie(new Cookie("toasoan_reader", "x"))
				.header("Accept-Encoding", "gzip"));
			assertThat(reader.getHeader("ETag")).isNotNull().isEqualTo(stranger.getHeader("ETag"));
			assertThat(reader.getContentAsByteArray()).isEqualTo(stranger.getContentAsByteArray());
		}
	}

	@Test
	void theFontsOfTheStyleSheetAreTheVeryFilesThatThePageLoadsAhead() {
		String page = body(get("/"));
		String sheet = body(get(
				Pattern.compile("/css/all-[0-9a-f]+[.]css").matcher(page).results().findFirst().orElseThrow().group()));
		assertThat(sheet).doesNotContain("latin.woff2", "vietnamese.woff2");
		for (MatchResult font : Pattern.compile("href=\"(/fonts/[^\"]+)\"").matcher(page).results().toList()) {
			assertThat(sheet).contains("url(\".." + font.group(1) + "\")");
		}
		for (MatchResult font : Pattern.compile("url\\(\"[.][.](/fonts/[^\"]+)\"\\)")
			.matcher(sheet)
			.results()
			.toList()) {
			assertThat(get(font.group(1)).getHeader("Cache-Control")).as(font.group(1)).contains("immutable");
		}
	}

	@Test
	void aFileUnderTheHashOfAnotherIsNotThere() {
		assertThat(get("/js/theme-" + "0".repeat(32) + ".js").getStatus()).isEqualTo(404);
		assertThat(get("/fonts/literata-latin.woff2").getHeader("Cache-Control")).doesNotContain("immutable");
	}

	@Test
	void aReadersOwnPageIsPackedToo() throws IOException {
		String path = this.fixtures.article().path();
		var reader = new Cookie("toasoan_reader", "x");
		var packed = send(this.mvc.get().uri(path).cookie(reader).header("Accept-Encoding", "gzip, br"));
		assertThat(packed.getHeader("Content-Encoding")).isEqualTo("gzip");
		assertThat(packed.getHeaders("Vary").toString()).contains("Accept-Encoding");
		var plain = send(this.mvc.get().uri(path).cookie(reader));
		assertThat(plain.getHeader("Content-Encoding")).isNull();
		assertThat(unzip(packed.getContentAsByteArray())).isEqualTo(body(plain));
		var head = send(this.mvc.head().uri(path).cookie(reader).header("Accept-Encoding", "gzip"));
		assertThat(head.getStatus()).isEqualTo(200);
	}

	@Test
	void whatIsMadeForTheDeskIsPutTogetherOfWhatIsSetAlready() throws IOException {
		Written article = this.fixtures.openArticle();
		for (int n = 0; n < 5; n++) {
			this.fixtures.comment(article, null, "Một ý kiến có dấu, số " + n + ", " + "dài ".repeat(300));
		}
		var desk = new Cookie("toasoan_desk", "x");
		String page = body(send(this.mvc.get().uri(article.path()).cookie(desk)));
		assertThat(page).contains("số 4, dài").isEqualTo(body(get(article.path())));
		List<MockHttpServletResponse> packed = new ArrayList<>();
		assertThat(this.statements.statementsDuring(() -> packed
			.add(send(this.mvc.get().uri(article.path()).cookie(desk).header("Accept-Encoding", "gzip"))))).isEmpty();
		assertThat(packed.get(0).getHeader("Content-Encoding")).isEqualTo("gzip");
		assertThat(unzip(packed.get(0).getContentAsByteArray())).isEqualTo(page);
		// No piece is set in another alphabet.
		for (String type : List.of("text/html;charset=us-ascii", "text/html;charset=utf-16")) {
			var plain = send(this.mvc.get().uri(article.path()).cookie(desk).header("Accept", type));
			var other = send(this.mvc.get()
				.uri(article.path())
				.cookie(desk)
				.header("Accept", type)
				.header("Accept-Encoding", "gzip"));
			assertThat(other.getContentType()).isEqualTo(plain.getContentType());
			assertThat(other.getContentAsByteArray()).isEqualTo(plain.getContentAsByteArray());
		}
		var missing = send(this.mvc.get().uri("/bai-viet/khong-co").cookie(desk).header("Accept-Encoding", "gzip"));
		assertThat(missing.getStatus()).isEqualTo(404);
	}

	@Test
	void aKnownReaderIsToldOfWhatIsMissingLikeAnybody() {
		var reader = cookie("Ỷ Lan");
		assertThat(send(this.mvc.get().uri("/bai-viet/khong-co").cookie(reader)).getStatus()).isEqualTo(404);
		assertThat(get("/a".repeat(4000)).getStatus()).isEqualTo(404);
	}

	@Test
	void aReaderWhoHasLeftNothingOnAPageGetsTheFinishedOneWithTheOwnName() throws IOException {
		Written article = this.fixtures.openArticle();
		this.fixtures.comment(article, null, "Lời của người khác.");
		var reader = cookie("Ỷ Lan <b>\"Hai\"</b> O'Neil");
		for (String path : List.of(article.path(), article.path() + "?xep=cu-nhat", "/", "/binh-luan")) {
			var made = send(this.mvc.get().uri(path).cookie(reader, new Cookie("toasoan_desk", "x")));
			body(get(path));
			List<MockHttpServletResponse> finished = new ArrayList<>();
			int statements = this.statements.during(() -> finished.add(send(this.mvc.get().uri(path).cookie(reader))));
			assertThat(statements).as(path).isLessThanOrEqualTo(1);
			assertThat(body(finished.get(0))).as(path).isEqualTo(body(made));
			for (String header : List.of("Content-Type", "Content-Security-Policy")) {
				assertThat(finished.get(0).getHeader(header)).as(path).isEqualTo(made.getHeader(header));
			}
			assertThat(finished.get(0).getHeader("Cache-Control")).as(path).isEqualTo("private, no-store");
		}
		var packed = send(this.mvc.get().uri(article.path()).cookie(reader).header("Accept-Encoding", "gzip, br"));
		assertThat(unzip(packed.getContentAsByteArray())).contains("Ỷ Lan &lt;b&gt;");
		assertThat(packed.getHeader("ETag")).isNull();
		assertThat(body(get(article.path()))).doesNotContain("Ỷ Lan");
	}

	@Test
	void aPageThatIsMadeForAKnownReaderFirstIsForgottenLikeAnyOther() {
		// No rush of comments any more, in which a page would stay for a moment.
		this.clock.advance(Duration.ofSeconds(2));
		Written article = this.fixtures.openArticle();
		var reader = cookie("Mai");
		for (String path : List.of(article.path(), "/", "/binh-luan")) {
			assertThat(body(send(this.mvc.get().uri(path).cookie(reader)))).doesNotContain("Lời mới nhất.");
		}
		assertThat(get(article.path()).getHeader("Surrogate-Key")).contains("article-" + article.id());
		this.fixtures.comment(article, null, "Lời mới nhất.");
		for (String path : List.of(article.path(), "/binh-luan")) {
			assertThat(body(send(this.mvc.get().uri(path).cookie(reader)))).as(path).contains("Lời mới nhất.");
			assertThat(body(get(path))).as(path).contains("Lời mới nhất.");
		}
	}

	@Test
	void whoComesWithTheCookieAloneFindsTheOwnPages() {
		Written article = this.fixtures.openArticle();
		TestReader reader = TestReader.of(this.mvc);
		reader.send(Form.in(reader.read(article.path()), "#viet")
			.fill("name", "Mai")
			.tick("remember", "true")
			.fill("body", "Lời của Mai ở đây.")
			.fill("action", "gui"));
		String own = "/binh-luan-cua-toi";
		String id = reader.read(own).select("li.comment").attr("id").substring(3);
		assertThat(reader.read(own).select(".said").text()).isEqualTo("Lời của Mai ở đây.");
		for (String page : List.of("/bl/" + id + "/sua", "/bl/" + id + "/xoa", own + "/xoa", own + "/du-lieu.json")) {
			assertThat(reader.get(page)).as(page).hasStatusOk();
		}
	}

	@Test
	void aReaderWithoutANameIsToldThatThePageIsStillTheSame() {
		String path = this.fixtures.openArticle().path();
		String tag = String.valueOf(get(path).getHeader("ETag"));
		var again = send(this.mvc.get().uri(path).cookie(cookie("")).header("If-None-Match", tag));
		assertThat(again.getStatus()).isEqualTo(304);
	}

	@Test
	void whoHasLeftSomethingBelowAnArticleHasItsPageMade() {
		Written article = this.fixtures.article();
		Written other = this.fixtures.openArticle();
		String comment = this.fixtures.comment(other, null, "Lời để thích.");
		TestReader reader = TestReader.of(this.mvc);
		reader.send(Form.in(reader.read(article.path()), "#viet")
			.fill("name", "Mai")
			.fill("body", "Chỉ mình tôi thấy lời này.")
			.fill("action", "gui"));
		body(get(article.path()));
		body(get(other.path()));
		assertThat(reader.read(article.path()).select(".comment.pending").text()).contains("Chỉ mình tôi thấy");
		String like = "#bl-" + comment + " form";
		reader.send(Form.in(reader.read(other.path()), like));
		body(get(other.path()));
		assertThat(reader.read(other.path()).select(like + " [aria-pressed=true]")).hasSize(1);
		reader.send(Form.in(reader.read(other.path()), like));
		body(get(other.path()));
		assertThat(reader.read(other.path()).select(like + " [aria-pressed=true]")).isEmpty();
	}

	@Test
	void whoHasLeftSomethingOnAPageGetsTheFinishedOneWithIt() throws IOException {
		Written article = this.fixtures.openArticle();
		var reader = cookie("Ỷ Lan");
		String other = this.fixtures.comment(article, null, "Lời của người khác.");
		assertIsAsMade(article.path(), reader);
		send(this.mvc.post().uri("/bl/" + other + "/thich").cookie(reader));
		assertIsAsMade(article.path(), reader);
		write(article, "", "Lời của chính mình.", reader);
		write(article, other, "Trả lời của chính mình.", reader);
		this.fixtures.mode(article, CommentMode.ALL);
		write(article, other, "Trả lời còn chờ.", reader);
		write(article, "", "Lời còn chờ.", reader);
		assertThat(assertIsAsMade(article.path(), reader)).contains("Lời của chính mình.", "Trả lời còn chờ.",
				"Lời còn chờ.", "aria-pressed=\"true\"");
		assertThat(body(get(article.path()))).doesNotContain("còn chờ.", "value=\"Ỷ Lan", "aria-pressed=\"true\"");
		this.fixtures.mode(article, CommentMode.CLOSED);
		assertIsAsMade(article.path(), reader);
		var nameless = cookie("");
		send(this.mvc.post().uri("/bl/" + other + "/thich").cookie(nameless));
		assertIsAsMade(article.path(), nameless);
	}

	@Test
	void whoIsTheFirstToWriteSeesItWhereOthersSeeNothing() {
		Written article = this.fixtures.article();
		var reader = cookie("Mai");
		this.fixtures.mode(article, CommentMode.ALL);
		body(get(article.path()));
		write(article, "", "Lời đầu tiên, còn chờ.", reader);
		assertThat(body(send(this.mvc.get().uri(article.path()).cookie(reader)))).contains("Lời đầu tiên, còn chờ.");
		assertThat(body(get(article.path()))).doesNotContain("Lời đầu tiên, còn chờ.");
	}

	private void write(Written article, String parent, String text, Cookie reader) {
		send(this.mvc.post()
			.uri(article.path() + "/binh-luan")
			.cookie(reader)
			.param("name", "Ỷ Lan")
			.param("body", text)
			.param("parent", parent)
			.param("remember", "true")
			.param("action", "gui"));
	}

	/**
	 * Compares the page that a reader gets with the one that is made for the same reader
	 * from the templates, as for everybody who may be of the newsroom.
	 */
	private String assertIsAsMade(String path, Cookie reader) throws IOException {
		String made = body(send(this.mvc.get().uri(path).cookie(reader, new Cookie("toasoan_desk", "x"))));
		body(get(path));
		List<MockHttpServletResponse> finished = new ArrayList<>();
		assertThat(this.statements.during(() -> finished.add(send(this.mvc.get().uri(path).cookie(reader)))))
			.isLessThanOrEqualTo(1);
		assertThat(body(finished.get(0))).isEqualTo(made);
		assertThat(finished.get(0).getHeader("Cache-Control")).isEqualTo("private, no-store");
		var packed = send(this.mvc.get().uri(path).cookie(reader).header("Accept-Encoding", "gzip"));
		assertThat(unzip(packed.getContentAsByteArray())).isEqualTo(made);
		return made;
	}

	private Cookie cookie(String name) {
		var response = new MockHttpServletResponse();
		this.readers.write(response, this.readers.newReader().key(), name);
		return Objects.requireNonNull(response.getCookie("toasoan_reader"));
	}

	@Test
	void whoHasThePageIsToldSoInOneLine() {
		String path = this.fixtures.article().path();
		String tag = String.valueOf(get(path).getHeader("ETag"));
		for (String known : List.of(tag, "\"other\", W/" + tag, "*")) {
			var again = send(this.mvc.get().uri(path).header("If-None-Match", known));
			assertThat(again.getStatus()).as(known).isEqualTo(304);
			assertThat(again.getContentAsByteArray()).isEmpty();
			assertThat(again.getHeader("ETag")).isEqualTo(tag);
		}
		assertThat(send(this.mvc.get().uri(path).header("If-None-Match", "\"other\"")).getStatus()).isEqualTo(200);
		assertThat(
				send(this.mvc.get().uri(path).header("If-Modified-Since", "Mon, 23 Nov 2026 01:00:00 GMT")).getStatus())
			.isEqualTo(304);
		assertThat(
				send(this.mvc.get().uri(path).header("If-Modified-Since", "Mon, 23 Nov 2026 00:59:59 GMT")).getStatus())
			.isEqualTo(200);
		assertThat(send(this.mvc.get().uri(path).header("If-Modified-Since", "hôm qua")).getStatus()).isEqualTo(200);
	}

	@Test
	void headIsAnsweredLikeGetButWithoutThePage() {
		String path = this.fixtures.article().path();
		for (int i = 0; i < 2; i++) {
			var head = send(this.mvc.head().uri(path));
			assertThat(head.getStatus()).isEqualTo(200);
			assertThat(head.getContentAsByteArray()).isEmpty();
			assertThat(head.getContentLength()).isEqualTo(get(path).getContentLength()).isPositive();
			assertThat(head.getHeader("ETag")).isEqualTo(get(path).getHeader("ETag"));
		}
	}

	@Test
	void aFinishedPageIsAsSafeAsAFreshOne() {
		String path = this.fixtures.article().path();
		get(path);
		var finished = get(path);
		assertThat(finished.getHeader("Content-Security-Policy")).startsWith("default-src 'none'");
		assertThat(finished.getHeader("Strict-Transport-Security")).isNotNull();
		assertThat(finished.getHeader("Cache-Control")).isEqualTo("public, max-age=0, must-revalidate");
		assertThat(finished.getHeader("Set-Cookie")).isNull();
	}

	@Test
	void aCommentIsOnThePageAndCountedOnEveryListAsSoonAsItIsPublished() {
		Written article = this.fixtures.openArticle();
		body(get(article.path()));
		body(get("/"));
		String id = this.fixtures.comment(article, null, "Tôi là người đầu tiên.");
		assertThat(body(get(article.path()))).contains("Tôi là người đầu tiên.");
		assertThat(body(get("/"))).contains("1 bình luận");
		this.fixtures.remove(id);
		assertThat(body(get(article.path()))).doesNotContain("Tôi là người đầu tiên.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Lời chờ được đếm.", "Nhà cái uy tín nhất t.me/nhacai" })
	void whatReadersDontSeeIsCountedAtOnceAndTheArticlesPageStays(String text) {
		Written article = this.fixtures.article();
		List<String> figures = List.of(article.path() + "/binh-luan/so-lieu", MONTH);
		body(get(article.path()));
		assertEachChanges(figures, () -> this.fixtures.comment(article, null, text));
		assertThat(this.statements.during(() -> body(get(article.path())))).isZero();
	}

	@Test
	void whatIsAppealedIsCountedAtOnceUntilItIsErased() {
		Written article = this.fixtures.article();
		var editor = new Actor(7L, "Biên tập");
		var writer = new ReaderKey("khiếu nại " + article.id());
		var appeal = new AppealForm("Tôi nói đúng chuyện mà.");
		String id = this.fixtures.comment(article, null, "Lạc đề chăng.", writer);
		this.decisions.decide(id, CommentStatus.PENDING, CommentStatus.REJECTED, editor, Reason.OFF_TOPIC);
		assertEachChanges(List.of(MONTH), () -> this.appeals.appeal(id, appeal, writer));
		this.appeals.decide(id, false, "", editor);
		this.own.delete(id, writer);
		assertEachChanges(List.of(MONTH), () -> this.records.erase(writer));
	}

	@Test
	void anAppealIsUpheldAtOnceAlsoIfTheCommentHasAppearedMeanwhile() {
		Written article = this.fixtures.article();
		var editor = new Actor(7L, "Biên tập");
		var writer = new ReaderKey("được đăng " + article.id());
		String id = this.fixtures.comment(article, null, "Lạc đề ư.", writer);
		this.decisions.decide(id, CommentStatus.PENDING, CommentStatus.REJECTED, editor, Reason.OFF_TOPIC);
		this.appeals.appeal(id, new AppealForm("Tôi nói đúng chuyện mà."), writer);
		this.decisions.takeBack(id, CommentStatus.REJECTED, CommentStatus.PENDING, editor, null, this.clock.instant());
		this.decisions.decide(id, CommentStatus.PENDING, CommentStatus.PUBLISHED, Actor.SITE, null);
		assertEachChanges(List.of(MONTH), () -> this.appeals.decide(id, true, "", editor));
	}

	/** What is kept is compared with what is made for somebody of the newsroom. */
	private void assertEachChanges(List<String> paths, Runnable event) {
		// What other tests have added at this moment is not much at once.
		this.clock.advance(Duration.ofSeconds(2));
		List<String> before = paths.stream().map((path) -> body(get(path))).toList();
		event.run();
		for (int i = 0; i < paths.size(); i++) {
			String path = paths.get(i);
			assertThat(body(get(path))).as(path)
				.isNotEqualTo(before.get(i))
				.isEqualTo(body(send(this.mvc.get().uri(path).cookie(new Cookie("toasoan_desk", "x")))));
		}
	}

	@Test
	void anotherArticlesCommentsLeaveAPageAsItIs() {
		Written article = this.fixtures.openArticle();
		Written other = this.fixtures.openArticle();
		body(get(article.path()));
		this.fixtures.comment(other, null, "Ở bài khác.");
		assertThat(this.statements.during(() -> get(article.path()))).isZero();
	}

	@Test
	void whatEditorsDoIsSeenAtOnce() {
		Written article = this.fixtures.openArticle();
		body(get(article.path()));
		this.desk.correct(article.id(), this.clock.instant(), "Số đúng là 405 tỷ, không phải 504.", Actor.SITE);
		assertThat(body(get(article.path()))).contains("Số đúng là 405 tỷ, không phải 504.");
		this.fixtures.mode(article, CommentMode.CLOSED);
		assertThat(body(get(article.path()))).doesNotContain("<textarea");
	}

	@Test
	void aScheduledArticleAppearsWhenItsTimeComes() {
		Written article = this.fixtures.article();
		Written later = this.fixtures.draft();
		this.desk.publish(later.id(), MutableClock.START.plusSeconds(10), Actor.SITE);
		assertThat(body(get("/"))).contains(article.title()).doesNotContain(later.title());
		assertThat(get(later.path()).getStatus()).isEqualTo(404);
		this.clock.advance(Duration.ofSeconds(10));
		assertThat(body(get("/"))).contains(later.title());
		assertThat(get(later.path()).getStatus()).isEqualTo(200);
	}

	@Test
	void aDiscussionClosesWhenItsTimeComesAlsoIfThatIsChanged() {
		Written article = this.fixtures.openArticle();
		closeAt(article, "2026-11-23T08:10");
		assertThat(body(get(article.path()))).contains("<textarea");
		closeAt(article, "2026-11-23T08:05");
		assertThat(body(get(article.path()))).contains("<textarea");
		this.clock.advance(Duration.ofMinutes(5).minusSeconds(1));
		assertThat(body(get(article.path()))).as("a second before").contains("<textarea");
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(body(get(article.path()))).as("closed by itself").doesNotContain("<textarea");
	}

	private void closeAt(Written article, String time) {
		TestReader editor = TestReader.as(user(NewsroomStaff.editor("Lê Bảo Ngọc")), this.mvc);
		Form form = Form.in(editor.read("/admin/articles/" + article.id() + "/discussion"), "main form");
		assertThat(editor.send(form.fill("closesAt", time))).hasStatus(302);
	}

	/** Its age is reckoned from a moment at which nothing else was published. */
	@Test
	void aDiscussionWaitsAndClosesByTheSitesRuleWhenItsTimeComes() {
		Written article = this.fixtures.draft();
		this.desk.publish(article.id(), MutableClock.START.minusSeconds(30), Actor.SITE);
		this.fixtures.mode(article, CommentMode.OPEN);
		String atOnce = "Bình luận hiện ra ngay.";
		this.clock.advance(Duration.ofDays(14).minusSeconds(31));
		assertThat(body(get(article.path()))).as("a second before two weeks").contains(atOnce);
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(body(get(article.path()))).as("after two weeks").contains("<textarea").doesNotContain(atOnce);
		this.clock.advance(Duration.ofDays(16).minusSeconds(1));
		assertThat(body(get(article.path()))).as("a second before thirty days").contains("<textarea");
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(body(get(article.path()))).as("after thirty days").doesNotContain("<textarea");
	}

	@Test
	void aStormIsToldByEveryFormFromItsBeginningToItsEnd() {
		String path = this.fixtures.openArticle().path();
		String words = "trình duyệt có thể phải giải một phép tính nhỏ";
		assertThat(body(get(path))).doesNotContain(words);
		this.storms.begin(Actor.SITE, "Thử", this.clock.instant().plusSeconds(3600));
		assertThat(body(get(path))).as("begun").contains(words);
		this.storms.calm(Actor.SITE, "Thử");
		assertThat(body(get(path))).as("calmed").doesNotContain(words);
		this.storms.begin(Actor.SITE, "Thử", this.clock.instant().plusSeconds(10));
		assertThat(body(get(path))).as("begun again").contains(words);
		this.clock.advance(Duration.ofSeconds(9));
		assertThat(body(get(path))).as("a second before its end").contains(words);
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(body(get(path))).as("passed by itself").doesNotContain(words);
	}

	/** All tests share one site, its weather, and a clock that goes back. */
	@AfterEach
	void calm() {
		this.clock.set(MutableClock.START);
		this.storms.calm(Actor.SITE, "Thử");
	}

	@Test
	void aReadersOwnPageIsNobodyElses() {
		Written article = this.fixtures.article();
		TestReader writer = TestReader.of(this.mvc);
		Form form = Form.in(writer.read(article.path()), "#viet");
		String page = writer
			.follow(writer.send(form.fill("name", "Lan Anh").fill("body", "Chỉ tôi thấy.").press("Gửi bình luận")))
			.text();
		assertThat(page).contains("Chỉ tôi thấy.");
		assertThat(body(get(article.path()))).doesNotContain("Chỉ tôi thấy.", "Lan Anh");
		assertThat(writer.read(article.path()).text()).contains("Chỉ tôi thấy.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "?utm_source=x", "?fbclid=1&gclid=2", "?Trang=9", "?" })
	void parametersThatChangeNothingDontMakeAnotherPage(String query) {
		String path = this.fixtures.article().path();
		String page = body(get(path));
		assertThat(this.statements.during(() -> assertThat(body(get(path + query))).isEqualTo(page))).isZero();
	}

	@Test
	void parametersThatChangeThePageMakeAnotherOne() {
		Written article = this.fixtures.openArticle();
		String id = this.fixtures.comment(article, null, "Câu thứ nhất.");
		this.fixtures.comment(article, null, "Câu thứ hai.");
		Stream<String> pages = Stream.of("", "?xep=cu-nhat", "?nguon=blogger", "?tra-loi=" + id)
			.map((query) -> body(get(article.path() + query)));
		assertThat(pages.distinct()).hasSize(4);
	}

	@ParameterizedTest
	@CsvSource({ "Host, evil.example", "X-Forwarded-Host, evil.example", "X-Forwarded-Proto, http",
			"X-Original-URL, /admin", "X-Rewrite-URL, /admin", "Forwarded, host=evil.example",
			"X-HTTP-Method-Override, POST", "Accept-Language, en", "Accept, application/json",
			"Accept-Charset, us-ascii", "Range, bytes=0-9", "Cookie, a=b", "X-Requested-With, XMLHttpRequest",
			"Origin, https://evil.example" })
	void noHeaderOfOneReaderChangesWhatOthersGet(String header, String value) {
		String path = this.fixtures.article().path();
		var poisoned = send(this.mvc.get().uri(path).header(header, value));
		var clean = get(path);
		assertThat(poisoned.getStatus()).isEqualTo(clean.getStatus()).isEqualTo(200);
		assertThat(body(poisoned)).isEqualTo(body(clean)).doesNotContain("evil.example");
	}

	/** Asked for strangely by the first who wants it, when nothing is kept yet. */
	@ParameterizedTest
	@ValueSource(strings = { "text/html;charset=us-ascii", "text/html;charset=utf-16", "text/html;charset=iso-2022-jp",
			"text/html;charset=utf-8;evil=\"x\"", "text/html;level=1", "application/xhtml+xml", "text/plain",
			"*/*;q=0.1" })
	void noWishForAnotherFormIsGrantedToOthers(String accepted) {
		Written article = this.fixtures.openArticle();
		for (String path : List.of(article.path(), article.path() + "?xep=cu-nhat", "/", "/binh-luan",
				"/chu-de/tri-tue-nhan-tao", "/binh-luan.atom")) {
			String type = get(path).getContentType();
			String page = body(get(path));
			this.cache.evict(PageCache.EVERYTHING);
			send(this.mvc.get().uri(path).header("Accept", accepted));
			assertThat(get(path).getContentType()).as(path).isEqualTo(type).endsWith(";charset=UTF-8");
			assertThat(body(get(path))).as(path).isEqualTo(page);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "xep=zz1", "nguon=zz1", "trang=1", "trang=2", "tra-loi=zz1", "sau=zz1", "xep=" })
	void parametersThatMakeNoSenseFillNoMemory(String query) {
		String path = this.fixtures.openArticle().path();
		String page = body(get(path));
		long kept = this.cache.size();
		assertThat(get(path + '?' + query).getStatus()).isIn(200, 400);
		assertThat(this.cache.size()).isEqualTo(kept);
		assertThat(body(get(path))).isEqualTo(page);
	}

	@ParameterizedTest
	@ValueSource(strings = { "xep=abc", "trang=0", "trang=01", "trang=1", "trang=123456" })
	void listsAreKeptOncePerPage(String query) {
		this.fixtures.article();
		get("/");
		long kept = this.cache.size();
		get("/?" + query);
		assertThat(this.cache.size()).isEqualTo(kept);
	}

	@ParameterizedTest
	@ValueSource(strings = { "?xep=cu-nhat&xep=moi-nhat", "?sau=gia.mao", "?trang=abc", "/", "?nguon=%00" })
	void whatIsWrittenStrangelyIsNotKept(String strange) {
		String path = this.fixtures.article().path();
		send(this.mvc.get().uri(URI.create(path + strange)));
		assertThat(get(path).getStatus()).isEqualTo(200);
	}

	@Test
	void manyWhoWantANewPageAtOnceHaveItMadeOnce() {
		Written article = this.fixtures.article();
		int one = this.statements.during(() -> get(article.path()));
		this.fixtures.mode(article, CommentMode.ALL);
		Callable<String> reading = () -> body(get(article.path()));
		int many = this.statements.during(
				() -> assertThat(AtOnce.run(Stream.generate(() -> reading).limit(16).toList())).doesNotContainNull());
		assertThat(many).isLessThan(3 * one);
	}

	@Test
	void whoHasWaitedForAPageGetsItThoughSomethingOnItHasChangedMeanwhile() throws Exception {
		var made = new AtomicInteger();
		var other = new CompletableFuture<String>();
		var making = new FilterChain() {
			@Override
			public void doFilter(ServletRequest request, ServletResponse response) throws IOException {
				if (made.incrementAndGet() == 1) {
					Thread waiting = new Thread(() -> other.complete(delivered(this)));
					waiting.start();
					await().until(() -> waiting.getState() == Thread.State.WAITING);
					DeliveryContract.this.cache.evict("article-0");
				}
				Freshness.forEverybody((HttpServletResponse) response, List.of(0L));
				response.setContentType("text/html;charset=UTF-8");
				response.getWriter().print("Bản " + made.get());
			}
		};
		assertThat(delivered(making)).isEqualTo("Bản 1");
		assertThat(other.get(10, TimeUnit.SECONDS)).isEqualTo("Bản 1");
		assertThat(delivered(making)).isEqualTo("Bản 2");
	}

	private String delivered(FilterChain making) {
		var response = new MockHttpServletResponse();
		try {
			this.delivery.doFilter(new MockHttpServletRequest("GET", "/bai-viet/dang-in"), response, making);
		}
		catch (IOException | ServletException ex) {
			throw new AssertionError(ex);
		}
		return body(response);
	}

	@Test
	void anOldPageIsMadeAnewEvenIfNobodySaidThatItHasChanged() {
		Written article = this.fixtures.article();
		body(get(article.path()));
		this.fixtures.state(article, "WITHDRAWN", null);
		assertThat(get(article.path()).getStatus()).isEqualTo(200);
		this.clock.advance(Duration.ofSeconds(61));
		assertThat(get(article.path()).getStatus()).isEqualTo(410);
	}

	private MockHttpServletResponse get(String path) {
		return send(this.mvc.get().uri(path));
	}

	private static MockHttpServletResponse send(MockMvcRequestBuilder request) {
		return request.exchange().getResponse();
	}

	private static String body(MockHttpServletResponse response) {
		assertThat(response.getStatus()).isEqualTo(200);
		return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	private MockHttpServletResponse pressed(String path) {
		return await().atMost(Duration.ofSeconds(30))
			.until(() -> send(this.mvc.get().uri(path).header("Accept-Encoding", "gzip, br")),
					(response) -> "br".equals(response.getHeader("Content-Encoding")));
	}

	private static String unpressed(MockHttpServletResponse response) {
		try {
			return new String(Decoder.decompress(response.getContentAsByteArray()).getDecompressedData(),
					StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String unzip(byte[] bytes) throws IOException {
		try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}
