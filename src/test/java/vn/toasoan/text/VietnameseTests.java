package vn.toasoan.text;

import java.text.Normalizer;
import java.text.Normalizer.Form;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class VietnameseTests {

	@Test
	void everyVietnameseLetterLosesItsMarks() {
		assertThat(Vietnamese.fold("ÀÁÂÃẢẠĂẮẰẲẴẶẤẦẨẪẬ àáâãảạăắằẳẵặấầẩẫậ"))
			.isEqualTo("aaaaaaaaaaaaaaaaa aaaaaaaaaaaaaaaaa");
		assertThat(Vietnamese.fold("ÈÉẺẼẸÊẾỀỂỄỆ ÌÍỈĨỊ ÒÓỎÕỌÔỐỒỔỖỘƠỚỜỞỠỢ"))
			.isEqualTo("eeeeeeeeeee iiiii ooooooooooooooooo");
		assertThat(Vietnamese.fold("ÙÚỦŨỤƯỨỪỬỮỰ ỲÝỶỸỴ Đđ")).isEqualTo("uuuuuuuuuuu yyyyy dd");
	}

	@Test
	void punctuationNumbersAndOtherScriptsStay() {
		assertThat(Vietnamese.fold("33 %, “Москва” がんばれ")).isEqualTo("33 %, “москва” がんばれ");
	}

	@Test
	void composedAndDecomposedTextFoldAlike() {
		String text = "Đường Nguyễn Huệ";
		assertThat(Vietnamese.fold(Normalizer.normalize(text, Form.NFD))).isEqualTo(Vietnamese.fold(text))
			.isEqualTo("duong nguyen hue");
	}

	@Test
	void foldingTwiceChangesNothing() {
		assertThat(RandomText.letters()).allSatisfy((text) -> {
			String once = Vietnamese.fold(text);
			assertThat(Vietnamese.fold(once)).isEqualTo(once);
			assertThat(Vietnamese.fold(Normalizer.normalize(text, Form.NFD))).isEqualTo(once);
		});
	}

}
