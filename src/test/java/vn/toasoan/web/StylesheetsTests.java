package vn.toasoan.web;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class StylesheetsTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			p { color: red; }                            | p{color: red}
			p { color: red; margin: 0 auto }             | p{color: red;margin: 0 auto}
			h1 , h2 { margin: 0 }                        | h1,h2{margin: 0}
			a /* one */ { /* two ; } */ color: red }     | a{color: red}
			/***/ a { color: red } /* a **/              | a{color: red}
			nav :hover { width: calc(1em + 2px) }        | nav :hover{width: calc(1em + 2px)}
			nav > a + a ~ a * { top: 0 }                 | nav > a + a ~ a *{top: 0}
			@media (width < 40em) { p { top: 0; } }      | @media (width < 40em){p{top: 0}}
			@layer reset, base;                          | @layer reset,base;
			a { &:hover { top: 0 } }                     | a{&:hover{top: 0}}
			a::after { content: " (" attr(href) ")"; }   | a::after{content: " (" attr(href) ")"}
			a { --gap: ; top: 0 }                        | a{--gap:;top: 0}
			""")
	void whatMeansNothingIsTakenOut(String css, String compact) {
		assertThat(Stylesheets.compact(css)).isEqualTo(compact);
	}

	@Test
	void linesAreJoined() {
		assertThat(Stylesheets.compact("""
				/* A comment
				   of two lines. */
				p {
					color: red;
					margin: 0
						auto;
				}

				""")).isEqualTo("p{color: red;margin: 0 auto}");
	}

	@Test
	void compactedTwiceItIsTheSame() {
		String sheet = Stylesheets.compact("a , b { top : 0 ; } /* c */ @media print { a { top: 1px } }");
		assertThat(Stylesheets.compact(sheet)).isEqualTo(sheet);
	}

	@Test
	void aSheetIsFoundUnderItsOwnNameOnly() {
		var stylesheets = new Stylesheets();
		assertThat(stylesheets.site()).matches("/css/all-[0-9a-f]{12}\\.css").isNotEqualTo(stylesheets.desk());
		String hash = stylesheets.site().replaceAll("/css/all-|\\.css", "");
		assertThat(stylesheets.sheet(hash).getBody()).contains("{").doesNotContain("/*", "\n", "  ");
		assertThatExceptionOfType(NoSuchPage.class).isThrownBy(() -> stylesheets.sheet("000000000000"));
	}

}
