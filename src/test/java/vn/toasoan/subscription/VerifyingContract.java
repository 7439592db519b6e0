package vn.toasoan.subscription;

import java.time.Duration;
import java.util.List;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.toasoan.comment.CommentMode;
import vn.toasoan.testing.Form;
import vn.toasoan.testing.Html;
import vn.toasoan.testing.MailServer;
import vn.toasoan.testing.TestReader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Where comments appear after an e-mail address was confirmed: once, by a button, on any
 * device.
 */
@TestPropertySource(properties = { "toasoan.limits.letters.reader=3/1d", "toasoan.limits.letters.network=off" })
abstract class VerifyingContract extends LettersSite {

	@BeforeEach
	void commentsWantAConfirmedAddress() {
		this.fixtures.mode(this.article, CommentMode.VERIFIED);
	}

	@Test
	void aCommentAppearsOnceItsWriterHasConfirmedTheAddressAndTheNextOnesAppearAtOnce() throws Exception {
		Document received = this.reader.follow(this.reader.send(form(this.reader, "Lời đầu tiên.")));
		assertThat(Html.text(received, ".comment .wait")).isEqualTo("Đang chờ bạn xác nhận e-mail, chỉ bạn thấy");
		assertThat(Html.text(received, "#binh-luan .notice.ok")).startsWith("Tòa soạn đã gửi thư");
		String link = link(1, "/xac-nhan/");
		assertThat(letter(1).getSubject()).isEqualTo("Xác nhận e-mail của bạn tại Tòa Soạn");
		TestReader phone = TestReader.of(this.mvc);
		Document question = phone.read(link);
		phone.read(link);
		assertThat(status("Lời đầu tiên.")).as("a scanner that follows the link").isEqualTo("PENDING");
		assertThat(question.select("main").text()).contains(this.address, "Hồ Thu Hà", this.article.title());
		MvcTestResult pressed = phone.send(Form.in(question, "main form"));
		assertThat(pressed).hasStatus(303);
		Document done = phone.follow(pressed);
		assertThat(Html.text(done, "h1")).isEqualTo("Đã xác nhận e-mail");
		assertThat(phone.cookies()).isEmpty();
		assertThat(status("Lời đầu tiên.")).isEqualTo("PUBLISHED");
		assertThat(phone.read(this.article.path()).select(".said").text()).contains("Lời đầu tiên.");
		this.reader.send(form(this.reader, "Lời thứ hai."));
		assertThat(status("Lời thứ hai.")).isEqualTo("PUBLISHED");
		// Pressed again, it stays as it is.
		assertThat(phone.send(Form.in(question, "main form"))).hasStatus(303);
	}

	@Test
	void aKnownReaderNeedNotTypeTheAddressAgain() {
		this.reader.send(form(this.reader, "Lần đầu."));
		confirm(1);
		this.reader.send(form(this.reader, "Lần sau.").fill("email", ""));
		assertThat(status("Lần sau.")).isEqualTo("PUBLISHED");
	}

	@Test
	void whoGivesNoAddressIsAskedForOneAndKeepsTheText() {
		Document form = this.reader.read(this.article.path());
		assertThat(form.select("label[for=email]").text()).isEqualTo("E-mail");
		assertThat(Html.only(form, "#email").hasAttr("required")).as("once is enough").isFalse();
		MvcTestResult answer = this.reader.send(form(this.reader, "Không ghi địa chỉ.").fill("email", ""));
		assertThat(answer).hasStatus(422);
		Document page = Html.of(answer);
		assertThat(Html.text(page, "#email-error")).startsWith("Bài này chỉ đăng bình luận sau khi bạn xác nhận");
		assertThat(Html.only(page, "#body").val()).isEqualTo("Không ghi địa chỉ.");
	}

