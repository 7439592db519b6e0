import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.text.Normalizer;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Fills a database that the site has set up with made-up articles and comments, the same ones each time. Usage:
 * {@code java -cp target/toasoan.jar bench/Corpus.java URL USER PASSWORD articles N}, which raises the number of made-up articles to N, or
 * {@code … comments SLUG N}, which puts N comments below one of them: threads of five, as readers see them; or
 * {@code … desk N}, which raises the number of comments that the desk knows to N, below all articles and in all states
 * (see {@link State}), with all that the site writes for them. The site must not be running on an H2 file meanwhile.
 */
class Corpus {

	private static final long SEED = 20_261_128;

	private static final int BATCH = 1000;

	private static final int THREAD = 5;

	private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

	/** A time at which everything here begins, before any that a real clock shows. */
	private static final OffsetDateTime BEGINNING = OffsetDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

	private static final String[] NAMES = { "Nguyễn Thị Hương", "Trần Đức Minh", "Lê Phương Thảo", "Phạm Quốc Bảo",
			"Hoàng Ngọc Ánh", "Vũ Đình Khải", "Đặng Thùy Trâm", "Bùi Xuân Trường", "Đỗ Hữu Nghĩa", "Ngô Bảo Châu",
			"Dương Khánh Linh", "Lý Thường", "Mai Đức", "Cô giáo ở Huế", "Bạn đọc Cần Thơ", "Kỹ sư điện" };

	private static final String[] WORDS = ("điện nước trung tâm dữ liệu mô hình ngôn ngữ tính toán máy chủ năng lượng "
			+ "giá thành phố người dân doanh nghiệp nhà nước giáo viên học sinh bệnh viện đường sắt sân bay cảng biển "
			+ "nông dân lúa gạo cà phê xuất khẩu thị trường lãi suất ngân hàng cổ phiếu đầu tư hạ tầng khí hậu lũ lụt "
			+ "hạn mặn đồng bằng sông Cửu Long miền Trung Hà Nội Sài Gòn Đà Nẵng quy hoạch môi trường rừng biển đảo "
			+ "văn hóa sách báo âm nhạc bóng đá tuyển trẻ huấn luyện viên khán giả nghiên cứu khoa học công nghệ phần "
			+ "mềm bán dẫn kỹ sư lương việc làm thuế chính sách minh bạch số liệu báo cáo chuyên gia nhận định rằng "
			+ "theo tôi nghĩ nên cần phải được không những mà còn đã đang sẽ vẫn rất hơn nhất của và với cho từ đến")
		.split(" ");

	/** As many comments has each writer who is known to the desk. */
	private static final int OF_ONE_WRITER = 40;

	/** What the desk's own comments are known by. */
	private static final String DESK = "desk-";

	private final Connection connection;

	private final Random random = new Random(SEED);

	Corpus(Connection connection) {
		this.connection = connection;
	}

	public static void main(String[] args) throws SQLException {
		try (Connection connection = DriverManager.getConnection(args[0], args[1], args[2])) {
			connection.setAutoCommit(false);
			if (args[0].startsWith("jdbc:h2:")) {
				// For this connection's work only: each batch on the disk at once would make the file ten times as large.
				connection.createStatement().execute("set write_delay 5000");
			}
			Corpus corpus = new Corpus(connection);
			if (args[3].equals("articles")) {
				corpus.articles(Integer.parseInt(args[4]));
			}
			else if (args[3].equals("desk")) {
				corpus.desk(Integer.parseInt(args[4]));
			}
			else {
				corpus.comments(args[4], Integer.parseInt(args[5]));
			}
			connection.commit();
			connection.setAutoCommit(true);
			try (Statement statement = connection.createStatement()) {
				// As the database does itself after a while; it then reads indexes alone.
				statement.execute(args[0].startsWith("jdbc:postgresql:") ? "vacuum analyze" : "analyze");
			}
		}
	}

