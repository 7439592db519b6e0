package vn.toasoan.delivery;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.toasoan.ToaSoanApplication;
import vn.toasoan.account.NewsroomStaff;
import vn.toasoan.account.SignedIn;
import vn.toasoan.article.ArticleDesk;
import vn.toasoan.article.ArticleText;
import vn.toasoan.article.Pen;
import vn.toasoan.audit.Actor;
import vn.toasoan.comment.CommentStatus;
import vn.toasoan.comment.Decisions;
import vn.toasoan.tag.TopicDirectory;
import vn.toasoan.testing.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Two nodes on one PostgreSQL, and whatever happens on them in whatever order. What is
 * done on either is on the pages of both within a second, and at no moment does anybody
 * without a cookie see what is not for everybody, or get a cookie.
 */
class TwoNodesTests {

	private static final SignedIn EDITOR = NewsroomStaff.editor("Biên tập");

	private static final int STEPS = 50;

	/** More would not all stand on the first page. */
	private static final int COMMENTS = 18;

	/** More to one comment would not all stand on the first page, either. */
	private static final int ANSWERS = 3;

	private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

	private static final List<ConfigurableApplicationContext> NODES = new ArrayList<>();

	private static final HttpClient CLIENT = HttpClient.newHttpClient();

	private static final AtomicInteger WORDS = new AtomicInteger();

	/** What was never for everybody until now, on whatever page. */
	private final Set<String> secret = ConcurrentHashMap.newKeySet();

	private final Queue<String> leaks = new ConcurrentLinkedQueue<>();

	/** Which words readers must see, and which not, by the page that shows them. */
	private final Map<String, Map<String, Boolean>> expected = new TreeMap<>();

	private final Map<String, String> comments = new TreeMap<>();

	/** By the words of the answered comment. */
	private final Map<String, Integer> answers = new HashMap<>();

	private final Map<String, Integer> likes = new HashMap<>();

	private final Map<String, Long> articles = new TreeMap<>();

	private Random random = new Random();

	private String path = "";

	private long article;

	private String text = "";

	@BeforeAll
	static void start(@TempDir Path folder) {
		TestDatabase database = TestDatabase.onPostgreSql();
		for (int n = 1; n <= 2; n++) {
			NODES.add(new SpringApplicationBuilder(ToaSoanApplication.class).run("--server.port=0",
					"--toasoan.data-dir=" + folder, "--toasoan.delivery.memory=8MB", "--toasoan.comments.mode=ALL",
					"--toasoan.limits.comments.network=off", "--toasoan.limits.comments.newcomers=off",
					"--toasoan.limits.likes.newcomers=off", "--spring.datasource.url=" + database.url(),
					"--spring.datasource.username=" + database.username(),
					"--spring.datasource.password=" + database.password(), "--spring.datasource.hikari.minimum-idle=0",
					"--spring.datasource.hikari.maximum-pool-size=8", "--spring.jmx.enabled=false"));
		}
	}

	@AfterAll
	static void stop() {
		NODES.forEach(ConfigurableApplicationContext::close);
	}

	/** Two that are always the same, and one that nobody has tried before. */
	static LongStream seeds() {
		return LongStream.of(20_261_124, 20_261_128, System.currentTimeMillis());
	}

	@ParameterizedTest(name = "in the order {0}")
	@MethodSource("seeds")
	void whateverIsDoneOnEitherIsSeenOnBothWithinASecondAndNothingElse(long seed) throws Exception {
		this.random = new Random(seed);
		this.article = article("Hai nút " + seed, true);
		this.path = "/bai-viet/hai-nut-" + seed;
		List<Step> steps = List.of(this::comment, this::answer, () -> decide(true), () -> decide(false), this::correct,
				this::revise, this::like, this::draft, this::publish, this::withdraw);
		var over = new AtomicBoolean();
		List<Thread> strangers = NODES.stream().map((node) -> new Thread(() -> wander(node, over))).toList();
		strangers.forEach(Thread::start);
		try {
			for (int step = 0; step < STEPS; step++) {
				steps.get(this.random.nextInt(steps.size())).take();
				long done = System.nanoTime();
				String wrong = wrong();
				while (!wrong.isEmpty() && System.nanoTime() - done < SECOND) {
					TimeUnit.MILLISECONDS.sleep(20);
					wrong = wrong();
				}
				assertThat(wrong.isEmpty() ? "" : wrong()).as("a second after step " + step).isEmpty();
				assertThat(this.leaks).as("after step " + step).isEmpty();
			}
		}
		finally {
			over.set(true);
			for (Thread stranger : strangers) {
				stranger.join();
			}
		}
	}

