package vn.toasoan.account;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.MultiValueMap;
import vn.toasoan.testing.AtOnce;
import vn.toasoan.testing.Form;
import vn.toasoan.testing.Html;
import vn.toasoan.testing.Newsroom;
import vn.toasoan.testing.SiteTest;
import vn.toasoan.testing.Visitor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How an admin looks after accounts, and everybody after the own one.
 */
@SiteTest
abstract class AccountsContract {

	private static final String LAST_ADMIN = "Không thể: đây là tài khoản quản trị cuối cùng.";

	@Autowired
	Newsroom newsroom;

	@Autowired
	JdbcClient jdbc;

	private static Form newAccount(Visitor admin, String username) {
		return admin.form("/admin/accounts", "form[action='/admin/accounts']")
			.fill("username", username)
			.fill("displayName", "Trần Thị Bình")
			.fill("password", Newsroom.PASSWORD)
			.fill("role", "MODERATOR")
			.press("Tạo tài khoản");
	}

	@Test
	void aNewAccountMaySignInAtOnce() {
		String name = this.newsroom.account(Role.ADMIN);
		Visitor admin = this.newsroom.signIn(name);
		Document page = admin.sendAndFollow(newAccount(admin, "Binh.Tran"));
		assertThat(Html.text(page, ".toast")).isEqualTo("Đã tạo tài khoản.");
		Visitor moderator = this.newsroom.signIn("binh.tran");
		assertThat(moderator.open("/admin/comments").title()).startsWith("Bình luận");
		assertThat(moderator.get("/admin/articles")).hasStatus(403);
		assertThat(this.newsroom.column("select actor_name || ' ' || summary from audit_entry"
				+ " where action = 'account.created' and subject_id = 'binh.tran'"))
			.containsExactly(Newsroom.displayName(name) + " MODERATOR");
	}

	@Test
	void aNameThatIsTakenIsSaidBesideItsFieldAndTheTextIsKeptButNotThePassword() {
		Visitor admin = this.newsroom.signIn(Role.ADMIN);
		String taken = this.newsroom.account(Role.AUTHOR);
		MvcTestResult result = admin.send(newAccount(admin, taken.toUpperCase(Locale.ROOT)));
		assertThat(result).hasStatus(422);
		Document page = Html.of(result);
		assertThat(Html.text(page, "#username-error")).isEqualTo("Tên đăng nhập này đã có người dùng.");
		assertThat(Html.only(page, "#displayName").val()).isEqualTo("Trần Thị Bình");
		assertThat(Html.only(page, "#password").val()).isEmpty();
		assertThat(Html.only(page, "#role option[selected]").val()).isEqualTo("MODERATOR");
	}

	@Test
	void twoAdminsWhoTakeTheSameNameAtOnceMakeOneAccount() {
		Visitor one = this.newsroom.signIn(Role.ADMIN);
		Visitor two = this.newsroom.signIn(Role.ADMIN);
		Form first = newAccount(one, "cung-mot-ten");
		Form second = newAccount(two, "cung-mot-ten");
		List<MvcTestResult> results = AtOnce.run(() -> one.send(first), () -> two.send(second));
		assertThat(results).extracting((result) -> result.getResponse().getStatus())
			.containsExactlyInAnyOrder(302, 422);
		assertThat(this.newsroom.column("select username from account where username = 'cung-mot-ten'")).hasSize(1);
	}

	@Test
	void anotherRoleEndsThePersonsSessionsAndHoldsFromTheNextSignInOn() {
		Visitor admin = this.newsroom.signIn(Role.ADMIN);
		String name = this.newsroom.account(Role.EDITOR);
		Visitor atWork = this.newsroom.signIn(name);
		Visitor atHome = this.newsroom.signIn(name);
		long id = this.newsroom.accountId(name);
		Document page = admin
			.sendAndFollow(admin.form("/admin/accounts", "form[action='/admin/accounts/" + id + "/role']")
				.fill("role", "MODERATOR"));
		assertThat(Html.text(page, ".toast")).isEqualTo("Đã đổi. Người này sẽ phải đăng nhập lại.");
		assertThat(atWork.get("/admin/articles")).hasRedirectedUrl("/dang-nhap");
		assertThat(atHome.get("/admin/articles")).hasRedirectedUrl("/dang-nhap");
		assertThat(admin.get("/admin/accounts")).as("whoever made the change").hasStatusOk();
		assertThat(this.newsroom.signIn(name).get("/admin/articles")).hasStatus(403);
		assertThat(this.newsroom.audit("account", name)).containsSequence("account.role-changed", "account.signed-in");
	}

	@Test
	void aDisabledAccountIsOutAtOnceUntilItIsEnabledAgain() {
		Visitor admin = this.newsroom.signIn(Role.ADMIN);
		String name = this.newsroom.account(Role.EDITOR);
		Visitor editor = this.newsroom.signIn(name);
		String path = "/admin/accounts/" + this.newsroom.accountId(name);
		admin.sendAndFollow(admin.form("/admin/accounts", "form[action='" + path + "/suspension']"));
		assertThat(editor.get("/admin")).hasRedirectedUrl("/dang-nhap");
		assertThat(editor.signIn(name, Newsroom.PASSWORD)).hasStatus(422);
		admin.sendAndFollow(admin.form("/admin/accounts", "form[action='" + path + "/reinstatement']"));
		assertThat(editor.signIn(name, Newsroom.PASSWORD)).hasStatus(302);
		assertThat(this.newsroom.audit("account", name)).containsExactly("account.signed-in", "account.disabled",
				"account.sign-in-failed", "account.enabled", "account.signed-in");
	}

