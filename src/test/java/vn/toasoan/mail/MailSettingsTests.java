package vn.toasoan.mail;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import vn.toasoan.site.CannotStart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MailSettingsTests {

	private static MailSettings settings(Map<String, String> values) {
		var source = new HashMap<String, String>();
		values.forEach((name, value) -> source.put("toasoan.mail." + name, value));
		return new Binder(new MapConfigurationPropertySource(source)).bindOrCreate("toasoan.mail", MailSettings.class);
	}

	@Test
	void withoutAHostThereIsNoMail() {
		assertThat(settings(Map.of()).isOn()).isFalse();
		assertThat(settings(Map.of("host", " ", "port", "", "from", "")).isOn()).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "STARTTLS, 587", "on, 465", "off, 25" })
	void thePortFollowsTheEncryption(String tls, int port) {
		var settings = settings(Map.of("host", "smtp.example.vn", "from", "toa-soan@example.vn", "tls", tls));
		assertThat(settings.isOn()).isTrue();
		assertThat(settings.portInUse()).isEqualTo(port);
	}

	@Test
	void whoSignsInWithAnAddressWritesFromThere() {
		var settings = settings(Map.of("host", "smtp.example.vn", "username", "toa-soan@example.vn"));
		assertThat(settings.from()).isEqualTo("toa-soan@example.vn");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			host | smtp.example.vn:25       | TOASOAN_MAIL_FROM phải là địa chỉ
			host | smtp://example.vn        | TOASOAN_MAIL_HOST phải là tên máy chủ thư
			port | 0                        | TOASOAN_MAIL_PORT phải là một số từ 1 đến 65535, không phải “0”
			port | 70000                    | TOASOAN_MAIL_PORT phải là một số từ 1 đến 65535, không phải “70000”
			from | toa-soan                 | TOASOAN_MAIL_FROM phải là địa chỉ
			from | Báo <toa-soan@example.vn>| TOASOAN_MAIL_FROM phải là địa chỉ
			""")
	void aWrongValueIsNamed(String name, String value, String sentence) {
		var values = new HashMap<>(
				Map.of("host", "smtp.example.vn", "from", "host".equals(name) ? "" : "a@example.vn"));
		values.put(name, value);
		assertThatExceptionOfType(BindException.class).isThrownBy(() -> settings(values))
			.havingRootCause()
			.isInstanceOf(CannotStart.class)
			.withMessageStartingWith(sentence);
	}

	@ParameterizedTest
	@ValueSource(strings = { "a@example.vn", "ten.toi+bao@mail.example.com.vn", "o'hara@example.vn" })
	void aLetterCanBeSentTo(String address) {
		assertThat(Addresses.isDeliverable(address)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a@b", "a@b@example.vn", "a,b@example.vn", "a..b@example.vn", ".a@example.vn",
			"a@-example.vn", "a@example.vn\r\nBcc: b@example.vn", "\"a b\"@example.vn", "tên@example.vn",
			"A <a@example.vn>" })
	void noLetterCanBeSentTo(String address) {
		assertThat(Addresses.isDeliverable(address)).isFalse();
	}

}
