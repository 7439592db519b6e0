package vn.toasoan.moderation;

import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.toasoan.account.Role;
import vn.toasoan.comment.FirstLook;
import vn.toasoan.comment.ReaderKey;
import vn.toasoan.testing.Fixtures;
import vn.toasoan.testing.Fixtures.Written;
import vn.toasoan.testing.Html;
import vn.toasoan.testing.Newsroom;
import vn.toasoan.testing.SiteTest;
import vn.toasoan.testing.Visitor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever a comment says, the points of the reasons that are shown add up to its score.
 */
@SiteTest
abstract class PointsContract {

	private static final long SEED = 20_261_129;

	private static final int COMMENTS = 1_000;

	/** Words of every ground, and ordinary ones. */
	private static final List<String> PIECES = List.of("nhà cái", "nha cai", "n.h.à c.á.i", "tài xỉu", "xóc đĩa",
			"vay tiền nhanh", "trả góp ngày", "gái gọi", "việc nhẹ lương cao", "kiếm 500k mỗi ngày", "ib zalo",
			"0912 345 678", "liên hệ", "t.me/nhom", "bit.ly/3xYz", "a1.com", "https://example.com/b", "abc (.) com",
			"саsinо", "ch\u200Bào", "thằng ngu", "đồ rác rưởi", "bài hay quá", "cảm ơn tác giả", "hôm nay", "trời mưa",
			"về nhà cái đã", "\n", "!", "👩‍👧", "Tòa Soạn");

	private static final Pattern POINTS = Pattern.compile("^(−?\\d+) điểm");

	@Autowired
	Newsroom newsroom;

	@Autowired
	Fixtures fixtures;

	@Autowired
	JdbcClient jdbc;

	@Test
	void thePointsOfTheReasonsAddUpToTheScore() {
		Random random = new Random(SEED);
		List<Written> articles = List.of(this.fixtures.article(), this.fixtures.article(), this.fixtures.openArticle());
		ReaderKey known = new ReaderKey("points of somebody known");
		List<String> good = IntStream.range(0, 3)
			.mapToObj((n) -> this.fixtures.comment(articles.get(0), null, "Lời được duyệt thứ " + n, known))
			.toList();
		good.forEach(this.fixtures::approve);
		for (int n = 0; n < COMMENTS; n++) {
			String words = IntStream.rangeClosed(0, random.nextInt(8))
				.mapToObj((i) -> PIECES.get(random.nextInt(PIECES.size())))
				.reduce("Số " + random.nextInt(COMMENTS), (text, piece) -> text + " " + piece);
			ReaderKey reader = (random.nextInt(4) == 0) ? known : new ReaderKey("points " + n);
			this.fixtures.comment(articles.get(random.nextInt(articles.size())), null, words, reader);
		}
		List<Kept> kept = kept(articles);
		assertThat(kept).hasSizeGreaterThan(COMMENTS * 9 / 10);
		assertThat(kept.stream().filter((one) -> one.score() > 0)).hasSizeGreaterThan(COMMENTS / 2);
		assertThat(kept).allSatisfy(
				(one) -> assertThat(FirstLook.verdict(one.reasons()).score()).as(one.reasons()).isEqualTo(one.score()));
		assertThat(shown()).isGreaterThan(100);
	}

	private List<Kept> kept(List<Written> articles) {
		return this.jdbc
			.sql("select spam_score, coalesce(reasons, '') as reasons from comment where article_id in (:ids)")
			.param("ids", articles.stream().map(Written::id).toList())
			.query((row, n) -> new Kept(row.getInt("spam_score"), row.getString("reasons")))
			.list();
	}

	/** Looks at pages of the queue as an editor does. */
	private int shown() {
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		int seen = 0;
		String next = "/admin/comments?muc=spam";
		for (int page = 0; page < 8 && !next.isEmpty(); page++) {
			Document queue = editor.open(next);
			for (Element reasons : queue.select(".reasons:has(.sum):has(li b)")) {
				int sum = reasons.select("li b").stream().mapToInt((one) -> number(one.text())).sum();
				Matcher score = POINTS.matcher(Html.text(reasons, ".sum"));
				assertThat(score.find()).as(reasons.text()).isTrue();
				assertThat(number(score.group(1))).as(reasons.text()).isEqualTo(sum);
				seen++;
			}
			next = queue.select(".pager a[rel=next]").attr("href");
		}
		return seen;
	}

	private static int number(String text) {
		return Integer.parseInt(text.replace('−', '-').replace("+", ""));
	}

	/**
	 * As a comment is kept.
	 */
	private record Kept(int score, String reasons) {

	}

}
