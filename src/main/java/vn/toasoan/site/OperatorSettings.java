package vn.toasoan.site;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * What an operator sets in the process's environment. A variable that is set to nothing,
 * as {@code docker compose} does for one that its {@code .env} leaves out, counts as not
 * set.
 */
final class OperatorSettings {

	private static final int MAX_PORT = 65_535;

	private OperatorSettings() {
	}

	static void dropBlanks(ConfigurableEnvironment environment) {
		Map<String, Object> filled = new LinkedHashMap<>(environment.getSystemEnvironment());
		filled.values().removeIf((value) -> value.toString().isBlank());
		MutablePropertySources sources = environment.getPropertySources();
		String name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
		if (sources.contains(name)) {
			sources.replace(name, new SystemEnvironmentPropertySource(name, filled));
		}
	}

	/**
	 * Boot would say so only when the server is made, and not in one sentence.
	 * @throws CannotStart if a port is not a number from 0 to 65535
	 */
	static void checkPorts(ConfigurableEnvironment environment) {
		for (String variable : List.of("SERVER_PORT", "MANAGEMENT_SERVER_PORT")) {
			String port = environment.getProperty(variable.toLowerCase(Locale.ROOT).replace('_', '.'), "0");
			if (!port.matches("[0-9]{1,5}") || Integer.parseInt(port) > MAX_PORT) {
				throw new CannotStart(variable + " phải là một số từ 1 đến 65535, không phải “" + port + "”.", null);
			}
		}
	}

}
