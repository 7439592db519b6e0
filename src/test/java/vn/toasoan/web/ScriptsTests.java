package vn.toasoan.web;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ScriptsTests {

	@Test
	void commentsAndIndentationAreTakenOut() {
		assertThat(Scripts.compact("""
				// What it is for.
				(() => {
				  const WAIT_MS = 10; // a moment

				  // nothing more
				  location = "https://example.org//a";
				})();
				""")).isEqualTo("""
				(() => {
				const WAIT_MS = 10; // a moment
				location = "https://example.org//a";
				})();
				""");
	}

	@Test
	void theScriptIsFoundUnderItsOwnNameOnly() {
		var scripts = new Scripts();
		assertThat(scripts.site()).matches("/js/all-[0-9a-f]{12}\\.js");
		String hash = scripts.site().replaceAll("/js/all-|\\.js", "");
		assertThat(scripts.script(hash).getBody()).contains("data-announce", "data-copy", "data-once")
			.doesNotContain("\n//", "\n ");
		assertThatExceptionOfType(NoSuchPage.class).isThrownBy(() -> scripts.script("000000000000"));
	}

}
