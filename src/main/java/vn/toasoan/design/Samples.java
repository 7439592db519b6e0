package vn.toasoan.design;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import vn.toasoan.article.ArticleLine;
import vn.toasoan.article.ArticleStatus;
import vn.toasoan.article.ArticleTeaser;
import vn.toasoan.article.Comparison;
import vn.toasoan.article.CorrectionNotice;
import vn.toasoan.article.PublishedArticle;
import vn.toasoan.article.Source;
import vn.toasoan.comment.CommentMarks;
import vn.toasoan.comment.CommentMode;
import vn.toasoan.comment.CommentSource;
import vn.toasoan.comment.CommentStatus;
import vn.toasoan.comment.FirstLook;
import vn.toasoan.comment.CommentThread;
import vn.toasoan.comment.CommentView;
import vn.toasoan.comment.Discussion;
import vn.toasoan.comment.ThreadPage;
import vn.toasoan.moderation.QueueItem;
import vn.toasoan.tag.TopicLink;
import vn.toasoan.text.CommentMarkup;
import vn.toasoan.text.Markdown;

/**
 * What the design page shows: made up, and always the same. Nothing of it is stored, and
 * no address in it leads to anything that is.
 */
final class Samples {

	static final String ADDRESS = "https://example.vn/bai-viet/-";

	/** No article has this slug. */
	private static final String SLUG = "-";

	static final Instant MORNING = Instant.parse("2026-11-23T01:00:00Z");

	private static final TopicLink SECTION = new TopicLink(1, SLUG, "Đời sống");

	private static final String TITLE = "Ấp Cỗ Lễ giữ nghề đúc chuông: khi lửa lò gặp phần mềm mô phỏng";

	private static final String LONG_NAME = "Công Tằng Tôn Nữ Thị Quỳnh Trâm Phương Hoàng Anhhh";

	private static final String BODY = body();

	private Samples() {
	}

	private static String body() {
		try {
			return Markdown.render(new ClassPathResource("design/body.md").getContentAsString(StandardCharsets.UTF_8))
				.html();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("design/body.md is missing", ex);
		}
	}

	static List<ArticleLine> lines() {
		return List.of(
				new ArticleLine(1, "Những giọng nói sắp tắt", SLUG, ArticleStatus.DRAFT, "Lê Bảo Ngọc", null, MORNING,
						"Văn hóa"),
				new ArticleLine(2, TITLE, SLUG, ArticleStatus.PUBLISHED, "Ban biên tập", MORNING, MORNING, "Đời sống"),
				new ArticleLine(3, "Chip nhớ lên giá", SLUG, ArticleStatus.WITHDRAWN, "Đỗ Quỳnh", MORNING, MORNING,
						"Kinh tế"));
	}

	static QueueItem waiting() {
		return new QueueItem(1, "xepchoduyet1", "Nguyễn Thị Ễnh Ương",
				CommentMarkup
					.toHtml("> điện lấy ở đâu ra\n\nBài có nói ở **phần cuối** đấy bạn, xem https://example.vn/"),
				CommentStatus.PENDING, null, "203.0.113.0/24", MORNING, 1, TITLE, "/bai-viet/" + SLUG,
				new QueueItem.Parent("xepdadang123", "Trần Minh Khôi", "Điều tôi muốn biết là điện lấy ở đâu ra."), 0,
				0, FirstLook.verdict("PHONE +35 phone b0-3\nCONTACT +10  "), QueueItem.Standing.of("khoi"), null);
	}

	static QueueItem published() {
		return new QueueItem(2, "xepdadang123", LONG_NAME, CommentMarkup.toHtml("Khôngcódấucách".repeat(8)),
				CommentStatus.PUBLISHED, null, "2001:db8::/48", MORNING, 1, TITLE, "/bai-viet/" + SLUG, null, 12, 1,
				FirstLook.verdict(null), new QueueItem.Standing("khoa", false, true, true, false), null);
	}

	static Comparison comparison() {
		return Comparison.of("Đoạn này giống nhau.\n\nThợ đúc bớt được một phần ba số mẻ hỏng.",
				"Đoạn này giống nhau.\n\nThợ đúc bớt được gần nửa số mẻ hỏng.");
	}

