package vn.toasoan.legal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.util.AopTestUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import vn.toasoan.account.Role;
import vn.toasoan.audit.Actor;
import vn.toasoan.comment.CommentStatus;
import vn.toasoan.comment.Decisions;
import vn.toasoan.comment.PersonalRecords;
import vn.toasoan.comment.ReaderCookie;
import vn.toasoan.comment.ReaderKey;
import vn.toasoan.mail.Outbox;
import vn.toasoan.testing.AtOnce;
import vn.toasoan.testing.Fixtures;
import vn.toasoan.testing.Fixtures.Written;
import vn.toasoan.testing.Form;
import vn.toasoan.testing.Html;
import vn.toasoan.testing.MailServer;
import vn.toasoan.testing.MutableClock;
import vn.toasoan.testing.Newsroom;
import vn.toasoan.testing.SiteTest;
import vn.toasoan.testing.TestReader;
import vn.toasoan.testing.Visitor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An authority or a person concerned asks for something by law, editors freeze, remove,
 * answer and end: what each of them sees, and what stays.
 */
@SiteTest
abstract class LegalRequestsContract {

	private static final String FORM = "/yeu-cau-phap-ly";

	private static final String DESK = "/admin/legal";

	private static final String NAME = "Ngô Bị Kiện";

	private static final String EMAIL = "bi-kien@example.vn";

	private static final String ANSWER = "Bình luận nêu thông tin riêng của bà, nên tòa soạn đã gỡ.\n\nTrân trọng.";

	private static final AtomicInteger NUMBERS = new AtomicInteger();

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Newsroom newsroom;

	@Autowired
	Fixtures fixtures;

	@Autowired
	Decisions decisions;

	@Autowired
	PersonalRecords records;

	@Autowired
	ReaderCookie cookie;

	@Autowired
	LegalDesk desk;

	@Autowired
	LegalIntake intake;

	@Autowired
	Retention retention;

	@Autowired
	Outbox outbox;

	@Autowired
	ObjectMapper json;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	MutableClock clock;

	private final String asker = "nguoi.yeu.cau." + NUMBERS.incrementAndGet() + "@example.vn";

	private Written article = new Written(0, "", "");

	private TestReader writer = TestReader.of(MockMvcTester.of(new Object()));

	@DynamicPropertySource
	static void mail(DynamicPropertyRegistry properties) {
		MailServer.serve(properties);
	}

	@BeforeEach
	void aCommentThatSomebodyMinds() {
		this.clock.set(MutableClock.START);
		List.of("legal_evidence", "legal_step", "legal_request", "allowance")
			.forEach((table) -> this.jdbc.sql("delete from " + table).update());
		this.article = this.fixtures.openArticle();
		this.writer = TestReader.of(this.mvc);
	}

	private String write(String text) {
		this.clock.advance(Duration.ofMinutes(1));
		return TestReader.commentId(this.writer.send(Form.in(this.writer.read(this.article.path()), "#viet")
			.fill("name", NAME)
			.fill("email", EMAIL)
			.fill("body", text)
			.press("Gửi bình luận")));
	}

	private Form request(String target) {
		return Form.in(TestReader.of(this.mvc).read(FORM), "main form")
			.fill("asker", "PERSON")
			.fill("name", "Trần Thị Bị Nêu")
			.fill("email", this.asker)
			.fill("target", target)
			.fill("ground", "Điều 34 Bộ luật Dân sự")
			.fill("body", "Xin gỡ bình luận nêu số nhà của tôi.\nTôi là người bị nêu.");
	}

	/**
	 * Sends a request about a comment.
	 * @return its number
	 */
	private String ask(String comment) {
		TestReader stranger = TestReader.of(this.mvc);
		Document receipt = stranger.follow(stranger.send(request("/bl/" + comment)));
		return Html.text(receipt, ".notice b");
	}

	private Document freeze(Visitor editor, String number) {
		return editor.sendAndFollow(Form.in(editor.open(DESK + "/" + number), "form[action$=/evidence]"));
	}

	private Document remove(Visitor editor, String number) {
		return editor.sendAndFollow(Form.in(editor.open(DESK + "/" + number), "form[action$=/removal]"));
	}

	private Form answer(Document page, String verdict, String words) {
		return Form.in(page, "#tra-loi").fill("verdict", verdict).fill("answer", words);
	}

	private Document end(Visitor editor, String number) {
		return editor.sendAndFollow(Form.in(editor.open(DESK + "/" + number), "form[action$=/closing]"));
	}

	private List<String> evidence(String number) {
		return this.newsroom.column("select content from legal_evidence e join legal_request r on r.id = e.request_id"
				+ " where r.number = ? order by e.id", number);
	}

	private JsonNode export(Visitor editor, String number) {
		MvcTestResult file = editor.send(Form.in(editor.open(DESK + "/" + number), "form[action$=/export]"));
		assertThat(file).hasStatusOk();
		assertThat(file.getResponse().getHeader(HttpHeaders.CONTENT_DISPOSITION))
			.isEqualTo("attachment; filename=\"" + number + ".json\"");
		return this.json.readTree(file.getResponse().getContentAsByteArray());
	}

	private ReaderKey key() {
		var request = new MockHttpServletRequest();
		request.setCookies(Objects.requireNonNull(this.writer.cookies().get("toasoan_reader")));
		return this.cookie.read(request).orElseThrow().key();
	}

	@Test
	void whatWasSentGetsANumberAndIsReadAtTheDeskOnly() {
		String comment = write("Nhà bà ấy ở số 7.");
		TestReader stranger = TestReader.of(this.mvc);
		MvcTestResult sent = stranger.send(request("http://localhost:8080/bl/" + comment));
		assertThat(sent).hasStatus(303);
		Document receipt = stranger.follow(sent);
		String number = Html.text(receipt, ".notice b");
		assertThat(number).matches("PL-2026-\\d{4,}");
		assertThat(receipt.text()).contains("trong vòng 24 giờ").doesNotContain("Bị Nêu", "số nhà", this.asker);
		assertThat(sent.getResponse().getCookies()).isEmpty();

		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		Document list = editor.open(DESK);
		assertThat(Html.text(list, "tbody tr")).contains(number, "Trần Thị Bị Nêu", "Người liên quan", "24/11/2026",
				"chờ trả lời");
		Document page = editor.open(DESK + "/" + number);
		assertThat(page.text()).contains("Điều 34 Bộ luật Dân sự", this.asker, "qua mẫu trên trang",
				"Nhà bà ấy ở số 7.");
		assertThat(Html.only(page, "#noi-dung-yeu-cau ~ p:last-child").wholeText())
			.isEqualTo("Xin gỡ bình luận nêu số nhà của tôi.\nTôi là người bị nêu.");
		assertThat(this.newsroom.column("select email from legal_request where number = ?", number).get(0))
			.doesNotContain(this.asker);
	}

