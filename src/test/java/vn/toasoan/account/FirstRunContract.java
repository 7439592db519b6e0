package vn.toasoan.account;

import java.util.List;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.toasoan.site.Secrets;
import vn.toasoan.testing.AtOnce;
import vn.toasoan.testing.Form;
import vn.toasoan.testing.Html;
import vn.toasoan.testing.Newsroom;
import vn.toasoan.testing.SiteTest;
import vn.toasoan.testing.Visitor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How the first account is made by the link that the start prints. What the start itself
 * does stands in the tests of {@code site}.
 */
@SiteTest
abstract class FirstRunContract {

	@Autowired
	Newsroom newsroom;

	@Autowired
	Secrets secrets;

	@Autowired
	JdbcClient jdbc;

	private String link = "";

	@BeforeEach
	void noAccountsYet() {
		this.jdbc.sql("update article set created_by = null").update();
		this.jdbc.sql("update comment set staff_id = null").update();
		this.jdbc.sql("delete from moderator_beat").update();
		this.jdbc.sql("delete from account").update();
		this.jdbc.sql("update site_state set set_up_at = null").update();
		this.link = "/cai-dat-lan-dau?ma=" + this.secrets.sign("first run", "");
	}

	private Form filledIn(Visitor visitor, String username) {
		return visitor.form(this.link, "form")
			.fill("username", username)
			.fill("displayName", "Nguyễn Thị Ánh")
			.fill("password", Newsroom.PASSWORD)
			.press("Tạo tài khoản");
	}

	@Test
	void theLinkMakesAnAdminWhoCanSignIn() {
		Visitor founder = this.newsroom.visitor();
		Document next = founder.sendAndFollow(filledIn(founder, "Anh.Nguyen"));
		assertThat(Html.text(next, ".notice")).isEqualTo("Đã tạo tài khoản. Mời bạn đăng nhập.");
		assertThat(founder.signIn("anh.nguyen", Newsroom.PASSWORD)).hasRedirectedUrl("/admin");
		Document desk = founder.open("/admin/accounts");
		assertThat(Html.texts(desk, "tbody th")).containsExactly("Nguyễn Thị Ánh");
		assertThat(this.newsroom.column("select role from account")).containsExactly("ADMIN");
		assertThat(this.newsroom.column("select actor_name from audit_entry where action = 'account.created'"
				+ " and subject_id = 'anh.nguyen'"))
			.containsExactly("Nguyễn Thị Ánh");
	}

	@Test
	void theLinkWorksOnce() {
		Visitor founder = this.newsroom.visitor();
		Form late = filledIn(founder, "second");
		assertThat(founder.send(filledIn(founder, "first"))).hasStatus(302);
		assertThat(founder.get(this.link)).hasStatus(404);
		assertThat(founder.send(late)).hasStatus(404);
		assertThat(this.newsroom.column("select username from account")).containsExactly("first");
	}

	@Test
	void theLinkStaysUsedWhenTheAccountIsGone() {
		Visitor founder = this.newsroom.visitor();
		Form late = filledIn(founder, "second");
		founder.send(filledIn(founder, "first"));
		this.jdbc.sql("delete from account").update();
		assertThat(founder.send(late)).hasStatus(404);
		assertThat(this.newsroom.column("select username from account")).isEmpty();
	}

	@Test
	void anotherTokenFindsNothing() {
		Visitor stranger = this.newsroom.visitor();
		assertThat(stranger.get("/cai-dat-lan-dau")).hasStatus(404);
		assertThat(stranger.get("/cai-dat-lan-dau?ma=")).hasStatus(404);
		assertThat(stranger.get(this.link.substring(0, this.link.length() - 1))).hasStatus(404);
		assertThat(stranger.get("/cai-dat-lan-dau?ma=" + this.secrets.sign("something else", ""))).hasStatus(404);
		var parameters = filledIn(stranger, "stranger").parameters();
		parameters.set("ma", "guessed");
		assertThat(stranger.request(HttpMethod.POST, "/cai-dat-lan-dau", parameters)).hasStatus(404);
		assertThat(this.newsroom.column("select username from account")).isEmpty();
	}

	@Test
	void twoPeopleWithTheLinkAtOnceMakeOneAccount() {
		Visitor one = this.newsroom.visitor();
		Visitor two = this.newsroom.visitor();
		Form first = filledIn(one, "first");
		Form second = filledIn(two, "second");
		List<MvcTestResult> results = AtOnce.run(() -> one.send(first), () -> two.send(second));
		assertThat(results).extracting((result) -> result.getResponse().getStatus())
			.containsExactlyInAnyOrder(302, 404);
		assertThat(this.newsroom.column("select username from account")).hasSize(1);
	}

	@Test
	void whatIsWrongIsSaidBesideItsFieldAndTheTextIsKeptButNotThePassword() {
		Visitor founder = this.newsroom.visitor();
		Form form = filledIn(founder, "bí thư").fill("displayName", "x".repeat(81)).fill("password", "quá ngắn");
		MvcTestResult result = founder.send(form);
		assertThat(result).hasStatus(422);
		Document page = Html.of(result);
		assertThat(Html.text(page, "#username-error")).startsWith("Tên đăng nhập gồm 3 đến 40 chữ");
		assertThat(Html.text(page, "#displayName-error")).isEqualTo("Tên hiển thị dài tối đa 80 ký tự.");
		assertThat(Html.text(page, "#password-error")).isEqualTo("Mật khẩu cần từ 12 đến 200 ký tự.");
		assertThat(Html.only(page, "#username").val()).isEqualTo("bí thư");
		assertThat(Html.only(page, "#displayName").val()).isEqualTo("x".repeat(81));
		assertThat(Html.only(page, "#password").val()).isEmpty();
		Form mended = Form.in(page, "form")
			.fill("username", "bi-thu")
			.fill("displayName", "Bí thư")
			.fill("password", Newsroom.PASSWORD);
		assertThat(founder.send(mended)).hasRedirectedUrl("/dang-nhap");
	}

	@Test
	void theSignInPageSaysWhereTheLinkIsWhileThereIsNoAccount() {
		assertThat(Html.text(this.newsroom.visitor().open("/dang-nhap"), ".notice"))
			.startsWith("Chưa có tài khoản nào.");
		this.newsroom.account(Role.ADMIN);
		assertThat(Html.texts(this.newsroom.visitor().open("/dang-nhap"), ".notice")).isEmpty();
	}

}
