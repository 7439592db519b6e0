package vn.toasoan.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.toasoan.testing.Newsroom;
import vn.toasoan.testing.OnH2;
import vn.toasoan.testing.SiteTest;
import vn.toasoan.testing.Visitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/**
 * Who gets in where. Each line of {@link #TABLE} is a method and an address with what
 * each role finds there:
 * <ul>
 * <li>{@code page}: the page (200)</li>
 * <li>{@code done}: it is done, and another page follows (302)</li>
 * <li>{@code again}: let in, but what was sent lacks something (422)</li>
 * <li>{@code absent}: let in, but there is no such thing for this person (404)</li>
 * <li>{@code refused}: 403</li>
 * <li>{@code sign-in}: sent to the sign-in page</li>
 * </ul>
 * In the addresses, {@code {id}} is an editor's draft, {@code {own}} one of this author,
 * {@code {account}} an account, {@code {moderator}} a moderator's, {@code {topic}} a
 * topic, {@code {n}} the first revision.
 */
@OnH2
@SiteTest
@TestInstance(Lifecycle.PER_CLASS)
class AccessTests {

	private static final String TABLE = """
			method address                                  anonymous AUTHOR  MODERATOR EDITOR  ADMIN
			GET    /dang-nhap                               page      page    page      page    page
			POST   /dang-nhap                               again     again   again     again   again
			POST   /dang-xuat                               done      done    done      done    done
			GET    /dang-xuat                               sign-in   refused refused   refused refused
			GET    /cai-dat-lan-dau                         absent    absent  absent    absent  absent
			POST   /cai-dat-lan-dau                         absent    absent  absent    absent  absent
			GET    /admin                                   sign-in   page    page      page    page
			GET    /admin/account                           sign-in   page    page      page    page
			POST   /admin/account                           sign-in   again   again     again   again
			GET    /admin/account/digest                    sign-in   refused page      page    page
			POST   /admin/account/digest                    sign-in   refused again     again   again
			GET    /admin/account/digest/confirmation/nobody sign-in  refused done      done    done
			POST   /admin/account/digest/confirmation/nobody sign-in  refused done      done    done
			GET    /admin/articles                          sign-in   page    refused   page    page
			POST   /admin/articles                          sign-in   again   refused   again   again
			GET    /admin/articles/new                      sign-in   page    refused   page    page
			GET    /admin/articles/{own}                    sign-in   page    refused   page    page
			POST   /admin/articles/{own}                    sign-in   again   refused   again   again
			GET    /admin/articles/{own}/revisions          sign-in   page    refused   page    page
			GET    /admin/articles/{own}/revisions/{n}      sign-in   page    refused   page    page
			GET    /admin/articles/{own}/revisions/{n}/restoration sign-in page refused page    page
			POST   /admin/articles/{own}/publication        sign-in   refused refused   done    done
			GET    /admin/articles/{id}                     sign-in   absent  refused   page    page
			POST   /admin/articles/{id}                     sign-in   absent  refused   again   again
			GET    /admin/articles/{id}/revisions           sign-in   absent  refused   page    page
			GET    /admin/articles/{id}/revisions/{n}       sign-in   absent  refused   page    page
			GET    /admin/articles/{id}/revisions/{n}/restoration sign-in absent refused page   page
			GET    /admin/articles/{id}/discussion          sign-in   refused refused   page    page
			POST   /admin/articles/{id}/discussion          sign-in   refused refused   done    done
			POST   /admin/articles/{id}/publication         sign-in   refused refused   done    done
			POST   /admin/articles/{id}/corrections         sign-in   refused refused   again   again
			POST   /admin/articles/{id}/withdrawal          sign-in   refused refused   done    done
			DELETE /admin/articles/{id}                     sign-in   refused refused   refused refused
			GET    /admin/topics                            sign-in   refused refused   page    page
			POST   /admin/topics                            sign-in   refused refused   again   again
			POST   /admin/topics/{topic}                    sign-in   refused refused   again   again
			GET    /admin/design                            sign-in   refused refused   page    page
			GET    /admin/comments                          sign-in   refused page      page    page
			POST   /admin/comments/nobody/decisions         sign-in   refused absent    absent  absent
			GET    /admin/comments/statistics               sign-in   refused page      page    page
			GET    /admin/comments/search                   sign-in   refused page      page    page
			GET    /admin/comments/search/decisions         sign-in   refused page      page    page
			POST   /admin/comments/search/decisions         sign-in   refused done      done    done
			GET    /admin/comments/storm                    sign-in   refused page      page    page
			POST   /admin/comments/storm                    sign-in   refused again     again   again
			POST   /admin/comments/storm/calming            sign-in   refused done      done    done
			GET    /admin/comments/bans                     sign-in   refused page      page    page
			POST   /admin/comments/bans                     sign-in   refused again     again   again
			GET    /admin/comments/bans/new                 sign-in   refused page      page    page
			POST   /admin/comments/bans/{n}/lifting         sign-in   refused done      done    done
			GET    /admin/comments/writers/nobody           sign-in   refused absent    absent  absent
			POST   /admin/comments/writers/nobody/notes     sign-in   refused absent    absent  absent
			POST   /admin/comments/writers/nobody/trust     sign-in   refused absent    absent  absent
			POST   /admin/comments/writers/nobody/removal   sign-in   refused absent    absent  absent
			GET    /admin/comments/nobody/decisions         sign-in   refused absent    absent  absent
			GET    /admin/comments/nobody                   sign-in   refused absent    absent  absent
			POST   /admin/comments/nobody/keep              sign-in   refused absent    absent  absent
			POST   /admin/comments/nobody/appeal            sign-in   refused absent    absent  absent
			POST   /admin/comments/nobody/redaction         sign-in   refused absent    absent  absent
			POST   /admin/comments/nobody/redaction/{n}/reversal sign-in refused absent absent  absent
			POST   /admin/comments/nobody/reply             sign-in   refused absent    absent  absent
			POST   /admin/comments/nobody/pin               sign-in   refused absent    absent  absent
			POST   /admin/comments/nobody/feature           sign-in   refused absent    absent  absent
			GET    /admin/comments/decisions                sign-in   refused page      page    page
			POST   /admin/comments/decisions                sign-in   refused done      done    done
			POST   /admin/comments/decisions/{n}/reversal   sign-in   refused done      done    done
			GET    /admin/rules                             sign-in   refused page      page    page
			POST   /admin/rules                             sign-in   refused refused   again   again
			GET    /admin/rules/new                         sign-in   refused refused   page    page
			POST   /admin/rules/learning                    sign-in   refused refused   done    done
			GET    /admin/rules/nobody/nobody               sign-in   refused absent    absent  absent
			POST   /admin/rules/nobody/nobody               sign-in   refused refused   absent  absent
			POST   /admin/rules/nobody/nobody/suspension    sign-in   refused refused   absent  absent
			GET    /admin/legal                             sign-in   refused refused   page    page
			POST   /admin/legal                             sign-in   refused refused   again   again
			GET    /admin/legal/new                         sign-in   refused refused   page    page
			GET    /admin/legal/nobody                      sign-in   refused refused   absent  absent
			POST   /admin/legal/nobody/place                sign-in   refused refused   absent  absent
			POST   /admin/legal/nobody/deadline             sign-in   refused refused   absent  absent
			POST   /admin/legal/nobody/evidence             sign-in   refused refused   absent  absent
			POST   /admin/legal/nobody/removal              sign-in   refused refused   absent  absent
			POST   /admin/legal/nobody/answer               sign-in   refused refused   absent  absent
			POST   /admin/legal/nobody/closing              sign-in   refused refused   absent  absent
			POST   /admin/legal/nobody/reopening            sign-in   refused refused   absent  absent
			POST   /admin/legal/nobody/export               sign-in   refused refused   absent  absent
			GET    /admin/accounts                          sign-in   refused refused   refused page
			POST   /admin/accounts                          sign-in   refused refused   refused again
			POST   /admin/accounts/{account}/role           sign-in   refused refused   refused done
			POST   /admin/accounts/{account}/suspension     sign-in   refused refused   refused done
			POST   /admin/accounts/{account}/reinstatement  sign-in   refused refused   refused done
			GET    /admin/accounts/{moderator}/topics       sign-in   refused refused   refused page
			POST   /admin/accounts/{moderator}/topics       sign-in   refused refused   refused done
			GET    /admin/audit                             sign-in   refused refused   refused page
			GET    /admin/no-such-page                      sign-in   refused refused   refused refused
			POST   /admin/no-such-page                      sign-in   refused refused   refused refused
			""";