	private void articles(int most) throws SQLException {
		long first = number("select count(*) from article where slug like 'bai-so-%'") + 1;
		long section = number("select min(id) from topic where section_position is not null");
		long sections = number("select count(*) from topic where section_position is not null");
		// The site's own numbers go up in fifties.
		long offset = 1_000_000;
		try (var article = this.connection.prepareStatement("""
				insert into article (id, slug, title, standfirst, byline, section_id, body_source, body_html, reading_minutes,
				sources, status, published_at, revised_at, created_at, created_by, revision, version)
				values (?, ?, ?, ?, ?, ?, ?, ?, 4, '', 'PUBLISHED', ?, ?, ?, null, 1, 1)""");
				var permalink = this.connection
					.prepareStatement("insert into permalink (path, article_id, created_at) values (?, ?, ?)");
				var discussion = this.connection.prepareStatement("""
						insert into discussion (article_id, mode, site_comments, blogger_comments, facebook_comments)
						values (?, null, 0, 0, 0)""")) {
			for (long n = first; n <= most; n++) {
				String[] paragraphs = IntStream.range(0, 8).mapToObj((i) -> sentences(5)).toArray(String[]::new);
				OffsetDateTime at = BEGINNING.plusMinutes(n);
				String slug = "bai-so-" + n;
				set(article, offset + n, slug, headline(), sentences(1), "Ban biên tập", section + n % sections,
						String.join("\n\n", paragraphs),
						"<p>" + String.join("</p>\n<p>", paragraphs) + "</p>\n", at, at, at);
				set(permalink, "/bai-viet/" + slug, offset + n, at);
				set(discussion, offset + n);
				if (n % BATCH == 0 || n == most) {
					run(article, permalink, discussion);
				}
			}
		}
	}

	private void comments(String slug, int count) throws SQLException {
		long article = number("select id from article where slug = '" + slug + "'");
		long first = Math.max(number("select coalesce(max(id), 0) from comment") + 1, 10_000);
		try (var comment = this.connection.prepareStatement("""
				insert into comment (id, public_id, article_id, parent_id, root_id, depth, path, status, listed, reply_count,
				source, author_name, author_key, body_source, body_html, content_hash, ip_prefix, created_at, published_at,
				version, likes, rank_score)
				values (?, ?, ?, ?, ?, ?, ?, 'PUBLISHED', true, ?, 'SITE', ?, ?, ?, ?, ?, '203.0.113.0/24', ?, ?, 0, ?, ?)""")) {
			for (int n = 0; n < count; n++) {
				long id = first + n;
				int place = n % THREAD;
				long root = id - place;
				int depth = Math.min(place, 2);
				Long parent = (depth == 0) ? null : (depth == 1) ? root : Long.valueOf(root + 1);
				String path = step(root) + ((depth == 2) ? step(root + 1) : "") + ((depth > 0) ? step(id) : "");
				int replies = (depth == 0) ? Math.min(THREAD, count - n) - 1 : 0;
				int likes = this.random.nextInt(20);
				String text = sentences(1 + this.random.nextInt(4));
				OffsetDateTime at = BEGINNING.plusSeconds(id);
				set(comment, id, publicId(id), article, parent, root, depth, path, replies,
						NAMES[this.random.nextInt(NAMES.length)], "corpus-" + this.random.nextInt(5000), text,
						"<p>" + text + "</p>\n", "corpus-" + id, at, at, likes, 10 * likes + 3 * replies);
				if (n % BATCH == BATCH - 1 || n == count - 1) {
					run(comment);
				}
			}
		}
		try (Statement statement = this.connection.createStatement()) {
			statement.executeUpdate("update discussion set site_comments = site_comments + " + count + " where article_id = " + article);
			statement.execute("alter sequence comment_seq restart with " + (first + count));
		}
	}

	/**
	 * What has become of a comment, in a discussion of the busy kind: of 200,000 comments 5,000 wait, half of them because
	 * they are suspect. The smallest numbers fill a page of each tab. All the others are published.
	 */
	private enum State {

		WAITING(80, 80), SUSPECT(80, 80), REPORTED(40, 400), APPEALED(30, 1000), REJECTED(20, 60), SPAM(40, 20), REMOVED(30, 60),
		PUBLISHED(0, 1);

		private final int least;

