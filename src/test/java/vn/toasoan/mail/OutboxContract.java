package vn.toasoan.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.awaitility.core.ConditionFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.toasoan.mail.MailSettings.Tls;
import vn.toasoan.site.PersonalData.Owner;
import vn.toasoan.site.Secrets;
import vn.toasoan.site.SiteSettings;
import vn.toasoan.testing.AtOnce;
import vn.toasoan.testing.MailServer;
import vn.toasoan.testing.MutableClock;
import vn.toasoan.testing.SitePages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

/**
 * Letters are kept with what causes them, and reach a real mail server once each, however
 * often it has been away.
 */
@SitePages
abstract class OutboxContract {

	/** How long a letter may take to be sent, or tried. */
	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private static final AtomicInteger NUMBERS = new AtomicInteger();

	@Autowired
	Outbox outbox;

	@Autowired
	LetterPaper paper;

	@Autowired
	LettersOfReaders personal;

	@Autowired
	Addresses addresses;

	@Autowired
	SiteSettings site;

	@Autowired
	Secrets secrets;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	MutableClock clock;

	private final String reader = "bạn đọc " + NUMBERS.incrementAndGet();

	private final String address = "Ban.Doc" + NUMBERS.incrementAndGet() + "@example.vn";

	@DynamicPropertySource
	static void mail(DynamicPropertyRegistry properties) {
		MailServer.serve(properties);
	}

	private Letter letter(String subject, @Nullable String unsubscribe) {
		return new Letter(Letter.Kind.NEWS, this.reader, this.address, subject, List.of("Có người vừa trả lời bạn."),
				List.of(new Letter.News("Nguyễn Thị <Ễnh> Ương", "8:05", "Dưới bài “Phở & bún”", "Tôi thấy ngược lại…",
						new Letter.Link("Đọc tiếp", "https://bao.example.vn/bl/abc"))),
				new Letter.Link("Xem bình luận", "https://bao.example.vn/bai-viet/a?x=1&y=2"),
				List.of("Nếu không phải bạn, xin bỏ qua."),
				List.of(new Letter.Link("Thôi theo dõi", "https://bao.example.vn/theo-doi/a")), unsubscribe);
	}

	private void write(Letter letter) {
		this.transaction.executeWithoutResult((status) -> this.outbox.write(letter));
	}

	private Map<String, Object> row() {
		return this.jdbc.sql("select * from letter where author_key = ? order by id desc limit 1")
			.param(this.reader)
			.query()
			.singleRow();
	}

	private int rows() {
		return this.jdbc.sql("select count(*) from letter where author_key = ?")
			.param(this.reader)
			.query(Integer.class)
			.single();
	}