	@Test
	void whoGuessesANumberLearnsNothing() {
		String number = ask(write("Đoán số."));
		TestReader stranger = TestReader.of(this.mvc);
		for (String receipt : List.of(number, number + ".", number + "." + "a".repeat(43), "PL-2026-9999", "")) {
			assertThat(stranger.get(FORM + "/da-nhan?bien-nhan=" + receipt)).hasStatus(404);
		}
		assertThat(stranger.get(FORM + "/" + number)).hasStatus(404);
		assertThat(this.newsroom.signIn(Role.MODERATOR).get(DESK + "/" + number)).hasStatus(403);
	}

	@Test
	void whatIsMissingIsSaidBesideItsFieldAndTheRestIsKept() {
		TestReader stranger = TestReader.of(this.mvc);
		MvcTestResult again = stranger.send(request("https://example.com/bl/aaaaaaaaaaaa").fill("asker", "AUTHORITY")
			.fill("email", "không phải")
			.fill("ground", " ")
			.fill("body", "Một lời <b>giữ</b> lại."));
		assertThat(again).hasStatus(422);
		Document page = Html.of(again);
		assertThat(page.select(".field .error").eachAttr("id")).containsExactly("organisation-error", "email-error",
				"target-error", "ground-error");
		assertThat(Html.only(page, "#body").text()).isEqualTo("Một lời <b>giữ</b> lại.");
		assertThat(Html.only(page, "input[name=asker][checked]").val()).isEqualTo("AUTHORITY");
		assertThat(this.newsroom.column("select number from legal_request")).isEmpty();
	}

	@Test
	void theAddressIsOneOfAnArticleAThreadOrACommentThatIsHereOrWas() {
		String comment = write("Có địa chỉ.");
		Written draft = this.fixtures.draft();
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		TestReader stranger = TestReader.of(this.mvc);
		for (String wrong : List.of("", "/", "bl", "asdf", "/admin/x", "/bl/", "/bl/aaaaaaaaaaaa", "/gioi-thieu",
				"/bai-viet/khong-co-bai-nay", draft.path(), this.article.path() + "#bl-aaaaaaaaaaaa",
				"//example.com/bl/a", "javascript:alert(1)", "/bl/" + "a".repeat(600))) {
			MvcTestResult refused = stranger.send(request(wrong));
			assertThat(refused).as(wrong).hasStatus(422);
			Document page = Html.of(refused);
			assertThat(page.select(".field .error").eachAttr("id")).as(wrong).containsExactly("target-error");
			assertThat(Html.only(page, "#target").val()).isEqualTo(wrong);
			assertThat(Html.only(page, "#body").text()).contains("số nhà");
			MvcTestResult letter = editor.send(letter(editor, wrong, "Đề nghị gỡ."));
			assertThat(letter).as(wrong).hasStatus(422);
			assertThat(Html.only(Html.of(letter), "#target").val()).isEqualTo(wrong);
		}
		assertThat(this.newsroom.column("select number from legal_request")).isEmpty();
		this.writer.send(Form.in(this.writer.read("/bl/" + comment + "/xoa"), "main form"));
		String path = this.article.path();
		for (String right : List.of("/bl/" + comment, "http://localhost:8080" + path, path + "#bl-" + comment,
				path + "/binh-luan/" + comment, path + "/binh-luan", path + "#binh-luan")) {
			assertThat(stranger.send(request(right).fill("body", "Xin gỡ: " + right))).as(right).hasStatus(303);
		}
	}

	@Test
	void aProgramThatFillsTheTrapIsToldToTryAgain() {
		TestReader stranger = TestReader.of(this.mvc);
		MvcTestResult again = stranger.send(request(this.article.path()).fill("website", "https://spam.example"));
		assertThat(again).hasStatus(422);
		assertThat(Html.only(Html.of(again), "#website").val()).isEmpty();
		assertThat(stranger.send(Form.in(Html.of(again), "main form"))).hasStatus(303);
	}

	@Test
	void sentTwiceItIsKeptOnceAndTooOftenItIsRefused() {
		String comment = write("Hai lần.");
		String first = ask(comment);
		assertThat(ask(comment)).isEqualTo(first);
		assertThat(TestReader
			.location(TestReader.of(this.mvc).send(request("/bl/" + comment).fill("email", "dia.chi.dung@example.vn"))))
			.as("for another address")
			.doesNotContain(first);
		TestReader stranger = TestReader.of(this.mvc);
		for (int n = 0; n < 9; n++) {
			assertThat(stranger.send(request(this.article.path()).fill("body", "Lần thứ " + n))).hasStatus(303);
		}
		MvcTestResult refused = stranger.send(request(this.article.path()).fill("body", "Một lần nữa"));
		assertThat(refused).hasStatus(429);
		assertThat(refused.getResponse().getHeader(HttpHeaders.RETRY_AFTER)).isNotNull();
		assertThat(Html.only(Html.of(refused), "#body").text()).isEqualTo("Một lần nữa");
	}

	@Test
	void theReportOfACommentLeadsToAFormAboutIt() {
		String comment = write("Có thể báo cáo.");
		TestReader stranger = TestReader.of(this.mvc);
		Document report = stranger.read("/bl/" + comment + "/bao-cao");
		Document form = stranger.read(Html.only(report, "main a[href^=" + FORM + "]").attr("href"));
		assertThat(Html.only(form, "#target").val()).endsWith("/bl/" + comment);
		assertThat(Html.only(stranger.read("/noi-quy"), "main a[href=" + FORM + "]").text())
			.isEqualTo("Yêu cầu pháp lý");
		assertThat(stranger.read("/").select(".foot a[href=" + FORM + "]")).hasSize(1);
	}