	static List<ArticleTeaser> teasers() {
		return List.of(
				new ArticleTeaser(1, SLUG, TITLE,
						"Thợ đúc thử hình dáng chuông trên máy trước khi nấu đồng, và bớt được một phần ba số mẻ hỏng.",
						"Ban biên tập", SECTION, 6, MORNING),
				new ArticleTeaser(2, SLUG, "Những giọng nói sắp tắt",
						"Bốn làng ở miền núi ghi lại tiếng mẹ đẻ trước khi người cuối cùng biết nó ra đi.",
						"Lê Bảo Ngọc", SECTION, 9, MORNING.minus(Duration.ofDays(2))),
				new ArticleTeaser(3, SLUG, "Chip nhớ lên giá, máy chủ cũ được giữ thêm một năm", "", "Đỗ Quỳnh",
						SECTION, 3, MORNING.minus(Duration.ofDays(4))));
	}

	static PublishedArticle article() {
		return new PublishedArticle(1, SLUG, TITLE, "", "Ban biên tập", SECTION, BODY, 6,
				List.of(new Source("Báo cáo của làng nghề", "Hội nghề đúc đồng", "https://example.vn/bao-cao"),
						new Source("Trò chuyện với thợ đúc ở Cỗ Lễ", "", null)),
				MORNING, MORNING, 2, List.of(SECTION, new TopicLink(2, SLUG, "Làng nghề")),
				List.of(new CorrectionNotice(MORNING, "Bản đầu ghi nhầm số mẻ hỏng; con số đúng là một phần ba.")));
	}

	static Discussion discussion() {
		return new Discussion(CommentMode.FIRST_TIME, null, MORNING.plus(Duration.ofDays(14)), null,
				"Vụ việc còn đang được làm rõ. Xin không nêu tên người trong cuộc.", false, 12_332, 13, 0);
	}

	static Shown view() {
		return new Shown(null, "vuanhan12345");
	}

	/**
	 * A thread down to where the indent ends, one that waits, one that is gone, one from
	 * Blogger, and one that goes on.
	 */
	static ThreadPage threads() {
		var deep = new CommentThread(comment(1, 1, 0, "Trần Minh Khôi", "Điều tôi muốn biết là **điện** lấy ở đâu ra."),
				List.of(comment(2, 1, 1, "Nguyễn Thị Ễnh Ương",
						"> điện lấy ở đâu ra\n\nBài có nói ở phần cuối đấy bạn."),
						comment(3, 1, 2, "Đỗ Quỳnh", "Phần cuối nói về *hồ sơ* năng lượng thôi."),
						comment(4, 1, 3, "Trần Minh Khôi", "Đúng vậy. Xem thêm https://example.vn/dien-va-ai?nam=2026"),
						comment(5, 1, 4, "Lê Văn Hưng", "Cảm ơn cả hai!")),
				14);
		var waiting = alone(new CommentView(6, "vidu00000006", 6, "", 0, "Mai Lan",
				CommentMarkup.toHtml("Bình luận này còn chờ người duyệt."), false, null, true, CommentSource.SITE, 0,
				null, null, MORNING, CommentMarks.NONE, true, true));
		var gone = new CommentThread(
				new CommentView(7, "vidu00000007", 7, "", 0, "", "", true, null, false, CommentSource.SITE, 1, null,
						null, MORNING, CommentMarks.NONE, false, false),
				List.of(comment(8, 7, 1, "Phạm Gia Bình", "Xin mọi người giữ bình tĩnh.")), 0);
		var elsewhere = alone(new CommentView(9, "vidu00000009", 9, "", 0, "Hoa Sữa",
				CommentMarkup.toHtml("Tôi đọc bài này từ trang cũ."), false, null, false, CommentSource.BLOGGER, 0,
				null, null, MORNING.minus(Duration.ofDays(900)), CommentMarks.NONE, false, false));
		var unbroken = alone(comment(10, 10, 0, LONG_NAME, "Khôngcódấucách".repeat(8)));
		return new ThreadPage(List.of(deep, waiting, gone, elsewhere, unbroken), "tiep", deep.root());
	}

	private static CommentThread alone(CommentView comment) {
		return new CommentThread(comment, List.of(), 0);
	}

	private static CommentView comment(long id, long root, int depth, String name, String body) {
		return new CommentView(id, "vidu%08d".formatted(id), root, "", depth, name, CommentMarkup.toHtml(body), false,
				null, false, CommentSource.SITE, 0, (depth > 0) ? "vidu%08d".formatted(id - 1) : null,
				(depth > 0) ? "Trần Minh Khôi" : null, MORNING.plus(Duration.ofMinutes(id)), CommentMarks.NONE, false,
				false);
	}

	/**
	 * What of the discussion is shown, as its template asks for it.
	 *
	 * @param received public id of a comment that was taken and waits
	 */
	record Shown(@Nullable CommentSource source, String received) {

		public String orderParameter() {
			return "";
		}

		public boolean shows(@Nullable CommentSource other) {
			return this.source == other;
		}

	}

}
