package vn.toasoan.face;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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

	private static final Pattern COLOUR = Pattern.compile("--(?!tint)([a-z0-9-]+): light-dark");

	private static final Pattern STEP = Pattern.compile("--(step-[a-z0-9-]+): [.0-9c]");

	private static final Pattern DISTANCE = Pattern.compile("--(space-[0-9]+):");

	private static final Pattern CORNER = Pattern.compile("--(radius-[0-9]+|pill|round):");

	private static final Pattern SHADOW = Pattern.compile("--(shadow|mark-[a-z]+|halo):");

	@Autowired
	Newsroom newsroom;

	@Test
	void showsEveryTokenOfTheStyleSheets() {
		Document page = page();
		assertThat(page.select(".colours code").eachText()).containsExactlyElementsOf(tokens(COLOUR));
		assertThat(page.select(".scale code").eachText()).containsExactlyInAnyOrderElementsOf(tokens(STEP));
		assertThat(page.select(".spaces code").eachText()).containsExactlyElementsOf(tokens(DISTANCE));
		assertThat(page.select(".swatches:not(.colours) code").eachText())
			.containsExactlyElementsOf(Stream.concat(tokens(CORNER).stream(), tokens(SHADOW).stream()).toList());
		String css = css("design.css");
		Stream.of(COLOUR, STEP, DISTANCE, CORNER, SHADOW)
			.map(DesignPageTests::tokens)
			.forEach((tokens) -> assertThat(tokens).isNotEmpty()
				.allSatisfy((token) -> assertThat(css).contains("var(" + token + ")")));
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

	private static List<String> tokens(Pattern name) {
		return name.matcher(css("tokens.css"))
			.results()
			.map((MatchResult token) -> "--" + token.group(1))
			.distinct()
			.toList();
	}

	private static String css(String file) {
		try {
			return new ClassPathResource("static/css/" + file).getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
