package vn.toasoan.comment;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import vn.toasoan.account.Role;
import vn.toasoan.audit.Actor;
import vn.toasoan.testing.AtOnce;
import vn.toasoan.testing.Fixtures;
import vn.toasoan.testing.Fixtures.Written;
import vn.toasoan.testing.Form;
import vn.toasoan.testing.Html;
import vn.toasoan.testing.Newsroom;
import vn.toasoan.testing.SitePages;
import vn.toasoan.testing.TestReader;
import vn.toasoan.testing.Visitor;
import vn.toasoan.web.NoSuchPage;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A reader takes away all that is kept under the key, and has all of it erased: every
 * column of every table of the site is searched for what was there before.
 */
@SitePages
@Import(Newsroom.class)
@TestPropertySource(properties = { "toasoan.delivery.memory=8MB", "toasoan.limits.comments.reader=100/1h",
		"toasoan.limits.likes.reader=100/1h", "toasoan.limits.reports.reader=100/1h",
		"toasoan.limits.reports.network=100/1h" })
abstract class ErasureContract {

	private static final String PAGE = "/binh-luan-cua-toi";

	private static final Actor EDITOR = new Actor(7L, "Biên tập viên");

	/** Whatever is looked for afterwards must stand somewhere before. */
	private static final String NAME = "Ngô Xóa Sạch";

	private static final String EMAIL = "xoa-sach@example.vn";

	private static final String ADDRESS = "198.51.100.77";

	private static final String PREFIX = "198.51.100.0/24";

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Fixtures fixtures;

	@Autowired
	Decisions decisions;

	@Autowired
	PersonalRecords records;

	@Autowired
	Likes likes;

	@Autowired
	Reports reports;

	@Autowired
	Bans bans;

	@Autowired
	Newsroom newsroom;

	@Autowired
	ReaderCookie cookie;

	@Autowired
	ObjectMapper json;

	@Autowired
	JdbcClient jdbc;

	private Written article = new Written(0, "", "");

	private TestReader writer = TestReader.of(MockMvcTester.of(new Object()));

	@BeforeEach
	void begin() {
		this.article = this.fixtures.openArticle();
		this.writer = TestReader.as((request) -> {
			request.setRemoteAddr(ADDRESS);
			return request;
		}, this.mvc);
	}

	private String write(String text, String parent) {
		String address = this.article.path() + (parent.isEmpty() ? "" : "?tra-loi=" + parent);
		return TestReader.commentId(this.writer.send(Form.in(this.writer.read(address), "#viet")
			.fill("name", NAME)
			.fill("email", EMAIL)
			.fill("body", text)
			.tick("remember")
			.press("Gửi bình luận")));
	}

	private Document thread() {
		return TestReader.of(this.mvc).read(this.article.path());
	}

	private int column(String name, String id) {
		return this.jdbc.sql("select " + name + " from comment where public_id = ?")
			.param(id)
			.query(Integer.class)
			.single();
	}

	private void press(String page, String button) {
		assertThat(this.writer.send(Form.in(this.writer.read(page), "main form").press(button))).hasStatus(303);
	}