	@Test
	void evidenceHoldsWhatWasPublishedAndNothingElseOfTheWriter() {
		String comment = write("Bản đầu.");
		Form edit = Form.in(this.writer.read("/bl/" + comment + "/sua"), "main form");
		this.writer.send(edit.fill("body", "Bản sau.").press("Lưu thay đổi"));
		String number = ask(comment);
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		Document page = freeze(editor, number);
		assertThat(Html.text(page, ".evidence")).contains(NAME, "Bản sau.", "1 bản cũ");
		String content = evidence(number).get(0);
		JsonNode copy = this.json.readTree(content);
		assertThat(copy.get("name").asString()).isEqualTo(NAME);
		assertThat(copy.get("text").asString()).isEqualTo("Bản sau.");
		assertThat(copy.get("versions").get(0).get("text").asString()).isEqualTo("Bản đầu.");
		assertThat(copy.get("status").asString()).isEqualTo("PUBLISHED");
		assertThat(copy.get("events").size()).isPositive();
		assertThat(copy.get("article").get("text").asString()).isEqualTo("Một đoạn văn.");
		assertThat(copy.get("article").get("address").asString()).endsWith(this.article.path());
		assertThat(content).doesNotContain(EMAIL, key().hash(), key().key(), "127.0.0");
		assertThat(Html.text(page, ".evidence code")).isEqualTo(ReaderKey.sha256(content));
		assertThat(freeze(editor, number).select(".evidence > li")).as("nothing has changed").hasSize(1);
	}

	@Test
	void removalFreezesFirstTellsTheWriterWhyAndIsTakenBack() {
		String comment = write("Sẽ bị gỡ.");
		String number = ask(comment);
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		this.clock.advance(Duration.ofMinutes(1));
		Document removed = remove(editor, number);
		assertThat(Html.text(removed, ".toast p")).isEqualTo("Đã gỡ theo yêu cầu pháp lý: " + NAME);
		assertThat(evidence(number)).hasSize(1).allMatch((copy) -> copy.contains("\"status\":\"PUBLISHED\""));
		assertThat(TestReader.of(this.mvc).read(this.article.path()).text()).doesNotContain("Sẽ bị gỡ.");
		assertThat(Html.text(this.writer.read("/binh-luan-cua-toi"), "#bl-" + comment))
			.contains("theo yêu cầu pháp lý");
		assertThat(removed.select("form[action$=/removal]")).isEmpty();

		Document back = editor.sendAndFollow(Form.in(removed, ".toast form").press("Hoàn tác"));
		assertThat(Html.text(back, ".who .status")).isEqualTo("đã đăng");
		assertThat(Html.texts(back, "#cac-buoc ~ table tbody td:nth-child(3)")).containsExactly("nhận yêu cầu",
				"sao lưu bằng chứng", "gỡ bình luận", "bình luận trở lại");
		assertThat(this.newsroom.audit("legal", number)).containsExactly("legal.received", "legal.frozen",
				"legal.removed", "legal.restored");
		assertThat(this.newsroom.audit("comment", comment)).contains("comment.removed", "comment.taken-back");
		assertThat(TestReader.of(this.mvc).read(this.article.path()).text()).contains("Sẽ bị gỡ.");
	}

	private String status(String comment) {
		return this.newsroom.column("select status from comment where public_id = ?", comment).get(0);
	}

	private static MvcTestResult press(Visitor moderator, String path, String... pairs) {
		MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
		parameters.add("_csrf", Html.only(moderator.open("/admin"), "form.me input[name=_csrf]").val());
		for (int n = 0; n < pairs.length; n += 2) {
			parameters.add(pairs[n], pairs[n + 1]);
		}
		return moderator.request(HttpMethod.POST, path, parameters);
	}

	@Test
	void whatWasRemovedByLawIsNotBroughtBackByAModeratorButByAnEditor() {
		String comment = write("Gỡ theo công văn.");
		String number = ask(comment);
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		remove(editor, number);
		Visitor moderator = this.newsroom.signIn(Role.MODERATOR);
		String file = "/admin/comments/" + comment;
		Document seen = moderator.open(file);
		assertThat(seen.select(".decide button[value=PUBLISHED]")).isEmpty();
		assertThat(Html.text(seen, ".decide .hint")).startsWith("Đã gỡ theo yêu cầu pháp lý");
		Document told = moderator
			.follow(press(moderator, file + "/decisions", "from", "REMOVED", "to", "PUBLISHED", "ve", file));
		assertThat(Html.text(told, ".notice.warn"))
			.isEqualTo("1 bình luận đã gỡ theo yêu cầu pháp lý, chỉ biên tập viên mới đăng lại được.");
		assertThat(status(comment)).isEqualTo("REMOVED");
		assertThat(this.newsroom.audit("legal", number)).doesNotContain("legal.restored");

		Document back = editor.sendAndFollow(Form.in(editor.open(file), ".decide").press("Duyệt D"));
		assertThat(Html.text(back, ".toast p")).startsWith("Đã duyệt và đăng bình luận");
		assertThat(status(comment)).isEqualTo("PUBLISHED");
		assertThat(this.newsroom.audit("legal", number)).endsWith("legal.removed", "legal.restored");
	}

	@Test
	void manyAtOnceAreDecidedWithoutThoseThatWereRemovedByLaw() {
		String byLaw = write("Nhiều cái một lúc: theo luật.");
		String byRules = write("Nhiều cái một lúc: theo nội quy.");
		this.fixtures.remove(byRules);
		remove(this.newsroom.signIn(Role.EDITOR), ask(byLaw));
		Visitor moderator = this.newsroom.signIn(Role.MODERATOR);
		Document told = moderator.follow(press(moderator, "/admin/comments/decisions", "chon", byLaw + ".REMOVED",
				"chon", byRules + ".REMOVED", "to", "PUBLISHED", "ve", "/admin/comments?muc=da-go"));
		assertThat(Html.text(told, ".toast p")).startsWith("Đã duyệt và đăng bình luận");
		assertThat(Html.text(told, ".notice.warn")).startsWith("1 bình luận đã gỡ theo yêu cầu pháp lý");
		assertThat(List.of(status(byLaw), status(byRules))).containsExactly("REMOVED", "PUBLISHED");

		this.fixtures.remove(byRules);
		String search = "/admin/comments/search";
		Document found = moderator.open(search + "/decisions?to=PUBLISHED&bai=" + this.article.path());
		told = moderator.sendAndFollow(Form.in(found, "main form.form"));
		assertThat(Html.text(told, ".notice.warn")).startsWith("1 bình luận đã gỡ theo yêu cầu pháp lý");
		assertThat(List.of(status(byLaw), status(byRules))).containsExactly("REMOVED", "PUBLISHED");
	}

