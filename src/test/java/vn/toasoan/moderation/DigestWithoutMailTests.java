package vn.toasoan.moderation;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.TestPropertySource;
import org.springframework.util.LinkedMultiValueMap;
import vn.toasoan.account.Role;
import vn.toasoan.testing.Html;
import vn.toasoan.testing.Newsroom;
import vn.toasoan.testing.OnH2;
import vn.toasoan.testing.SiteTest;
import vn.toasoan.testing.Visitor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Where the operator has named no mail server, no digest can be chosen, and the page says
 * why.
 */
@SiteTest
@OnH2
@TestPropertySource(properties = "toasoan.mail.host=")
class DigestWithoutMailTests {

	private static final String PAGE = "/admin/account/digest";

	@Autowired
	Newsroom newsroom;

	@Test
	void thePageSaysThatLettersAreOffAndTakesNothing() {
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		Document page = editor.open(PAGE);
		assertThat(Html.text(page, ".notice.warn")).contains("TOASOAN_MAIL_HOST");
		assertThat(page.select("main form[action$=digest]")).isEmpty();
		var form = new LinkedMultiValueMap<String, String>();
		form.add("_csrf", Html.only(page, "form.me input[name=_csrf]").val());
		form.add("frequency", "DAILY");
		form.add("email", "bien.tap@example.vn");
		assertThat(editor.request(HttpMethod.POST, PAGE, form)).hasStatus(422);
		assertThat(this.newsroom.column("select account_id from digest")).isEmpty();
	}

}