	/**
	 * Everything that a reader can leave: comments in every state, a changed one, an
	 * appeal, likes and reports given and taken, and what is to be told by letter.
	 */
	private Left leave() {
		String others = this.fixtures.comment(this.article, null, "Của người khác.");
		String root = write("Lời gốc Xóasạch.", "");
		this.fixtures.comment(this.article, root, "Trả lời người sắp xóa.");
		String reply = write("Lời đáp Xóasạch.", others);
		Form edit = Form.in(this.writer.read("/bl/" + reply + "/sua"), "main form");
		this.writer.send(edit.fill("body", "Lời đáp đã sửa Xóasạch.").press("Lưu thay đổi"));
		String rejected = write("Bị gỡ Xóasạch.", "");
		this.decisions.decide(rejected, CommentStatus.PUBLISHED, CommentStatus.REMOVED, EDITOR, Reason.INSULT);
		Form appeal = Form.in(this.writer.read("/bl/" + rejected + "/khieu-nai"), "main form");
		this.writer.send(appeal.fill("body", "Khiếu nại Xóasạch.").press("Gửi khiếu nại"));
		String deleted = write("Tự xóa Xóasạch.", "");
		press("/bl/" + deleted + "/xoa", "Xóa bình luận");
		this.fixtures.mode(this.article, CommentMode.ALL);
		write("Đang chờ Xóasạch.", "");
		this.fixtures.mode(this.article, CommentMode.OPEN);
		follow();
		this.writer.send(Form.in(this.writer.read(this.article.path()), "#bl-" + others + " form[action$=/thich]"));
		Form report = Form.in(this.writer.read("/bl/" + others + "/bao-cao"), "form.report");
		this.writer.send(report.fill("reason", "OTHER").fill("note", "Báo cáo Xóasạch."));
		TestReader fan = TestReader.of(this.mvc);
		fan.send(Form.in(fan.read(this.article.path()), "#bl-" + root + " form[action$=/thich]"));
		fan.send(Form.in(fan.read("/bl/" + root + "/bao-cao"), "form.report").fill("reason", "OTHER"));
		return new Left(key(), others, root, reply);
	}

	private void follow() {
		assertThat(this.writer.send(Form.in(this.writer.read(this.article.path()), "#viet")
			.fill("name", NAME)
			.fill("email", EMAIL)
			.fill("body", "Theo dõi Xóasạch.")
			.tick("follow", "tra-loi", "tat-ca")
			.press("Gửi bình luận"))).hasStatus(303);
	}

	private ReaderKey key() {
		var request = new MockHttpServletRequest();
		request.setCookies(Objects.requireNonNull(this.writer.cookies().get("toasoan_reader")));
		return this.cookie.read(request).orElseThrow().key();
	}

	/**
	 * Where a trace stands in the database, as table.column; also in bytes, which
	 * PostgreSQL writes in hexadecimal.
	 */
	private List<String> search(String trace) {
		List<String> found = new ArrayList<>();
		for (Map<String, Object> column : this.jdbc.sql("""
				select table_name, column_name from information_schema.columns
				where lower(table_schema) = 'public' order by table_name, ordinal_position""").query().listOfRows()) {
			String table = String.valueOf(column.get("table_name"));
			String name = String.valueOf(column.get("column_name"));
			String text = "lower(cast(\"" + name + "\" as varchar))";
			int rows = this.jdbc
				.sql("select count(*) from \"" + table + "\" where " + text + " like ? or " + text + " like ?")
				.param("%" + trace.toLowerCase(Locale.ROOT) + "%")
				.param("%" + HexFormat.of().formatHex(trace.getBytes(StandardCharsets.UTF_8)) + "%")
				.query(Integer.class)
				.single();
			if (rows > 0) {
				found.add((table + "." + name).toLowerCase(Locale.ROOT));
			}
		}
		return found;
	}

	/**
	 * Everything that the desk can leave about a writer.
	 */
	private void noteAndBan(ReaderKey key) {
		String file = "/admin/comments/writers/" + key.hash();
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		editor.sendAndFollow(Form.in(editor.open(file), "form[action$=/notes]")
			.fill("body", NAME + " Xóasạch.")
			.press("Lưu ghi chú"));
		// One who does not follow has the way in the session.
		editor.send(Form.in(editor.open(file), "form[action$=/trust]").press("Tin người này"));
		for (Ban.Kind kind : List.of(Ban.Kind.KEY, Ban.Kind.EMAIL)) {
			this.bans.ban(kind, (kind == Ban.Kind.KEY) ? key.hash() : EMAIL, Ban.Effect.HOLD, Duration.ofDays(1),
					NAME + " Xóasạch.", "Lê Bảo Ngọc");
		}
	}

	private MvcTestResult erase() {
		return this.writer.send(Form.in(this.writer.read(PAGE + "/xoa"), "main form").press("Xóa tất cả"));
	}