	private static final Set<String> DESK = Set.of("admin", "dang-nhap", "dang-xuat", "cai-dat-lan-dau");

	private static final List<Row> ROWS = TABLE.lines().skip(1).map(Row::parse).toList();

	private static final List<String> WHO = List.of(TABLE.lines().findFirst().orElseThrow().split("\\s+"))
		.subList(2, 7);

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Newsroom newsroom;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	RequestMappingHandlerMapping pages;

	private String author = "";

	private String draftOfAuthor = "";

	private String draftOfEditor = "";

	private String account = "";

	private String moderator = "";

	@BeforeAll
	void someArticles() {
		this.author = this.newsroom.account(Role.AUTHOR);
		this.draftOfAuthor = draft(this.newsroom.signIn(this.author), "Bản nháp của tác giả");
		this.draftOfEditor = draft(this.newsroom.signIn(Role.EDITOR), "Bản nháp của biên tập viên");
		this.account = Long.toString(this.newsroom.accountId(this.newsroom.account(Role.AUTHOR)));
		this.moderator = Long.toString(this.newsroom.accountId(this.newsroom.account(Role.MODERATOR)));
		// The only admin may be neither demoted nor barred.
		this.newsroom.account(Role.ADMIN);
	}

	private static String draft(Visitor writer, String title) {
		var form = writer.form("/admin/articles/new", ".editor form").fill("title", title).fill("body", "Nội dung.");
		String editor = writer.send(form.press("Lưu")).getResponse().getRedirectedUrl();
		return String.valueOf(editor).replace("/admin/articles/", "");
	}