		private final int oneOf;

		State(int least, int oneOf) {
			this.least = least;
			this.oneOf = oneOf;
		}

		int among(int comments) {
			return (comments == 0) ? 0 : Math.max(this.least, comments / this.oneOf);
		}

		String status() {
			return switch (this) {
				case WAITING, SUSPECT -> "PENDING";
				case REPORTED, PUBLISHED -> "PUBLISHED";
				case APPEALED, REJECTED -> "REJECTED";
				case SPAM, REMOVED -> name();
			};
		}

		boolean isPublished() {
			return status().equals("PUBLISHED");
		}

		/** Suspect is what the screening has found something in, wherever it ended. */
		boolean isSuspect() {
			return this == SUSPECT || this == SPAM;
		}

		String reason() {
			return (this == REJECTED || this == APPEALED || this == REMOVED) ? "OFF_TOPIC" : null;
		}

	}

	/**
	 * Only the last comment of each thread is anything else than published, so that nothing hangs on it.
	 */
	private void desk(int most) throws SQLException {
		int there = (int) number("select count(*) from comment where content_hash like '" + DESK + "%'");
		List<State> last = new ArrayList<>();
		for (State state : State.values()) {
			if (state != State.PUBLISHED) {
				last.addAll(Collections.nCopies(state.among(most) - state.among(there), state));
			}
		}
		int threads = (most - there) / THREAD;
		last.addAll(Collections.nCopies(threads - last.size(), State.PUBLISHED));
		Collections.shuffle(last, this.random);
		long[] articles = numbers("select id from article where status = 'PUBLISHED' order by id");
		int writers = most / OF_ONE_WRITER;
		long first = Math.max(number("select coalesce(max(id), 0) from comment") + 1, 10_000);
		long event = Math.max(number("select coalesce(max(id), 0) from comment_event") + 1, 1_000_000);
		try (var comment = this.connection.prepareStatement("""
				insert into comment (id, public_id, article_id, parent_id, root_id, depth, path, status, listed, reply_count,
				source, author_name, author_key, body_source, body_html, content_hash, ip_prefix, created_at, published_at,
				version, likes, rank_score, reason, suspect, spam_score, reasons)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'SITE', ?, ?, ?, ?, ?, '203.0.113.0/24', ?, ?, 0, 0, 0, ?, ?, ?, ?)""");
				var events = this.connection.prepareStatement("""
						insert into comment_event (id, comment_id, at, actor_id, actor_name, from_status, to_status, reason)
						values (?, ?, ?, ?, ?, ?, ?, ?)""");
				var lesson = this.connection
					.prepareStatement("insert into lesson (comment_id, author_key, good, taught_at) values (?, ?, ?, ?)");
				var report = this.connection.prepareStatement("""
						insert into comment_report (comment_id, author_key, reason, note, ip_prefix, weight, reported_at)
						values (?, ?, 'INSULT', 'Xin xem lại lời này.', '198.51.100.0/24', 1, ?)""");
				var appeal = this.connection.prepareStatement("""
						insert into comment_appeal (comment_id, body, made_at, state) values (?, ?, ?, 'OPEN')""");
				var search = this.connection.prepareStatement(
						"insert into comment_search (comment_id, edits, folded_name, folded) values (?, 0, ?, ?)")) {
			for (int n = 0; n < threads * THREAD; n++) {
				long id = first + n;
				int place = n % THREAD;
				State state = (place == THREAD - 1) ? last.get(n / THREAD) : State.PUBLISHED;
				long root = id - place;
				int depth = Math.min(place, 2);
				Long parent = (depth == 0) ? null : (depth == 1) ? root : Long.valueOf(root + 1);
				String path = step(root) + ((depth == 2) ? step(root + 1) : "") + ((depth > 0) ? step(id) : "");
				int replies = (depth == 0) ? THREAD - (last.get(n / THREAD).isPublished() ? 1 : 2) : 0;
				String name = NAMES[this.random.nextInt(NAMES.length)];
				String writer = "%064x".formatted(this.random.nextInt(writers));
				String text = sentences(1 + this.random.nextInt(4));
				OffsetDateTime at = BEGINNING.plusSeconds(id);
				boolean seen = state.isPublished() || state == State.REMOVED;
				set(comment, id, publicId(id), articles[this.random.nextInt(articles.length)], parent, root, depth, path,
						state.status(), state.isPublished(), replies, name, writer, text, "<p>" + text + "</p>\n", DESK + id, at,
						seen ? at : null, state.reason(), state.isSuspect(), state.isSuspect() ? 40 : 0,
						state.isSuspect() ? "SALES +40 sales/mua-ngay b0-" + text.indexOf(' ') : null);
				String received = (state == State.SPAM) ? "SPAM" : "PENDING";
				set(events, event++, id, at, null, "Tòa soạn", null, received, null);
				if (seen) {
					set(events, event++, id, at, null, "Tòa soạn", received, "PUBLISHED", null);
				}
				if (state.reason() != null) {
					OffsetDateTime decided = at.plusHours(1);
					set(events, event++, id, decided, 1L, "Biên tập", seen ? "PUBLISHED" : received, state.status(),
							state.reason());
					set(lesson, id, writer, false, decided);
				}
				if (state == State.REPORTED) {
					set(report, id, "%064x".formatted(id), at.plusMinutes(5));
					set(report, id, "%064x".formatted(id + 1), at.plusMinutes(9));
				}
				if (state == State.APPEALED) {
					set(appeal, id, "Tôi nói đúng chuyện của bài.", at.plusHours(2));
				}
				set(search, id, fold(name), fold(name + "\n" + text));
				if (n % BATCH == BATCH - 1 || n == threads * THREAD - 1) {
					run(comment, events, lesson, report, appeal, search);
				}
			}
		}
		try (Statement statement = this.connection.createStatement()) {
			statement.executeUpdate("""
					update discussion set site_comments = (select count(*) from comment c
					where c.article_id = discussion.article_id and c.status = 'PUBLISHED' and c.source = 'SITE')""");
			statement.execute("alter sequence comment_seq restart with " + (first + threads * THREAD));
			statement.execute("alter sequence comment_event_seq restart with " + (event + 50));
		}
	}