	@Test
	void aLetterArrivesInVietnameseAsTextAndAsHtml() throws Exception {
		write(letter("Trả lời mới dưới bài “Ấp Cỗ Lễ giữ nghề đúc chuông”", "https://bao.example.vn/theo-doi/a/thoi"));
		this.outbox.send();
		MimeMessage message = MailServer.await(this.address, 1);
		assertThat(message.getSubject()).isEqualTo("Trả lời mới dưới bài “Ấp Cỗ Lễ giữ nghề đúc chuông”");
		assertThat(((InternetAddress) message.getFrom()[0]).getPersonal()).isEqualTo("Tòa Soạn");
		assertThat(((InternetAddress) message.getFrom()[0]).getAddress()).isEqualTo("toa-soan@example.vn");
		assertThat(message.isMimeType("multipart/alternative")).isTrue();
		assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
		assertThat(message.getHeader("List-Unsubscribe")).containsExactly("<https://bao.example.vn/theo-doi/a/thoi>");
		assertThat(message.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
		assertThat(message.getMessageID()).endsWith("@bao.example.vn>");
		assertThat(MailServer.part(message, "plain").replace("\r\n", "\n")).startsWith("""
				Có người vừa trả lời bạn.

				Nguyễn Thị <Ễnh> Ương · 8:05
				Dưới bài “Phở & bún”

				Tôi thấy ngược lại…

				Đọc tiếp:
				https://bao.example.vn/bl/abc

				Xem bình luận:
				https://bao.example.vn/bai-viet/a?x=1&y=2

				Nếu không phải bạn, xin bỏ qua.

				--\s
				Tòa Soạn
				https://bao.example.vn/
				""");
		Document html = Jsoup.parse(MailServer.part(message, "html"));
		assertThat(html.select("html").attr("lang")).isEqualTo("vi");
		assertThat(html.select(".news b").text()).isEqualTo("Nguyễn Thị <Ễnh> Ương");
		assertThat(html.select(".go a").attr("href")).isEqualTo("https://bao.example.vn/bai-viet/a?x=1&y=2");
		assertThat(html.select("img, link, script, [src]")).isEmpty();
	}

	@Test
	void aLetterIsKeptOnlyTogetherWithItsCause() {
		assertThatExceptionOfType(IllegalTransactionStateException.class)
			.isThrownBy(() -> this.outbox.write(letter("Ngoài giao dịch", null)));
		this.transaction.executeWithoutResult((status) -> {
			this.outbox.write(letter("Bị hủy", null));
			status.setRollbackOnly();
		});
		assertThat(rows()).isZero();
	}

	@Test
	void whatWaitsIsEncryptedAndWhatIsSentIsForgotten() {
		MailServer.goAway();
		try {
			write(letter("Bí mật nhỏ", "https://bao.example.vn/theo-doi/a/thoi"));
			this.outbox.send();
			assertThat(row().toString()).doesNotContainIgnoringCase(this.address)
				.doesNotContain("Bí mật", "Ương", "theo-doi", "bao.example.vn");
			assertThat(row()).containsEntry("address_hash", this.addresses.hash(this.address.toUpperCase()));
		}
		finally {
			MailServer.comeBack();
		}
		this.clock.advance(Duration.ofMinutes(1));
		this.outbox.send();
		MailServer.await(this.address, 1);
		awaitSent();
		assertThat(row()).extracting("address", "subject", "body_text", "body_html", "unsubscribe").containsOnlyNulls();
		this.clock.advance(Outbox.REMEMBERED.minusMinutes(2));
		this.outbox.tidy();
		assertThat(rows()).isOne();
		this.clock.advance(Duration.ofMinutes(3));
		this.outbox.tidy();
		assertThat(rows()).isZero();
	}

	private void awaitSent() {
		patiently().untilAsserted(() -> assertThat(row().get("next_try_at")).isNull());
	}

	private static ConditionFactory patiently() {
		return await().atMost(PATIENCE).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(20));
	}

	@Test
	void aServerThatIsAwayIsTriedAgainAfterLongerAndLongerPausesAndThenGivenUp() {
		write(letter("Chờ máy chủ", null));
		MailServer.goAway();
		try {
			// Perhaps it was faster than the server left; then there is nothing to wait
			// for.
			this.jdbc.sql("delete from letter where author_key = ?").param(this.reader).update();
			write(letter("Chờ máy chủ", null));
			int tries = 0;
			for (int minutes : new int[] { 1, 2, 4, 8, 16, 32, 60, 60 }) {
				this.outbox.send();
				awaitTries(++tries);
				assertThat(Outbox.pause(tries - 1)).isEqualTo(Duration.ofMinutes(minutes));
				this.clock.advance(Outbox.pause(tries - 1).minusSeconds(1));
				this.outbox.send();
				assertThat(row()).containsEntry("tries", tries);
				this.clock.advance(Duration.ofSeconds(1));
			}
			this.clock.advance(Outbox.GIVEN_UP_AFTER);
			this.outbox.send();
			awaitSent();
			assertThat(row()).containsEntry("address", null);
		}
		finally {
			MailServer.comeBack();
		}
		assertThat(MailServer.to(this.address)).isEmpty();
	}

	private void awaitTries(int tries) {
		OffsetDateTime next = this.clock.instant().plus(Outbox.pause(tries - 1)).atOffset(ZoneOffset.UTC);
		patiently().untilAsserted(
				() -> assertThat(isPaused(tries, next)).as("tried %s times, next at %s", tries, next).isTrue());
	}

