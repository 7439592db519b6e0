package vn.toasoan.account;

import java.text.Normalizer;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;

import jakarta.servlet.http.Cookie;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.session.Session;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.PlatformTransactionManager;
import vn.toasoan.site.Database;
import vn.toasoan.testing.Html;
import vn.toasoan.testing.Newsroom;
import vn.toasoan.testing.SiteTest;
import vn.toasoan.testing.Visitor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an editor meets when signing in and out.
 */
@SiteTest
abstract class SignInContract {

	private static final String SESSION = "toasoan_desk";

	private static final String WRONG = "Tên đăng nhập hoặc mật khẩu chưa đúng.";

	@Autowired
	Newsroom newsroom;

	@Autowired
	MockMvcTester mvc;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	JdbcIndexedSessionRepository sessions;

	@Autowired
	JdbcTemplate statements;

	@Autowired
	PlatformTransactionManager transactions;

	@Autowired
	Database database;

	@Test
	void theRightPasswordOpensTheDeskAndIsWrittenDown() {
		String username = this.newsroom.account(Role.EDITOR);
		Visitor editor = this.newsroom.signIn(username);
		assertThat(Html.text(editor.open("/admin"), ".me b")).isEqualTo(Newsroom.displayName(username));
		assertThat(this.newsroom.audit("account", username)).containsExactly("account.signed-in");
	}

	@Test
	void capitalsAndBlanksAroundTheNameDontMatter() {
		String username = this.newsroom.account(Role.EDITOR);
		assertThat(this.newsroom.visitor().signIn(" " + username.toUpperCase(Locale.ROOT) + " ", Newsroom.PASSWORD))
			.hasRedirectedUrl("/admin");
	}

	@Test
	void aWrongPasswordAndAnUnknownNameGetTheSameWordsAndTheNameIsKept() {
		String username = this.newsroom.account(Role.EDITOR);
		assertRefused(this.newsroom.visitor().signIn(username, "không phải mật khẩu này"), username);
		assertRefused(this.newsroom.visitor().signIn("nobody." + username, Newsroom.PASSWORD), "nobody." + username);
		assertThat(this.newsroom.audit("account", username)).containsExactly("account.sign-in-failed");
	}

	private static void assertRefused(MvcTestResult result, String username) {
		assertThat(result).hasStatus(422);
		Document page = Html.of(result);
		assertThat(Html.text(page, "#failure")).isEqualTo(WRONG);
		assertThat(Html.only(page, "#username").val()).isEqualTo(username);
		assertThat(Html.only(page, "#password").val()).isEmpty();
	}

	@Test
	void aDisabledAccountIsRefusedWithTheSameWords() {
		String username = this.newsroom.account(Role.EDITOR);
		this.jdbc.sql("update account set enabled = false where username = ?").param(username).update();
		assertRefused(this.newsroom.visitor().signIn(username, Newsroom.PASSWORD), username);
	}

	@Test
	void afterFiveWrongPasswordsEvenTheRightOneHasToWait() {
		String username = this.newsroom.account(Role.EDITOR);
		Visitor guesser = this.newsroom.visitor();
		for (int n = 1; n <= 5; n++) {
			assertThat(guesser.signIn(username, "lần đoán thứ " + n)).as("guess " + n).hasStatus(422);
		}
		MvcTestResult sixth = guesser.signIn(username, Newsroom.PASSWORD);
		assertThat(sixth).hasStatus(429);
		assertThat(Integer.parseInt(Objects.requireNonNull(sixth.getResponse().getHeader(HttpHeaders.RETRY_AFTER))))
			.isBetween(1, 15 * 60);
		assertThat(Html.text(Html.of(sixth), "#failure"))
			.isEqualTo("Đã thử sai quá nhiều lần. Xin chờ ít phút rồi thử lại.");
		assertThat(guesser.get("/admin")).hasRedirectedUrl("/dang-nhap");
		assertThat(this.newsroom.visitor().signIn(username, Newsroom.PASSWORD)).as("the editor, from elsewhere")
			.hasRedirectedUrl("/admin");
	}

	@Test
	void aSuccessForgetsTheMistakesBeforeIt() {
		String username = this.newsroom.account(Role.EDITOR);
		Visitor editor = this.newsroom.visitor();
		for (int n = 1; n <= 4; n++) {
			editor.signIn(username, "gõ nhầm lần " + n);
		}
		assertThat(editor.signIn(username, Newsroom.PASSWORD)).hasRedirectedUrl("/admin");
		assertThat(editor.signIn(username, "lại gõ nhầm")).hasStatus(422);
	}

	@Test
	void oneAddressCantTryManyNames() {
		Visitor guesser = this.newsroom.visitor();
		for (int n = 1; n <= 20; n++) {
			assertThat(guesser.signIn("guess-" + n, "mật khẩu chung")).hasStatus(422);
		}
		assertThat(guesser.signIn("guess-21", "mật khẩu chung")).hasStatus(429);
	}