	@Test
	void nothingOfTheReaderIsLeftInAnyColumnOfAnyTable() {
		Left left = leave();
		noteAndBan(left.key());
		List<String> encrypted = this.jdbc.sql("select email from comment where author_key = ? and email is not null")
			.param(left.key().hash())
			.query(String.class)
			.list();
		List<String> hashes = this.jdbc
			.sql("select content_hash from comment where author_key = ? and content_hash is not null")
			.param(left.key().hash())
			.query(String.class)
			.list();
		List<String> addresses = this.jdbc.sql(
				"select email from subscription where author_key = ? union select email_hash from subscription where author_key = ?")
			.params(left.key().hash(), left.key().hash())
			.query(String.class)
			.list();
		assertThat(search(left.key().hash())).contains("comment.author_key", "comment_like.author_key",
				"comment_report.author_key", "subscription.author_key", "address_confirmation.author_key",
				"letter.author_key");
		assertThat(search(left.key().hash())).contains("spring_session_attributes.attribute_bytes");
		assertThat(search(NAME)).contains("comment.author_name", "comment_version.author_name");
		assertThat(search("Xóasạch")).contains("comment.body_source", "comment.body_html",
				"comment_version.body_source", "comment_appeal.body", "comment_report.note");
		assertThat(search(PREFIX)).contains("comment.ip_prefix", "comment_report.ip_prefix");
		assertThat(search(encrypted.get(0))).contains("comment.email");
		assertThat(search(hashes.get(0))).contains("comment.content_hash");
		String signature = this.jdbc.sql("select subject from ban where kind = 'EMAIL'").query(String.class).single();

		erase();

		List<String> traces = new ArrayList<>(List.of(NAME, "Xóasạch", PREFIX, ADDRESS, "198.51.100", EMAIL,
				left.key().key(), left.key().hash(), ReaderKey.sha256(EMAIL)));
		traces.add(Writers.shortly(left.key().hash()));
		traces.add(signature);
		traces.addAll(encrypted);
		traces.addAll(addresses);
		traces.addAll(hashes);
		for (String trace : traces) {
			assertThat(search(trace)).as(trace).isEmpty();
		}
	}

	@Test
	void whatReadersSeeFollowsAtOnceAlsoFromThePagesThatWereFinished() {
		Left left = leave();
		Document before = thread();
		assertThat(before.text()).contains("Lời gốc Xóasạch.", "Lời đáp đã sửa Xóasạch.");
		assertThat(Html.text(before, "#bl-" + left.others() + " .like")).isEqualTo("Thích 1");
		int counted = counted();
		erase();
		Document after = thread();
		assertThat(after.text()).doesNotContain("Xóasạch").doesNotContain(NAME);
		assertThat(Html.text(after, "#bl-" + left.root())).isEqualTo("Người viết đã xóa bình luận này.");
		assertThat(after.text()).contains("Trả lời người sắp xóa.");
		assertThat(after.select("#bl-" + left.reply())).as("nothing hangs on it").isEmpty();
		assertThat(Html.text(after, "#bl-" + left.others() + " .like")).isEqualTo("Thích");
		assertThat(counted()).isEqualTo(counted - 3);
	}

	private int counted() {
		return this.jdbc.sql("select site_comments from discussion where article_id = ?")
			.param(this.article.id())
			.query(Integer.class)
			.single();
	}

	@Test
	void likesAndRanksAreSetRight() {
		Left left = leave();
		TestReader fan = TestReader.of(this.mvc);
		fan.send(Form.in(fan.read(this.article.path()), "#bl-" + left.others() + " form[action$=/thich]"));
		assertThat(column("likes", left.others())).isEqualTo(2);
		assertThat(column("rank_score", left.others())).isEqualTo(23);
		assertThat(column("rank_score", left.root())).isEqualTo(13);
		erase();
		assertThat(column("likes", left.others())).isOne();
		assertThat(column("rank_score", left.others())).as("the reply has gone, too").isEqualTo(10);
		assertThat(column("reply_count", left.others())).isZero();
		assertThat(column("likes", left.root())).isZero();
		assertThat(column("rank_score", left.root())).as("one reply by somebody else").isEqualTo(3);
	}

