package vn.toasoan.site;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SecretsTests {

	private static final String TEXT = "minh.anh@example.vn, Nguyễn Thị Ánh 😀";

	@TempDir
	Path folder = Path.of("");

	private Secrets secrets(String key) {
		return new Secrets(key, this.folder);
	}

	private Secrets secrets() {
		return TestSecrets.secrets();
	}

	@Test
	void whatWasSignedIsRecognised() {
		String signature = secrets().sign("cookie", TEXT);
		assertThat(secrets().isSigned("cookie", TEXT, signature)).isTrue();
		assertThat(signature).as("fit for an address").matches("[A-Za-z0-9_-]{43}");
	}

	@Test
	void nothingElseIs() {
		Secrets secrets = secrets();
		String signature = secrets.sign("cookie", TEXT);
		assertThat(secrets.isSigned("cookie", TEXT + " ", signature)).isFalse();
		assertThat(secrets.isSigned("cookie", "", signature)).isFalse();
		for (String forged : List.of("", signature + "A", signature.substring(1), signature.toLowerCase())) {
			assertThat(secrets.isSigned("cookie", TEXT, forged)).as(forged).isFalse();
		}
	}

	@Test
	void aSignatureForOnePurposeServesNoOther() {
		Secrets secrets = secrets();
		assertThat(secrets.isSigned("cursor", TEXT, secrets.sign("cookie", TEXT))).isFalse();
	}

	@Test
	void aSignatureOfAnotherSiteIsWorthNothing() {
		String other = secrets("một bí mật khác, cũng đủ dài cho 32 ký tự").sign("cookie", TEXT);
		assertThat(secrets().isSigned("cookie", TEXT, other)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", TEXT, "a\nb", "." })
	void whatWasEncryptedCanBeReadAgain(String text) {
		assertThat(secrets().decrypt("e-mail", secrets().encrypt("e-mail", text))).isEqualTo(text);
	}

	@Test
	void theSameTextIsEncryptedDifferentlyEachTime() {
		Secrets secrets = secrets();
		assertThat(secrets.encrypt("e-mail", TEXT)).isNotEqualTo(secrets.encrypt("e-mail", TEXT))
			.doesNotContain("minh");
	}

	@Test
	void forAnotherPurposeOrByAnotherSiteItCannotBeRead() {
		String encrypted = secrets().encrypt("e-mail", TEXT);
		assertThatIllegalArgumentException().isThrownBy(() -> secrets().decrypt("name", encrypted));
		Secrets other = secrets("một bí mật khác, cũng đủ dài cho 32 ký tự");
		assertThatIllegalArgumentException().isThrownBy(() -> other.decrypt("e-mail", encrypted));
	}

	@Test
	void whateverIsChangedInAnEncryptedTextIsNoticed() {
		String encrypted = secrets().encrypt("e-mail", TEXT);
		for (int i = 0; i < encrypted.length(); i++) {
			char changed = (encrypted.charAt(i) != 'A') ? 'A' : 'Q';
			String tampered = encrypted.substring(0, i) + changed + encrypted.substring(i + 1);
			assertThatIllegalArgumentException().as(tampered).isThrownBy(() -> secrets().decrypt("e-mail", tampered));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ".", "AAAA", ".AAAA", "không. phải", "a.b.c" })
	void whatWasNeverEncryptedIsRefused(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> secrets().decrypt("e-mail", text));
	}

	@Test
	void whatWasCutShortIsRefused() {
		String encrypted = secrets().encrypt("e-mail", TEXT);
		for (int length = 0; length < encrypted.length(); length++) {
			String cut = encrypted.substring(0, length);
			assertThatIllegalArgumentException().as(cut).isThrownBy(() -> secrets().decrypt("e-mail", cut));
		}
	}

	@Test
	void aSecretHasAtLeast32Characters() {
		assertThatExceptionOfType(CannotStart.class).isThrownBy(() -> secrets("x".repeat(31)))
			.withMessageStartingWith("TOASOAN_SECRET_KEY phải dài ít nhất 32 ký tự");
		assertThatExceptionOfType(CannotStart.class).isThrownBy(() -> secrets(" " + "x".repeat(31) + "\n"));
		assertThat(secrets("x".repeat(32)).sign("cookie", TEXT)).isNotEmpty();
	}

	@Test
	void withoutASecretTheSiteMakesOneAndKeepsIt() throws Exception {
		String signature = secrets("").sign("cookie", TEXT);
		Path file = this.folder.resolve("secret.key");
		assertThat(Files.readString(file)).hasSizeGreaterThanOrEqualTo(32);
		assertThat(secrets(" ").isSigned("cookie", TEXT, signature)).isTrue();
		assertThat(secrets().isSigned("cookie", TEXT, signature)).as("with a secret of the operator").isFalse();
		if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
			assertThat(Files.getPosixFilePermissions(file)).extracting(Object::toString)
				.containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE");
		}
	}

	@Test
	void aTokenIsNeverTheSameTwice() {
		assertThat(Secrets.randomToken()).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(Secrets.randomToken());
	}

}
