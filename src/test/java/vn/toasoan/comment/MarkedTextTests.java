package vn.toasoan.comment;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What is covered in a text, and that no mark gets into another.
 */
class MarkedTextTests {

	private static final List<String> MARKS = List.of("[che: số]", "[che]");

	private static String cover(String source, String passage) {
		return new MarkedText(source, MARKS).cover(passage, "[che]");
	}

	@Test
	void apassageIsCoveredWhereverItStands() {
		assertThat(cover("a 12 b 12", "12")).isEqualTo("a [che] b [che]");
		assertThat(cover("aaa", "aa")).isEqualTo("[che]a");
		assertThat(cover("a 12", "34")).isEqualTo("a 12");
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '"', textBlock = """
			Gọi **0912 345** 678 nhé,  0912 345 678,  Gọi [che] nhé
			Gọi 0912 **345 678** nhé,  0912 345 678,  Gọi [che] nhé
			Gọi 0912 *345* 678 nhé,    0912 345 678,  Gọi [che] nhé
			**Gọi 0912 345** 678 nhé,  0912 345 678,  **Gọi [che]** nhé
			Gọi 0912 **345 678 nhé**,  0912 345 678,  Gọi **[che] nhé**
			**Gọi 0912 345 678 nhé**,  0912 345 678,  **Gọi [che] nhé**
			Gọi  0912   345 678,       0912 345 678,  Gọi  [che]
			Gọi 0912 345 678,          0912   345 678, Gọi [che]
			đ*t mẹ nó,                 đ*t mẹ,        [che] nó
			2*3*4,                     234,           [che]
			""")
	void whatIsCopiedFromThePageIsFoundUnderItsEmphasisAndOverOtherSpaces(String source, String passage,
			String covered) {
		assertThat(cover(source, passage)).isEqualTo(covered);
	}

	@Test
	void aLineGoesOnWhereItWasBroken() {
		assertThat(cover("số 12\nphố Huế, số 12 phố Huế", "số 12 phố Huế")).isEqualTo("[che], [che]");
		assertThat(cover("> số 12\n> phố Huế", "số 12 phố Huế")).isEqualTo("> [che]");
		assertThat(cover("a\n> b", "a\n> b")).isEqualTo("[che]");
	}

	@Test
	void manyStarsTakeNoLongTime() {
		assertThat(cover("*".repeat(4000), "*".repeat(1900) + "x")).isEqualTo("*".repeat(4000));
	}

	@Test
	void theSameWordsInAMarkStay() {
		assertThat(cover("số [che: số] số", "số")).isEqualTo("[che] [che: số] [che]");
	}

	@Test
	void whatStandsBesideAMarkIsCovered() {
		assertThat(cover("12[che]34", "34")).isEqualTo("12[che][che]");
		assertThat(cover("12[che]34", "12")).isEqualTo("[che][che]34");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "[che: số]", "che", "che: s", "a [", "] b", "a [che: số] b", "a [che: số]", "[che: số] b" })
	void whatTouchesAMarkIsNot(String passage) {
		assertThatExceptionOfType(Redactions.TouchesMark.class).isThrownBy(() -> cover("a [che: số] b", passage));
	}

}
