package vn.toasoan.subscription;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.toasoan.comment.CommentMode;
import vn.toasoan.comment.ReaderKey;
import vn.toasoan.testing.AtOnce;
import vn.toasoan.testing.Form;
import vn.toasoan.testing.Html;
import vn.toasoan.testing.MailServer;
import vn.toasoan.testing.TestReader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Readers are told by letter of what they follow: bundled, of published comments only,
 * never of their own, and not any more once they have ended it.
 */
abstract class FollowingContract extends LettersSite {

	/**
	 * Comments, follows something, confirms the address.
	 * @return the comment's public id
	 */
	private String follow(String text, String... what) {
		this.reader.send(form(this.reader, text).tick("follow", what));
		confirm(1);
		return this.jdbc.sql("select public_id from comment where article_id = :article and body_source = :text")
			.param("article", this.article.id())
			.param("text", text)
			.query(String.class)
			.single();
	}

	private String say(String parent, String text) {
		this.clock.advance(Duration.ofSeconds(1));
		return this.fixtures.comment(this.article, parent.isEmpty() ? null : parent, text,
				new ReaderKey(this.article.path() + text));
	}

	private void later(Duration time) {
		this.clock.advance(time);
		this.news.tell();
		this.outbox.send();
	}

	private void later() {
		later(News.SETTLED);
	}

	/** What the last of so many letters tells of. */
	private List<String> told(int letters) {
		Document letter = Html.of(MailServer.part(letter(letters), "html"));
		return letter.select(".news p:nth-of-type(3)").eachText();
	}

