package vn.toasoan.account;

import java.text.Normalizer;
import java.util.Objects;

import org.junit.jupiter.api.Test;

import org.springframework.security.crypto.password.PasswordEncoder;

import static org.assertj.core.api.Assertions.assertThat;

class PasswordTests {

	private final PasswordEncoder encoder = new Password().passwordEncoder();

	private final String hash = Objects.requireNonNull(this.encoder.encode("một câu thật dễ nhớ"));

	@Test
	void isKeptAsArgon2idAtTheCostThatOwaspNames() {
		assertThat(this.hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").hasSizeLessThan(200);
	}

	@Test
	void theSamePasswordIsKeptDifferentlyEachTime() {
		assertThat(this.encoder.encode("một câu thật dễ nhớ")).isNotEqualTo(this.hash);
	}

	@Test
	void theSameLettersAreTheSamePasswordHoweverTheyAreComposed() {
		String decomposed = Normalizer.normalize("một câu thật dễ nhớ", Normalizer.Form.NFD);
		assertThat(decomposed).hasSizeGreaterThan("một câu thật dễ nhớ".length());
		assertThat(this.encoder.matches(decomposed, this.hash)).isTrue();
		assertThat(this.encoder.matches("mot cau that de nho", this.hash)).isFalse();
	}

}