	@Test
	void theLetterHoldsNothingThatItsAskerHasWritten() {
		this.reader.send(form(this.reader, "Vườn tôi cũng thế.").fill("name", "Vườn Hồng Xanh"));
		assertThat(MailServer.part(letter(1), "plain") + MailServer.part(letter(1), "html")).doesNotContain("Vườn tôi",
				"Vườn Hồng");
	}

	@Test
	void aLinkExpiresAfterTwoDaysAndAForgedOneNeverWorks() {
		this.reader.send(form(this.reader, "Đến muộn."));
		String link = link(1, "/xac-nhan/");
		this.clock.advance(Duration.ofHours(48));
		TestReader late = TestReader.of(this.mvc);
		MvcTestResult gone = late.get(link);
		assertThat(gone).hasStatus(410);
		assertThat(Html.text(Html.of(gone), "h1")).isEqualTo("Liên kết đã hết hạn");
		assertThat(post(link)).hasStatus(303);
		assertThat(status("Đến muộn.")).isEqualTo("PENDING");
		this.confirmations.tidy();
		assertThat(late.get(link)).hasStatus(410);
		String forged = link.replaceFirst("/xac-nhan/[^.]+", "/xac-nhan/1z");
		assertThat(late.get(forged)).hasStatus(404);
		assertThat(post(forged)).hasStatus(404);
		assertThat(late.get("/xac-nhan/abc")).hasStatus(404);
	}

	@Test
	void whereTheModeHasChangedMeanwhileAModeratorDecides() {
		this.reader.send(form(this.reader, "Giữa chừng."));
		this.fixtures.mode(this.article, CommentMode.ALL);
		Document done = confirm(1);
		assertThat(status("Giữa chừng.")).isEqualTo("PENDING");
		assertThat(done.select("main").text()).contains("đang chờ tòa soạn duyệt");
	}

	@Test
	void oneLetterServesForAnHourAndNoAddressGetsMoreThanThree() {
		this.reader.send(form(this.reader, "Một."));
		this.reader.send(form(this.reader, "Hai."));
		letter(1);
		for (int letters = 2; letters <= 3; letters++) {
			TestReader other = TestReader.of(this.mvc);
			other.send(form(other, "Người khác " + letters));
			letter(letters);
		}
		TestReader fourth = TestReader.of(this.mvc);
		MvcTestResult refused = fourth.send(form(fourth, "Người thứ tư."));
		assertThat(refused).hasStatus(429).headers().containsHeader("Retry-After");
		assertThat(Html.text(Html.of(refused), "#email-error")).startsWith("Địa chỉ này, hoặc mạng của bạn");
		assertThat(Html.only(Html.of(refused), "#body").val()).isEqualTo("Người thứ tư.");
		String first = MailServer.part(MailServer.to(this.address).get(0), "plain")
			.replaceAll("(?s).*?(/xac-nhan/\\S+).*", "$1");
		assertThat(post(first)).hasStatus(303);
		assertThat(List.of(status("Một."), status("Hai."))).containsOnly("PUBLISHED");
		assertThat(status("Người khác 2")).isEqualTo("PENDING");
	}

	@Test
	void anAddressThatNoLetterReachesIsRefusedBesideItsField() {
		MvcTestResult answer = this.reader.send(form(this.reader, "Xin chào.").fill("email", "a..b@example.vn"));
		assertThat(answer).hasStatus(422);
		assertThat(Html.text(Html.of(answer), "#email-error")).startsWith("Địa chỉ e-mail chưa đúng");
	}

	@Test
	void theFieldOfAnAddressAndWhatCanBeFollowedAreOnTheForm() {
		Document page = this.reader.read(this.article.path());
		assertThat(page.select("#viet [name=follow]").eachAttr("value")).containsExactly("tra-loi", "tat-ca");
		assertThat(Html.text(page, "#viet .actions .hint"))
			.isEqualTo("Bình luận hiện ra sau khi bạn xác nhận e-mail, một lần cho mọi bài.");
	}

}