	@Test
	void theLastAdminCanNeitherBeDemotedNorDisabled() {
		String name = this.newsroom.account(Role.ADMIN);
		onlyAdmins(name);
		Visitor admin = this.newsroom.signIn(name);
		String path = "/admin/accounts/" + this.newsroom.accountId(name);
		Document demoted = admin
			.sendAndFollow(admin.form("/admin/accounts", "form[action='" + path + "/role']").fill("role", "EDITOR"));
		assertThat(Html.text(demoted, ".notice.warn")).isEqualTo(LAST_ADMIN);
		Document disabled = admin
			.sendAndFollow(admin.form("/admin/accounts", "form[action='" + path + "/suspension']"));
		assertThat(Html.text(disabled, ".notice.warn")).isEqualTo(LAST_ADMIN);
		assertThat(this.newsroom.column("select role from account where username = ? and enabled", name))
			.containsExactly("ADMIN");
		assertThat(this.newsroom.audit("account", name)).containsExactly("account.signed-in");
	}

	@Test
	void twoAdminsWhoDemoteEachOtherAtOnceLeaveOneAdmin() {
		for (int round = 1; round <= 3; round++) {
			String one = this.newsroom.account(Role.ADMIN);
			String two = this.newsroom.account(Role.ADMIN);
			onlyAdmins(one, two);
			Visitor first = this.newsroom.signIn(one);
			Visitor second = this.newsroom.signIn(two);
			Form demoteSecond = demotion(first, two);
			Form demoteFirst = demotion(second, one);
			AtOnce.run(() -> first.send(demoteSecond), () -> second.send(demoteFirst));
			assertThat(this.newsroom.column("select username from account where role = 'ADMIN' and enabled"))
				.as("round " + round)
				.hasSize(1);
		}
	}

	private Form demotion(Visitor admin, String username) {
		String path = "/admin/accounts/" + this.newsroom.accountId(username) + "/role";
		return admin.form("/admin/accounts", "form[action='" + path + "']").fill("role", "EDITOR");
	}

	private void onlyAdmins(String... usernames) {
		this.jdbc.sql("update account set enabled = false where role = 'ADMIN' and username not in (:names)")
			.param("names", List.of(usernames))
			.update();
	}

	@Test
	void anAccountThatIsNotThereIsNotFound() {
		Visitor admin = this.newsroom.signIn(Role.ADMIN);
		var token = admin.form("/admin/accounts", "form[action='/admin/accounts']").parameters();
		assertThat(admin.request(HttpMethod.POST, "/admin/accounts/999999999/suspension",
				MultiValueMap.fromMultiValue(Map.of("_csrf", List.of(String.valueOf(token.getFirst("_csrf")))))))
			.hasStatus(404);
	}

	@Test
	void theOwnPasswordIsChangedByWhoeverKnowsTheOldOne() {
		String name = this.newsroom.account(Role.AUTHOR);
		Visitor author = this.newsroom.signIn(name);
		Visitor elsewhere = this.newsroom.signIn(name);
		Document page = author.sendAndFollow(passwords(author, Newsroom.PASSWORD, "một câu khác hẳn"));
		assertThat(Html.text(page, ".toast")).isEqualTo("Đã đổi mật khẩu.");
		assertThat(elsewhere.get("/admin")).as("whoever else had this session").hasRedirectedUrl("/dang-nhap");
		assertThat(this.newsroom.visitor().signIn(name, Newsroom.PASSWORD)).hasStatus(422);
		assertThat(this.newsroom.visitor().signIn(name, "một câu khác hẳn")).hasRedirectedUrl("/admin");
		assertThat(this.newsroom.audit("account", name)).contains("account.password-changed");
	}

	@Test
	void theOwnPasswordStaysWhenTheOldOneIsWrongOrTheNewOneTooShort() {
		String name = this.newsroom.account(Role.AUTHOR);
		Visitor author = this.newsroom.signIn(name);
		MvcTestResult wrong = author.send(passwords(author, "không phải mật khẩu", "một câu khác hẳn"));
		assertThat(wrong).hasStatus(422);
		assertThat(Html.text(Html.of(wrong), "#oldPassword-error")).isEqualTo("Mật khẩu hiện tại chưa đúng.");
		MvcTestResult tooShort = author.send(passwords(author, Newsroom.PASSWORD, "ngắn"));
		assertThat(tooShort).hasStatus(422);
		assertThat(Html.text(Html.of(tooShort), "#password-error")).isEqualTo("Mật khẩu cần từ 12 đến 200 ký tự.");
		assertThat(Html.only(Html.of(tooShort), "#oldPassword").val()).isEmpty();
		assertThat(this.newsroom.visitor().signIn(name, Newsroom.PASSWORD)).hasRedirectedUrl("/admin");
	}

	private static Form passwords(Visitor visitor, String old, String wanted) {
		return visitor.form("/admin/account", "form[action='/admin/account']")
			.fill("oldPassword", old)
			.fill("password", wanted);
	}

}
