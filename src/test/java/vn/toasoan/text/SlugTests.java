package vn.toasoan.text;

import java.text.Normalizer;
import java.text.Normalizer.Form;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SlugTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					Đà Nẵng: 3 dự án điện tử | da-nang-3-du-an-dien-tu
					Llama 4: Làn sóng mới của AI sẽ ngốn gấp 10 lần sức mạnh tính toán | llama-4-lan-song-moi-cua-ai-se-ngon-gap-10-lan-suc-manh-tinh-toan
					ƯỚC ĐƯỢC Ở TRƯỜNG XƯA | uoc-duoc-o-truong-xua
					  –– Hỏi & đáp!!  –– | hoi-dap
					Straße, Øresund, Łódź, Æther, İstanbul, Þór | strasse-oresund-lodz-aether-istanbul-thor
					Zuckerberg’s AI | zuckerbergs-ai
					ＡＢＣ ﬁn | abc-fin
					Москва 2024 | 2024
					""")
	void aTitleBecomesItsReadablePath(String title, String slug) {
		assertThat(Slug.of(title)).isEqualTo(slug);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "?!—…", "Москва", "北京", "😀", "\u0301", "’" })
	void aTitleWithoutLatinLettersHasNoSlug(String title) {
		assertThat(Slug.of(title)).isEmpty();
	}

	@Test
	void aDecomposedTitleGivesTheSameSlug() {
		String title = "Nguyễn Thị Ễnh Ương ở Đắk Lắk";
		String decomposed = Normalizer.normalize(title, Form.NFD);
		assertThat(decomposed).isNotEqualTo(title);
		assertThat(Slug.of(decomposed)).isEqualTo(Slug.of(title)).isEqualTo("nguyen-thi-enh-uong-o-dak-lak");
	}

	@Test
	void aLongTitleIsCutBetweenTwoWords() {
		assertThat(Slug.of("nghiêng ".repeat(40))).isEqualTo("nghieng-".repeat(14) + "nghieng");
		assertThat(Slug.of("a".repeat(119) + " b")).isEqualTo("a".repeat(119));
		assertThat(Slug.of("a".repeat(118) + " b")).isEqualTo("a".repeat(118) + "-b");
		assertThat(Slug.of("a".repeat(120) + " b")).isEqualTo("a".repeat(120));
	}

	@Test
	void aSingleEndlessWordIsCutInside() {
		assertThat(Slug.of("a".repeat(500))).isEqualTo("a".repeat(120));
	}

	@Test
	void whateverTheTitleTheSlugIsValidOrEmptyAndItsOwnSlug() {
		assertThat(RandomText.letters()).allSatisfy((title) -> {
			String slug = Slug.of(title);
			assertThat(slug.isEmpty() || Slug.isValid(slug)).isTrue();
			assertThat(Slug.of(slug)).isEqualTo(slug);
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "a", "10", "da-nang-3", "a-b-c" })
	void aSlugIsValid(String slug) {
		assertThat(Slug.isValid(slug)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "-", "-a", "a-", "a--b", "A", "đ", "a b", "a/b", "../a", "a\n" })
	void anythingElseIsNot(String slug) {
		assertThat(Slug.isValid(slug)).isFalse();
	}

	@Test
	void aSlugMayHave120CharactersAndNotOneMore() {
		assertThat(Slug.isValid("a".repeat(120))).isTrue();
		assertThat(Slug.isValid("a".repeat(121))).isFalse();
	}

}