	@Test
	void anOlderDecisionTakenBackDoesNotBringItBackEither() {
		String comment = write("Gỡ, đăng lại, rồi gỡ theo luật.");
		Visitor moderator = this.newsroom.signIn(Role.MODERATOR);
		String file = "/admin/comments/" + comment;
		Document removed = moderator
			.follow(press(moderator, file + "/decisions", "from", "PUBLISHED", "to", "REMOVED.INSULT", "ve", file));
		Form undo = Form.in(removed, ".toast form").press("Hoàn tác");
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		editor.sendAndFollow(Form.in(editor.open(file), ".decide").press("Duyệt D"));
		remove(editor, ask(comment));
		Document told = moderator.sendAndFollow(undo);
		assertThat(told.select(".toast")).isEmpty();
		assertThat(Html.text(told, ".notice.warn")).startsWith("1 bình luận đã gỡ theo yêu cầu pháp lý");
		assertThat(status(comment)).isEqualTo("REMOVED");
	}

	@Test
	void anAppealAgainstItIsUpheldByAnEditorOnly() {
		String comment = write("Khiếu nại lệnh gỡ.");
		remove(this.newsroom.signIn(Role.EDITOR), ask(comment));
		this.writer.send(Form.in(this.writer.read("/bl/" + comment + "/khieu-nai"), "main form")
			.fill("body", "Tôi nói đúng sự thật."));
		Visitor moderator = this.newsroom.signIn(Role.MODERATOR);
		String file = "/admin/comments/" + comment;
		assertThat(moderator.open(file).select("button[name=upheld][value=true]")).isEmpty();
		MvcTestResult refused = press(moderator, file + "/appeal", "upheld", "true", "ve", file);
		assertThat(refused).hasStatus(422);
		assertThat(Html.text(Html.of(refused), ".appealed ~ form .error"))
			.startsWith("Bình luận này đã gỡ theo yêu cầu");
		assertThat(status(comment)).isEqualTo("REMOVED");
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		editor.sendAndFollow(Form.in(editor.open(file), "form.decide").press("true"));
		assertThat(status(comment)).isEqualTo("PUBLISHED");
	}

	@Test
	void whatWaitsIsRejectedAndWhatIsGoneIsNotRemovedAgain() {
		Written held = this.fixtures.article();
		String comment = this.fixtures.comment(held, null, "Chờ rồi bị chặn.");
		String number = ask(comment);
		Visitor editor = this.newsroom.signIn(Role.ADMIN);
		Document stale = editor.open(DESK + "/" + number);
		assertThat(Html.text(remove(editor, number), ".who")).contains("từ chối", "theo yêu cầu pháp lý");
		Document told = editor.sendAndFollow(Form.in(stale, "form[action$=/removal]"));
		assertThat(Html.text(told, ".notice.warn")).contains("theo yêu cầu pháp lý");
		assertThat(evidence(number)).hasSize(1);
	}

	private void decide(Visitor moderator, String comment, String from, String to) {
		String file = "/admin/comments/" + comment;
		moderator.follow(press(moderator, file + "/decisions", "from", from, "to", to, "ve", file));
	}

	private String counters() {
		return this.newsroom.column("select sum(site_comments) from discussion").get(0);
	}

	@Test
	void whatReadersDontSeeIsHeldSoThatOnlyAnEditorBringsItBack() {
		Written held = this.fixtures.article();
		String rejected = this.fixtures.comment(held, null, "Đã từ chối.");
		String spam = this.fixtures.comment(held, null, "Đã là spam.");
		String removed = write("Đã gỡ vì nội quy.");
		Visitor moderator = this.newsroom.signIn(Role.MODERATOR);
		decide(moderator, rejected, "PENDING", "REJECTED.INSULT");
		decide(moderator, spam, "PENDING", "SPAM");
		decide(moderator, removed, "PUBLISHED", "REMOVED.INSULT");
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		List<String> all = List.of(rejected, spam, removed);
		List<String> states = all.stream().map(this::status).toList();
		assertThat(states).containsExactly("REJECTED", "SPAM", "REMOVED");
		for (String comment : all) {
			String before = counters();
			String number = ask(comment);
			assertThat(Html.only(editor.open(DESK + "/" + number), "form[action$=/removal] button").text())
				.isEqualTo("Sao lưu rồi giữ, không cho đăng lại");
			Document page = remove(editor, number);
			assertThat(Html.text(page, ".toast p")).startsWith("Đã sao lưu và giữ theo yêu cầu pháp lý");
			assertThat(Html.text(page, ".who")).contains("theo yêu cầu pháp lý");
			assertThat(page.select("form[action$=/removal]")).isEmpty();
			assertThat(evidence(number)).hasSize(1);
			assertThat(counters()).isEqualTo(before);
			assertThat(this.newsroom.audit("legal", number)).containsExactly("legal.received", "legal.frozen",
					"legal.held");
			assertThat(Html.text(moderator.open("/admin/comments/" + comment), ".decide .hint"))
				.startsWith("Đã gỡ theo yêu cầu pháp lý");
			decide(moderator, comment, status(comment), "PUBLISHED");
		}
		moderator.follow(press(moderator, "/admin/comments/decisions", "chon", rejected + ".REJECTED", "chon",
				spam + ".SPAM", "chon", removed + ".REMOVED", "to", "PUBLISHED", "ve", "/admin/comments"));
		assertThat(all.stream().map(this::status)).isEqualTo(states);
		for (String comment : all) {
			Document back = editor.follow(press(editor, "/admin/comments/" + comment + "/decisions", "from",
					status(comment), "to", "PUBLISHED", "ve", "/admin/comments"));
			assertThat(steps(comment)).endsWith("HELD", "RESTORED");
			editor.sendAndFollow(Form.in(back, ".toast form").press("Hoàn tác"));
			assertThat(steps(comment)).as("taken back").endsWith("HELD", "RESTORED", "HELD");
		}
	}

	private List<String> steps(String comment) {
		return this.newsroom.column("select s.kind from legal_step s join legal_request r on"
				+ " r.id = s.request_id where r.about = ? order by s.id", comment);
	}

	@Test
	void theUndoOfAnEarlierRemovalDoesNotEndThatItIsHeld() {
		String comment = write("Gỡ rồi giữ theo luật.");
		Visitor moderator = this.newsroom.signIn(Role.MODERATOR);
		String file = "/admin/comments/" + comment;
		Document removed = moderator
			.follow(press(moderator, file + "/decisions", "from", "PUBLISHED", "to", "REMOVED.INSULT", "ve", file));
		String number = ask(comment);
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		Document kept = remove(editor, number);
		Document told = moderator.sendAndFollow(Form.in(removed, ".toast form").press("Hoàn tác"));
		assertThat(Html.text(told, ".notice.warn")).startsWith("1 bình luận đã gỡ theo yêu cầu pháp lý");
		assertThat(status(comment)).isEqualTo("REMOVED");

		Document back = editor.sendAndFollow(Form.in(kept, ".toast form").press("Hoàn tác"));
		assertThat(status(comment)).as("as it was before").isEqualTo("REMOVED");
		assertThat(this.newsroom.audit("legal", number)).endsWith("legal.held", "legal.released");
		assertThat(back.select("form[action$=/removal]")).hasSize(1);
		decide(moderator, comment, "REMOVED", "PUBLISHED");
		assertThat(status(comment)).isEqualTo("PUBLISHED");
	}