	private boolean isPaused(int tries, OffsetDateTime next) {
		return this.jdbc
			.sql("select count(*) from letter where author_key = :reader and tries = :tries and next_try_at = :next")
			.param("reader", this.reader)
			.param("tries", tries)
			.param("next", next)
			.query(Integer.class)
			.single() == 1;
	}

	@Test
	void manyNodesThatSendAtOnceSendEachLetterOnce() {
		for (int n = 0; n < 30; n++) {
			write(letter("Thư " + n, null));
		}
		AtOnce.run(IntStream.range(0, 8).mapToObj((n) -> (Callable<Boolean>) () -> {
			this.outbox.send();
			return true;
		}).toList());
		MailServer.await(this.address, 30);
		assertThat(MailServer.to(this.address)).extracting(MimeMessage::getSubject).doesNotHaveDuplicates().hasSize(30);
	}

	@Test
	void noLineOfASubjectBecomesAHeader() throws Exception {
		write(letter("Chao\r\nBcc: ke-xau@example.vn\u2028X-Them: 1", null));
		this.outbox.send();
		MimeMessage message = MailServer.await(this.address, 1);
		assertThat(message.getSubject()).isEqualTo("Chao Bcc: ke-xau@example.vn X-Them: 1");
		assertThat(message.getHeader("Bcc")).isNull();
		assertThat(message.getAllRecipients()).hasSize(1);
	}

	@Test
	void anAddressThatTheServerDoesNotKnowIsNotTriedAgain() throws Exception {
		try (var strict = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
			Thread server = new Thread(() -> refuseReceivers(strict));
			server.setDaemon(true);
			server.start();
			var settings = new MailSettings("127.0.0.1", strict.getLocalPort(), "", "", "toa-soan@example.vn", Tls.OFF);
			var other = new Outbox(this.jdbc, this.addresses, this.paper,
					new Postman(settings, this.site, this.secrets, new StandardEnvironment()), settings, this.secrets,
					this.clock);
			MailServer.goAway();
			try {
				write(letter("Không ai ở đây", null));
				this.outbox.send();
				this.clock.advance(Duration.ofMinutes(1));
				other.send();
				awaitSent();
				assertThat(row()).containsEntry("tries", 2).containsEntry("address", null);
			}
			finally {
				MailServer.comeBack();
			}
		}
	}

	private static void refuseReceivers(ServerSocket strict) {
		try (var client = strict.accept();
				var lines = new BufferedReader(
						new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
			var out = client.getOutputStream();
			out.write("220 example.vn\r\n".getBytes(StandardCharsets.UTF_8));
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				String answer = line.startsWith("RCPT") ? "550 5.1.1 no such mailbox" : "250 ok";
				out.write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
			}
		}
		catch (IOException ex) {
			// The test is over.
		}
	}

	@Test
	void aReaderTakesAwayAndErasesWhatIsOnItsWay() {
		MailServer.goAway();
		try {
			write(letter("Của tôi", null));
			var owner = new Owner(this.reader, List.of());
			assertThat(this.personal.export(owner)).singleElement()
				.extracting("kind", "sent", "address", "subject")
				.containsExactly("NEWS", false, this.address, "Của tôi");
			assertThat(this.personal.erase(owner)).extracting("table", "deleted").containsExactly(tuple("letter", 1));
			assertThat(rows()).isZero();
		}
		finally {
			MailServer.comeBack();
		}
	}

	@Test
	void whatIsStillOnItsWayCanBeTakenBack() {
		MailServer.goAway();
		try {
			write(letter("Thôi không nói nữa", null));
			assertThat(this.outbox.takeBack(Letter.Kind.CONFIRMATION, this.reader, MutableClock.START)).isEmpty();
			assertThat(this.outbox.takeBack(Letter.Kind.NEWS, this.reader, MutableClock.START.plusSeconds(1)))
				.isEmpty();
			assertThat(this.outbox.takeBack(Letter.Kind.NEWS, this.reader, MutableClock.START))
				.containsExactly(MutableClock.START);
			assertThat(rows()).isZero();
		}
		finally {
			MailServer.comeBack();
		}
	}

}
