package vn.toasoan.site;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.StandardEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Each wrong value is named with its variable, in one Vietnamese sentence.
 */
class WrongSettingsTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			url      | https://a.example/bao   | TOASOAN_SITE_URL phải có dạng https://bao.example.vn
			url      | https://a.example/?x=1  | TOASOAN_SITE_URL phải có dạng https://bao.example.vn
			url      | https://toi@a.example   | TOASOAN_SITE_URL phải có dạng https://bao.example.vn
			url      | bao.example.vn          | TOASOAN_SITE_URL phải có dạng https://bao.example.vn
			url      | ftp://bao.example.vn    | TOASOAN_SITE_URL phải có dạng https://bao.example.vn
			url      | http://[                | TOASOAN_SITE_URL có giá trị không dùng được, “http://[”
			zone     | Mars/Base               | TOASOAN_SITE_ZONE có giá trị không dùng được, “Mars/Base”
			language | fr                      | TOASOAN_SITE_LANGUAGE phải là vi hoặc en, không phải “fr”
			""")
	void ofTheSite(String name, String value, String sentence) {
		Map<String, String> settings = new HashMap<>(Map.of("toasoan.site.url", "http://localhost:8080"));
		settings.put("toasoan.site." + name, value);
		var source = new MapConfigurationPropertySource(settings);
		BindException failure = catchThrowableOfType(BindException.class,
				() -> new Binder(source).bind("toasoan.site", SiteSettings.class));
		FailureAnalysis analysis = new StartFailure().analyze(new IllegalStateException(failure));
		assertThat(analysis).isNotNull().extracting(FailureAnalysis::getDescription).asString().startsWith(sentence);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://bao.example.vn", "https://bao.example.vn/", "http://localhost:8080",
			"http://[::1]:8080" })
	void aRightAddressIsTaken(String url) {
		var source = new MapConfigurationPropertySource(Map.of("toasoan.site.url", url));
		SiteSettings site = new Binder(source).bind("toasoan.site", SiteSettings.class).get();
		assertThat(site.absolute("/bai-viet/a")).isEqualTo(url.replaceAll("/$", "") + "/bai-viet/a");
	}

	@ParameterizedTest
	@ValueSource(strings = { "abc", "99999", "65536", "-1", "80 80", "0x50" })
	void ofThePort(String port) {
		var environment = environment("SERVER_PORT", port);
		assertThatExceptionOfType(CannotStart.class).isThrownBy(() -> OperatorSettings.checkPorts(environment))
			.withMessage("SERVER_PORT phải là một số từ 1 đến 65535, không phải “" + port + "”.");
	}

	@Test
	void nothingIsWrongWithWhatIsLeftBlank() {
		var environment = environment("SERVER_PORT", "  ");
		OperatorSettings.dropBlanks(environment);
		OperatorSettings.checkPorts(environment);
		assertThat(environment.containsProperty("server.port")).isFalse();
	}

	@Test
	void whatIsNoFaultOfTheOperatorKeepsItsOwnWords() {
		assertThat(new StartFailure().analyze(new IllegalStateException("a bug"))).isNull();
	}

	private static StandardEnvironment environment(String variable, String value) {
		return new StandardEnvironment() {
			@Override
			public Map<String, Object> getSystemEnvironment() {
				return Map.of(variable, value);
			}
		};
	}

}