	@Test
	void theUndoOfAConfirmedReportDoesNotEndThatItIsHeld() {
		String comment = write("Bị báo cáo, rồi giữ theo luật.");
		this.jdbc.sql("update comment set status = 'REMOVED', reason = 'REPORTED' where public_id = :id")
			.param("id", comment)
			.update();
		Visitor moderator = this.newsroom.signIn(Role.MODERATOR);
		String file = "/admin/comments/" + comment;
		Document confirmed = moderator
			.follow(press(moderator, file + "/decisions", "from", "REMOVED", "to", "REMOVED.INSULT", "ve", file));
		remove(this.newsroom.signIn(Role.EDITOR), ask(comment));
		Document told = moderator.sendAndFollow(Form.in(confirmed, ".toast form").press("Hoàn tác"));
		assertThat(Html.text(told, ".notice.warn")).startsWith("1 bình luận đã gỡ theo yêu cầu pháp lý");
		assertThat(this.newsroom.column("select reason from comment where public_id = ?", comment))
			.containsExactly("LEGAL");
	}

	@Test
	void whatItsWriterHasDeletedIsFrozenOnly() {
		String comment = write("Người viết tự xóa.");
		this.writer.send(Form.in(this.writer.read("/bl/" + comment + "/xoa"), "main form"));
		Document page = this.newsroom.signIn(Role.EDITOR).open(DESK + "/" + ask(comment));
		assertThat(page.select("form[action$=/evidence]")).hasSize(1);
		assertThat(page.select("form[action$=/removal]")).isEmpty();
	}

	@Test
	void aRequestAboutAnArticleIsPlacedByTheDesk() {
		String comment = write("Trong bài này.");
		TestReader stranger = TestReader.of(this.mvc);
		String number = Html.text(stranger.follow(stranger.send(request(this.article.path()))), ".notice b");
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		Document page = editor.open(DESK + "/" + number);
		assertThat(page.select("form[action$=/evidence]")).isEmpty();
		MvcTestResult wrong = editor.send(Form.in(page, "form[action$=/place]").fill("target", "https://example.com/"));
		assertThat(wrong).hasStatus(422);
		Document placed = editor.sendAndFollow(
				Form.in(page, "form[action$=/place]").fill("target", this.article.path() + "#bl-" + comment));
		assertThat(Html.text(placed, ".preview .said")).isEqualTo("Trong bài này.");
		assertThat(this.newsroom.audit("legal", number)).containsExactly("legal.received", "legal.placed");
	}

	@Test
	void theAnswerNeedsReasonsAndIsMailed() {
		String number = ask(write("Được trả lời."));
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		Document page = editor.open(DESK + "/" + number);
		MvcTestResult tooShort = editor.send(answer(page, "REFUSED", "Không."));
		assertThat(tooShort).hasStatus(422);
		assertThat(Html.only(Html.of(tooShort), "#answer").text()).isEqualTo("Không.");
		assertThat(page.select("form[action$=/closing]")).isEmpty();

		Document answered = editor.sendAndFollow(answer(page, "GRANTED", ANSWER));
		assertThat(Html.text(answered, ".legal-facts .status")).isEqualTo("đã trả lời");
		assertThat(Html.texts(answered, "#cac-buoc ~ table tbody td:nth-child(3)")).containsExactly("nhận yêu cầu",
				"trả lời: đáp ứng", "đưa thư trả lời vào hàng gửi");
		this.outbox.send();
		String letter = MailServer.part(MailServer.await(this.asker, 1), "plain");
		assertThat(letter).contains("đã đáp ứng yêu cầu pháp lý " + number, "nên tòa soạn đã gỡ.", "Trân trọng.")
			.doesNotContain("số nhà", "Bị Nêu");

		Document late = Html.of(editor.send(answer(page, "REFUSED", "Một câu trả lời khác, đến muộn hơn.")));
		assertThat(Html.text(late, "#tra-loi .errors")).contains("vừa có thêm bước mới");
		assertThat(Html.only(late, "#answer").text()).isEqualTo("Một câu trả lời khác, đến muộn hơn.");
	}

	@Test
	void whatCameByLetterIsEnteredAnsweredOnPaperAndEnded() {
		String comment = write("Theo công văn.");
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		Form form = Form.in(editor.open(DESK + "/new"), "main form")
			.fill("asker", "AUTHORITY")
			.fill("name", "Lê Văn Cán Bộ")
			.fill("organisation", "Sở Thông tin")
			.fill("target", "/bl/" + comment)
			.fill("ground", "Công văn 12/STT")
			.fill("body", "Đề nghị gỡ.");
		MvcTestResult wrong = editor
			.send(form.fill("receivedAt", "2026-11-22T09:00").fill("dueAt", "2026-11-21T09:00"));
		assertThat(wrong).hasStatus(422);
		assertThat(Html.of(wrong).select("#dueAt-error")).hasSize(1);
		Document page = editor.sendAndFollow(form.fill("dueAt", "2026-11-23T07:00"));
		String number = Html.text(page, "h1");
		assertThat(Html.text(page, ".legal-facts")).contains("quá hạn", "Sở Thông tin", "bằng thư",
				"23/11/2026, 07:00");
		assertThat(Html.text(page, "#tra-loi > .hint")).contains("Không gửi được thư");
		assertThat(Html.text(editor.open("/admin"), ".side a[href=/admin/legal] .count"))
			.isEqualTo("1 đang mở, 1 quá hạn");

		Document postponed = editor.sendAndFollow(Form.in(page, "form[action$=/deadline]")
			.fill("dueAt", "2026-11-25T07:00")
			.fill("why", "Cơ quan đồng ý."));
		assertThat(Html.text(postponed, ".legal-facts")).contains("chờ trả lời", "25/11/2026, 07:00");
		Document answered = editor
			.sendAndFollow(answer(postponed, "REFUSED", "Bình luận không vi phạm điều nào trong công văn."));
		assertThat(Html.text(answered, "#cac-buoc ~ table")).contains("trả lời: từ chối",
				"Bình luận không vi phạm điều nào trong công văn.");
		Document ended = end(editor, number);
		assertThat(ended.select("#tra-loi, form[action$=/evidence], form[action$=/place]")).isEmpty();
		assertThat(Html.text(editor.open(DESK + "?muc=da-xong"), "tbody")).contains(number, "đã kết thúc");
		Document over = editor.sendAndFollow(Form.in(postponed, "form[action$=/evidence]"));
		assertThat(Html.text(over, ".notice.warn")).contains("đã kết thúc");
		assertThat(this.newsroom.audit("legal", number)).containsExactly("legal.received", "legal.postponed",
				"legal.refused", "legal.ended");
		assertThat(Html.text(this.newsroom.signIn(Role.ADMIN).open("/admin/audit"), "tbody"))
			.contains("từ chối yêu cầu pháp lý", "yêu cầu " + number);
	}

