package vn.toasoan.comment;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.altcha.altcha.Altcha;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import vn.toasoan.audit.Actor;
import vn.toasoan.testing.AtOnce;
import vn.toasoan.testing.Fixtures;
import vn.toasoan.testing.Fixtures.Written;
import vn.toasoan.testing.Form;
import vn.toasoan.testing.Html;
import vn.toasoan.testing.MutableClock;
import vn.toasoan.testing.SitePages;
import vn.toasoan.testing.StatementCounter;
import vn.toasoan.testing.TestReader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * While bad comments come in a storm, nothing appears without an editor or some trouble;
 * the same on both databases.
 */
@SitePages
@RecordApplicationEvents
@TestPropertySource(properties = { "toasoan.comments.storms=true", "toasoan.comments.close-after=30",
		"toasoan.comments.hold-after=14" })
abstract class StormsContract {

	private static final Actor EDITOR = new Actor(1L, "Lê Bảo Ngọc");

	private static final AtomicInteger COMMENTS = new AtomicInteger();

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Fixtures fixtures;

	@Autowired
	Storms storms;

	@Autowired
	ProofOfWork proofs;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	MutableClock clock;

	@Autowired
	StatementCounter statements;

	@Autowired
	ApplicationEvents events;

	private Written article = new Written(0, "", "");

	private TestReader reader = TestReader.of(MockMvcTester.of(new Object()));

	@BeforeEach
	void begin() {
		calm();
		this.article = this.fixtures.openArticle();
		this.reader = TestReader.of(this.mvc);
	}

	/** All tests share one site, and its weather. */
	@AfterEach
	void calm() {
		this.jdbc.sql("update storm set begun_at = null, ends_at = null, calmed_at = null").update();
		this.jdbc.sql("update comment set created_at = created_at - interval '1' year").update();
	}

	private void good(int times) {
		IntStream.range(0, times).forEach((n) -> comment("Một lời bình thường"));
	}

	private void bad(int times) {
		IntStream.range(0, times).forEach((n) -> comment("Gọi 0912 345 678"));
	}

	private String comment(String text) {
		return this.fixtures.comment(this.article, null, "Câu " + COMMENTS.incrementAndGet() + ": " + text);
	}

	private String status(String publicId) {
		return this.jdbc.sql("select status from comment where public_id = ?")
			.param(publicId)
			.query(String.class)
			.single();
	}

	private MvcTestResult send(String text) {
		return this.reader.send(form(this.reader.read(this.article.path())).fill("body", text));
	}

	private static Form form(Document page) {
		return Form.in(page, "#viet").fill("name", "Minh Anh").press("Gửi bình luận");
	}

	/** As the script does it. */
	private static Form solved(Document page) throws Exception {
		Element sum = Html.only(page, "input[name=proof]");
		sum.val(solution(sum.attr("data-challenge"), sum.attr("data-salt"), sum.attr("data-signature"),
				Long.parseLong(sum.attr("data-max"))));
		return form(page);
	}

	private static String solution(String challenge, String salt, String signature, long max) throws Exception {
		long number = Altcha.solveChallenge(challenge, salt, Altcha.Algorithm.SHA256, max, 0).number;
		return base64("""
				{"algorithm": "SHA-256", "challenge": "%s", "number": %d, "salt": "%s", "signature": "%s"}"""
			.formatted(challenge, number, salt, signature));
	}