	@Test
	void itEndsWithAReceiptAndTheDeviceForgetsTheKey() {
		leave();
		MvcTestResult answer = erase();
		assertThat(answer).hasStatus(303);
		assertThat(Objects.requireNonNull(answer.getResponse().getCookie("toasoan_reader")).getMaxAge()).isZero();
		Document receipt = this.writer.follow(answer);
		assertThat(Html.texts(receipt, ".receipt tbody tr")).contains("Bình luận comment 0 6",
				"Khiếu nại comment_appeal 1 0", "Lượt thích comment_like 2 0", "Báo cáo comment_report 2 0",
				"Bản cũ của bình luận comment_version 1 0");
		assertThat(receipt.select(".receipt code").eachText()).contains("allowance");
		assertThat(this.writer.read(PAGE).text()).contains("Thiết bị này chưa giữ bình luận nào");
		assertThat(TestReader.of(this.mvc).get(TestReader.location(answer).replace("bien-nhan=", "bien-nhan=A")))
			.hasStatus(404);
	}

	@Test
	void askingErasesNothingAndStrangersFindNothingToErase() {
		leave();
		Document page = this.writer.read(PAGE);
		assertThat(page.select("a[href=" + PAGE + "/xoa]")).hasSize(1);
		this.writer.read(PAGE + "/xoa");
		assertThat(search(NAME)).isNotEmpty();
		assertThat(TestReader.of(this.mvc).get(PAGE + "/xoa")).hasStatus(404);
		assertThat(TestReader.of(this.mvc).get(PAGE + "/du-lieu.json")).hasStatus(404);
		erase();
	}

	@Test
	void theFileHoldsEverythingThatIsKept() throws Exception {
		Left left = leave();
		MvcTestResult answer = this.writer.get(PAGE + "/du-lieu.json");
		assertThat(answer).hasStatusOk();
		assertThat(answer.getResponse().getHeader("Content-Disposition"))
			.isEqualTo("attachment; filename=\"binh-luan-cua-toi.json\"");
		assertThat(answer.getResponse().getHeaders("Cache-Control")).containsExactly("private, no-store");
		JsonNode file = this.json.readTree(answer.getResponse().getContentAsByteArray());
		assertThat(file.get("comments")).hasSize(6);
		JsonNode reply = file.get("comments").get(1);
		assertThat(reply.get("text").asString()).isEqualTo("Lời đáp đã sửa Xóasạch.");
		assertThat(reply.get("email").asString()).isEqualTo(EMAIL);
		assertThat(reply.get("network").asString()).isEqualTo(PREFIX);
		assertThat(reply.get("replyTo").asString()).isEqualTo(left.others());
		assertThat(file.get("comments").get(2).get("history").get(2).get("reason").asString()).isEqualTo("INSULT");
		assertThat(file.get("versions").get(0).get("text").asString()).isEqualTo("Lời đáp Xóasạch.");
		assertThat(file.get("likes").get(0).get("comment").asString()).isEqualTo(left.others());
		assertThat(file.get("reports").get(0).get("note").asString()).isEqualTo("Báo cáo Xóasạch.");
		assertThat(file.get("appeals").get(0).get("text").asString()).isEqualTo("Khiếu nại Xóasạch.");
		assertThat(file.toString()).doesNotContain(left.key().hash()).doesNotContain(left.key().key());
		erase();
	}

	@Test
	void aReaderWhoHasOnlyLikedCanEraseThat() {
		String id = this.fixtures.comment(this.article, null, "Được thích.");
		this.writer.send(Form.in(this.writer.read(this.article.path()), "#bl-" + id + " form[action$=/thich]"));
		assertThat(column("likes", id)).isOne();
		assertThat(Html.text(this.writer.follow(erase()), ".receipt tbody")).contains("comment_like 1 0");
		assertThat(column("likes", id)).isZero();
	}

