package vn.toasoan.comment;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