	/** As where a cable has come out: nothing comes any more, and nothing says so. */
	@Test
	void aNodeThatHasGoneDeafInSilenceNoticesIt() throws Exception {
		this.random = new Random(1);
		this.article = article("Hai nút im lặng", true);
		this.path = "/bai-viet/hai-nut-im-lang";
		await().atMost(Duration.ofSeconds(5)).until(() -> wrong().isEmpty());
		List<Long> listeners = listeners();
		assertThat(listeners).hasSize(2);
		signal("STOP", listeners);
		try {
			comment();
			await().atMost(Duration.ofSeconds(5)).until(() -> wrong().isEmpty());
			await().atMost(Duration.ofSeconds(5)).until(() -> listeners().size() == 4);
			comment();
			await().atMost(Duration.ofSeconds(1)).until(() -> wrong().isEmpty());
		}
		finally {
			signal("CONT", listeners);
		}
	}

	private static List<Long> listeners() {
		return NODES.get(0).getBean(JdbcClient.class).sql("""
				select pid from pg_stat_activity
				where datname = current_database() and query in ('listen toasoan_pages', 'select 1')
				""").query(Long.class).list();
	}

	private static void signal(String name, List<Long> processes) throws Exception {
		for (long process : processes) {
			assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(process)).start().waitFor()).isZero();
		}
	}

	/** Somebody without a cookie, who reads all the time, also while things change. */
	private void wander(ConfigurableApplicationContext node, AtomicBoolean over) {
		while (!over.get()) {
			for (String page : List.of(this.path, "/", "/binh-luan.atom", this.path + "?xep=moi-nhat", "/binh-luan")) {
				try {
					var response = get(node, page, "");
					this.secret.stream()
						.filter((words) -> response.body().contains(words))
						.forEach((words) -> this.leaks.add(page + " shows " + words));
					TimeUnit.MILLISECONDS.sleep(10);
					response.headers()
						.firstValue("Set-Cookie")
						.ifPresent((cookie) -> this.leaks.add(page + " sets " + cookie));
				}
				catch (Exception ex) {
					this.leaks.add(page + ": " + ex);
				}
			}
		}
	}

	private long article(String title, boolean published) {
		ArticleDesk desk = any(ArticleDesk.class);
		long section = any(TopicDirectory.class).sections().get(0).id();
		long id = desk.create(text(title, "Một đoạn."), "", section, List.of(), new Actor(null, "Biên tập"));
		if (published) {
			desk.publish(id, Instant.now().minusSeconds(60), EDITOR.actor());
		}
		return id;
	}

	private static ArticleText text(String title, String body) {
		return new ArticleText(title, "", "Ban biên tập", body, "");
	}

	private void comment() throws Exception {
		if (this.comments.size() == COMMENTS) {
			decide(true);
			return;
		}
		this.answers.put(write("Lời", ""), 0);
	}

	/** Where there is room for the answer on the page. */
	private void answer() throws Exception {
		List<String> published = published().stream()
			.filter((said) -> this.answers.getOrDefault(said, ANSWERS) < ANSWERS)
			.toList();
		if (published.isEmpty() || this.comments.size() == COMMENTS) {
			comment();
			return;
		}
		String answered = published.get(this.random.nextInt(published.size()));
		write("Trả lời", "&parent=" + this.comments.get(answered));
		this.answers.merge(answered, 1, Integer::sum);
	}

	/** By a reader, who sees it on both nodes at once, and nobody else does. */
	private String write(String kind, String parent) throws Exception {
		String said = words(kind);
		this.secret.add(said);
		String form = "name=" + encode("Bạn Đọc") + "&body=" + encode(said) + "&action=gui" + parent;
		var answer = CLIENT.send(HttpRequest.newBuilder(address(any(), this.path + "/binh-luan"))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(form))
			.build(), BodyHandlers.ofString());
		assertThat(answer.statusCode()).isEqualTo(303);
		String location = answer.headers().firstValue("Location").orElseThrow();
		this.comments.put(said, location.replaceAll(".*#bl-", ""));
		expect(this.path, said, false);
		String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow().replaceAll(";.*", "");
		for (ConfigurableApplicationContext node : NODES) {
			assertThat(get(node, this.path, cookie).body()).contains(said);
		}
		return said;
	}

	/** Publishes one that waits, or takes down one that was published. */
	private void decide(boolean publish) {
		List<String> candidates = this.comments.keySet()
			.stream()
			.filter((said) -> !Boolean.valueOf(publish).equals(on(this.path).get(said)))
			.toList();
		if (candidates.isEmpty()) {
			return;
		}
		String said = candidates.get(this.random.nextInt(candidates.size()));
		String id = String.valueOf(this.comments.get(said));
		CommentStatus to = publish ? CommentStatus.PUBLISHED : CommentStatus.REMOVED;
		if (publish) {
			this.secret.remove(said);
		}
		Stream.of(CommentStatus.values())
			.filter((from) -> Decisions.isAllowed(from, to))
			.filter((from) -> any(Decisions.class).decide(id, from, to, EDITOR.actor(), null))
			.findFirst()
			.ifPresent((from) -> {
				expect(this.path, said, publish);
				expect("/binh-luan.atom", said, publish);
				expectLikes(said, publish);
			});
	}

	private void correct() {
		String said = words("Đính chính");
		any(ArticleDesk.class).correct(this.article, Instant.now(), said, EDITOR.actor());
		expect(this.path, said, true);
	}

	private void revise() {
		String said = words("Bản");
		Pen.revise(any(ArticleDesk.class), this.article, text("Hai nút", said), EDITOR);
		if (!this.text.isEmpty()) {
			expect(this.path, this.text, false);
		}
		this.text = said;
		expect(this.path, said, true);
	}

	/** The number beside the button is on everybody's page. */
	private void like() throws Exception {
		List<String> published = published();
		if (!published.isEmpty()) {
			String said = published.get(this.random.nextInt(published.size()));
			var answer = CLIENT.send(HttpRequest.newBuilder(address(any(), "/bl/" + this.comments.get(said) + "/thich"))
				.POST(HttpRequest.BodyPublishers.noBody())
				.build(), BodyHandlers.ofString());
			assertThat(answer.statusCode()).isEqualTo(303);
			expectLikes(said, false);
			this.likes.merge(said, 1, Integer::sum);
			expectLikes(said, true);
		}
	}

	private void expectLikes(String said, boolean visible) {
		String number = this.likes.containsKey(said) ? String.valueOf(this.likes.get(said)) : "";
		expect(this.path, "/bl/" + this.comments.get(said)
				+ "/thich\"><button class=\"like\" aria-pressed=\"false\">Thích <span>" + number + "</span>", visible);
	}

	private List<String> published() {
		return this.comments.keySet().stream().filter((said) -> Boolean.TRUE.equals(on(this.path).get(said))).toList();
	}

	private void draft() {
		String title = words("Bài");
		this.secret.add(title);
		this.articles.put(title, article(title, false));
		expect("/", title, false);
	}

	private void publish() {
		article(false).ifPresent((article) -> {
			this.secret.remove(article.getKey());
			any(ArticleDesk.class).publish(article.getValue(), Instant.now().minusSeconds(1), EDITOR.actor());
			expect("/", article.getKey(), true);
		});
	}

	private void withdraw() {
		article(true).ifPresent((article) -> {
			Pen.withdraw(any(ArticleDesk.class), article.getValue(), EDITOR);
			expect("/", article.getKey(), false);
		});
	}

	private Optional<Map.Entry<String, Long>> article(boolean published) {
		return this.articles.entrySet()
			.stream()
			.filter((article) -> Boolean.valueOf(published).equals(on("/").get(article.getKey())))
			.findFirst();
	}

	private String words(String kind) {
		return kind + " số " + WORDS.incrementAndGet() + ".";
	}

	private Map<String, Boolean> on(String page) {
		return this.expected.computeIfAbsent(page, (any) -> new HashMap<>());
	}

	private void expect(String page, String words, boolean visible) {
		on(page).put(words, visible);
	}

	private String wrong() throws Exception {
		StringBuilder wrong = new StringBuilder();
		for (ConfigurableApplicationContext node : NODES) {
			for (Map.Entry<String, Map<String, Boolean>> page : this.expected.entrySet()) {
				var response = get(node, page.getKey(), "");
				assertThat(response.statusCode()).isEqualTo(200);
				assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
				page.getValue().forEach((words, visible) -> {
					if (response.body().contains(words) != visible) {
						wrong.append("node ")
							.append(NODES.indexOf(node))
							.append(", ")
							.append(page.getKey())
							.append(": ")
							.append(words)
							.append('\n');
					}
				});
			}
		}
		return wrong.toString();
	}

	private static HttpResponse<String> get(ConfigurableApplicationContext node, String page, String cookie)
			throws Exception {
		var request = HttpRequest.newBuilder(address(node, page));
		if (!cookie.isEmpty()) {
			request.header("Cookie", cookie);
		}
		return CLIENT.send(request.build(), BodyHandlers.ofString());
	}

	private static URI address(ConfigurableApplicationContext node, String page) {
		return URI.create("http://localhost:" + node.getEnvironment().getProperty("local.server.port") + page);
	}

	private static String encode(String word) {
		return URLEncoder.encode(word, StandardCharsets.UTF_8);
	}

	private ConfigurableApplicationContext any() {
		return NODES.get(this.random.nextInt(NODES.size()));
	}

	private <T> T any(Class<T> type) {
		return any().getBean(type);
	}

	/** Something that happens. */
	private interface Step {

		void take() throws Exception;

	}

}
