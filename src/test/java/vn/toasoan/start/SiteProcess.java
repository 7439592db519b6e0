package vn.toasoan.start;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The site as an operator runs it: a process of its own, configured by its environment.
 */
final class SiteProcess implements AutoCloseable {

	static final String ARTICLE = "/bai-viet/llama-4-lan-song-moi-cua-ai-se-ngon-gap-10-lan-suc-manh-tinh-toan";

	private static final Duration PATIENCE = Duration.ofSeconds(120);

	private final Process process;

	private final Path output;

	private final int port;

	private SiteProcess(Process process, Path output, int port) {
		this.process = process;
		this.output = output;
		this.port = port;
	}

	static SiteProcess start(Path folder, Map<String, String> environment) throws IOException {
		return start(folder, environment, freePort());
	}

	static SiteProcess start(Path folder, Map<String, String> environment, int port) throws IOException {
		Path output = Files.createTempFile("toasoan-", ".log");
		var builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
				productionClassPath(), "vn.toasoan.ToaSoanApplication");
		builder.environment()
			.keySet()
			.removeIf(
					(name) -> name.startsWith("TOASOAN_") || name.startsWith("SPRING_") || name.startsWith("SERVER_"));
		Map<String, String> all = new HashMap<>(Map.of("TOASOAN_DATA_DIR", folder.toString(), "SERVER_PORT",
				Integer.toString(port), "TOASOAN_SITE_URL", "http://localhost:" + port));
		all.putAll(environment);
		builder.environment().putAll(all);
		builder.redirectErrorStream(true).redirectOutput(output.toFile());
		return new SiteProcess(builder.start(), output, port);
	}

	/** What the jar will hold, without the tests. */
	private static String productionClassPath() {
		return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter((entry) -> !entry.endsWith("test-classes"))
			.collect(Collectors.joining(File.pathSeparator));
	}

	/**
	 * Waits until the site answers.
	 */
	SiteProcess awaitReadiness() throws Exception {
		long end = System.nanoTime() + PATIENCE.toNanos();
		while (System.nanoTime() < end && this.process.isAlive()) {
			try {
				if (get("/actuator/health/readiness").statusCode() == 200) {
					return this;
				}
			}
			catch (IOException ex) {
				// Not listening yet.
			}
			TimeUnit.MILLISECONDS.sleep(200);
		}
		throw new AssertionError("The site did not start:\n" + output());
	}

	/**
	 * Waits until it has said something.
	 * @return all that it has said
	 */
	String awaitOutput(String words) throws Exception {
		long end = System.nanoTime() + PATIENCE.toNanos();
		while (System.nanoTime() < end && !output().contains(words)) {
			TimeUnit.MILLISECONDS.sleep(100);
		}
		return output();
	}

	/**
	 * Waits for the process to end by itself.
	 * @return its exit code
	 */
	int awaitExit() throws InterruptedException {
		if (!this.process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
			throw new AssertionError("The site is still running");
		}
		return this.process.exitValue();
	}

	HttpResponse<String> get(String path) throws IOException, InterruptedException {
		return send(HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path)).GET().build());
	}

	HttpResponse<String> post(String path, Map<String, String> form) throws IOException, InterruptedException {
		String body = form.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		return send(HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.build());
	}

	private static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
		return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
	}

	/**
	 * Ends it as {@code kill -9} does: it gets no chance to write anything.
	 */
	void kill() throws InterruptedException {
		this.process.destroyForcibly();
		awaitExit();
	}

	String output() throws IOException {
		return Files.readString(this.output);
	}

	int port() {
		return this.port;
	}

	static int freePort() throws IOException {
		try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	@Override
	public void close() throws IOException {
		this.process.destroyForcibly();
		this.process.onExit().join();
		Files.deleteIfExists(this.output);
	}

}
