package vn.toasoan.testing;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Stands behind {@link InBrowser}: starts one Chromium per JVM, gives each test its
 * {@link Browser}, and photographs what a failed test saw.
 */
class BrowserExtension implements ExecutionCondition, ParameterResolver, AfterEachCallback {

	private static final Logger log = LoggerFactory.getLogger(BrowserExtension.class);

	private static final Namespace NAMESPACE = Namespace.create(BrowserExtension.class);

	private static final Path SCREENSHOTS = Path.of("target", "screenshots");

	/**
	 * Runs as root in a container, never talks to anybody but the site under test, and
	 * draws letters the same however the machine would smooth them.
	 */
	private static final List<String> ARGUMENTS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
			"--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
			"--font-render-hinting=none", "--disable-lcd-text");

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		return decide(Chromium.find(System.getenv()), System.getenv());
	}

	/**
	 * Whether the tests run.
	 * @throws IllegalStateException if there is no browser where there must be one
	 */
	static ConditionEvaluationResult decide(Optional<Path> executable, Map<String, String> environment) {
		if (executable.isPresent()) {
			return ConditionEvaluationResult.enabled("Chromium is installed");
		}
		if ("true".equalsIgnoreCase(environment.get("CI"))) {
			throw new IllegalStateException(Chromium.HOW_TO_INSTALL + " With CI=true browser tests are not skipped.");
		}
		return ConditionEvaluationResult.disabled(Chromium.HOW_TO_INSTALL);
	}

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		Class<?> type = parameter.getParameter().getType();
		return type == Page.class || type == Browser.class;
	}

	@Override
	public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
		Browser browser = context.getStore(NAMESPACE)
			.computeIfAbsent(Browser.class, (key) -> new Browser(chromium(context), baseUrl(context)), Browser.class);
		if (parameter.getParameter().getType() == Browser.class) {
			return browser;
		}
		return parameter.findAnnotation(View.class).map(browser::newPage).orElseGet(browser::newPage);
	}

	private com.microsoft.playwright.Browser chromium(ExtensionContext context) {
		return context.getRoot()
			.getStore(NAMESPACE)
			.computeIfAbsent(Launched.class, (key) -> Launched.launch(), Launched.class)
			.chromium();
	}

	private static @Nullable String baseUrl(ExtensionContext context) {
		if (!TestContextAnnotationUtils.hasAnnotation(context.getRequiredTestClass(), SpringBootTest.class)) {
			return null;
		}
		String port = SpringExtension.getApplicationContext(context).getEnvironment().getProperty("local.server.port");
		return (port != null) ? "http://localhost:" + port : null;
	}

	@Override
	public void afterEach(ExtensionContext context) {
		Browser browser = context.getStore(NAMESPACE).remove(Browser.class, Browser.class);
		if (browser == null) {
			return;
		}
		try (browser) {
			if (context.getExecutionException().isPresent()) {
				browser.photograph(SCREENSHOTS, fileName(context));
			}
		}
		catch (PlaywrightException ex) {
			// The failure of the test itself is what matters.
			log.warn("Can't take a picture of what {} saw: {}", context.getDisplayName(), ex.getMessage());
		}
	}

	private static String fileName(ExtensionContext context) {
		String invocation = context.getUniqueId().replaceFirst("^.*invocation:#(\\d+)].*$", "-$1");
		String name = context.getRequiredTestClass().getName().replaceFirst("^.*\\.", "").replace('$', '.') + '.'
				+ context.getRequiredTestMethod().getName();
		return invocation.startsWith("-") ? name + invocation : name;
	}

	private record Launched(Playwright playwright, com.microsoft.playwright.Browser chromium) implements AutoCloseable {

		static Launched launch() {
			Path executable = Chromium.find(System.getenv())
				.orElseThrow(() -> new IllegalStateException(Chromium.HOW_TO_INSTALL));
			Playwright playwright = Playwright
				.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
			try {
				com.microsoft.playwright.Browser chromium = playwright.chromium()
					.launch(new LaunchOptions().setExecutablePath(executable).setArgs(ARGUMENTS));
				log.info("Browser tests run on Chromium {} ({})", chromium.version(), executable);
				return new Launched(playwright, chromium);
			}
			catch (RuntimeException ex) {
				playwright.close();
				throw ex;
			}
		}

		@Override
		public void close() {
			this.playwright.close();
		}

	}

}
