package vn.toasoan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PreparedStartTests {

	@TempDir
	Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "TOASOAN_SITE_URL", "TOASOAN_MAIL_HOST", "SPRING_DATASOURCE_URL",
			"SPRING_DATASOURCE_PASSWORD", "SPRING_MAIL_HOST", "SERVER_PORT", "SERVER_ADDRESS", "LOGGING_LEVEL_ROOT",
			"PATH", "SPRINGFIELD", "SERVER" })
	void whatDecidesAboutNoBeanLeavesTheStartPrepared(String variable) {
		assertThat(withVariable(variable, "x")).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "SPRING_PROFILES_ACTIVE", "spring_profiles_active", "SPRING_JMX_ENABLED",
			"SPRING_DATASOURCE_TYPE", "SPRING_THREADS_VIRTUAL_ENABLED", "SPRING_APPLICATION_JSON",
			"SPRING_CONFIG_ADDITIONALLOCATION", "MANAGEMENT_SERVER_PORT", "SERVER_FORWARDHEADERSSTRATEGY",
			"SERVER_PORTS" })
	void whatMayDecideAboutABeanDoesNot(String variable) {
		assertThat(withVariable(variable, "x")).isFalse();
	}

	@Test
	void aVariableThatIsSetToNothingIsNotSet() {
		assertThat(withVariable("SPRING_PROFILES_ACTIVE", " ")).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "--server.port=9000, true", "--spring.datasource.hikari.maximum-pool-size=20, true",
			"--server.forward-headers-strategy=native, false", "--spring.jmx.enabled, false",
			"spring.jmx.enabled, true" })
	void optionsCountAsVariablesDo(String argument, boolean possible) {
		assertThat(start(Map.of(), new Properties(), List.of(argument))).isEqualTo(possible);
	}

	@Test
	void propertiesOfJavaCountToo() {
		var system = new Properties();
		system.setProperty("java.version", "25");
		system.setProperty("server.port", "9000");
		assertThat(start(Map.of(), system, List.of())).isTrue();
		system.setProperty("spring.main.lazy-initialization", "true");
		assertThat(start(Map.of(), system, List.of())).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "application.yaml", "application-home.properties", "config/application.yml",
			"config/home/application.properties" })
	void aFileOfSettingsBesideTheJarMayHoldAnything(String name) throws IOException {
		Path file = this.folder.resolve(name);
		Files.createDirectories(file.getParent());
		assertThat(start(Map.of(), new Properties(), List.of())).isTrue();
		Files.createFile(file);
		assertThat(start(Map.of(), new Properties(), List.of())).isFalse();
	}

	private boolean withVariable(String name, String value) {
		return start(Map.of(name, value), new Properties(), List.of());
	}

	private boolean start(Map<String, String> environment, Properties system, List<String> arguments) {
		return new PreparedStart(environment, system, arguments, this.folder).isPossible();
	}

}