	@Test
	void whoLikesOrAnswersMeanwhileLeavesNoCountBehind() {
		ReaderKey key = new ReaderKey("người xóa " + this.article.id());
		String root = this.fixtures.comment(this.article, null, "Gốc sẽ xóa.", key);
		String reply = this.fixtures.comment(this.article, root, "Đáp sẽ xóa.", key);
		List<Callable<Boolean>> acts = new ArrayList<>();
		for (int n = 0; n < 16; n++) {
			ReaderKey fan = new ReaderKey("người thích " + n);
			String liked = (n % 2 == 0) ? root : reply;
			acts.add(() -> meanwhile(() -> this.likes.toggle(liked, fan, false, "203.0.113.7")));
			String answer = "Đáp lúc xóa " + n;
			acts.add(() -> meanwhile(() -> this.fixtures.comment(this.article, root, answer)));
		}
		acts.add(8, () -> meanwhile(() -> this.records.erase(key)));
		AtOnce.run(acts);
		int answers = this.jdbc.sql("select count(*) from comment where article_id = ? and status = 'PUBLISHED'")
			.param(this.article.id())
			.query(Integer.class)
			.single();
		assertThat(counted()).isEqualTo(answers);
		assertThat(column("reply_count", root)).isEqualTo(answers);
		assertThat(column("rank_score", root)).isEqualTo(3 * Math.min(answers, 20));
		assertThat(column("likes", root) + column("likes", reply)).isZero();
		assertThat(liked(root)).isZero();
		assertThat(liked(reply)).isZero();
	}

	private int liked(String comment) {
		return this.jdbc.sql("""
				select count(*) from comment_like l join comment c on c.id = l.comment_id where c.public_id = ?""")
			.param(comment)
			.query(Integer.class)
			.single();
	}

	@Test
	void whoGoesOnMeanwhileWaitsForNobodyInACircle() {
		ReaderKey key = new ReaderKey("người vẫn bấm " + this.article.id());
		String root = this.fixtures.comment(this.article, null, "Gốc của người khác.");
		List<String> replies = IntStream.range(0, 16)
			.mapToObj((n) -> this.fixtures.comment(this.article, root, "Đáp của người khác " + n))
			.toList();
		replies.subList(0, 8).forEach((reply) -> this.likes.toggle(reply, key, false, ADDRESS));
		List<Callable<Boolean>> acts = new ArrayList<>();
		for (String reply : replies) {
			acts.add(() -> this.likes.toggle(reply, key, false, ADDRESS).liked());
			acts.add(() -> this.reports.report(reply, new ReportForm("OTHER", ""), key, false, ADDRESS));
		}
		acts.add(16, () -> !this.records.erase(key).isEmpty());
		AtOnce.run(acts);
		for (String reply : replies) {
			assertThat(column("likes", reply)).isEqualTo(liked(reply));
		}
	}

	@Test
	void editorsWhoSettleWhatWasReportedWaitForNobodyInACircle() {
		ReaderKey key = new ReaderKey("người báo cáo " + this.article.id());
		this.fixtures.comment(this.article, null, "Lời của người báo cáo.", key);
		List<String> reported = IntStream.range(0, 16)
			.mapToObj((n) -> this.fixtures.comment(this.article, null, "Bị báo cáo " + n))
			.toList();
		reported.forEach((id) -> this.reports.report(id, new ReportForm("OTHER", ""), key, false, ADDRESS));
		List<Callable<Boolean>> acts = new ArrayList<>();
		reported.forEach((id) -> acts.add(() -> this.decisions.decide(id, CommentStatus.PUBLISHED,
				CommentStatus.REMOVED, EDITOR, Reason.INSULT)));
		acts.add(8, () -> !this.records.erase(key).isEmpty());
		assertThat(AtOnce.run(acts)).containsOnly(true);
		assertThat(counted()).isZero();
	}

	/**
	 * Who comes too late finds the comment gone.
	 */
	private static boolean meanwhile(Runnable act) {
		try {
			act.run();
			return true;
		}
		catch (NoSuchPage | Posting.ParentGone ex) {
			return false;
		}
	}

	/**
	 * What is there before it is erased.
	 */
	private record Left(ReaderKey key, String others, String root, String reply) {
	}

}
