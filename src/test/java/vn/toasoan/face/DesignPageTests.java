package vn.toasoan.face;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import vn.toasoan.account.Role;
import vn.toasoan.testing.Newsroom;
import vn.toasoan.testing.OnH2;
import vn.toasoan.testing.SiteTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The design page leaves nothing out that the style sheets name.
 */
@OnH2
@SiteTest
class DesignPageTests {

	private static final Pattern COLOUR = Pattern.compile("--([a-z0-9-]+): light-dark");

	private static final Pattern STEP = Pattern.compile("--(step-[0-9-]+):");

	@Autowired
	Newsroom newsroom;

	@Test
	void showsEveryColourAndEverySize() throws IOException {
		Document page = page();
		assertThat(page.select(".swatches code").eachText()).containsExactlyElementsOf(tokens(COLOUR));
		assertThat(page.select(".scale code").eachText()).containsExactlyInAnyOrderElementsOf(tokens(STEP));
		String css = css("design.css");
		assertThat(tokens(COLOUR)).allSatisfy((token) -> assertThat(css).contains("var(" + token + ")"));
	}

	@Test
	void showsACommentInEveryState() {
		Document page = page();
		assertThat(page.select(".comment[data-depth]").eachAttr("data-depth")).contains("1", "2", "3");
		for (String state : List.of(".pending.mine .badge.wait", ".gone", ".via", ".answers", ".more-replies")) {
			assertThat(page.select(".thread " + state)).as(state).isNotEmpty();
		}
		assertThat(page.select(".write .invalid .error").eachText()).hasSize(3).doesNotContain("");
	}

	@Test
	void noIdStandsTwice() {
		assertThat(page().select("[id]").eachAttr("id")).doesNotHaveDuplicates();
	}

	private Document page() {
		return this.newsroom.signIn(Role.EDITOR).open("/admin/design");
	}

	private static List<String> tokens(Pattern name) throws IOException {
		return name.matcher(css("tokens.css")).results().map((MatchResult token) -> "--" + token.group(1)).toList();
	}

	private static String css(String file) throws IOException {
		return new ClassPathResource("static/css/" + file).getContentAsString(StandardCharsets.UTF_8);
	}

}