	/** As the site folds texts for its search. */
	private static String fold(String text) {
		return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
			.replaceAll("\\p{M}+", "")
			.replace('đ', 'd');
	}

	private long[] numbers(String sql) throws SQLException {
		var numbers = LongStream.builder();
		try (Statement statement = this.connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
			while (row.next()) {
				numbers.add(row.getLong(1));
			}
		}
		return numbers.build().toArray();
	}

	private static String step(long id) {
		String step = Long.toString(id, 36);
		return "0".repeat(7 - step.length()) + step;
	}

	private static String publicId(long id) {
		StringBuilder letters = new StringBuilder();
		for (long rest = id; letters.length() < 12; rest /= ALPHABET.length()) {
			letters.append(ALPHABET.charAt((int) (rest % ALPHABET.length())));
		}
		return letters.toString();
	}

	private String headline() {
		return sentence(6 + this.random.nextInt(6)).replace(".", "");
	}

	private String sentences(int count) {
		return IntStream.range(0, count).mapToObj((i) -> sentence(8 + this.random.nextInt(16))).collect(Collectors.joining(" "));
	}

	private String sentence(int words) {
		String text = IntStream.range(0, words)
			.mapToObj((i) -> WORDS[this.random.nextInt(WORDS.length)])
			.collect(Collectors.joining(" "));
		return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) + ".";
	}

	private long number(String sql) throws SQLException {
		try (Statement statement = this.connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
			if (!row.next()) {
				throw new IllegalStateException("nothing found: " + sql);
			}
			return row.getLong(1);
		}
	}

	private static void set(PreparedStatement statement, Object... values) throws SQLException {
		for (int i = 0; i < values.length; i++) {
			statement.setObject(i + 1, values[i]);
		}
		statement.addBatch();
	}

	private void run(PreparedStatement... statements) throws SQLException {
		for (PreparedStatement statement : statements) {
			statement.executeBatch();
		}
		this.connection.commit();
	}

}
