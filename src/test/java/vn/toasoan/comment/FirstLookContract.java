package vn.toasoan.comment;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.toasoan.audit.Actor;
import vn.toasoan.screening.Finding;
import vn.toasoan.screening.Ground;
import vn.toasoan.screening.Verdict;
import vn.toasoan.site.PersonalData.Erased;
import vn.toasoan.site.PersonalData.Owner;
import vn.toasoan.testing.Fixtures;
import vn.toasoan.testing.Fixtures.Written;
import vn.toasoan.testing.Html;
import vn.toasoan.testing.MutableClock;
import vn.toasoan.testing.SitePages;
import vn.toasoan.testing.StatementCounter;
import vn.toasoan.testing.TestReader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What becomes of a comment before anybody has seen it, and why; the same on both
 * databases.
 */
@SitePages
abstract class FirstLookContract {

	private static final Actor EDITOR = new Actor(1L, "Biên tập");

	private static final AtomicInteger READERS = new AtomicInteger();

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Fixtures fixtures;

	@Autowired
	FirstLook firstLook;

	@Autowired
	Decisions decisions;

	@Autowired
	JudgementData data;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	MutableClock clock;

	@Autowired
	StatementCounter statements;

	private Written article = new Written(0, "", "");

	private ReaderKey reader = new ReaderKey("");

	@BeforeEach
	void begin() {
		this.article = this.fixtures.openArticle();
		this.reader = new ReaderKey("first look " + READERS.incrementAndGet());
	}

	private String send(String text) {
		return send(this.article, text);
	}

	private String send(Written article, String text) {
		return this.fixtures.comment(article, null, text, this.reader);
	}

	/** Says something that no other test says. */
	private String unlike(String words) {
		return words + " – " + this.article.title();
	}

	private String status(String publicId) {
		return this.jdbc.sql("select status from comment where public_id = ?")
			.param(publicId)
			.query(String.class)
			.single();
	}

	private List<Finding> findings(String publicId) {
		return this.firstLook.verdicts(List.of(publicId)).getOrDefault(publicId, new Verdict(List.of())).findings();
	}

