package vn.toasoan.web;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.toasoan.testing.OnH2;
import vn.toasoan.testing.SitePages;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A piece is set once for all that is said, and anew as soon as anything else is said.
 */
@OnH2
@SitePages
class StandingTypeTests {

	@Autowired
	StandingType type;

	@Test
	void theSameWordsAreSetOnce() {
		String first = set("Bình", "<p>Một</p>");
		assertThat(first).contains("<b>Bình</b>", "<p>Một</p>");
		assertThat(set("Bình", "<p>Một</p>")).isSameAs(first);
	}

	@Test
	void otherWordsAreSetAnew() {
		assertThat(set("An", "<p>Một</p>")).contains("<b>An</b>").doesNotContain("<b>Bình</b>");
		assertThat(set("Bình", "<p>Hai</p>")).contains("<p>Hai</p>").doesNotContain("<p>Một</p>");
	}

	@Test
	void whatIsSaidIsEscapedAsOnAnyPage() {
		assertThat(set("<script>", "")).contains("&lt;script&gt;").doesNotContain("<script>");
	}

	private String set(String name, String html) {
		return this.type.set("fragments/preview", Map.of("name", name, "html", html));
	}

}
