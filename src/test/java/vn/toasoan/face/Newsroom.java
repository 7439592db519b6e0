package vn.toasoan.face;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.toasoan.article.ArticleDesk;
import vn.toasoan.article.ArticleText;
import vn.toasoan.article.PublishedArticles;
import vn.toasoan.audit.Actor;
import vn.toasoan.comment.CommentStatus;
import vn.toasoan.comment.Decisions;
import vn.toasoan.comment.Posting;
import vn.toasoan.comment.ReaderKey;
import vn.toasoan.comment.Storms;
import vn.toasoan.comment.Submission;
import vn.toasoan.site.Secrets;
import vn.toasoan.tag.TopicDirectory;
import vn.toasoan.testing.MutableClock;

/**
 * A newsroom in the middle of its work, the same at every run: some articles, and a
 * discussion with everything that a discussion can have.
 */
@TestComponent
class Newsroom {

	static final String ARTICLE = "/bai-viet/llama-4-lan-song-moi-cua-ai-se-ngon-gap-10-lan-suc-manh-tinh-toan";

	private static final Actor EDITOR = new Actor(null, "Lê Bảo Ngọc");

	private static final String LONG_WORD = "Khôngcódấucách".repeat(6);

	private final ArticleDesk desk;

	private final PublishedArticles articles;

	private final TopicDirectory topics;

	private final Posting posting;

	private final Decisions decisions;

	private final JdbcClient jdbc;

	private final Secrets secrets;

	private final Storms storms;

	private final MutableClock clock;

	Newsroom(ArticleDesk desk, PublishedArticles articles, TopicDirectory topics, Posting posting, Decisions decisions,
			JdbcClient jdbc, Secrets secrets, Storms storms, MutableClock clock) {
		this.desk = desk;
		this.articles = articles;
		this.topics = topics;
		this.posting = posting;
		this.decisions = decisions;
		this.jdbc = jdbc;
		this.secrets = secrets;
		this.storms = storms;
		this.clock = clock;
	}

	/**
	 * Five more articles beside the first one.
	 */
	void publish() {
		article("Ấp Cỗ Lễ giữ nghề đúc chuông: khi lửa lò gặp phần mềm mô phỏng",
				"Thợ đúc thử hình dáng chuông trên máy trước khi nấu đồng, và bớt được một phần ba số mẻ hỏng.",
				"2026-11-22T23:30:00Z");
		article("Những giọng nói sắp tắt",
				"Bốn làng ở miền núi ghi lại tiếng mẹ đẻ trước khi người cuối cùng biết nó ra đi.",
				"2026-11-21T02:00:00Z");
		article("Chip nhớ lên giá, máy chủ cũ được giữ thêm một năm", "", "2026-11-19T08:15:00Z");
		article("Vì sao dự báo mưa ở thành phố lớn khó hơn ở nông thôn",
				"Bê tông, nhiệt và gió giữa các tòa nhà làm lệch những mô hình vốn được chỉnh cho đồng bằng.",
				"2026-11-17T01:45:00Z");
		article("Thư viện xã mở cửa ban đêm", "Sau giờ tan ca, phòng đọc đông hơn cả ban ngày.",
				"2026-11-12T10:00:00Z");
	}

	long article(String title, String standfirst, String at) {
		long section = this.topics.find("tri-tue-nhan-tao").orElseThrow().id();
		this.clock.set(Instant.parse(at));
		var text = new ArticleText(title, standfirst, "Ban biên tập", "Đoạn đầu của bài.\n\n## Phần hai\n\nHết.", "");
		long id = this.desk.create(text, "", section, List.of("Đời sống"), EDITOR);
		this.desk.publish(id, Instant.parse(at), EDITOR);
		this.clock.set(MutableClock.START);
		return id;
	}

	/**
	 * A discussion with nesting, a tombstone, a name of fifty characters, a word without
	 * end, and one comment that waits.
	 */
	void discuss() {
		String first = say(null, "Trần Minh Khôi", "Điều tôi muốn biết là **điện** lấy ở đâu ra.",
				"2026-11-20T03:10:00Z");
		String second = say(first, "Nguyễn Thị Ánh Tuyết", "> điện lấy ở đâu ra\n\nBài có nói ở phần cuối đấy bạn.",
				"2026-11-20T04:00:00Z");
		String third = say(second, "Đỗ Quỳnh", "Phần cuối nói về *hồ sơ* năng lượng thôi, chưa phải nguồn điện.",
				"2026-11-20T04:25:00Z");
		String fourth = say(third, "Trần Minh Khôi", "Đúng vậy. Xem thêm https://example.vn/dien-va-ai?nam=2026",
				"2026-11-20T05:00:00Z");
		say(fourth, "Lê Văn Hưng", "Cảm ơn cả hai!", "2026-11-20T06:00:00Z");
		String gone = say(null, "Người Nóng Tính", "Lời này sẽ bị gỡ.", "2026-11-21T01:00:00Z");
		say(gone, "Phạm Gia Bình", "Xin mọi người giữ bình tĩnh.", "2026-11-21T01:30:00Z");
		this.decisions.decide(gone, CommentStatus.PUBLISHED, CommentStatus.REMOVED, EDITOR, null);
		say(null, "Công Tằng Tôn Nữ Thị Quỳnh Trâm Phương Hoàng Anhhh", LONG_WORD, "2026-11-22T09:00:00Z");
		send(null, "Vũ Hà", "Bình luận này còn chờ người duyệt.", "2026-11-23T00:30:00Z");
		send(first, "Mai Lan", "Câu trả lời này cũng đang chờ.\n\nĐoạn thứ hai của nó.", "2026-11-23T00:40:00Z");
	}

	String say(@Nullable String parent, String name, String body, String at) {
		String id = send(parent, name, body, at);
		this.decisions.decide(id, CommentStatus.PENDING, CommentStatus.PUBLISHED, EDITOR, null);
		return id;
	}

	String send(@Nullable String parent, String name, String body, String at) {
		this.clock.set(Instant.parse(at));
		var reader = new ReaderKey("reader " + name);
		String id = this.posting.post(new Submission(article(), parent, name, null, body, false, reader, "203.0.113.7"))
			.publicId();
		this.clock.set(MutableClock.START);
		return id;
	}

	/**
	 * Where the last letter leads that asks for an address.
	 */
	String confirmation() {
		return confirmation(this.jdbc.sql("select max(id) from address_confirmation").query(Long.class).single());
	}

	String expiredConfirmation() {
		return confirmation(35);
	}

	private String confirmation(long id) {
		String number = Long.toString(id, 36);
		return "/xac-nhan/" + number + "." + this.secrets.sign("confirm address", number);
	}

	/**
	 * Where the letter leads that asks for the address of the only digest.
	 */
	String digestConfirmation() {
		String hash = this.jdbc.sql("select email_hash from digest").query(String.class).single();
		return "/admin/account/digest/confirmation/"
				+ this.secrets.sign("confirm digest", digestAccount() + "\n" + hash);
	}

	String digestEnd() {
		return "/thu-tom-tat/" + digestAccount() + "." + this.secrets.sign("end digest", digestAccount()) + "/thoi";
	}

	private String digestAccount() {
		return Long.toString(this.jdbc.sql("select account_id from digest").query(Long.class).single(), 36);
	}

	void storm() {
		this.storms.begin(EDITOR, "Bị gọi tên trên mạng", this.clock.instant().plusSeconds(3600));
	}

	void calm() {
		this.storms.calm(EDITOR, "Đã qua");
	}

	long article() {
		return this.articles.find(ARTICLE.substring("/bai-viet/".length())).orElseThrow().id();
	}

}
