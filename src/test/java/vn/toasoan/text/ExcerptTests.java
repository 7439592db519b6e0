package vn.toasoan.text;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ExcerptTests {

	@Test
	void aShortTextStaysWhole() {
		assertThat(Excerpt.of("Thà xây sớm còn hơn muộn.", 25)).isEqualTo("Thà xây sớm còn hơn muộn.");
		assertThat(Excerpt.of("", 10)).isEmpty();
	}

	@Test
	void aLongTextIsCutBetweenWords() {
		assertThat(Excerpt.of("Thà xây sớm còn hơn muộn", 15)).isEqualTo("Thà xây sớm…");
		assertThat(Excerpt.of("Thà xây sớm còn hơn muộn", 16)).isEqualTo("Thà xây sớm còn…");
	}

	@Test
	void noPunctuationDanglesBeforeTheEllipsis() {
		assertThat(Excerpt.of("Thà xây sớm, còn hơn muộn", 14)).isEqualTo("Thà xây sớm…");
		assertThat(Excerpt.of("Ông nói — “Thà xây sớm”", 14)).isEqualTo("Ông nói…");
	}

	@Test
	void lineBreaksBecomeSpaces() {
		assertThat(Excerpt.of(" Một\n\nhai \t ba ", 50)).isEqualTo("Một hai ba");
	}

	@Test
	void aNoBreakSpaceIsNoBorder() {
		assertThat(Excerpt.of("tăng khoảng 33\u00A0% sau một năm", 16)).isEqualTo("tăng khoảng…");
	}

	@Test
	void anEndlessWordIsCutButNoCharacterIs() {
		assertThat(Excerpt.of("x".repeat(50), 10)).isEqualTo("x".repeat(9) + "…");
		assertThat(Excerpt.of("😀😀😀😀", 4)).isEqualTo("😀…");
		assertThat(Excerpt.of("ee\u0302\u0301eeee", 4)).isEqualTo("e…");
	}

	@Test
	void aLengthBelowOneIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> Excerpt.of("a", 0)).withMessageContaining("0");
	}

	@Test
	void theResultIsNeverLongerThanAsked() {
		assertThat(RandomText.letters()).allSatisfy((text) -> {
			for (int max : new int[] { 1, 2, 7, 40 }) {
				assertThat(Excerpt.of(text, max)).hasSizeLessThanOrEqualTo(max);
			}
		});
	}

}