	@Test
	void aKeyboardThatDecomposesLettersGivesTheSamePassword() {
		String username = this.newsroom.account(Role.EDITOR);
		String decomposed = Normalizer.normalize(Newsroom.PASSWORD, Normalizer.Form.NFD);
		assertThat(decomposed).isNotEqualTo(Newsroom.PASSWORD);
		assertThat(this.newsroom.visitor().signIn(username, decomposed)).hasRedirectedUrl("/admin");
	}

	@Test
	void aNameThatNoDatabaseCanKeepIsNotAnErrorOfTheServer() {
		assertThat(this.newsroom.visitor().signIn("ban\u0000bientap", Newsroom.PASSWORD)).hasStatus(422);
	}

	@Test
	void theSessionCookieIsOutOfReachOfScriptsAndOtherSites() {
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		Cookie cookie = Objects.requireNonNull(editor.cookie(SESSION));
		assertThat(cookie.isHttpOnly()).isTrue();
		assertThat(cookie.getAttribute("SameSite")).isEqualTo("Lax");
		assertThat(cookie.getPath()).isEqualTo("/");
	}

	@Test
	void theSessionGetsANewIdWhenSomebodySignsIn() {
		String username = this.newsroom.account(Role.EDITOR);
		Visitor editor = this.newsroom.visitor();
		editor.open("/dang-nhap");
		Cookie before = Objects.requireNonNull(editor.cookie(SESSION));
		editor.signIn(username, Newsroom.PASSWORD);
		Cookie after = Objects.requireNonNull(editor.cookie(SESSION));
		assertThat(after.getValue()).isNotEqualTo(before.getValue());
		assertThat(this.mvc.get().uri("/admin").cookie(before)).hasRedirectedUrl("/dang-nhap");
	}

	@Test
	void theSessionIsInTheDatabaseWhereAnotherNodeFindsItWithoutThePasswordsHash() {
		String username = this.newsroom.account(Role.EDITOR);
		Visitor editor = this.newsroom.signIn(username);
		String id = sessionId(editor);
		assertThat(this.newsroom.column("select principal_name from spring_session where session_id = ?", id))
			.containsExactly(username);
		JdbcIndexedSessionRepository otherNode = new DeskSessions().sessions(this.statements, this.transactions,
				Duration.ofHours(1), this.database);
		assertThat(otherNode).isNotSameAs(this.sessions);
		Session found = Objects.requireNonNull(otherNode.findById(id));
		SecurityContext context = found.getRequiredAttribute("SPRING_SECURITY_CONTEXT");
		assertThat(Objects.requireNonNull(context.getAuthentication()).getPrincipal())
			.isInstanceOfSatisfying(SignedIn.class, (signedIn) -> {
				assertThat(signedIn.getUsername()).isEqualTo(username);
				assertThat(signedIn.getPassword()).isNull();
			});
	}

	private static String sessionId(Visitor visitor) {
		return new String(Base64.getDecoder().decode(Objects.requireNonNull(visitor.cookie(SESSION)).getValue()));
	}

	@Test
	void signingInLeadsBackToThePageThatWasWantedByPathOnly() {
		String username = this.newsroom.account(Role.ADMIN);
		Visitor admin = this.newsroom.visitor();
		assertThat(admin.get("/admin/audit?trang=1")).hasRedirectedUrl("/dang-nhap");
		assertThat(admin.signIn(username, Newsroom.PASSWORD)).hasStatus(302)
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
		String username = this.newsroom.account(Role.ADMIN);
		Cookie session = Objects.requireNonNull(wanted.getResponse().getCookie(SESSION));
		var page = this.mvc.get().uri("/dang-nhap").cookie(session).exchange();
		var signedIn = this.mvc.post()
			.uri("http://evil.example/dang-nhap")
			.header(HttpHeaders.HOST, "evil.example")
			.cookie(session)
			.param("_csrf", Html.only(Html.of(page), "input[name=_csrf]").val())
			.param("username", username)
			.param("password", Newsroom.PASSWORD)
			.exchange();
		assertThat(signedIn).hasStatus(302).redirectedUrl().startsWith("/admin/audit").doesNotContain("evil");
	}

	@Test
	void signingOutEndsTheSessionAndSaysSo() {
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		String id = sessionId(editor);
		Document page = editor.sendAndFollow(editor.form("/admin", "form.me"));
		assertThat(Html.text(page, ".notice")).isEqualTo("Bạn đã đăng xuất.");
		assertThat(editor.get("/admin")).hasRedirectedUrl("/dang-nhap");
		assertThat(this.newsroom.column("select session_id from spring_session where session_id = ?", id)).isEmpty();
	}

}