	private static String base64(String text) {
		return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

	@Test
	void nineteenSuspectCommentsOfThirtyAreAStorm() {
		good(12);
		bad(18);
		assertThat(this.storms.now()).as("60 percent").isEmpty();
		bad(1);
		assertThat(this.storms.now()).hasValueSatisfying((storm) -> {
			assertThat(storm.endsAt()).isEqualTo(this.clock.instant().plus(Duration.ofHours(1)));
			assertThat(storm.begunBy()).isEqualTo(Actor.SITE.name());
			assertThat(storm.reason()).isNull();
		});
	}

	@Test
	void twentyNineAreTooFewToTell() {
		bad(29);
		assertThat(this.storms.now()).isEmpty();
		bad(1);
		assertThat(this.storms.now()).isPresent();
	}

	@Test
	void whatCameLongBeforeTellsNothing() {
		bad(1);
		this.clock.advance(Duration.ofMinutes(10));
		bad(29);
		assertThat(this.storms.now()).isEmpty();
	}

	@Test
	void commentsThatWaitOnlyBecauseAllWaitAreNoStorm() {
		this.fixtures.mode(this.article, CommentMode.ALL);
		good(31);
		assertThat(this.storms.now()).isEmpty();
	}

	@Test
	void aStormPassesAfterAnHour() {
		bad(30);
		this.clock.advance(Duration.ofMinutes(60).minusSeconds(1));
		assertThat(this.storms.now()).isPresent();
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(this.storms.now()).isEmpty();
		assertThat(send("Sau cơn bão thì hiện ngay.")).hasStatus(303);
	}

	@Test
	void inAStormTheFormAsksFirstAndKeepsTheText() {
		this.storms.begin(EDITOR, "Thử", this.clock.instant().plusSeconds(600));
		MvcTestResult answer = send("Lời của người mới.");
		assertThat(answer).hasStatus(422);
		assertThat(answer.getResponse().getHeader("Cache-Control")).isEqualTo("private, no-store");
		Document page = Html.of(answer);
		assertThat(Html.only(page, "textarea[name=body]").text()).isEqualTo("Lời của người mới.");
		assertThat(Html.text(page, ".storm .notice")).startsWith("Lúc này có rất nhiều bình luận rác");
		assertThat(page.select("script[src*=storm]")).hasSize(1);
		assertThat(this.jdbc.sql("select count(*) from comment where article_id = ?")
			.param(this.article.id())
			.query(Integer.class)
			.single()).isZero();
		assertThat(this.reader.read(this.article.path()).select("script[src*=storm], [name=proof]"))
			.as("the page that everybody gets")
			.isEmpty();
	}

	@Test
	void theFormSaysBeforehandThatThereIsAStorm() {
		assertThat(this.reader.read(this.article.path()).select("#viet > .notice")).isEmpty();
		bad(30);
		assertThat(this.events.stream(StormChanged.class)).as("begun by itself").hasSize(1);
		Document page = this.reader.read(this.article.path());
		assertThat(Html.text(page, "#viet > .notice")).isEqualTo(
				"Đang có rất nhiều bình luận cùng lúc: lời của bạn có thể phải chờ lâu hơn, và trình duyệt có thể"
						+ " phải giải một phép tính nhỏ lúc gửi.");
		assertThat(Html.text(page, "#viet > .actions")).doesNotContain("hiện ra ngay");
		assertThat(Html.of(send("Đã được hỏi.")).select("#viet > .notice")).as("said once").isEmpty();
		this.storms.calm(EDITOR, "Qua rồi");
		assertThat(this.events.stream(StormChanged.class)).as("and ended").hasSize(2);
		assertThat(this.reader.read(this.article.path()).select("#viet > .notice")).isEmpty();
	}

	@Test
	void whoSendsItWithoutSolvingAnythingWaits() {
		this.storms.begin(EDITOR, "Thử", this.clock.instant().plusSeconds(600));
		Document page = Html.of(send("Không có JavaScript."));
		MvcTestResult answer = this.reader.send(form(page));
		assertThat(answer).hasStatus(303);
		assertThat(status(TestReader.commentId(answer))).isEqualTo("PENDING");
	}

	@Test
	void whoSolvesTheSumIsTreatedAsUsual() throws Exception {
		this.storms.begin(EDITOR, "Thử", this.clock.instant().plusSeconds(600));
		Document page = Html.of(send("Tôi chịu khó."));
		MvcTestResult answer = this.reader.send(solved(page));
		assertThat(status(TestReader.commentId(answer))).isEqualTo("PUBLISHED");
		Document bad = Html.of(send("Gọi tôi 0912 345 678, tôi cũng chịu khó"));
		MvcTestResult held = this.reader.send(solved(bad));
		assertThat(status(TestReader.commentId(held))).as("a solution excuses no spam").isEqualTo("PENDING");
	}

	@Test
	void aPreviewInAStormGivesANewSum() {
		this.storms.begin(EDITOR, "Thử", this.clock.instant().plusSeconds(600));
		Document page = Html.of(send("Xem trước trong bão."));
		MvcTestResult preview = this.reader.send(form(page).press("Xem trước"));
		assertThat(preview).hasStatusOk();
		assertThat(Html.only(Html.of(preview), "input[name=proof]").attr("data-challenge"))
			.isNotEqualTo(Html.only(page, "input[name=proof]").attr("data-challenge"));
	}

	@Test
	void whereCommentsWaitAnywayNobodyIsAsked() {
		this.storms.begin(EDITOR, "Thử", this.clock.instant().plusSeconds(600));
		this.fixtures.mode(this.article, CommentMode.FIRST_TIME);
		assertThat(send("Đằng nào cũng chờ.")).hasStatus(303);
	}

	@Test
	void aSolutionServesOnceAlsoIfItIsSentSixteenTimesAtOnce() throws Exception {
		ProofOfWork.Sum sum = this.proofs.newSum();
		String solution = solution(sum.challenge(), sum.salt(), sum.signature(), sum.max());
		Callable<Boolean> send = () -> this.transaction.execute((status) -> this.proofs.accept(solution));
		assertThat(AtOnce.run(IntStream.range(0, 16).mapToObj((n) -> send).toList())).containsOnlyOnce(true);
		assertThat(accept(solution)).isFalse();
	}

	@Test
	void aSolutionServesForTwentyMinutes() throws Exception {
		ProofOfWork.Sum sum = this.proofs.newSum();
		String solution = solution(sum.challenge(), sum.salt(), sum.signature(), sum.max());
		this.clock.advance(Duration.ofMinutes(20).plusSeconds(1));
		assertThat(accept(solution)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x", "e30=", "bnVsbA==", "W10=", "number", "signature", "salt", "algorithm", "long" })
	void whatIsNoSolutionIsNone(String wrong) throws Exception {
		ProofOfWork.Sum sum = this.proofs.newSum();
		String right = new String(
				Base64.getDecoder().decode(solution(sum.challenge(), sum.salt(), sum.signature(), sum.max())),
				StandardCharsets.UTF_8);
		String solution = switch (wrong) {
			case "number" -> base64(right.replaceFirst("\"number\": \\d+", "\"number\": -1"));
			case "signature" -> base64(right.replace(sum.signature(), "0".repeat(64)));
			case "salt" -> base64(right.replace("expires=", "expires=9"));
			case "algorithm" -> base64(right.replace("SHA-256", "MD5"));
			case "long" -> base64(right + " ".repeat(2000));
			default -> wrong;
		};
		assertThat(accept(solution)).isFalse();
		assertThat(accept(base64(right))).as("only what was changed made it wrong").isTrue();
	}

	private boolean accept(String solution) {
		return Boolean.TRUE.equals(this.transaction.execute((status) -> this.proofs.accept(solution)));
	}

	@Test
	void anEditorBeginsAndEndsAStormWithAReason() {
		Instant end = this.clock.instant().plusSeconds(600);
		assertThat(this.storms.begin(EDITOR, "Bị gọi tên trên mạng", end)).isTrue();
		assertThat(this.storms.begin(EDITOR, "Lần hai", end.plusSeconds(600))).isFalse();
		assertThat(this.storms.now())
			.contains(new Storms.Storm(this.clock.instant(), end, "Lê Bảo Ngọc", "Bị gọi tên trên mạng"));
		assertThat(this.storms.calm(EDITOR, "Qua rồi")).isTrue();
		assertThat(this.storms.calm(EDITOR, "Lần hai")).isFalse();
		assertThat(this.storms.now()).isEmpty();
		List<String> log = this.jdbc
			.sql("select action from audit_entry where subject_type = 'site' and action like 'storm%' order by id desc")
			.query(String.class)
			.list();
		assertThat(log.subList(0, 2)).containsExactly("storm.calmed", "storm.begun");
	}

	@Test
	void afterAnEditorHasEndedItWhatCameBeforeBeginsNoOther() {
		bad(30);
		this.clock.advance(Duration.ofSeconds(1));
		this.storms.calm(EDITOR, "Nhầm");
		this.clock.advance(Duration.ofSeconds(1));
		bad(1);
		assertThat(this.storms.now()).isEmpty();
		bad(29);
		assertThat(this.storms.now()).isPresent();
	}

	@Test
	void aGoodCommentCostsNoStatementForTheWeather() {
		good(1);
		List<String> made = this.statements.statementsDuring(() -> good(1));
		assertThat(made).noneMatch((sql) -> sql.contains("limit") && sql.contains("suspect"));
	}

}