	@Test
	void whatIsTypedWhileSomebodyElseEndsTheCaseIsKept() {
		String number = ask(write("Hai người cùng làm."));
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		editor.sendAndFollow(answer(editor.open(DESK + "/" + number), "REFUSED", ANSWER));
		Form typed = answer(editor.open(DESK + "/" + number), "GRANTED", "Một lời trả lời dài đang viết dở.");
		Visitor other = this.newsroom.signIn(Role.EDITOR);
		Document ended = end(other, number);
		MvcTestResult refused = editor.send(typed);
		assertThat(refused).hasStatus(409);
		Document again = Html.of(refused);
		assertThat(Html.text(again, "#tra-loi .errors")).contains("vừa được kết thúc", "còn nguyên ở đây");
		assertThat(Html.only(again, "#answer").text()).isEqualTo("Một lời trả lời dài đang viết dở.");
		assertThat(Html.only(again, "#tra-loi input[name=verdict][checked]").val()).isEqualTo("GRANTED");
		assertThat(this.newsroom.audit("legal", number)).endsWith("legal.ended");

		other.sendAndFollow(
				Form.in(ended, "#mo-lai form").fill("dueAt", "2026-11-30T07:00").fill("why", "Còn lời chưa gửi."));
		MvcTestResult seen = editor.send(Form.in(again, "#tra-loi"));
		assertThat(seen).hasStatus(409);
		editor.sendAndFollow(Form.in(Html.of(seen), "#tra-loi"));
		assertThat(this.newsroom.audit("legal", number)).contains("legal.reopened", "legal.granted");
	}

	@Test
	void aNewDeadlineLiesAhead() {
		String number = ask(write("Hạn mới."));
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		this.clock.advance(Duration.ofDays(2));
		Form form = Form.in(editor.open(DESK + "/" + number), "form[action$=/deadline]").fill("why", "Được gia hạn.");
		for (String past : List.of("2026-11-24T09:00", "2026-11-20T09:00", "")) {
			MvcTestResult refused = editor.send(form.fill("dueAt", past));
			assertThat(refused).as(past).hasStatus(422);
			assertThat(Html.text(Html.of(refused), "#dueAt-error")).contains("sau lúc này");
			assertThat(Html.only(Html.of(refused), "#why").val()).isEqualTo("Được gia hạn.");
		}
		assertThat(this.newsroom.audit("legal", number)).containsExactly("legal.received");
	}

	@Test
	void whatHasEndedIsReopenedWithAReasonAndWaitsForAnotherAnswer() {
		String comment = write("Mở lại.");
		String number = ask(comment);
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		remove(editor, number);
		editor.sendAndFollow(answer(editor.open(DESK + "/" + number), "GRANTED", ANSWER));
		assertThat(editor.open(DESK + "/" + number).select("#mo-lai")).as("it is open").isEmpty();
		Document ended = end(editor, number);
		Form reopening = Form.in(ended, "#mo-lai form");
		MvcTestResult wrong = editor.send(reopening.fill("dueAt", "2026-11-01T09:00").fill("why", " "));
		assertThat(wrong).hasStatus(422);
		assertThat(Html.of(wrong).select("#mo-lai[open] .field .error").eachAttr("id")).containsExactly("dueAt-error",
				"why-error");

		Document open = editor
			.sendAndFollow(reopening.fill("dueAt", "2026-11-30T07:00").fill("why", "Cơ quan gửi thêm tài liệu."));
		assertThat(Html.text(open, ".legal-facts")).contains("chờ trả lời", "30/11/2026, 07:00");
		assertThat(Html.text(open, "#cac-buoc ~ table tbody tr:last-child")).contains("mở lại",
				"Cơ quan gửi thêm tài liệu.");
		assertThat(open.select("form[action$=/closing]")).as("it waits for an answer again").isEmpty();
		assertThat(export(editor, number).get("outcome").isNull()).isTrue();
		assertThat(this.newsroom
			.column("select summary from audit_entry where action = 'legal.reopened' and subject_id = ?", number))
			.containsExactly("30/11/2026, 07:00");
		Document twice = editor.sendAndFollow(reopening);
		assertThat(Html.text(twice, ".notice.warn")).contains("đang mở");

		editor.sendAndFollow(answer(editor.open(DESK + "/" + number), "REFUSED", ANSWER));
		end(editor, number);
		assertThat(this.newsroom.audit("legal", number)).endsWith("legal.refused", "legal.sent", "legal.ended");
	}

	private Form letter(Visitor editor, String target, String body) {
		return Form.in(editor.open(DESK + "/new"), "main form")
			.fill("asker", "AUTHORITY")
			.fill("name", "Lê Văn Cán Bộ")
			.fill("organisation", "Sở Thông tin")
			.fill("target", target)
			.fill("ground", "Công văn 12/STT")
			.fill("body", body);
	}

	@Test
	void aLetterThatMayHaveBeenEnteredIsNamedAndEnteredNeverthelessOnceConfirmed() {
		String comment = write("Hai phòng cùng nhận.");
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		String first = Html.text(editor.sendAndFollow(letter(editor, "/bl/" + comment, "Đề nghị gỡ.")), "h1");
		Form again = letter(editor, this.article.path() + "#bl-" + comment, "Đề nghị gỡ ngay.")
			.fill("name", "Trần Văn Thư")
			.fill("organisation", "SO THONG TIN");
		MvcTestResult asked = editor.send(again);
		assertThat(asked).hasStatus(409);
		Document page = Html.of(asked);
		assertThat(Html.only(page, "#da-ghi a").attr("href")).isEqualTo(DESK + "/" + first);
		assertThat(Html.text(page, "#da-ghi")).contains(first, "chờ trả lời");
		assertThat(Html.only(page, "#body").text()).isEqualTo("Đề nghị gỡ ngay.");
		assertThat(this.newsroom.column("select number from legal_request")).containsExactly(first);

		Form confirmed = Form.in(page, "main form");
		String second = Html.text(editor.sendAndFollow(confirmed), "h1");
		assertThat(second).startsWith("PL-").isNotEqualTo(first);
		MvcTestResult twice = editor.send(confirmed);
		assertThat(twice).as("the button pressed twice").hasStatus(409);
		assertThat(Html.only(Html.of(twice), "#da-ghi a").text()).isEqualTo(second);
	}

