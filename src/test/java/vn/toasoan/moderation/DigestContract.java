package vn.toasoan.moderation;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import jakarta.mail.internet.MimeMessage;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.toasoan.account.Role;
import vn.toasoan.mail.Outbox;
import vn.toasoan.testing.AtOnce;
import vn.toasoan.testing.Fixtures;
import vn.toasoan.testing.Fixtures.Written;
import vn.toasoan.testing.Form;
import vn.toasoan.testing.Html;
import vn.toasoan.testing.MailServer;
import vn.toasoan.testing.MutableClock;
import vn.toasoan.testing.Newsroom;
import vn.toasoan.testing.SiteTest;
import vn.toasoan.testing.Visitor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Editors are told by letter what waits in what they look after: once in a period, when
 * they have chosen it and proved their address, and never when nothing waits.
 */
@SiteTest
abstract class DigestContract {

	private static final String PAGE = "/admin/account/digest";

	private static final Pattern PATH = Pattern.compile("https?://[^/\\s]+(/\\S+)");

	private static final AtomicInteger NUMBERS = new AtomicInteger();

	/** 09:00 in Hà Nội, the first full hour after the clock's beginning. */
	private static final Instant FIRST = MutableClock.START.plus(Duration.ofHours(1));

	private static final Instant NEXT_MORNING = Instant.parse("2026-11-24T00:00:00Z");

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Newsroom newsroom;

	@Autowired
	Fixtures fixtures;

	@Autowired
	DigestRound round;

	@Autowired
	Outbox outbox;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	MutableClock clock;

	private final String address = "bien.tap." + NUMBERS.incrementAndGet() + "@example.vn";

	private final String topic = "Phần việc số " + NUMBERS.incrementAndGet();

	private String username = "";

	private Visitor moderator;

	private Written article = new Written(0, "", "");

	@DynamicPropertySource
	static void mail(DynamicPropertyRegistry properties) {
		MailServer.serve(properties);
	}

	@BeforeEach
	void aModeratorOfOneTopic() {
		this.jdbc.sql("delete from digest").update();
		this.clock.set(MutableClock.START);
		this.article = this.fixtures.article(this.topic);
		this.username = this.newsroom.account(Role.MODERATOR);
		this.jdbc.sql("""
				insert into moderator_beat (account_id, topic_id) select :account, id from topic where name = :topic""")
			.param("account", this.newsroom.accountId(this.username))
			.param("topic", this.topic)
			.update();
		this.moderator = this.newsroom.signIn(this.username);
	}

	private Document choose(String frequency) {
		return this.moderator.sendAndFollow(
				this.moderator.form(PAGE, "main form").fill("frequency", frequency).fill("email", this.address));
	}

	/** Chooses, and proves the address. */
	private void want(String frequency) {
		choose(frequency);
		this.moderator.sendAndFollow(this.moderator.form(link(letter(1), PAGE), "main form"));
	}

	private MimeMessage letter(int letters) {
		this.outbox.send();
		return MailServer.await(this.address, letters);
	}

	private static String link(MimeMessage letter, String part) {
		Matcher link = PATH.matcher(MailServer.part(letter, "plain"));
		while (link.find()) {
			if (link.group(1).startsWith(part)) {
				return link.group(1);
			}
		}
		throw new AssertionError("No link to " + part);
	}

	private void at(Instant time) {
		this.clock.set(time);
		this.round.tell();
		this.outbox.send();
	}

	private void assertLetters(int letters) {
		this.outbox.send();
		assertThat(MailServer.to(this.address)).hasSize(letters);
		assertThat(this.jdbc.sql("select count(*) from letter where author_key = :key and next_try_at is not null")
			.param("key", DigestLetters.key(this.newsroom.accountId(this.username)))
			.query(Integer.class)
			.single()).as("on their way").isZero();
	}

	private String wait(String text) {
		return this.fixtures.comment(this.article, null, text);
	}

	private int rows() {
		return this.jdbc.sql("select count(*) from digest where account_id = :account")
			.param("account", this.newsroom.accountId(this.username))
			.query(Integer.class)
			.single();
	}

