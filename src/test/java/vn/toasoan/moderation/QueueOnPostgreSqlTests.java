package vn.toasoan.moderation;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.toasoan.account.Role;
import vn.toasoan.testing.AtOnce;
import vn.toasoan.testing.Form;
import vn.toasoan.testing.OnPostgreSql;
import vn.toasoan.testing.Visitor;

import static org.assertj.core.api.Assertions.assertThat;

@OnPostgreSql
class QueueOnPostgreSqlTests extends QueueContract {

	/**
	 * On H2 the second of two in the very same moment may still fail.
	 */
	@Test
	void eightWindowsOfOneEditorMayLeaveTheirMessagesAtOnce() {
		Visitor moderator = this.newsroom.signIn(Role.MODERATOR);
		List<Form> forms = IntStream.range(0, 8)
			.mapToObj((n) -> decision(moderator, "cho-duyet", comment("Cửa sổ thứ " + n), "Duyệt D"))
			.toList();
		List<MvcTestResult> answers = AtOnce.run(forms.stream()
			.<Callable<MvcTestResult>>map(
					(form) -> () -> moderator.request(HttpMethod.POST, form.action(), form.parameters()))
			.toList());
		assertThat(answers).allSatisfy((answer) -> assertThat(answer).hasStatus3xxRedirection());
	}

}
