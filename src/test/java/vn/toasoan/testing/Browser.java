package vn.toasoan.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.WebError;
import com.microsoft.playwright.options.ColorScheme;
import org.jspecify.annotations.Nullable;

/**
 * The browser as one test sees it: opens pages, each for a reader of its own (its own
 * cookies and storage), and notes what goes wrong in them. To be used from the thread of
 * the test only.
 */
public final class Browser implements AutoCloseable {

	private static final double SETTLE_MILLISECONDS = 50;

	private final com.microsoft.playwright.Browser chromium;

	private final @Nullable String baseUrl;

	private final List<BrowserContext> contexts = new ArrayList<>();

	private final List<Problem> problems = new CopyOnWriteArrayList<>();

	private final Set<String> failedNavigations = ConcurrentHashMap.newKeySet();

	Browser(com.microsoft.playwright.Browser chromium, @Nullable String baseUrl) {
		this.chromium = chromium;
		this.baseUrl = baseUrl;
	}

	/**
	 * A page for a new reader in Việt Nam on a desktop.
	 */
	public Page newPage() {
		return newPage((options) -> {
		});
	}

	/**
	 * A page for a new reader, who differs from the usual one as the given settings say.
	 * More pages of the same reader come from {@code page.context().newPage()}.
	 */
	public Page newPage(Consumer<NewContextOptions> settings) {
		NewContextOptions options = new NewContextOptions().setLocale("vi-VN")
			.setTimezoneId("Asia/Ho_Chi_Minh")
			.setColorScheme(ColorScheme.LIGHT)
			.setViewportSize(1280, 800);
		if (this.baseUrl != null) {
			options.setBaseURL(this.baseUrl);
		}
		settings.accept(options);
		BrowserContext context = this.chromium.newContext(options);
		this.contexts.add(context);
		context.onConsoleMessage(this::note);
		context.onWebError(this::note);
		context.onRequestFailed(this::note);
		context.onResponse(this::note);
		return context.newPage();
	}

	Page newPage(View view) {
		return newPage((options) -> options.setViewportSize(view.width(), view.height())
			.setJavaScriptEnabled(view.javaScript())
			.setColorScheme(view.dark() ? ColorScheme.DARK : ColorScheme.LIGHT));
	}

	private void note(ConsoleMessage message) {
		if ("error".equals(message.type())) {
			this.problems.add(new Problem("console: " + message.text(), message.location()));
		}
	}

	private void note(WebError error) {
		this.problems.add(new Problem("script: " + error.error(), ""));
	}

	private void note(Request request) {
		// A link that starts a download, or a page that is left before all is loaded,
		// aborts a request. Nothing is wrong.
		if (!"net::ERR_ABORTED".equals(request.failure())) {
			this.problems.add(new Problem("request: " + request.url() + " " + request.failure(), ""));
		}
	}

	private void note(Response response) {
		if (response.status() >= 400 && response.request().isNavigationRequest()) {
			this.failedNavigations.add(response.url());
		}
	}

	/**
	 * What went wrong in the pages of this test so far: errors on the console, violations
	 * of the content security policy among them, uncaught exceptions, and parts that
	 * could not be loaded. That a page itself was answered with an error status is no
	 * problem here: a test may have asked for that.
	 */
	public List<String> problems() {
		pages().forEach((page) -> page.waitForTimeout(SETTLE_MILLISECONDS));
		return this.problems.stream()
			.filter((problem) -> !isStatusOfThePageItself(problem))
			.map(Problem::text)
			.toList();
	}

	private boolean isStatusOfThePageItself(Problem problem) {
		return problem.text().startsWith("console: Failed to load resource: the server responded")
				&& this.failedNavigations.stream().anyMatch(problem.location()::startsWith);
	}

	private List<Page> pages() {
		return this.contexts.stream().flatMap((context) -> context.pages().stream()).toList();
	}

	/**
	 * Saves a picture of each open page, from top to bottom: {@code name.png},
	 * {@code name-2.png} and so on.
	 */
	void photograph(Path folder, String name) {
		int number = 0;
		for (Page page : pages()) {
			number++;
			Path file = folder.resolve((number == 1) ? name + ".png" : name + "-" + number + ".png");
			page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
		}
	}

	@Override
	public void close() {
		this.contexts.forEach(BrowserContext::close);
	}

	private record Problem(String text, String location) {

	}

}