	private boolean confirmed() {
		return this.jdbc.sql("select count(*) from digest where account_id = :account and confirmed_at is not null")
			.param("account", this.newsroom.accountId(this.username))
			.query(Integer.class)
			.single() == 1;
	}

	@Test
	void theAddressIsProvedByAButtonBehindTheSignIn() {
		wait("Còn chờ.");
		assertThat(this.moderator.open("/admin/account").select("main a[href=" + PAGE + "]")).hasSize(1);
		Document saved = choose("HOURLY");
		assertThat(Html.text(saved, ".toast")).startsWith("Đã gửi thư tới địa chỉ này.");
		assertThat(Html.text(saved, ".notice.warn")).startsWith("Chưa gửi thư tóm tắt").contains(this.address);
		String link = link(letter(1), PAGE);
		at(FIRST);
		assertLetters(1);
		this.clock.set(MutableClock.START);

		Visitor phone = this.newsroom.visitor();
		assertThat(phone.get(link)).hasStatus(302).redirectedUrl().isEqualTo("/dang-nhap");
		assertThat(phone.signIn(this.username, Newsroom.PASSWORD)).hasStatus(302).redirectedUrl().isEqualTo(link);
		Form button = phone.form(link, "main form");
		assertThat(confirmed()).as("looking changes nothing").isFalse();
		assertThat(Html.text(phone.sendAndFollow(button), ".toast")).startsWith("Đã xác nhận e-mail.");
		assertThat(confirmed()).isTrue();
		assertThat(Html.text(this.moderator.open(PAGE), ".notice.ok")).contains(this.address, "9:00");
		assertThat(Html.text(phone.sendAndFollow(button), ".toast")).as("twice").startsWith("Đã xác nhận e-mail.");
	}

	@Test
	void aLinkServesOnlyTheAccountThatAskedAndNotForEver() {
		choose("DAILY");
		String link = link(letter(1), PAGE);
		Visitor other = this.newsroom.signIn(Role.MODERATOR);
		assertThat(Html.text(other.follow(other.get(link)), ".notice[data-announce]"))
			.startsWith("Liên kết này không dùng được nữa");
		Form button = this.moderator.form(link, "main form");
		this.clock.set(MutableClock.START.plus(Digests.VALID));
		assertThat(Html.text(this.moderator.sendAndFollow(button), ".notice[data-announce]"))
			.startsWith("Liên kết này không dùng được nữa");
		assertThat(confirmed()).isFalse();
	}

	@Test
	void whatWaitsIsToldAtTheFullHourAndOnlyOnce() throws Exception {
		want("HOURLY");
		String comment = wait("Tôi *chờ* lâu rồi.\n\nĐoạn hai.");
		at(FIRST.minusSeconds(1));
		assertLetters(1);
		at(FIRST);
		MimeMessage letter = letter(2);
		assertThat(letter.getSubject()).startsWith("1 việc đang chờ ở bàn duyệt – ");
		String text = MailServer.part(letter, "plain").replace("\r\n", "\n");
		assertThat(text).startsWith("Chờ duyệt: 1\n\nChờ lâu nhất: từ 23/11/2026, 08:00\n\n")
			.contains("Dưới bài “" + this.article.title() + "”\n\nTôi chờ lâu rồi. Đoạn hai.\n\nĐăng:\n")
			.contains("đã chọn thư tóm tắt mỗi giờ");
		assertThat(Html.of(MailServer.part(letter, "html")).select(".go a").attr("href"))
			.endsWith("/admin/comments?muc=cho-duyet");
		String question = link(letter, "/admin/comments/");
		assertThat(question).isEqualTo("/admin/comments/" + comment + "/decisions?to=PUBLISHED");
		Form decision = Form.in(this.moderator.open(question), "form.decide").press("Đăng");
		assertThat(this.newsroom.column("select status from comment where public_id = ?", comment).get(0))
			.as("looking changes nothing")
			.isEqualTo("PENDING");

		this.round.tell();
		at(FIRST.plus(Duration.ofMinutes(59)));
		assertLetters(2);
		at(FIRST.plus(Duration.ofHours(1)));
		letter(3);
		this.moderator.sendAndFollow(decision);
		at(FIRST.plus(Duration.ofHours(2)));
		assertLetters(3);
	}

