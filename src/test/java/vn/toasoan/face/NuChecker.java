package vn.toasoan.face;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.FileSystemUtils;

/**
 * The Nu HTML checker, which Maven puts into {@code target/nu-html-checker}, in a process
 * of its own. It looks at HTML only: its idea of CSS is older than ours.
 */
final class NuChecker {

	private static final Path JARS = Path.of("target", "nu-html-checker");

	private static final Path PAGES = Path.of("target", "pages");

	/** Thymeleaf closes the hidden field of the CSRF token like this; it is allowed. */
	private static final String HARMLESS = "Trailing slash on void elements";

	/** Its schema of HTML is deeply nested; with less it may give up. */
	private static final String STACK = "-Xss8m";

	private static final long TIMEOUT_MINUTES = 3;

	private NuChecker() {
	}

	/**
	 * Checks pages by their names. They stay in {@code target/pages} to be looked at.
	 * @return for each name what is wrong, errors and warnings, each with its line; an
	 * empty list if nothing is
	 */
	static Map<String, List<String>> check(Map<String, String> pages) throws IOException, InterruptedException {
		if (!Files.isDirectory(JARS)) {
			throw new IllegalStateException(JARS + " is missing: run ./mvnw generate-test-resources");
		}
		List<String> names = List.copyOf(pages.keySet());
		Map<String, List<String>> found = new LinkedHashMap<>();
		FileSystemUtils.deleteRecursively(PAGES);
		Files.createDirectories(PAGES);
		for (int i = 0; i < names.size(); i++) {
			Files.writeString(PAGES.resolve(i + ".html"), pages.getOrDefault(names.get(i), ""));
			found.put(names.get(i), new ArrayList<>());
		}
		for (JsonNode message : run().get("messages")) {
			if (message.get("message").asString().startsWith(HARMLESS)) {
				continue;
			}
			int page = Integer.parseInt(message.get("url").asString().replaceFirst("^.*/([0-9]+)\\.html$", "$1"));
			found.computeIfAbsent(names.get(page), (name) -> new ArrayList<>()).add(text(message));
		}
		return found;
	}

	private static JsonNode run() throws IOException, InterruptedException {
		Path result = PAGES.resolveSibling("nu-html-checker.json");
		Process checker = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), STACK,
				"-cp", JARS + "/*", "nu.validator.client.SimpleCommandLineValidator", "--format", "json", "--stdout",
				"--exit-zero-always", PAGES.toString())
			.redirectOutput(result.toFile())
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
		if (!checker.waitFor(TIMEOUT_MINUTES, TimeUnit.MINUTES)) {
			checker.destroyForcibly();
			throw new IllegalStateException("The HTML checker did not end within " + TIMEOUT_MINUTES + " minutes");
		}
		return JsonMapper.shared().readTree(Files.readString(result));
	}

	private static String text(JsonNode message) {
		return message.path("subType").asString(message.get("type").asString()) + ", line "
				+ message.path("lastLine").asInt() + ": " + message.get("message").asString() + " in "
				+ message.path("extract").asString("");
	}

}