	@Test
	void whatIsByOthersOrAboutOtherThingsOrLongAgoIsNoRepeat() {
		String comment = write("Nhiều người phàn nàn.");
		String other = write("Một bình luận khác.");
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		assertThat(editor.send(letter(editor, "/bl/" + comment, "Đề nghị gỡ."))).hasStatus3xxRedirection();
		assertThat(editor.send(letter(editor, "/bl/" + other, "Đề nghị sửa."))).as("about something else")
			.hasStatus3xxRedirection();
		assertThat(editor.send(letter(editor, "/bl/" + comment, "Đề nghị gỡ.").fill("name", "Phạm Khác")
			.fill("organisation", "Sở Khác"))).as("by somebody else").hasStatus3xxRedirection();
		assertThat(editor.send(letter(editor, this.article.path(), "Đề nghị gỡ."))).as("in the same words")
			.hasStatus(409);
		this.clock.advance(Duration.ofDays(31));
		assertThat(editor.send(letter(editor, "/bl/" + comment, "Đề nghị gỡ."))).hasStatus3xxRedirection();
	}

	@Test
	void whatAlsoCameByTheFormIsNamedWhenItsLetterIsEntered() {
		String number = ask(write("Gửi cả hai đường."));
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		MvcTestResult asked = editor
			.send(letter(editor, this.article.path(), "Xin gỡ bình luận nêu số nhà của tôi.\nTôi là người bị nêu.")
				.fill("asker", "PERSON")
				.fill("name", "Người viết thư")
				.fill("organisation", "")
				.fill("email", this.asker.toUpperCase(Locale.ROOT)));
		assertThat(asked).hasStatus(409);
		assertThat(Html.only(Html.of(asked), "#da-ghi a").text()).isEqualTo(number);
	}

	@Test
	void sentSeveralTimesAtTheSameMomentItIsOneCaseWithOneNumber() {
		LegalForm form = new LegalForm("PERSON", "Bấm Hai Lần", "", this.asker, "/bl/aaaaaaaaaaaa", "Điều 34",
				"Xin gỡ.", "", "", "");
		List<Callable<String>> clicks = new ArrayList<>();
		for (int n = 0; n < 8; n++) {
			clicks.add(() -> this.intake.take(form, "192.0.2.7"));
		}
		assertThat(Set.copyOf(AtOnce.run(clicks))).hasSize(1);
		assertThat(this.newsroom.column("select number from legal_request")).hasSize(1);
	}

	@Test
	void twoYearsAfterItsEndOnlyNumberKindDatesAndOutcomeStay() {
		String comment = write("Giữ có hạn.");
		String number = ask(comment);
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		remove(editor, number);
		editor.sendAndFollow(answer(editor.open(DESK + "/" + number), "GRANTED", ANSWER));
		assertThat(Html.text(end(editor, number), "#cac-buoc ~ .hint:last-of-type")).contains("được giữ tới",
				"22/11/2028");
		String open = ask(write("Vẫn mở."));
		this.clock.advance(Duration.ofDays(729));
		this.retention.tidy();
		assertThat(evidence(number)).hasSize(1);
		this.clock.advance(Duration.ofDays(2));
		this.retention.tidy();
		this.retention.tidy();

		assertThat(evidence(number)).isEmpty();
		assertThat(this.newsroom.column("select name || organisation || target || ground || body from legal_request"
				+ " where number = ? and email is null and about is null", number))
			.containsExactly("");
		assertThat(this.newsroom.column(
				"select s.detail from legal_step s join legal_request r on r.id = s.request_id" + " where r.number = ?",
				number))
			.hasSize(7)
			.containsOnly("");
		assertThat(this.newsroom.audit("legal", number)).containsOnlyOnce("legal.purged").endsWith("legal.purged");
		assertThat(this.newsroom.column("select name from legal_request where number = ?", open)).as("it is open")
			.containsExactly("Trần Thị Bị Nêu");
		Visitor later = this.newsroom.signIn(Role.EDITOR);
		Document page = later.open(DESK + "/" + number);
		assertThat(page.select("#mo-lai, #bang-chung, #noi-dung-yeu-cau")).isEmpty();
		assertThat(Html.text(page, ".legal-facts ~ .notice")).contains("hết thời hạn lưu");
		assertThat(Html.text(page, ".legal-facts")).contains("Người liên quan", "24/11/2026");
		assertThat(Html.text(later.open(DESK + "?muc=da-xong"), "tbody")).contains(number, "đã xóa dữ liệu");
		JsonNode file = export(later, number);
		assertThat(file.get("outcome").asString()).isEqualTo("GRANTED");
		assertThat(file.get("purgedAt").isNull()).isFalse();
		assertThat(file.get("evidence")).isEmpty();
	}

	@Test
	void whatIsReopenedInTimeIsKeptAndWhatIsPurgedIsNotReopened() {
		String number = ask(write("Mở lại trước hạn."));
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		editor.sendAndFollow(answer(editor.open(DESK + "/" + number), "REFUSED", ANSWER));
		Form reopening = Form.in(end(editor, number), "#mo-lai form").fill("why", "Có tài liệu mới.");
		this.clock.advance(Duration.ofDays(700));
		Visitor later = this.newsroom.signIn(Role.EDITOR);
		later.sendAndFollow(Form.in(later.open(DESK + "/" + number), "#mo-lai form").fill("why", "Có tài liệu mới."));
		this.clock.advance(Duration.ofDays(31));
		this.retention.tidy();
		assertThat(this.newsroom.column("select name from legal_request")).containsExactly("Trần Thị Bị Nêu");

		Visitor last = this.newsroom.signIn(Role.EDITOR);
		last.sendAndFollow(answer(last.open(DESK + "/" + number), "REFUSED", ANSWER));
		end(last, number);
		this.clock.advance(Duration.ofDays(731));
		this.retention.tidy();
		Document told = editor.sendAndFollow(reopening.fill("dueAt", "2030-11-30T07:00"));
		assertThat(Html.text(told, ".notice.warn")).contains("hết hạn lưu");
	}

