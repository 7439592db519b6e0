import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Fills a database that the site has set up with made-up articles and comments, the same ones each time. Usage:
 * {@code java -cp 'lib/*' bench/Corpus.java URL USER PASSWORD articles N}, which raises the number of made-up articles to N, or
 * {@code … comments SLUG N}, which puts N comments below one of them: threads of five, as readers see them. The site
 * must not be running on an H2 file meanwhile.
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

	private final Connection connection;

	private final Random random = new Random(SEED);

	Corpus(Connection connection) {
		this.connection = connection;
	}

	public static void main(String[] args) throws SQLException {
		try (Connection connection = DriverManager.getConnection(args[0], args[1], args[2])) {
			connection.setAutoCommit(false);
			Corpus corpus = new Corpus(connection);
			if (args[3].equals("articles")) {
				corpus.articles(Integer.parseInt(args[4]));
			}
			else {
				corpus.comments(args[4], Integer.parseInt(args[5]));
			}
			connection.commit();
			connection.setAutoCommit(true);
			try (Statement statement = connection.createStatement()) {
				statement.execute("analyze");
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
