package vn.toasoan.account;

import java.text.Normalizer;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;

import jakarta.servlet.http.Cookie;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.session.Session;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.config.annotation.web.http.JdbcHttpSessionConfiguration;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.toasoan.testing.Html;
import vn.toasoan.testing.Staff;
import vn.toasoan.testing.DeskTest;
import vn.toasoan.testing.DeskVisitor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an editor meets when signing in and out.
 */
@DeskTest
abstract class SignInContract {

	private static final String SESSION = "toasoan_desk";

	@Autowired
	Staff staff;

	@Autowired
	MockMvcTester mvc;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	JdbcIndexedSessionRepository sessions;

	@Autowired
	JdbcHttpSessionConfiguration sessionConfiguration;

	@Test
	void theRightPasswordOpensTheDeskAndIsWrittenDown() {
		String username = this.staff.account(Role.EDITOR);
		DeskVisitor editor = this.staff.signIn(username);
		assertThat(Html.text(editor.open("/admin"), ".me b")).isEqualTo(Staff.displayName(username));
		assertThat(this.staff.audit("account", username)).containsExactly("account.signed-in");
	}

	@Test
	void capitalsAndBlanksAroundTheNameDontMatter() {
		String username = this.staff.account(Role.EDITOR);
		assertThat(this.staff.visitor().signIn(" " + username.toUpperCase(Locale.ROOT) + " ", Staff.PASSWORD))
			.hasRedirectedUrl("/admin");
	}

	@Test
	void aWrongPasswordAndAnUnknownNameGetTheSameWordsAndTheNameIsKept() {
		String username = this.staff.account(Role.EDITOR);
		assertRefused(this.staff.visitor().signIn(username, "không phải mật khẩu này"));
		assertRefused(this.staff.visitor().signIn("nobody." + username, Staff.PASSWORD));
		assertThat(this.staff.audit("account", username)).containsExactly("account.sign-in-failed");
	}

	/**
	 * MockMvc does not follow the forward: the words on the page are read in a running
	 * site.
	 */
	private static void assertRefused(MvcTestResult result) {
		assertThat(result).hasStatus(422).hasForwardedUrl("/dang-nhap");
	}

	@Test
	void aDisabledAccountIsRefusedWithTheSameWords() {
		String username = this.staff.account(Role.EDITOR);
		this.jdbc.sql("update account set enabled = false where username = ?").param(username).update();
		assertRefused(this.staff.visitor().signIn(username, Staff.PASSWORD));
	}

	@Test
	void afterFiveWrongPasswordsEvenTheRightOneHasToWait() {
		String username = this.staff.account(Role.EDITOR);
		DeskVisitor guesser = this.staff.visitor();
		for (int n = 1; n <= 5; n++) {
			assertThat(guesser.signIn(username, "lần đoán thứ " + n)).as("guess " + n).hasStatus(422);
		}
		MvcTestResult sixth = guesser.signIn(username, Staff.PASSWORD);
		assertThat(sixth).hasStatus(429);
		assertThat(Integer.parseInt(Objects.requireNonNull(sixth.getResponse().getHeader(HttpHeaders.RETRY_AFTER))))
			.isBetween(1, 15 * 60);
		assertThat(guesser.get("/admin")).hasRedirectedUrl("/dang-nhap");
		assertThat(this.staff.visitor().signIn(username, Staff.PASSWORD)).as("the editor, from elsewhere")
			.hasRedirectedUrl("/admin");
	}

	@Test
	void aSuccessForgetsTheMistakesBeforeIt() {
		String username = this.staff.account(Role.EDITOR);
		DeskVisitor editor = this.staff.visitor();
		for (int n = 1; n <= 4; n++) {
			editor.signIn(username, "gõ nhầm lần " + n);
		}
		assertThat(editor.signIn(username, Staff.PASSWORD)).hasRedirectedUrl("/admin");
		assertThat(editor.signIn(username, "lại gõ nhầm")).hasStatus(422);
	}

	@Test
	void oneAddressCantTryManyNames() {
		DeskVisitor guesser = this.staff.visitor();
		for (int n = 1; n <= 20; n++) {
			assertThat(guesser.signIn("guess-" + n, "mật khẩu chung")).hasStatus(422);
		}
		assertThat(guesser.signIn("guess-21", "mật khẩu chung")).hasStatus(429);
	}

	@Test
	void aKeyboardThatDecomposesLettersGivesTheSamePassword() {
		String username = this.staff.account(Role.EDITOR);
		String decomposed = Normalizer.normalize(Staff.PASSWORD, Normalizer.Form.NFD);
		assertThat(decomposed).isNotEqualTo(Staff.PASSWORD);
		assertThat(this.staff.visitor().signIn(username, decomposed)).hasRedirectedUrl("/admin");
	}