	@TestFactory
	Stream<DynamicTest> everybodyFindsWhatTheTableSays() {
		return ROWS.stream()
			.flatMap((row) -> WHO.stream()
				.map((who) -> DynamicTest.dynamicTest(
						row.method + " " + row.address + " by " + who + ": " + row.outcome(who),
						() -> assertThat(outcome(row, who)).isEqualTo(row.outcome(who)))));
	}

	private String outcome(Row row, String who) {
		MvcTestResult result = send(row, who, true);
		int status = result.getResponse().getStatus();
		return switch (status) {
			case 200 -> "page";
			case 302 -> "/dang-nhap".equals(result.getResponse().getRedirectedUrl()) ? "sign-in" : "done";
			case 403 -> "refused";
			case 404 -> "absent";
			case 422 -> "again";
			default -> Integer.toString(status);
		};
	}

	@TestFactory
	Stream<DynamicTest> nothingIsDoneWithoutTheTokenOfAForm() {
		return ROWS.stream()
			.filter((row) -> row.method.equals("POST"))
			.map((row) -> DynamicTest.dynamicTest(row.address + " without a token",
					() -> assertThat(send(row, "ADMIN", false)).hasStatus(403)));
	}

	@Test
	void everyPageOfTheDeskStandsInTheTable() {
		Set<String> missing = new TreeSet<>();
		this.pages.getHandlerMethods().keySet().forEach((mapping) -> missing.addAll(requests(mapping)));
		assertThat(missing).as("found on the site").hasSizeGreaterThan(20);
		ROWS.forEach((row) -> missing.remove(row.method + " " + row.address.replaceAll("\\{\\w+}|nobody", "*")));
		assertThat(missing).as("missing from the table").isEmpty();
	}

	private static List<String> requests(RequestMappingInfo mapping) {
		List<String> requests = new ArrayList<>();
		Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
		for (String pattern : mapping.getPatternValues()) {
			if (DESK.contains(pattern.split("/").length > 1 ? pattern.split("/")[1] : "")) {
				assertThat(methods).as(pattern + " must say which methods it takes").isNotEmpty();
				methods.forEach((method) -> requests.add(method + " " + pattern.replaceAll("\\{\\w+}", "*")));
			}
		}
		return requests;
	}

	private MvcTestResult send(Row row, String who, boolean token) {
		String address = row.address.replace("{own}", this.draftOfAuthor)
			.replace("{id}", this.draftOfEditor)
			.replace("{account}", this.account)
			.replace("{moderator}", this.moderator)
			.replace("{n}", "1")
			.replace("{topic}", "1");
		var request = this.mvc.method(HttpMethod.valueOf(row.method))
			.uri(address)
			.remoteAddress("192.0.2." + WHO.indexOf(who));
		if (row.address.endsWith("/role") || row.address.equals("/admin/accounts")) {
			request.param("role", "EDITOR");
		}
		if (row.address.endsWith("/decisions") || row.address.endsWith("/removal")) {
			request.param("from", "PENDING").param("to", "PUBLISHED").param("number", "0");
		}
		if (row.address.endsWith("/pin") || row.address.endsWith("/trust") || row.address.endsWith("/feature")
				|| row.address.endsWith("/learning")) {
			request.param("on", "true");
		}
		if (row.address.equals("/dang-nhap")) {
			request.param("username", who).param("password", "không phải mật khẩu");
		}
		if (token) {
			request.with(csrf());
		}
		SignedIn signedIn = signedIn(who);
		if (signedIn != null) {
			request.with(user(signedIn));
		}
		return request.exchange();
	}

	private @Nullable SignedIn signedIn(String who) {
		if (who.equals("anonymous")) {
			return null;
		}
		Role role = Role.valueOf(who);
		String username = (role == Role.AUTHOR) ? this.author : this.newsroom.account(role);
		return new SignedIn(this.newsroom.accountId(username), username, who, role, "", true);
	}

	private record Row(String method, String address, List<String> outcomes) {

		static Row parse(String line) {
			List<String> cells = List.of(line.split("\\s+"));
			return new Row(cells.get(0), cells.get(1), cells.subList(2, cells.size()));
		}

		String outcome(String who) {
			return this.outcomes.get(WHO.indexOf(who));
		}

	}

}
