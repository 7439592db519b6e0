package vn.toasoan.text;

import java.text.Normalizer;
import java.text.Normalizer.Form;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CommentTextTests {

	@Test
	void aDecomposedNameEqualsTheComposedOne() {
		assertThat(CommentText.normalize(Normalizer.normalize("Nguyễn", Form.NFD))).isEqualTo("Nguyễn");
	}

	@Test
	void everyKindOfLineEndIsALineFeed() {
		assertThat(CommentText.normalize("a\r\nb\rc\nd\u2028e")).isEqualTo("a\nb\nc\nd\ne");
	}

	@Test
	void controlCharactersGoButTabAndLineFeedStay() {
		assertThat(CommentText.normalize("a\u0000\u0007\u001B\u0085\u007Fb\tc\nd")).isEqualTo("ab\tc\nd");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\u202A", "\u202B", "\u202C", "\u202D", "\u202E", "\u2066", "\u2067", "\u2068", "\u2069",
			"\u200B", "\u200C", "\u200D", "\u200E", "\u200F", "\u2060", "\uFEFF", "\u00AD", "\u034F", "\uFE0F",
			"\u3164", "\uDB40\uDC67", "\uD83D", "\uDE00" })
	void whatNobodySeesGoes(String invisible) {
		assertThat(CommentText.normalize("a" + invisible + "b")).isEqualTo("ab");
	}

	@ParameterizedTest
	@ValueSource(strings = { "👨‍👩‍👧‍👦", "❤️", "👩🏽‍🚀", "🏳️‍🌈", "1️⃣", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "❤️‍🔥", "🇻🇳", "↔️",
			"😀" })
	void emojiSurviveWhole(String emoji) {
		assertThat(CommentText.normalize("x " + emoji + " y")).isEqualTo("x " + emoji + " y");
	}

	@Test
	void aStackOfMarksIsCutToEight() {
		assertThat(CommentText.normalize("x" + "\u0334".repeat(50) + "y")).isEqualTo("x" + "\u0334".repeat(8) + "y");
		assertThat(CommentText.normalize("x" + "\u0334".repeat(8))).isEqualTo("x" + "\u0334".repeat(8));
	}

	@Test
	void spacesAtLineEndsAndAroundTheTextGo() {
		assertThat(CommentText.normalize(" \n a \t\nb\u00A0\n\u3000c  ")).isEqualTo("a\nb\n\u3000c");
	}

	@Test
	void severalBlankLinesBecomeOne() {
		assertThat(CommentText.normalize("a\n\nb\n\n\nc\n \n\t\n\nd")).isEqualTo("a\n\nb\n\nc\n\nd");
	}

	@Test
	void aTextOfNothingVisibleIsEmpty() {
		assertThat(CommentText.normalize("\u00A0\u3000 \u200B\n\uFEFF\u3164")).isEmpty();
	}

	@Test
	void theLengthIsCountedInCodePointsAfterNormalising() {
		assertThat(CommentText.length(Normalizer.normalize("  Nguyễn\u200B ", Form.NFD))).isEqualTo(6);
		assertThat(CommentText.length("😀😀")).isEqualTo(2);
		assertThat(CommentText.length("")).isZero();
	}

	@Test
	void normalisingTwiceChangesNothingAndFormsAreEqual() {
		assertThat(RandomText.letters()).allSatisfy((text) -> {
			String once = CommentText.normalize(text);
			assertThat(CommentText.normalize(once)).isEqualTo(once);
			assertThat(Normalizer.isNormalized(once, Form.NFC)).isTrue();
			assertThat(CommentText.normalize(Normalizer.normalize(text, Form.NFD))).isEqualTo(once);
			assertThat(once).doesNotContain("\r", "\n\n\n", "\u202E", "\u200B", " \n");
		});
	}

}
