package vn.toasoan.subscription;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.toasoan.comment.CommentMode;
import vn.toasoan.testing.Fixtures;
import vn.toasoan.testing.Form;
import vn.toasoan.testing.Html;
import vn.toasoan.testing.OnH2;
import vn.toasoan.testing.SitePages;
import vn.toasoan.testing.TestReader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A site without a mail server asks for no address, and says what that means.
 */
@OnH2
@SitePages
@TestPropertySource(properties = "toasoan.mail.host=")
class WithoutMailTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Fixtures fixtures;

	@Test
	void nothingIsAskedThatOnlyLettersNeed() {
		Document page = TestReader.of(this.mvc).read(this.fixtures.openArticle().path());
		assertThat(page.select("#viet [name=email], #viet [name=follow]")).isEmpty();
	}

	@Test
	void whereAddressesCannotBeConfirmedAllCommentsWaitForAModerator() {
		var article = this.fixtures.article();
		this.fixtures.mode(article, CommentMode.VERIFIED);
		TestReader reader = TestReader.of(this.mvc);
		Document page = reader.read(article.path());
		assertThat(Html.text(page, "#viet .actions .hint")).contains("trang chưa gửi được thư");
		Document received = reader.follow(reader
			.send(Form.in(page, "#viet").fill("name", "Hồ Thu Hà").fill("body", "Tôi chờ.").press("Gửi bình luận")));
		assertThat(Html.text(received, ".comment .wait")).isEqualTo("Đang chờ duyệt, chỉ bạn thấy");
	}

}