	@Test
	void eachDecisionIsAButtonBehindItsLinkAndTheSignIn() {
		want("HOURLY");
		String comment = wait("Quyết định từ thư.");
		at(FIRST);
		Document letter = Html.of(MailServer.part(letter(2), "html"));
		assertThat(Html.texts(letter, ".news a")).containsExactly("Đăng", "Từ chối", "Spam", "Xem và quyết định");
		List<String> links = letter.select(".news a")
			.eachAttr("href")
			.stream()
			.map((address) -> address.replaceFirst("^https?://[^/]+", ""))
			.toList();

		Visitor phone = this.newsroom.visitor();
		assertThat(phone.get(links.get(2))).hasStatus(302).redirectedUrl().isEqualTo("/dang-nhap");
		assertThat(phone.signIn(this.username, Newsroom.PASSWORD)).hasStatus(302)
			.redirectedUrl()
			.isEqualTo(links.get(2));
		assertThat(Html.texts(phone.open(links.get(2)), "form.decide button")).containsExactly("Spam");
		Document question = phone.open(links.get(1));
		assertThat(Html.text(question, ".item .said")).isEqualTo("Quyết định từ thư.");
		assertThat(Html.texts(question, "form.decide button")).hasSize(10).contains("xúc phạm người khác");
		assertThat(status(comment)).as("looking changes nothing").isEqualTo("PENDING");
		Document queue = phone.sendAndFollow(Form.in(question, "form.decide").press("xúc phạm người khác"));
		assertThat(Html.text(queue, ".toast p")).contains("từ chối");
		assertThat(status(comment)).isEqualTo("REJECTED");
		assertThat(Html.text(phone.open(links.get(0)), ".notice.info")).isEqualTo("Bình luận này không còn chờ duyệt.");
		assertThat(links.get(3)).isEqualTo("/admin/comments/" + comment);
		assertThat(this.newsroom.signIn(Role.AUTHOR).get(links.get(0))).hasStatus(403);
	}

	private String status(String comment) {
		return this.newsroom.column("select status from comment where public_id = ?", comment).get(0);
	}

	@Test
	void aDailyDigestComesInTheMorning() {
		want("DAILY");
		wait("Qua đêm.");
		at(NEXT_MORNING.minusSeconds(1));
		assertLetters(1);
		at(NEXT_MORNING);
		letter(2);
		at(NEXT_MORNING.plus(Duration.ofHours(23)));
		assertLetters(2);
	}

	@Test
	void onlyTheOwnTopicsAreTold() {
		this.fixtures.comment(this.fixtures.article("Phần việc của người khác"), null, "Của người khác.");
		want("HOURLY");
		at(FIRST);
		assertLetters(1);
		wait("Của tôi.");
		at(FIRST.plus(Duration.ofHours(1)));
		assertThat(MailServer.part(letter(2), "plain")).contains("Chờ duyệt: 1", "Của tôi.")
			.doesNotContain("Của người khác.");
	}

	@Test
	void reportsAppealsAndReasonsAreTold() throws Exception {
		want("HOURLY");
		String suspect = wait("Đáng ngờ.");
		this.jdbc.sql("update comment set suspect = true, reasons = 'INSULT +40 insult/x b0-4' where public_id = :id")
			.param("id", suspect)
			.update();
		String reported = wait("Bị báo cáo.");
		this.fixtures.approve(reported);
		this.jdbc.sql("""
				insert into comment_report (comment_id, author_key, reason, ip_prefix, weight, reported_at)
				select id, 'ai đó', 'INSULT', '203.0.113.0/24', 1, created_at from comment where public_id = :id""")
			.param("id", reported)
			.update();
		String appealed = wait("Bị từ chối.");
		this.jdbc.sql("update comment set status = 'REJECTED' where public_id = :id").param("id", appealed).update();
		this.jdbc.sql("""
				insert into comment_appeal (comment_id, body, made_at, state)
				select id, 'Xin xem lại.', created_at, 'OPEN' from comment where public_id = :id""")
			.param("id", appealed)
			.update();
		at(FIRST);
		MimeMessage letter = letter(2);
		assertThat(letter.getSubject()).startsWith("3 việc đang chờ");
		assertThat(MailServer.part(letter, "plain")).startsWith("Nghi vấn: 1 · Bị báo cáo: 1 · Khiếu nại: 1")
			.contains("Đáng ngờ.", "Bị giữ vì: ")
			.doesNotContain("Bị từ chối.", "Xin xem lại.");
		this.jdbc.sql("delete from comment_appeal").update();
	}

