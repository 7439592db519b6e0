package vn.toasoan.text;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class TypographyTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			"Đi thôi"                       | “Đi thôi”
			Ông nói: "Đi thôi."             | Ông nói: “Đi thôi.”
			Ông nói ("đi thôi")             | Ông nói (“đi thôi”)
			"'Đi thôi', anh bảo thế"        | “‘Đi thôi’, anh bảo thế”
			Bà kể: "Nó kêu 'mẹ ơi'"         | Bà kể: “Nó kêu ‘mẹ ơi’”
			"Một" và "hai"                  | “Một” và “hai”
			"Bóng đá"--"vua"                | “Bóng đá”–“vua”
			rock 'n' roll                   | rock ‘n’ roll
			O'Brien, D'Arc                  | O’Brien, D’Arc
			khóa '90, 'em                   | khóa ’90, ’em
			công nhân' và chủ               | công nhân’ và chủ
			màn hình 27", cao 5'            | màn hình 27″, cao 5’
			"Apollo 13"                     | “Apollo 13”
			2024--2026                      | 2024–2026
			Hà Nội -- Huế --- Sài Gòn       | Hà Nội – Huế — Sài Gòn
			một...                          | một…
			"..." rồi im                    | “…” rồi im
			----  ....  -  .                | ----  ....  -  .
			a "                             | a ”
			""")
	void plainSignsBecomeRealOnes(String typed, String set) {
		assertThat(Typography.of(typed)).isEqualTo(set);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "“Đi” – ‘thôi’ — ra ngoài… 27″", "https://a.vn/x--y'z...",
			"http://a.vn/?q=--&b='c'", "www.a.vn/--", "sao-chép", "1.000.000", "8/2026" })
	void whatIsSetAlreadyAndAddressesStay(String text) {
		assertThat(Typography.of(text)).isEqualTo(text);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			"https://a.vn/x--y"         | “https://a.vn/x--y”
			xem www.a.vn--... -- rồi    | xem www.a.vn--... – rồi
			""")
	void onlyTheAddressStays(String typed, String set) {
		assertThat(Typography.of(typed)).isEqualTo(set);
	}

	@ParameterizedTest
	@MethodSource("vn.toasoan.text.RandomText#hostile")
	void settingTwiceChangesNothing(String text) {
		String once = Typography.of(text);
		assertThat(Typography.of(once)).isEqualTo(once);
	}

	@ParameterizedTest
	@MethodSource("vn.toasoan.text.RandomText#letters")
	void piecesTogetherAreTheWholeLine(String text) {
		int half = text.length() / 2;
		assertThat(Typography.of(text, new int[0])).hasSize(1);
		assertThat(String.join("", Typography.of(text.replaceAll("[-.]", ""), new int[] { 0, half / 2 })))
			.isEqualTo(Typography.of(text.replaceAll("[-.]", "")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "'", "\"", "-", ".", "a", "a.", "' ", "http", "://", "www." })
	void takesNoLongerThanItsTextIsLong(String piece) {
		assertTimeoutPreemptively(Duration.ofSeconds(5), () -> Typography.of(piece.repeat(100_000)));
	}

	@Test
	void aPieceIsSetByItsNeighbours() {
		assertThat(Typography.of("nói \"đi\"", new int[] { 4, 5, 7 })).containsExactly("nói ", "“", "đi", "”");
	}

}