	@Test
	void twoNodesThatTidyAtOnceLeaveOneStep() {
		String number = ask(write("Hai máy."));
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		editor.sendAndFollow(answer(editor.open(DESK + "/" + number), "REFUSED", ANSWER));
		end(editor, number);
		this.clock.advance(Duration.ofDays(731));
		Callable<Boolean> node = () -> meanwhile(() -> AopTestUtils.<Retention>getTargetObject(this.retention).tidy());
		AtOnce.run(List.of(node, node, node));
		assertThat(this.newsroom.audit("legal", number)).containsOnlyOnce("legal.purged");
	}

	@Test
	void afterADayWithoutAnAnswerItIsOverdue() {
		String number = ask(write("Để lâu."));
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		this.clock.advance(Duration.ofHours(23));
		assertThat(Html.text(editor.open(DESK), "tbody tr")).contains(number, "chờ trả lời");
		this.clock.advance(Duration.ofHours(2));
		Document list = editor.open(DESK);
		assertThat(Html.text(list, "tbody tr")).contains(number, "quá hạn");
		assertThat(Html.text(list, ".notice.warn")).isEqualTo("1 yêu cầu đã quá hạn mà chưa trả lời.");
	}

	@Test
	void theFileHoldsAllOfItAndIsNotedWhenItIsTaken() {
		String comment = write("Vào hồ sơ.");
		String number = ask(comment);
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		remove(editor, number);
		editor.sendAndFollow(answer(editor.open(DESK + "/" + number), "GRANTED", ANSWER));
		JsonNode file = export(editor, number);
		assertThat(file.get("number").asString()).isEqualTo(number);
		assertThat(file.get("email").asString()).isEqualTo(this.asker);
		assertThat(file.get("comment").asString()).isEqualTo(comment);
		assertThat(file.get("outcome").asString()).isEqualTo("GRANTED");
		JsonNode piece = file.get("evidence").get(0);
		assertThat(piece.get("sha256").asString()).isEqualTo(ReaderKey.sha256(piece.get("content").asString()));
		List<String> steps = new ArrayList<>();
		file.get("steps").forEach((step) -> steps.add(step.get("what").asString()));
		assertThat(steps).containsExactly("RECEIVED", "FROZEN", "REMOVED", "GRANTED", "SENT", "EXPORTED");
		assertThat(this.newsroom.audit("legal", number)).endsWith("legal.exported");
	}

	@Test
	void erasureReachesEvidenceAtOnceWhereItHasEndedAndWithTheEndWhereItIsOpen() {
		String first = write("Một Xóahếtđi.");
		String second = write("Hai Xóahếtđi.");
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		String ended = ask(first);
		freeze(editor, ended);
		editor.sendAndFollow(answer(editor.open(DESK + "/" + ended), "REFUSED", ANSWER));
		end(editor, ended);
		this.clock.advance(Duration.ofHours(2));
		String open = ask(second);
		freeze(editor, open);
		JsonNode own = this.json
			.readTree(this.writer.get("/binh-luan-cua-toi/du-lieu.json").getResponse().getContentAsByteArray());
		assertThat(own.get("evidence")).hasSize(2);
		assertThat(own.get("evidence").get(0).get("content").get("text").asString()).isEqualTo("Một Xóahếtđi.");
		assertThat(own.get("evidence").toString()).doesNotContain(ended, "Bị Nêu");

		Document asked = this.writer.read("/binh-luan-cua-toi/xoa");
		assertThat(asked.text()).contains("bằng chứng trong một yêu cầu pháp lý chưa xong");
		Document receipt = this.writer.follow(this.writer.send(Form.in(asked, "main form").press("Xóa tất cả")));
		assertThat(Html.texts(receipt, ".receipt tbody tr"))
			.contains("Bằng chứng của yêu cầu pháp lý legal_evidence 0 1");
		assertThat(evidence(ended)).containsOnlyNulls();
		assertThat(evidence(open)).hasSize(1).allMatch((copy) -> copy.contains("Hai Xóahếtđi."));
		Document page = editor.open(DESK + "/" + open);
		assertThat(Html.text(page, ".evidence .notice")).contains("bị xóa khi yêu cầu kết thúc");
		assertThat(page.select("form[action$=/evidence]")).as("nothing is left to freeze").isEmpty();

		editor.sendAndFollow(answer(page, "REFUSED", ANSWER));
		Document closed = end(editor, open);
		assertThat(Html.text(closed, ".evidence")).contains("Đã xóa cùng dữ liệu của người viết");
		assertThat(evidence(open)).containsOnlyNulls();
		assertThat(this.newsroom.column("select sha256 from legal_evidence")).containsOnlyNulls();
		assertThat(this.newsroom.column("select detail from legal_step"))
			.noneMatch((detail) -> detail.contains("Xóahếtđi") || detail.contains(NAME));
		assertThat(this.newsroom.audit("legal", open)).endsWith("legal.ended", "legal.erased");
		assertThat(this.newsroom.audit("legal", ended)).endsWith("legal.ended", "legal.erased");
	}

	@Test
	void atOnceNobodyWaitsInACircleAndNothingOfAnErasedWriterIsFrozen() {
		String comment = write("Cùng lúc.");
		String number = ask(comment);
		Actor editor = new Actor(7L, "Biên tập viên");
		ReaderKey key = key();
		List<Callable<Boolean>> acts = new ArrayList<>();
		for (int n = 0; n < 4; n++) {
			acts.add(() -> meanwhile(() -> this.desk.freeze(number, editor)));
			acts.add(() -> meanwhile(() -> this.desk.remove(number, editor)));
			acts.add(() -> meanwhile(() -> this.decisions.decide(comment, CommentStatus.REMOVED,
					CommentStatus.PUBLISHED, editor, null)));
		}
		acts.add(6, () -> meanwhile(() -> this.records.erase(key)));
		AtOnce.run(acts);
		assertThat(this.jdbc.sql("select count(*) from legal_evidence where erasure_due = false")
			.query(Integer.class)
			.single()).as("all that was frozen goes with the end").isZero();
		assertThat(TestReader.of(this.mvc).read(this.article.path()).text()).doesNotContain("Cùng lúc.");
	}

	/**
	 * Who comes too late finds that it can't be done any more.
	 */
	private static boolean meanwhile(Runnable act) {
		try {
			act.run();
			return true;
		}
		catch (EvidenceRoom.NothingLeft | Decisions.ImpossibleDecision ex) {
			return false;
		}
	}

}
