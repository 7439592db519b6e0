package vn.toasoan.delivery;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import vn.toasoan.ToaSoanApplication;
import vn.toasoan.article.ArticleDesk;
import vn.toasoan.article.ArticleText;
import vn.toasoan.audit.Actor;
import vn.toasoan.comment.CommentStatus;
import vn.toasoan.comment.Decisions;
import vn.toasoan.comment.Posting;
import vn.toasoan.comment.ReaderKey;
import vn.toasoan.comment.Submission;
import vn.toasoan.tag.TopicDirectory;
import vn.toasoan.testing.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two nodes on one PostgreSQL. What is done on either is on the pages of both within a
 * second, and nobody sees what is not for everybody.
 */
class TwoNodesTests {

	private static final Actor EDITOR = new Actor(null, "Biên tập");

	/** An order of steps that a failure can be repeated with. */
	private static final long SEED = 20_261_124;

	private static final int STEPS = 60;

	private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

	private static final List<ConfigurableApplicationContext> NODES = new ArrayList<>();

	private static final HttpClient CLIENT = HttpClient.newHttpClient();

	private final Random random = new Random(SEED);

	/** What readers must see below the article, and what they must not. */
	private final Map<String, Boolean> visible = new HashMap<>();

	private final Map<String, String> ids = new HashMap<>();

	@BeforeAll
	static void start(@TempDir Path folder) {
		TestDatabase database = TestDatabase.onPostgreSql();
		for (int n = 1; n <= 2; n++) {
			NODES.add(new SpringApplicationBuilder(ToaSoanApplication.class).run("--server.port=0",
					"--toasoan.data-dir=" + folder, "--toasoan.delivery.memory=8MB",
					"--spring.datasource.url=" + database.url(), "--spring.datasource.username=" + database.username(),
					"--spring.datasource.password=" + database.password(), "--spring.datasource.hikari.minimum-idle=0",
					"--spring.datasource.hikari.maximum-pool-size=8", "--spring.jmx.enabled=false"));
		}
	}

	@AfterAll
	static void stop() {
		NODES.forEach(ConfigurableApplicationContext::close);
	}

	@Test
	void whatIsDoneOnOneIsSeenOnBothWithinASecond() throws Exception {
		long article = article();
		List<Runnable> steps = List.of(() -> post(article), () -> decide(true), () -> decide(false),
				() -> correct(article));
		for (int step = 0; step < STEPS; step++) {
			read();
			steps.get(this.random.nextInt(steps.size())).run();
			long done = System.nanoTime();
			String wrong = wrong();
			while (!wrong.isEmpty() && System.nanoTime() - done < SECOND) {
				TimeUnit.MILLISECONDS.sleep(20);
				wrong = wrong();
			}
			assertThat(wrong).as("a second after step " + step).isEmpty();
		}
	}

	private long article() {
		ArticleDesk desk = any(ArticleDesk.class);
		long section = any(TopicDirectory.class).sections().get(0).id();
		var text = new ArticleText("Hai nút", "", "Ban biên tập", "Một đoạn.", "");
		long id = desk.create(text, "hai-nut", section, List.of(), EDITOR);
		desk.publish(id, Instant.now().minusSeconds(60), EDITOR);
		return id;
	}

	private void post(long article) {
		String words = "Lời số " + this.ids.size() + ".";
		var reader = new ReaderKey("reader " + this.ids.size());
		this.ids.put(words,
				any(Posting.class)
					.post(new Submission(article, null, "Bạn Đọc", null, words, false, reader, "203.0.113.7"))
					.publicId());
		this.visible.put(words, false);
	}

	/** Publishes one that waits, or takes down one that was published. */
	private void decide(boolean publish) {
		List<String> candidates = this.ids.keySet()
			.stream()
			.filter((words) -> !Boolean.valueOf(publish).equals(this.visible.get(words)))
			.sorted()
			.toList();
		if (!candidates.isEmpty()) {
			String words = candidates.get(this.random.nextInt(candidates.size()));
			String id = String.valueOf(this.ids.get(words));
			Stream.of(CommentStatus.values())
				.filter((from) -> Decisions.isAllowed(from, status(publish)))
				.filter((from) -> any(Decisions.class).decide(id, from, status(publish), EDITOR, null))
				.findFirst()
				.ifPresent((from) -> this.visible.put(words, publish));
		}
	}

	private static CommentStatus status(boolean published) {
		return published ? CommentStatus.PUBLISHED : CommentStatus.REMOVED;
	}

	private void correct(long article) {
		String words = "Đính chính số " + this.visible.size() + "-" + this.random.nextInt() + ".";
		any(ArticleDesk.class).correct(article, Instant.now(), words, EDITOR);
		this.visible.put(words, true);
	}

	/** Has both nodes keep the pages as they are now. */
	private void read() throws Exception {
		for (ConfigurableApplicationContext node : NODES) {
			page(node, "/bai-viet/hai-nut");
			page(node, "/");
		}
	}

	private String wrong() throws Exception {
		StringBuilder wrong = new StringBuilder();
		for (ConfigurableApplicationContext node : NODES) {
			String page = page(node, "/bai-viet/hai-nut");
			this.visible.forEach((words, isVisible) -> {
				if (page.contains(words) != isVisible) {
					wrong.append("node ").append(NODES.indexOf(node)).append(": ").append(words).append('\n');
				}
			});
		}
		return wrong.toString();
	}

	private static String page(ConfigurableApplicationContext node, String path) throws Exception {
		String port = node.getEnvironment().getProperty("local.server.port");
		var response = CLIENT.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(),
				BodyHandlers.ofString());
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
		return response.body();
	}

	private <T> T any(Class<T> type) {
		return NODES.get(this.random.nextInt(NODES.size())).getBean(type);
	}

}