	private MvcTestResult form(String name, String text) {
		TestReader visitor = TestReader.withoutCookies(this.mvc);
		return visitor.comment(this.article, name, text);
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			Bài này gợi cho tôi nhiều điều.,                     PUBLISHED, 0
			Xem thêm ở https://example.com/bai,                  PUBLISHED, 25
			Gọi cho tôi theo số 0912 345 678 nhé,                PENDING,   35
			Mua bán gọi ngay 0912 345 678 hoặc ib zalo,          SPAM,      70
			Xem http://a.example.com và http://b.example.com,    PENDING,   60
			Nhà cái uy tín nhất t.me/nhacai,                     SPAM,      70
			""")
	void thePointsDecide(String text, CommentStatus expected, int atLeast) {
		String id = send(unlike(text));
		assertThat(status(id)).isEqualTo(expected.name());
		Verdict verdict = this.firstLook.verdicts(List.of(id)).getOrDefault(id, new Verdict(List.of()));
		assertThat(verdict.score()).isGreaterThanOrEqualTo(atLeast);
		assertThat(this.jdbc.sql("select spam_score from comment where public_id = ?")
			.param(id)
			.query(Integer.class)
			.single()).isEqualTo(verdict.score());
		assertThat(this.jdbc.sql("select suspect from comment where public_id = ?")
			.param(id)
			.query(Boolean.class)
			.single()).isEqualTo(expected != CommentStatus.PUBLISHED);
	}

	@Test
	void theReasonsSayWhereTheyStandInTheStoredText() {
		String text = unlike("Vào nhà cái số một");
		Finding finding = findings(send(text)).get(0);
		assertThat(finding.ground()).isEqualTo(Ground.BETTING);
		assertThat(finding.passages()).first()
			.extracting((passage) -> text.substring(passage.from(), passage.to()))
			.isEqualTo("nhà cái");
	}

	@Test
	void whoIsTakenForSpamGetsTheAnswerOfWhoIsHeld() {
		MvcTestResult held = form("Minh Anh", unlike("Gọi tôi 0912 345 678"));
		MvcTestResult spam = form("Minh Anh", unlike("Nhà cái 0912 345 678 zalo"));
		assertThat(status(TestReader.commentId(held))).isEqualTo("PENDING");
		assertThat(status(TestReader.commentId(spam))).isEqualTo("SPAM");
		assertThat(spam).hasStatus(held.getResponse().getStatus());
		assertThat(TestReader.location(spam).replace(TestReader.commentId(spam), ""))
			.isEqualTo(TestReader.location(held).replace(TestReader.commentId(held), ""));
		assertThat(Html.text(TestReader.withoutCookies(this.mvc).follow(spam), "#bl-" + TestReader.commentId(spam)))
			.isEqualTo(
					Html.text(TestReader.withoutCookies(this.mvc).follow(held), "#bl-" + TestReader.commentId(held)));
	}

	@Test
	void anInsultIsHeldAndNeverTakenForSpam() {
		String id = send(unlike("Thằng ngu, đồ rác rưởi, khốn nạn"));
		assertThat(status(id)).isEqualTo("PENDING");
		assertThat(findings(id)).extracting(Finding::ground).containsExactly(Ground.INSULT);
		assertThat(findings(id)).extracting(Finding::points).containsExactly(0);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Tòa Soạn", "Toa Soan", "T0A S0ẠN", "Ban biên tập", "Phạm Đình Hạc", "Pham Dinh Hac" })
	void whoSignsLikeTheNewsroomIsHeld(String name) {
		account("hac." + READERS.incrementAndGet(), "Phạm Đình Hạc", true);
		this.clock.advance(Duration.ofMinutes(READERS.incrementAndGet()));
		String id = TestReader.commentId(form(name, unlike("Tôi trả lời thay mọi người.")));
		assertThat(status(id)).isEqualTo("PENDING");
		assertThat(findings(id)).extracting(Finding::ground).contains(Ground.IMITATION);
	}

	private void account(String username, String name, boolean enabled) {
		this.jdbc.sql("""
				insert into account (id, username, display_name, password_hash, role, enabled, created_at, version)
				values (?, ?, ?, 'x', 'EDITOR', ?, timestamp with time zone '2026-01-01 00:00:00+00:00', 0)""")
			.params(7_000_000 + READERS.incrementAndGet(), username, name, enabled)
			.update();
	}

	@Test
	void theNameOfSomebodyWhoHasLeftIsFree() {
		account("tong." + READERS.incrementAndGet(), "Tống Duy Tân", false);
		this.clock.advance(Duration.ofMinutes(READERS.incrementAndGet()));
		assertThat(status(TestReader.commentId(form("Tống Duy Tân", unlike("Tôi là bạn đọc.")))))
			.isEqualTo("PUBLISHED");
	}

	@Test
	void theSameTextBelowAnotherArticleIsHeldForADay() {
		String text = unlike("Mời mọi người ghé thăm trang của mình để đọc thêm");
		assertThat(status(send(text))).isEqualTo("PUBLISHED");
		this.reader = new ReaderKey("somebody else " + text);
		String twin = send(this.fixtures.openArticle(), text.replace(" ", "  ").toUpperCase() + "!!!");
		assertThat(status(twin)).isEqualTo("PENDING");
		assertThat(findings(twin)).extracting(Finding::ground).containsExactly(Ground.TWIN);
		assertThat(findings(twin)).extracting(Finding::points).containsExactly(60);
		assertThat(status(send(text + "."))).as("below the same article").isEqualTo("PENDING");
		this.clock.advance(Duration.ofHours(24));
		assertThat(status(send(this.fixtures.openArticle(), text))).isEqualTo("PUBLISHED");
	}

	@Test
	void whatEverybodySaysIsNoTwin() {
		send("Cảm ơn tác giả!");
		assertThat(status(send(this.fixtures.openArticle(), "Cảm ơn tác giả!"))).isEqualTo("PUBLISHED");
	}

	@Test
	void threeApprovedCommentsSpeakForTheNext() {
		approved(3);
		String id = send(unlike("Số của thư viện là 0912 345 678"));
		assertThat(status(id)).isEqualTo("PUBLISHED");
		assertThat(findings(id)).extracting(Finding::points).containsExactly(35, -30);
	}

	@Test
	void twoAreNotEnough() {
		approved(2);
		assertThat(status(send(unlike("Số của thư viện là 0912 345 678")))).isEqualTo("PENDING");
	}

	@Test
	void oneRejectedCommentSpeaksAgainst() {
		approved(3);
		this.fixtures.mode(this.article, CommentMode.ALL);
		this.decisions.decide(send(unlike("Lạc đề")), CommentStatus.PENDING, CommentStatus.REJECTED, EDITOR,
				Reason.OFF_TOPIC);
		this.fixtures.mode(this.article, CommentMode.OPEN);
		assertThat(status(send(unlike("Số của thư viện là 0912 345 678")))).isEqualTo("PENDING");
	}

	@Test
	void aDecisionThatIsTakenBackSpeaksNeitherWay() {
		approved(3);
		this.fixtures.mode(this.article, CommentMode.ALL);
		String id = send(unlike("Nhầm là lạc đề"));
		this.decisions.decide(id, CommentStatus.PENDING, CommentStatus.REJECTED, EDITOR, Reason.OFF_TOPIC);
		this.decisions.takeBack(id, CommentStatus.REJECTED, CommentStatus.PENDING, EDITOR, null, MutableClock.START);
		this.fixtures.mode(this.article, CommentMode.OPEN);
		assertThat(status(send(unlike("Số của thư viện là 0912 345 678")))).isEqualTo("PUBLISHED");
	}

	@Test
	void goodCommentsAreForgottenAfterHalfAYear() {
		approved(3);
		this.clock.advance(Duration.ofDays(180));
		assertThat(status(send(unlike("Số của thư viện là 0912 345 678")))).isEqualTo("PENDING");
	}

	/** Not what the site let through by itself. */
	private void approved(int number) {
		send(unlike("Hiện ra ngay"));
		this.fixtures.mode(this.article, CommentMode.ALL);
		for (int i = 0; i < number; i++) {
			this.fixtures.approve(send(unlike("Bình luận tốt thứ " + i)));
		}
		this.fixtures.mode(this.article, CommentMode.OPEN);
	}

	@Test
	void charactersThatNobodySeesAreHeld() {
		String id = TestReader.commentId(form("Minh Anh", unlike("Nội du\u200Bng bình thường")));
		assertThat(status(id)).isEqualTo("PENDING");
		assertThat(findings(id)).extracting(Finding::ground).containsExactly(Ground.INVISIBLE);
		String family = TestReader.commentId(form("Minh Anh", unlike("Cả nhà 👨\u200D👩\u200D👧 cùng đọc")));
		assertThat(status(family)).isEqualTo("PUBLISHED");
	}

	@Test
	void allJudgementsOfAPageAreReadInOneStatement() {
		String bad = send(unlike("Gọi tôi 0912 345 678"));
		String good = send(unlike("Không có gì"));
		assertThat(this.statements.statementsDuring(() -> this.firstLook.verdicts(List.of(bad, good, "nobody"))))
			.hasSize(1);
		Map<String, Verdict> verdicts = this.firstLook.verdicts(List.of(bad, good, "nobody"));
		assertThat(verdicts).containsOnlyKeys(bad, good);
		assertThat(verdicts.get(good)).isEqualTo(new Verdict(List.of()));
		assertThat(this.firstLook.verdicts(List.of())).isEmpty();
	}

	@Test
	void lookingCostsOneStatement() {
		send("Để tên của tòa soạn được đọc");
		assertThat(this.statements.statementsDuring(
				() -> this.firstLook.at(this.article.id(), "Bạn Đọc", "Một lời", this.reader, false, false)))
			.hasSize(1);
	}

	@Test
	void theWriterMayTakeTheJudgementsAwayAndHaveThemErased() {
		String text = unlike("Gọi tôi 0912 345 678 để biết thêm");
		String id = send(text);
		long number = this.jdbc.sql("select id from comment where public_id = ?").param(id).query(Long.class).single();
		this.fixtures.approve(id);
		var owner = new Owner(this.reader.hash(), List.of(number));
		assertThat(this.data.export(owner))
			.hasToString("[Judged[comment=" + id + ", score=35, reasons=[Reason[ground=PHONE, points=35]]]]");
		assertThat(this.data.erase(owner)).containsExactly(new Erased("comment", 0, 1), new Erased("lesson", 1, 0));
		assertThat(findings(id)).isEmpty();
		assertThat(this.data.export(owner)).isEmpty();
		assertThat(status(send(this.fixtures.openArticle(), text.replace("0912 345 678", ""))))
			.as("nothing to find a twin by")
			.isEqualTo("PUBLISHED");
	}

}
