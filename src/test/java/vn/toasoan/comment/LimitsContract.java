package vn.toasoan.comment;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.toasoan.comment.Limits.Act;
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
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Nobody sends more than the rates allow, and nobody loses a text by it; the same on both
 * databases.
 */
@SitePages
@TestPropertySource(
		properties = { "toasoan.limits.comments.reader=1/15s, 5/10m, 30/1d", "toasoan.limits.comments.network=60/1h",
				"toasoan.limits.comments.newcomers=30/1h", "toasoan.limits.likes.reader=30/1m" })
abstract class LimitsContract {

	/** Each test comes from a network of its own. */
	private static final AtomicInteger NETWORKS = new AtomicInteger();

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Fixtures fixtures;

	@Autowired
	Limits limits;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	MutableClock clock;

	@Autowired
	StatementCounter statements;

	private Written article = new Written(0, "", "");

	private String address = "";

	private TestReader reader = TestReader.of(MockMvcTester.of(new Object()));

	@BeforeEach
	void begin() {
		this.article = this.fixtures.article();
		this.address = "198.51." + NETWORKS.incrementAndGet() + ".7";
		this.reader = reader();
	}

	private TestReader reader() {
		return TestReader.as((request) -> {
			request.setRemoteAddr(this.address);
			return request;
		}, this.mvc);
	}

	private Form form(String text) {
		return Form.in(this.reader.read(this.article.path()), "#viet")
			.fill("name", "Minh Anh")
			.fill("body", text)
			.press("Gửi bình luận");
	}

	private MvcTestResult send(String text) {
		return this.reader.send(form(text));
	}

	private int stored() {
		return this.jdbc.sql("select count(*) from comment where article_id = :id")
			.param("id", this.article.id())
			.query(Integer.class)
			.single();
	}

	private void pass(String time) {
		this.clock.advance(Duration.parse(time));
	}

	@Test
	void twoCommentsInFifteenSecondsAreOneTooManyAndTheTextIsKept() {
		assertThat(send("Bình luận thứ nhất.")).hasStatus(303);
		pass("PT5S");
		MvcTestResult answer = send("Bình luận thứ hai.");
		assertThat(answer).hasStatus(429);
		assertThat(answer.getResponse().getHeader("Retry-After")).isEqualTo("10");
		Document page = Html.of(answer);
		assertThat(Html.text(page, ".errors"))
			.contains("Bạn gửi hơi nhanh. Có thể gửi lại sau 10 giây, từ 08:00:15. Nội dung bạn viết vẫn ở dưới đây.");
		assertThat(Html.only(page, "textarea[name=body]").text()).isEqualTo("Bình luận thứ hai.");
		assertThat(stored()).isOne();
		pass("PT9.999S");
		assertThat(this.reader.send(Form.in(page, "#viet").press("Gửi bình luận"))).hasStatus(429);
		pass("PT0.001S");
		assertThat(this.reader.send(Form.in(page, "#viet").press("Gửi bình luận"))).hasStatus(303);
	}

	@Test
	void afterFiveInAShortTimeTheSixthHasToWaitForMinutes() {
		for (int i = 0; i < 5; i++) {
			assertThat(send("Lần thứ " + i)).hasStatus(303);
			pass("PT20S");
		}
		MvcTestResult answer = send("Lần thứ sáu");
		assertThat(answer).hasStatus(429);
		assertThat(answer.getResponse().getHeader("Retry-After")).isEqualTo("20");
		MvcTestResult soon = send("Lần thứ sáu");
		pass("PT20S");
		assertThat(this.reader.send(Form.in(Html.of(soon), "#viet").press("Gửi bình luận"))).hasStatus(303);
		pass("PT20S");
		assertThat(Html.text(Html.of(send("Lần thứ bảy")), ".errors")).contains("sau 2 phút, từ 08:04.");
	}

	@Test
	void afterThirtyInADayItTakesHours() {
		var key = new ReaderKey("reader from " + this.address);
		for (int i = 0; i < 30; i++) {
			this.limits.count(Act.COMMENT, key, false, this.address);
			pass("PT2M");
		}
		this.limits.count(Act.COMMENT, key, false, this.address);
		pass("PT2M");
		assertThatExceptionOfType(Limits.TooMany.class)
			.isThrownBy(() -> this.limits.count(Act.COMMENT, key, false, this.address))
			.satisfies((tooMany) -> assertThat(tooMany.seconds()).isEqualTo(Duration.ofMinutes(34).toSeconds()));
		pass("PT34M");
		this.limits.count(Act.COMMENT, key, false, this.address);
	}

	@Test
	void aPreviewIsNotCounted() {
		for (int i = 0; i < 3; i++) {
			assertThat(this.reader.send(form("Xem trước lần " + i).press("Xem trước"))).hasStatusOk();
		}
		assertThat(send("Gửi sau khi xem.")).hasStatus(303);
		assertThat(this.reader.send(form("Xem lần nữa.").press("Xem trước"))).hasStatusOk();
	}

	@Test
	void whatWasRefusedIsNotCounted() {
		this.fixtures.mode(this.article, CommentMode.OPEN);
		Form late = form("Chậm mất rồi.");
		this.fixtures.mode(this.article, CommentMode.CLOSED);
		assertThat(this.reader.send(late)).hasStatus(403);
		this.fixtures.mode(this.article, CommentMode.OPEN);
		assertThat(send("x")).hasStatus(422);
		assertThat(send("Lần này được.")).hasStatus(303);
		assertThat(send("Quá nhanh.")).hasStatus(429);
		pass("PT15S");
		assertThat(send("Không phải chờ thêm.")).hasStatus(303);
	}