	@Test
	void repliesAreToldOnceTheAddressIsConfirmed() throws Exception {
		this.reader.send(form(this.reader, "Có ai biết không?").tick("follow", "tra-loi"));
		String comment = this.reader.read(this.article.path()).select(".comment").attr("id").substring("bl-".length());
		String reply = say(comment, "Tôi biết, **đây**.");
		later();
		assertThat(letter(1).getSubject()).as("only the question").startsWith("Xác nhận e-mail");
		confirm(1);
		say("", "Chuyện khác.");
		later();
		assertThat(told(2)).containsExactly("Tôi biết, đây.");
		var letter = letter(2);
		assertThat(letter.getSubject()).isEqualTo("Bình luận mới về “" + this.article.title() + "”");
		assertThat(MailServer.part(letter, "plain")).contains("https://bao.example.vn/bl/" + reply,
				"Trả lời bình luận của bạn dưới bài “" + this.article.title() + "”");
		assertThat(letter.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
		assertThat(letter.getHeader("List-Unsubscribe")[0]).matches("<https://bao\\.example\\.vn/theo-doi/[^>]+/thoi>");
	}

	@Test
	void whatIsSaidWithinAnHourComesInOneLetter() {
		String comment = follow("Theo dõi hết.", "tra-loi", "tat-ca");
		say("", "Một.");
		later();
		assertThat(told(2)).containsExactly("Một.");
		say(comment, "Hai.");
		say("", "Ba.");
		later();
		later(Duration.ofMinutes(55));
		assertThat(MailServer.to(this.address)).hasSize(2);
		later(Duration.ofMinutes(4));
		assertThat(told(3)).containsExactly("Hai.", "Ba.");
		later(Duration.ofHours(2));
		assertThat(MailServer.to(this.address)).hasSize(3);
	}

	@Test
	void nobodyIsToldOfTheOwnCommentsNorOfThoseThatWaitOrAreGone() {
		String comment = follow("Của tôi.", "tat-ca");
		this.reader.send(form(this.reader, "Cũng của tôi."));
		TestReader phone = TestReader.of(this.mvc);
		phone.send(form(phone, "Của tôi, từ điện thoại.").tick("follow", "tra-loi"));
		confirm(2);
		String removed = say(comment, "Bị gỡ ngay.");
		this.fixtures.remove(removed);
		this.fixtures.mode(this.article, CommentMode.ALL);
		String waiting = say("", "Còn chờ.");
		later();
		later(Duration.ofHours(2));
		assertThat(MailServer.to(this.address)).hasSize(2);
		this.fixtures.approve(waiting);
		later();
		assertThat(told(3)).containsExactly("Còn chờ.");
	}

	@Test
	void aLetterThatHasNotLeftDoesNotTellOfWhatIsRemovedMeanwhile() {
		follow("Theo dõi.", "tat-ca");
		MailServer.goAway();
		try {
			String removed = say("", "Sẽ bị gỡ.");
			say("", "Vẫn còn đó.");
			later();
			this.fixtures.remove(removed);
		}
		finally {
			MailServer.comeBack();
		}
		later();
		assertThat(Html.of(MailServer.part(letter(1), "html")).select(".news p:nth-of-type(3)").eachText())
			.containsExactly("Vẫn còn đó.");
	}

	@Test
	void oneClickEndsAllWithoutACookieAndFromAnywhereAndFollowingTheLinkEndsNothing() {
		follow("Sẽ thôi.", "tra-loi", "tat-ca");
		say("", "Một.");
		later();
		String link = link(2, "/theo-doi/").replaceFirst("/thoi$", "") + "/thoi";
		TestReader anybody = TestReader.withoutCookies(this.mvc);
		Document question = anybody.read(link);
		assertThat(Html.text(question, "main form button")).isEqualTo("Không gửi thư nữa");
		assertThat(subscriptions()).isEqualTo(2);
		MvcTestResult answer = this.mvc.post()
			.uri(URI.create(link))
			.header("Origin", "https://mail.example.com")
			.header("Sec-Fetch-Site", "cross-site")
			.param("List-Unsubscribe", "One-Click")
			.exchange();
		assertThat(answer).hasStatus(200);
		assertThat(answer.getResponse().getCookies()).isEmpty();
		assertThat(Html.text(Html.of(answer), "h1")).isEqualTo("Bạn sẽ không nhận thư nữa");
		assertThat(subscriptions()).isZero();
		say("", "Hai.");
		later(Duration.ofHours(2));
		assertThat(MailServer.to(this.address)).hasSize(2);
	}

	private int subscriptions() {
		return this.jdbc.sql("select count(*) from subscription where article_id = :article")
			.param("article", this.article.id())
			.query(Integer.class)
			.single();
	}

	@Test
	void aPageListsAllThatAnAddressFollowsAndEndsWhatIsChosen() {
		follow("Sẽ chọn.", "tra-loi", "tat-ca");
		TestReader phone = TestReader.of(this.mvc);
		String link = link(1, "/theo-doi/");
		Document page = phone.read(link);
		assertThat(Html.texts(page, ".thread li a")).containsExactlyInAnyOrder(
				"Mọi bình luận dưới bài “" + this.article.title() + "”",
				"Trả lời cho bình luận của bạn dưới bài “" + this.article.title() + "”");
		MvcTestResult ended = phone.send(Form.in(page, ".thread li:has(a[href*=/bl/]) form"));
		assertThat(ended).hasStatus(303);
		Document after = phone.follow(ended);
		assertThat(Html.text(after, "main .notice")).isEqualTo("Đã thôi theo dõi.");
		assertThat(Html.texts(after, ".thread li a"))
			.containsExactly("Mọi bình luận dưới bài “" + this.article.title() + "”");
		assertThat(phone.get(link.replaceFirst("..$", ""))).hasStatus(404);
		assertThat(post(link.replaceFirst("..$", "") + "/thoi")).hasStatus(404);
	}

	@Test
	void manyNodesAtOnceWriteOneLetter() {
		follow("Theo dõi.", "tat-ca");
		IntStream.range(0, 12).forEach((n) -> say("", "Ý kiến " + n + "."));
		this.clock.advance(News.SETTLED);
		AtOnce.run(IntStream.range(0, 8).mapToObj((n) -> (Callable<Boolean>) () -> {
			this.news.tell();
			return true;
		}).toList());
		assertThat(told(2)).hasSize(Stationery.MOST);
		assertThat(MailServer.part(letter(2), "plain")).contains("Còn 2 bình luận mới nữa trên trang.");
	}

	@Test
	void whoFollowsWithoutAnAddressIsAskedForOne() {
		MvcTestResult answer = this.reader
			.send(form(this.reader, "Quên địa chỉ.").tick("follow", "tra-loi").fill("email", ""));
		assertThat(answer).hasStatus(422);
		assertThat(Html.text(Html.of(answer), "#email-error")).isEqualTo("Xin ghi địa chỉ để nhận thư.");
		assertThat(Html.only(Html.of(answer), "#viet [value=tra-loi]").hasAttr("checked")).isTrue();
	}

	@Test
	void aSubscriptionThatIsNeverConfirmedIsForgotten() {
		this.reader.send(form(this.reader, "Không xác nhận.").tick("follow", "tat-ca"));
		assertThat(subscriptions()).isOne();
		this.clock.advance(Confirmations.VALID);
		this.confirmations.tidy();
		assertThat(subscriptions()).isZero();
	}

}
