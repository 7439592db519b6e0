package vn.toasoan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.springframework.core.SpringProperties;

/**
 * Decides whether the site starts as it was prepared when it was packaged: which beans
 * there are was worked out then and need not be again (docs/adr/0029). What Spring Boot
 * makes of an operator's settings is part of that, so they may only be such that decide
 * about no bean; with others the beans are worked out at the start, as in development.
 */
final class PreparedStart {

	/** Spring's own switch; an operator may say {@code -Dspring.aot.enabled=false}. */
	static final String SWITCH = "spring.aot.enabled";

	/** What decides about beans, as Spring Boot's documentation has it. */
	private static final List<String> DECIDING = List.of("spring.", "server.", "management.");

	/**
	 * Names, or with a full stop at the end their beginnings, of what is read when the
	 * site starts and decides about no bean.
	 */
	private static final List<String> FREE = List.of("spring.datasource.url", "spring.datasource.username",
			"spring.datasource.password", "spring.datasource.hikari.", "spring.mail.", "server.port", "server.address",
			"server.tomcat.accesslog.");

	/** As Spring Boot looks for them. */
	private static final Pattern SETTINGS_FILE = Pattern.compile("application.*\\.(properties|xml|ya?ml)");

	private final Map<String, String> environment;

	private final Properties system;

	private final List<String> arguments;

	private final Path folder;

	PreparedStart(Map<String, String> environment, Properties system, List<String> arguments, Path folder) {
		this.environment = environment;
		this.system = system;
		this.arguments = arguments;
		this.folder = folder;
	}

	/**
	 * Turns it on for this process, unless that is decided already.
	 * @return whether it is on
	 */
	static boolean use(String... arguments) {
		var start = new PreparedStart(System.getenv(), System.getProperties(), List.of(arguments), Path.of(""));
		if (isPackaged() && SpringProperties.getProperty(SWITCH) == null && start.isPossible()) {
			SpringProperties.setFlag(SWITCH);
		}
		return SpringProperties.getFlag(SWITCH);
	}

	/**
	 * In development, what was prepared may be older than the classes beside it.
	 */
	private static boolean isPackaged() {
		String prepared = ToaSoanApplication.class.getSimpleName() + "__ApplicationContextInitializer.class";
		URL place = ToaSoanApplication.class.getResource(prepared);
		return place != null && place.getProtocol().equals("jar");
	}

	/**
	 * Whether nothing is set that might decide about a bean.
	 */
	boolean isPossible() {
		return settings().map(PreparedStart::uniform).noneMatch(PreparedStart::decides) && !hasSettingsFile();
	}

	private Stream<String> settings() {
		// One that is set to nothing counts as not set (see OperatorSettings).
		Stream<String> variables = this.environment.entrySet()
			.stream()
			.filter((variable) -> !variable.getValue().isBlank())
			.map(Map.Entry::getKey);
		Stream<String> options = this.arguments.stream()
			.filter((argument) -> argument.startsWith("--"))
			.map((argument) -> argument.substring(2).replaceFirst("=.*", ""));
		return Stream.of(variables, this.system.stringPropertyNames().stream(), options).flatMap((names) -> names);
	}

	/** Of a setting's many spellings one: SERVER_PORT is server.port. */
	private static String uniform(String name) {
		return name.toLowerCase(Locale.ROOT).replace('_', '.').replace('-', '.');
	}

	private static boolean decides(String name) {
		return DECIDING.stream().anyMatch(name::startsWith)
				&& FREE.stream().noneMatch((free) -> free.endsWith(".") ? name.startsWith(free) : name.equals(free));
	}

	/** Where the site is started, in {@code config} there, or in a folder of that. */
	private boolean hasSettingsFile() {
		return isIn(this.folder, 1) || isIn(this.folder.resolve("config"), 2);
	}

	private static boolean isIn(Path folder, int depth) {
		if (!Files.isDirectory(folder)) {
			return false;
		}
		try (Stream<Path> files = Files.find(folder, depth,
				(file, kind) -> SETTINGS_FILE.matcher(file.getFileName().toString()).matches())) {
			return files.findAny().isPresent();
		}
		catch (IOException | UncheckedIOException ex) {
			// What can't be looked at may hold one.
			return true;
		}
	}

}