	@Test
	void aNameThatNoDatabaseCanKeepIsNotAnErrorOfTheServer() {
		assertThat(this.staff.visitor().signIn("ban\u0000bientap", Staff.PASSWORD)).hasStatus(400);
	}

	@Test
	void theSessionCookieIsOutOfReachOfScriptsAndOtherSites() {
		DeskVisitor editor = this.staff.signIn(Role.EDITOR);
		Cookie cookie = Objects.requireNonNull(editor.cookie(SESSION));
		assertThat(cookie.isHttpOnly()).isTrue();
		assertThat(cookie.getAttribute("SameSite")).isEqualTo("Lax");
		assertThat(cookie.getPath()).isEqualTo("/");
	}

	@Test
	void theSessionGetsANewIdWhenSomebodySignsIn() {
		String username = this.staff.account(Role.EDITOR);
		DeskVisitor editor = this.staff.visitor();
		editor.open("/dang-nhap");
		Cookie before = Objects.requireNonNull(editor.cookie(SESSION));
		editor.signIn(username, Staff.PASSWORD);
		Cookie after = Objects.requireNonNull(editor.cookie(SESSION));
		assertThat(after.getValue()).isNotEqualTo(before.getValue());
		assertThat(this.mvc.get().uri("/admin").cookie(before)).hasRedirectedUrl("/dang-nhap");
	}

	@Test
	void theSessionIsInTheDatabaseWhereAnotherNodeFindsItWithoutThePasswordsHash() {
		String username = this.staff.account(Role.EDITOR);
		DeskVisitor editor = this.staff.signIn(username);
		String id = sessionId(editor);
		assertThat(this.staff.column("select principal_name from spring_session where session_id = ?", id))
			.containsExactly(username);
		JdbcIndexedSessionRepository otherNode = this.sessionConfiguration.sessionRepository();
		assertThat(otherNode).isNotSameAs(this.sessions);
		Session found = Objects.requireNonNull(otherNode.findById(id));
		SecurityContext context = found.getRequiredAttribute("SPRING_SECURITY_CONTEXT");
		assertThat(Objects.requireNonNull(context.getAuthentication()).getPrincipal())
			.isInstanceOfSatisfying(SignedIn.class, (signedIn) -> {
				assertThat(signedIn.getUsername()).isEqualTo(username);
				assertThat(signedIn.getPassword()).isNull();
			});
	}

	private static String sessionId(DeskVisitor visitor) {
		return new String(Base64.getDecoder().decode(Objects.requireNonNull(visitor.cookie(SESSION)).getValue()));
	}

	@Test
	void signingInLeadsBackToThePageThatWasWantedByPathOnly() {
		String username = this.staff.account(Role.ADMIN);
		DeskVisitor admin = this.staff.visitor();
		assertThat(admin.get("/admin/audit?trang=1")).hasRedirectedUrl("/dang-nhap");
		assertThat(admin.signIn(username, Staff.PASSWORD)).hasStatus(302)
			.redirectedUrl()
			.startsWith("/admin/audit?trang=1");
	}

	@Test
	void aClaimedHostIsNeverPartOfARedirect() {
		var wanted = this.mvc.get()
			.uri("http://evil.example/admin/audit")
			.header(HttpHeaders.HOST, "evil.example")
			.exchange();
		assertThat(wanted).redirectedUrl().isEqualTo("/dang-nhap");
		String username = this.staff.account(Role.ADMIN);
		Cookie session = Objects.requireNonNull(wanted.getResponse().getCookie(SESSION));
		var page = this.mvc.get().uri("/dang-nhap").cookie(session).exchange();
		var signedIn = this.mvc.post()
			.uri("http://evil.example/dang-nhap")
			.header(HttpHeaders.HOST, "evil.example")
			.cookie(session)
			.param("_csrf", Html.only(Html.of(page), "input[name=_csrf]").val())
			.param("username", username)
			.param("password", Staff.PASSWORD)
			.exchange();
		assertThat(signedIn).hasStatus(302).redirectedUrl().startsWith("/admin/audit").doesNotContain("evil");
	}

	@Test
	void signingOutEndsTheSessionAndSaysSo() {
		DeskVisitor editor = this.staff.signIn(Role.EDITOR);
		String id = sessionId(editor);
		Document page = editor.sendAndFollow(editor.form("/admin", "form.me"));
		assertThat(Html.text(page, ".notice")).isEqualTo("Bạn đã đăng xuất.");
		assertThat(editor.get("/admin")).hasRedirectedUrl("/dang-nhap");
		assertThat(this.staff.column("select session_id from spring_session where session_id = ?", id)).isEmpty();
	}

}
