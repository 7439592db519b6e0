package vn.toasoan.account;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.toasoan.testing.DeskTest;
import vn.toasoan.testing.OnH2;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who may go where on the desk: the table of address and role. A new address fails the
 * tests until it has its row.
 */
@OnH2
@DeskTest
class AccessTests {

	private static final Set<Role> ALL = Set.of(Role.values());

	private static final Set<Role> WRITERS = Set.of(Role.AUTHOR, Role.EDITOR, Role.ADMIN);

	private static final Set<Role> MODERATORS = Set.of(Role.MODERATOR, Role.EDITOR, Role.ADMIN);

	private static final Set<Role> EDITORS = Set.of(Role.EDITOR, Role.ADMIN);

	private static final Set<Role> ADMINS = Set.of(Role.ADMIN);

	/** Method and pattern of every address of the desk, and who may ask for it. */
	private static final Map<String, Set<Role>> TABLE = Map.ofEntries(Map.entry("GET /admin", ALL),
			Map.entry("GET /admin/account", ALL), Map.entry("POST /admin/account", ALL),
			Map.entry("GET /admin/articles", WRITERS), Map.entry("POST /admin/articles", WRITERS),
			Map.entry("GET /admin/articles/new", WRITERS), Map.entry("GET /admin/articles/{id}", WRITERS),
			Map.entry("POST /admin/articles/{id}", WRITERS), Map.entry("GET /admin/articles/{id}/revisions", WRITERS),
			Map.entry("POST /admin/articles/{id}/publication", EDITORS),
			Map.entry("POST /admin/articles/{id}/withdrawal", EDITORS),
			Map.entry("POST /admin/articles/{id}/corrections", EDITORS),
			Map.entry("GET /admin/articles/{id}/discussion", EDITORS),
			Map.entry("POST /admin/articles/{id}/discussion", EDITORS), Map.entry("GET /admin/comments", MODERATORS),
			Map.entry("POST /admin/comments/{publicId}/decisions", MODERATORS), Map.entry("GET /admin/topics", EDITORS),
			Map.entry("POST /admin/topics", EDITORS), Map.entry("POST /admin/topics/{id}", EDITORS),
			Map.entry("GET /admin/accounts", ADMINS), Map.entry("POST /admin/accounts", ADMINS),
			Map.entry("POST /admin/accounts/{id}/role", ADMINS),
			Map.entry("POST /admin/accounts/{id}/suspension", ADMINS),
			Map.entry("POST /admin/accounts/{id}/reinstatement", ADMINS), Map.entry("GET /admin/audit", ADMINS));

	@Autowired
	MockMvcTester mvc;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	RequestMappingHandlerMapping handlers;

	static Stream<Arguments> rows() {
		return TABLE.entrySet()
			.stream()
			.flatMap((row) -> Stream.concat(Stream.of((Role) null), Stream.of(Role.values()))
				.map((role) -> Arguments.of(row.getKey(), role, role != null && row.getValue().contains(role))));
	}

	@ParameterizedTest(name = "{0} {1}")
	@MethodSource("rows")
	void onlyThoseInTheTableAreLetIn(String address, @Nullable Role role, boolean allowed) {
		int status = ask(address, role, true);
		if (allowed) {
			assertThat(status).isNotIn(401, 403, 500);
		}
		else {
			// A stranger is sent to the sign-in page.
			assertThat(status).isEqualTo((role == null) ? 302 : 403);
		}
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("posts")
	void nothingIsChangedWithoutTheTokenOfTheForm(String address) {
		assertThat(ask(address, Role.ADMIN, false)).isEqualTo(403);
	}

	static Stream<String> posts() {
		return TABLE.keySet().stream().filter((address) -> address.startsWith("POST"));
	}

	@Test
	void everyAddressOfTheDeskStandsInTheTable() {
		Set<String> found = new TreeSet<>();
		this.handlers.getHandlerMethods()
			.keySet()
			.forEach((info) -> info.getPatternValues()
				.stream()
				.filter((pattern) -> pattern.startsWith("/admin"))
				.forEach((pattern) -> info.getMethodsCondition()
					.getMethods()
					.forEach((method) -> found.add(method + " " + pattern))));
		assertThat(found).containsExactlyInAnyOrderElementsOf(TABLE.keySet());
	}

	@Test
	void whatIsNotThereIsClosedToAll() {
		assertThat(ask("GET /admin/khong-co", Role.ADMIN, true)).isEqualTo(403);
		assertThat(ask("DELETE /admin/articles/1", Role.ADMIN, true)).isEqualTo(403);
	}

	private int ask(String address, @Nullable Role role, boolean withToken) {
		String[] parts = address.split(" ");
		String path = parts[1].replace("{publicId}", "khongcobinhl").replace("{id}", "987654321");
		var request = this.mvc.method(HttpMethod.valueOf(parts[0])).uri(path);
		if (role != null) {
			request.with(SecurityMockMvcRequestPostProcessors
				.user(new SignedIn(987_654_321, "nguoi-thu", "Người thử", role, "", true)));
		}
		if (withToken) {
			request.with(SecurityMockMvcRequestPostProcessors.csrf());
		}
		return request.exchange().getResponse().getStatus();
	}

}