	@Test
	void theSameCommentSentAgainIsNotCountedAndLeadsToTheFirst() {
		MvcTestResult first = send("Bấm hai lần.");
		MvcTestResult second = send("Bấm hai lần.");
		assertThat(second).hasStatus(303);
		assertThat(TestReader.location(second)).isEqualTo(TestReader.location(first));
		pass("PT15S");
		assertThat(send("Một lời khác.")).hasStatus(303);
	}

	@Test
	void sixteenTimesTheSameAtOnceAreOneCommentAndNobodyIsRefused() {
		send("Để có khóa.");
		pass("PT15S");
		var cookie = this.reader.cookies().values().iterator().next();
		List<Callable<String>> clicks = IntStream.range(0, 16).mapToObj((i) -> (Callable<String>) () -> {
			TestReader tab = reader().holding(cookie.getName(), cookie.getValue());
			return TestReader.location(tab.comment(this.article, "Minh Anh", "Mười sáu lần bấm."));
		}).toList();
		assertThat(AtOnce.run(clicks)).hasSize(16).containsOnly(AtOnce.run(clicks).get(0));
		assertThat(stored()).isEqualTo(2);
	}

	@Test
	void ofThirtyTwoDifferentOnesAtOnceOneIsTaken() {
		var key = new ReaderKey("reader from " + this.address);
		List<Callable<Boolean>> tries = IntStream.range(0, 32).mapToObj((i) -> (Callable<Boolean>) () -> {
			try {
				this.limits.count(Act.COMMENT, key, true, this.address);
				return true;
			}
			catch (Limits.TooMany ex) {
				return false;
			}
		}).toList();
		assertThat(AtOnce.run(tries)).containsOnlyOnce(true);
	}

	@Test
	void readersWithoutCookiesAreCountedByTheirNetwork() {
		for (int i = 0; i < 30; i++) {
			this.limits.count(Act.COMMENT, new ReaderKey("newcomer " + i), true, this.address);
		}
		assertThat(send("Người thứ ba mươi mốt không có khóa.")).hasStatus(429);
		var known = new ReaderKey("known from " + this.address);
		assertThatCode(() -> this.limits.count(Act.COMMENT, known, false, this.address)).doesNotThrowAnyException();
	}

	@Test
	void aWholeNetworkSendsSixtyAnHour() {
		for (int i = 0; i < 60; i++) {
			String neighbour = this.address.replaceAll("7$", Integer.toString(i + 1));
			this.limits.count(Act.COMMENT, new ReaderKey(i + this.address), false, neighbour);
		}
		assertThatExceptionOfType(Limits.TooMany.class)
			.isThrownBy(() -> this.limits.count(Act.COMMENT, new ReaderKey("next"), false, this.address))
			.satisfies((tooMany) -> assertThat(tooMany.seconds()).isEqualTo(60));
		assertThatCode(() -> this.limits.count(Act.COMMENT, new ReaderKey("next"), false, "192.0.2.7"))
			.doesNotThrowAnyException();
	}

	@Test
	void oneThingIsNotCountedForAnother() {
		var key = new ReaderKey("reader from " + this.address);
		for (int i = 0; i < 30; i++) {
			this.limits.count(Act.LIKE, key, true, this.address);
		}
		assertThatExceptionOfType(Limits.TooMany.class)
			.isThrownBy(() -> this.limits.count(Act.LIKE, key, true, this.address));
		assertThatCode(() -> this.limits.count(Act.COMMENT, key, true, this.address)).doesNotThrowAnyException();
	}

	@Test
	void countingTakesOneStatementOnPostgreSqlAndNoneWithoutALimit() {
		var key = new ReaderKey("reader from " + this.address);
		assertThat(this.statements.statementsDuring(() -> this.limits.count(Act.LIKE, key, false, this.address)))
			.hasSize(1);
		assertThat(this.statements.statementsDuring(() -> this.limits.count(Act.REPORT, key, false, this.address)))
			.isEmpty();
	}

	@Test
	void whatIsKeptNamesNobodyAndCanBeForgotten() {
		var key = new ReaderKey("reader from " + this.address);
		this.limits.count(Act.COMMENT, key, false, this.address);
		assertThat(this.jdbc.sql("select name from allowance").query(String.class).list()).isNotEmpty()
			.allMatch((name) -> !name.contains(key.hash().substring(0, 10)) && !name.contains("198.51"));
		assertThat(this.limits.forget(key)).isEqualTo(3);
		assertThatCode(() -> this.limits.count(Act.COMMENT, key, false, this.address)).doesNotThrowAnyException();
	}

	@Test
	void whatHoldsNobodyBackIsDropped() {
		var key = new ReaderKey("reader from " + this.address);
		this.limits.count(Act.COMMENT, key, false, this.address);
		pass("PT1H");
		this.limits.tidy();
		assertThat(this.limits.forget(key)).as("15 seconds and 10 minutes and a 30th of a day are over").isZero();
		this.limits.count(Act.COMMENT, key, false, this.address);
		pass("PT1M");
		this.limits.tidy();
		assertThat(this.limits.forget(key)).as("only the 15 seconds are over").isEqualTo(2);
	}

}