	@Test
	void tenAreToldInFullAndTheOthersCounted() {
		want("HOURLY");
		IntStream.rangeClosed(1, 12).forEach((n) -> {
			this.clock.advance(Duration.ofSeconds(1));
			wait("Bình luận thứ " + n + " <b>đậm</b> " + "dài ".repeat(200));
		});
		at(FIRST);
		Document letter = Html.of(MailServer.part(letter(2), "html"));
		assertThat(letter.select(".news")).hasSize(10);
		assertThat(Html.texts(letter, ".news p:nth-of-type(3)")).first()
			.asString()
			.startsWith("Bình luận thứ 1 <b>đậm</b> dài")
			.endsWith("…")
			.hasSizeLessThan(310);
		assertThat(letter.text()).contains("Còn 2 bình luận nữa chờ duyệt.");
	}

	@Test
	void manyNodesAtOnceWriteOneLetter() {
		want("HOURLY");
		wait("Một thư thôi.");
		this.clock.set(FIRST);
		AtOnce.run(IntStream.range(0, 8).mapToObj((n) -> (Callable<Boolean>) () -> {
			this.round.tell();
			return true;
		}).toList());
		letter(2);
		assertLetters(2);
	}

	@Test
	void oneClickEndsItAndALookDoesNot() throws Exception {
		want("HOURLY");
		wait("Còn chờ.");
		at(FIRST);
		MimeMessage letter = letter(2);
		assertThat(letter.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
		String end = link(letter, "/thu-tom-tat/");
		assertThat(letter.getHeader("List-Unsubscribe")[0]).endsWith(end + ">");
		assertThat(Html.text(this.newsroom.visitor().open(end), "main button")).isEqualTo("Không gửi thư nữa");
		assertThat(rows()).isOne();
		MvcTestResult ended = this.mvc.post()
			.uri(URI.create(end))
			.header("Origin", "https://mail.example.com")
			.param("List-Unsubscribe", "One-Click")
			.exchange();
		assertThat(ended).hasStatusOk();
		assertThat(Html.text(Html.of(ended), "h1")).isEqualTo("Bạn sẽ không nhận thư nữa");
		assertThat(rows()).isZero();
		at(FIRST.plus(Duration.ofHours(1)));
		assertLetters(2);
		assertThat(this.mvc.post().uri(URI.create(end.replaceFirst("\\..{5}", ".aaaaa"))).exchange()).hasStatus(404);
	}

	@Test
	void whoeverIsLockedOrDecidesNoMoreIsToldNothing() {
		want("HOURLY");
		wait("Còn chờ.");
		this.jdbc.sql("update account set role = 'AUTHOR' where username = ?").param(this.username).update();
		at(FIRST);
		this.jdbc.sql("update account set role = 'MODERATOR', enabled = false where username = ?")
			.param(this.username)
			.update();
		at(FIRST.plus(Duration.ofHours(1)));
		assertLetters(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "role", "suspension" })
	void theAddressOfWhoeverDecidesNoMoreIsForgottenAndLettersOnTheirWayWithIt(String change) {
		want("HOURLY");
		wait("Còn chờ.");
		MailServer.goAway();
		try {
			at(FIRST);
			assertThat(onTheirWay()).isOne();
			Visitor admin = this.newsroom.signIn(Role.ADMIN);
			String path = "/admin/accounts/" + this.newsroom.accountId(this.username) + "/";
			Form form = Form.in(admin.open("/admin/accounts"), "form[action=" + path + change + "]");
			admin.sendAndFollow(change.equals("role") ? form.fill("role", "EDITOR") : form);
			assertThat(rows()).isEqualTo(change.equals("role") ? 1 : 0);
			if (change.equals("role")) {
				assertThat(onTheirWay()).as("an editor goes on").isOne();
				admin.sendAndFollow(form.fill("role", "AUTHOR"));
			}
			assertThat(rows()).isZero();
			assertThat(onTheirWay()).isZero();
			admin.sendAndFollow(change.equals("role") ? form.fill("role", "MODERATOR")
					: Form.in(admin.open("/admin/accounts"), "form[action=" + path + "reinstatement]"));
		}
		finally {
			MailServer.comeBack();
		}
		Visitor again = this.newsroom.signIn(this.username);
		assertThat(Html.only(again.open(PAGE), "input[name=email]").val()).as("asked for anew").isEmpty();
		at(FIRST.plus(Duration.ofHours(1)));
		// The mail server has forgotten the question for the address.
		assertLetters(0);
	}

	private int onTheirWay() {
		return this.jdbc.sql("select count(*) from letter where author_key = :key and next_try_at is not null")
			.param("key", DigestLetters.key(this.newsroom.accountId(this.username)))
			.query(Integer.class)
			.single();
	}

	@Test
	void anAddressThatWasLeftBehindIsForgottenWithTheNextRound() {
		want("HOURLY");
		this.jdbc.sql("update account set role = 'AUTHOR' where username = ?").param(this.username).update();
		this.round.tell();
		assertThat(rows()).isZero();
	}

	@Test
	void anotherAddressIsProvedAnewAndNeverForgetsIt() {
		want("HOURLY");
		assertThat(Html.text(choose("DAILY"), ".toast")).as("the same address").isEqualTo("Đã lưu.");
		assertThat(confirmed()).isTrue();
		this.moderator.sendAndFollow(this.moderator.form(PAGE, "main form").fill("email", "khac." + this.address));
		assertThat(confirmed()).isFalse();
		assertThat(this.jdbc.sql("select email from digest").query(String.class).list())
			.noneMatch((kept) -> kept.contains("example"));
		assertThat(Html.text(choose("NEVER"), ".toast")).isEqualTo("Đã lưu: không gửi thư, và không giữ địa chỉ nào.");
		assertThat(rows()).isZero();
	}

	@Test
	void whatIsNoAddressIsSaidBesideTheField() {
		MvcTestResult answer = this.moderator.send(
				this.moderator.form(PAGE, "main form").fill("frequency", "HOURLY").fill("email", "không phải địa chỉ"));
		assertThat(answer).hasStatus(422);
		assertThat(Html.text(Html.of(answer), "#email-error")).startsWith("Hãy ghi một địa chỉ e-mail đầy đủ");
		assertThat(Html.only(Html.of(answer), "input[name=email]").val()).isEqualTo("không phải địa chỉ");
		assertThat(rows()).isZero();
	}

	@Test
	void aDigestThatHasNotLeftIsReplacedByTheNext() {
		want("HOURLY");
		wait("Máy chủ thư đi vắng.");
		MailServer.goAway();
		try {
			at(FIRST);
			at(FIRST.plus(Duration.ofHours(1)));
			assertThat(this.newsroom.column(
					"select count(*) from letter where kind = 'DIGEST' and author_key = ?"
							+ " and next_try_at is not null",
					DigestLetters.key(this.newsroom.accountId(this.username))))
				.containsExactly("1");
		}
		finally {
			MailServer.comeBack();
		}
	}

	@Test
	void anAddressOfAnotherSecretIsForgottenAndAskedForAgain() {
		want("HOURLY");
		wait("Còn chờ.");
		this.jdbc.sql("update digest set email = 'AAAA.BBBB'").update();
		assertThat(Html.only(this.moderator.open(PAGE), "input[name=email]").val()).isEmpty();
		at(FIRST);
		assertLetters(1);
		assertThat(rows()).isZero();
	}

}
