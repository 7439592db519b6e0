package vn.toasoan.moderation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import vn.toasoan.account.Role;
import vn.toasoan.testing.Form;
import vn.toasoan.testing.Html;
import vn.toasoan.testing.MutableClock;
import vn.toasoan.testing.Newsroom;
import vn.toasoan.testing.SiteTest;
import vn.toasoan.testing.Visitor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The queue of comments, from the reader who writes to the reader who sees what a
 * moderator has decided.
 */
@SiteTest
@TestInstance(Lifecycle.PER_CLASS)
abstract class QueueContract {

	private static final String QUEUE = "/admin/comments";

	private static final String TITLE = "Bài có nhiều người bình luận";

	@Autowired
	Newsroom newsroom;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	MutableClock clock;

	private String article = "";

	@BeforeAll
	void anArticle() {
		this.clock.set(MutableClock.START);
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		Form form = editor.form("/admin/articles/new", ".editor form").fill("title", TITLE).fill("body", "Nội dung.");
		Document draft = editor.sendAndFollow(form.press("Lưu"));
		this.article = "/bai-viet/" + Html.only(draft, "#slug").val();
		editor.sendAndFollow(Form.in(draft, "form[action$=/publication]"));
	}

	@BeforeEach
	void anEmptyQueue() {
		this.jdbc.sql("delete from decision_item").update();
		this.jdbc.sql("delete from comment_event").update();
		this.jdbc.sql("delete from comment_report").update();
		this.jdbc.sql("delete from comment_search").update();
		this.jdbc.sql("delete from lesson").update();
		this.jdbc.sql("delete from comment_version").update();
		this.jdbc.sql("delete from comment").update();
		this.jdbc.sql("update discussion set site_comments = 0").update();
	}

	String comment(String text) {
		return comment(this.newsroom.visitor(), this.article, text);
	}

	/**
	 * Sends a comment.
	 * @param address of the page with the form
	 * @return its public id
	 */
	private static String comment(Visitor reader, String address, String text) {
		MvcTestResult answer = reader
			.send(reader.form(address, "#viet").fill("name", "Minh Anh").fill("body", text).press("Gửi bình luận"));
		assertThat(answer).hasStatus(303);
		return String.valueOf(answer.getResponse().getHeader("Location")).replaceFirst(".*#bl-", "");
	}

	private static String tab(String name) {
		return QUEUE + "?muc=" + name;
	}

	/**
	 * What a moderator may decide on a comment, as the page of that tab offers it.
	 */
	static Form decision(Visitor moderator, String tab, String comment, String button) {
		return moderator.form(tab(tab), "#bl-" + comment + " form.decide").press(button);
	}

	private static Document decide(Visitor moderator, String tab, String comment, String button) {
		return moderator.sendAndFollow(decision(moderator, tab, comment, button));
	}

	private static List<String> said(Document queue) {
		return Html.texts(queue, ".item .said");
	}

	private Document page() {
		return this.newsroom.visitor().open(this.article);
	}

	private List<String> audit(String comment) {
		return this.newsroom.audit("comment", comment);
	}

	@Test
	void aCommentWaitsWithAllThatItsModeratorNeedsToKnow() {
		String id = comment("Cho tôi hỏi **một** câu.");
		Document queue = this.newsroom.signIn(Role.MODERATOR).open(QUEUE);
		Element item = Html.only(queue, ".item");
		assertThat(item.id()).isEqualTo("bl-" + id);
		assertThat(Html.text(item, ".who b")).isEqualTo("Minh Anh");
		assertThat(Html.text(item, ".hint")).matches("lần đầu · 10\\.\\d+\\.\\d+\\.0/24");
		assertThat(Html.text(item, "time")).isEqualTo("vừa xong");
		assertThat(Html.text(item, ".where")).isEqualTo("về " + TITLE);
		assertThat(Html.only(item, ".where a").attr("href")).isEqualTo(this.article + "#binh-luan");
		assertThat(Html.text(item, ".said strong")).isEqualTo("một");
		assertThat(Html.only(item, "time").attr("title")).isEqualTo("23/11/2026, 08:00");
		assertThat(Html.texts(item, ".decide > button, summary")).containsExactly("Duyệt D", "Từ chối… G", "Spam S");
		assertThat(Html.texts(item, "details button")).hasSize(10).startsWith("1 quảng cáo").endsWith("0 mạo danh");
		assertThat(Html.texts(queue, ".tabs a")).containsExactly("Chờ duyệt 1", "Nghi vấn 0", "Bị báo cáo 0",
				"Khiếu nại 0", "Spam 0", "Đã đăng 0", "Từ chối 0", "Đã gỡ 0");
		assertThat(Html.text(queue, ".tabs a[aria-current]")).isEqualTo("Chờ duyệt 1");
	}

	@Test
	void aReplySaysWhomItAnswers() {
		Visitor moderator = this.newsroom.signIn(Role.MODERATOR);
		String question = comment("Ai biết?");
		decide(moderator, "cho-duyet", question, "Duyệt D");
		comment(this.newsroom.visitor(), this.article + "?tra-loi=" + question, "Tôi biết.");
		assertThat(Html.text(moderator.open(QUEUE), ".where")).isEqualTo("về " + TITLE + ", trả lời Minh Anh");
		assertThat(Html.text(moderator.open(QUEUE), ".answered")).isEqualTo("Ai biết?");
	}

	@Test
	void onceApprovedItIsForAllToRead() {
		String id = comment("Được duyệt.");
		assertThat(Html.texts(page(), ".said")).isEmpty();
		String name = this.newsroom.account(Role.MODERATOR);
		Document next = decide(this.newsroom.signIn(name), "cho-duyet", id, "Duyệt D");
		assertThat(Html.text(next, ".toast p")).isEqualTo("Đã duyệt và đăng bình luận: Minh Anh");
		assertThat(said(next)).isEmpty();
		assertThat(Html.text(page(), "#bl-" + id + " .said")).isEqualTo("Được duyệt.");
		assertThat(Html.text(page(), "#bl")).isEqualTo("1 bình luận");
		assertThat(audit(id)).containsExactly("comment.published");
		assertThat(this.newsroom.column("select actor_name from comment_event e join comment c on c.id = e.comment_id"
				+ " where c.public_id = ? and e.to_status = 'PUBLISHED'", id))
			.containsExactly(Newsroom.displayName(name));
		Element line = this.newsroom.signIn(Role.ADMIN).open("/admin/audit").select("tr:contains(" + id + ")").first();
		assertThat(line).isNotNull()
			.extracting(Element::text)
			.asString()
			.contains(Newsroom.displayName(name), "duyệt bình luận")
			.doesNotContain("Được duyệt.");
	}

	@ParameterizedTest
	@CsvSource({ "7 lạc đề, Đã từ chối bình luận: Minh Anh (lạc đề), tu-choi, comment.rejected",
			"Spam S, Đã đưa bình luận vào spam: Minh Anh, spam, comment.spam" })
	void whatIsNotPublishedStandsInATabOfItsOwn(String button, String notice, String tab, String action) {
		String id = comment("Không nên đăng.");
		Visitor moderator = this.newsroom.signIn(Role.MODERATOR);
		Document next = decide(moderator, "cho-duyet", id, button);
		assertThat(Html.text(next, ".toast p")).isEqualTo(notice);
		assertThat(said(next)).isEmpty();
		assertThat(said(moderator.open(tab(tab)))).containsExactly("Không nên đăng.");
		assertThat(page().text()).doesNotContain("Không nên đăng.").contains("0 bình luận");
		assertThat(audit(id)).containsExactly(action);
	}

	@Test
	void whoMayEditArticlesIsLedToTheDiscussionOfEach() {
		comment("Ồn ào quá.");
		String link = Html.only(this.newsroom.signIn(Role.EDITOR).open(QUEUE), ".item .where a[href$=/discussion]")
			.attr("href");
		assertThat(this.newsroom.signIn(Role.EDITOR).open(link).select("input[name=closesAt]")).hasSize(1);
		assertThat(this.newsroom.signIn(Role.MODERATOR).open(QUEUE).select(".item a[href$=/discussion]")).isEmpty();
	}

	@Test
	void spamIsCounted() {
		Visitor moderator = this.newsroom.signIn(Role.MODERATOR);
		Document next = decide(moderator, "cho-duyet", comment("Chẳng liên quan gì."), "Spam S");
		assertThat(Html.texts(next, ".tabs span")).containsExactly("0", "0", "0", "0", "1", "0", "0", "0");
	}

	@Test
	void aPublishedCommentCanBeTakenDown() {
		Visitor moderator = this.newsroom.signIn(Role.MODERATOR);
		String id = comment("Đăng rồi lại gỡ.");
		decide(moderator, "cho-duyet", id, "Duyệt D");
		Document published = moderator.open(tab("da-dang"));
		assertThat(Html.texts(published, "#bl-" + id + " summary")).containsExactly("Gỡ… G");
		Document next = decide(moderator, "da-dang", id, "1 quảng cáo");
		assertThat(Html.text(next, ".toast p")).isEqualTo("Đã gỡ bình luận: Minh Anh (quảng cáo)");
		assertThat(Html.text(next, ".tabs a[aria-current]")).isEqualTo("Đã đăng 0");
		assertThat(said(next)).isEmpty();
		assertThat(said(moderator.open(tab("da-go")))).containsExactly("Đăng rồi lại gỡ.");
		assertThat(page().text()).doesNotContain("Đăng rồi lại gỡ.").contains("0 bình luận");
		assertThat(audit(id)).containsExactly("comment.published", "comment.removed");
	}

	@ParameterizedTest
	@CsvSource({ "9 vi phạm pháp luật, tu-choi", "Spam S, spam" })
	void whoeverErredPublishesItAfterAll(String mistake, String tab) {
		Visitor moderator = this.newsroom.signIn(Role.MODERATOR);
		String id = comment("Suýt bị bỏ sót.");
		decide(moderator, "cho-duyet", id, mistake);
		assertThat(Html.texts(moderator.open(tab(tab)), "#bl-" + id + " button")).containsExactly("Duyệt D");
		assertThat(said(decide(moderator, tab, id, "Duyệt D"))).isEmpty();
		assertThat(Html.text(page(), "#bl-" + id + " .said")).isEqualTo("Suýt bị bỏ sót.");
	}

	@Test
	void whatWasTakenDownCanComeBack() {
		Visitor moderator = this.newsroom.signIn(Role.MODERATOR);
		String id = comment("Gỡ nhầm.");
		decide(moderator, "cho-duyet", id, "Duyệt D");
		decide(moderator, "da-dang", id, "1 quảng cáo");
		decide(moderator, "da-go", id, "Duyệt D");
		assertThat(Html.text(page(), "#bl-" + id + " .said")).isEqualTo("Gỡ nhầm.");
		assertThat(Html.text(page(), "#bl")).isEqualTo("1 bình luận");
	}

	@Test
	void whoComesSecondIsToldWhoHasDecidedWhatAndWhen() {
		String id = comment("Hai người cùng xem.");
		String name = this.newsroom.account(Role.MODERATOR);
		Visitor first = this.newsroom.signIn(name);
		Visitor second = this.newsroom.signIn(Role.EDITOR);
		Form stale = decision(second, "cho-duyet", id, "2 xúc phạm người khác");
		decide(first, "cho-duyet", id, "Duyệt D");
		this.clock.advance(Duration.ofMinutes(5));
		Document next = second.sendAndFollow(stale);
		assertThat(Html.text(next, ".notice[data-announce]")).isEqualTo("Bình luận này đã được "
				+ Newsroom.displayName(name) + " quyết định trước (đã đăng), lúc 23/11/2026, 08:00");
		assertThat(next.select(".toast")).isEmpty();
		assertThat(Html.text(page(), "#bl-" + id + " .said")).isEqualTo("Hai người cùng xem.");
		assertThat(audit(id)).containsExactly("comment.published");
		assertThat(second.open(QUEUE).select(".notice")).as("told once").isEmpty();
	}

	@Test
	void theSameDecisionTwiceIsOneDecision() {
		String id = comment("Bấm hai lần.");
		Visitor moderator = this.newsroom.signIn(Role.MODERATOR);
		Form form = decision(moderator, "cho-duyet", id, "Duyệt D");
		moderator.sendAndFollow(form);
		assertThat(Html.text(moderator.sendAndFollow(form), ".notice[data-announce]")).contains("(đã đăng)");
		assertThat(Html.text(page(), "#bl")).isEqualTo("1 bình luận");
		assertThat(audit(id)).containsExactly("comment.published");
	}

	@Test
	void theWritersHistoryStandsBesideTheName() {
		Visitor moderator = this.newsroom.signIn(Role.MODERATOR);
		Visitor reader = this.newsroom.visitor();
		decide(moderator, "cho-duyet", comment(reader, this.article, "Bình luận tốt."), "Duyệt D");
		decide(moderator, "cho-duyet", comment(reader, this.article, "Bình luận xấu."), "2 xúc phạm người khác");
		decide(moderator, "cho-duyet", comment(reader, this.article, "Bình luận rác."), "Spam S");
		comment(reader, this.article, "Bình luận mới.");
		assertThat(Html.text(moderator.open(QUEUE), ".item .hint")).startsWith("1 đã duyệt, 2 từ chối ·");
	}

	@ParameterizedTest
	@CsvSource({ "cho-duyet, Không còn bình luận nào chờ duyệt.", "bi-bao-cao, Không có bình luận nào bị báo cáo.",
			"khang-nghi, Không có khiếu nại nào chờ trả lời.", "nghi-van, Không có bình luận nào đáng ngờ.",
			"da-dang, Chưa có bình luận nào được đăng.", "tu-choi, Chưa có bình luận nào bị từ chối.",
			"spam, Không có spam.", "da-go, Chưa có bình luận nào bị gỡ." })
	void anEmptyTabSaysSo(String tab, String text) {
		Document queue = this.newsroom.signIn(Role.MODERATOR).open(tab(tab));
		assertThat(Html.text(queue, ".empty")).isEqualTo(text);
		assertThat(queue.select(".item, .pager, .notice")).isEmpty();
		assertThat(Html.texts(queue, ".tabs span")).containsOnly("0").hasSize(8);
	}

	@Test
	void whoHasWaitedLongestStandsFirstAndWhatWasPublishedLastStandsFirst() {
		Visitor moderator = this.newsroom.signIn(Role.MODERATOR);
		List<String> ids = new ArrayList<>();
		for (String text : List.of("Một.", "Hai.", "Ba.")) {
			ids.add(comment(text));
			this.clock.advance(Duration.ofMinutes(1));
		}
		assertThat(said(moderator.open(QUEUE))).containsExactly("Một.", "Hai.", "Ba.");
		ids.forEach((id) -> decide(moderator, "cho-duyet", id, "Duyệt D"));
		assertThat(said(moderator.open(tab("da-dang")))).containsExactly("Ba.", "Hai.", "Một.");
	}

	@Test
	void aLongQueueGoesOnOnTheNextPage() {
		List<String> texts = new ArrayList<>();
		Visitor reader = this.newsroom.visitor();
		for (int n = 1; n <= 26; n++) {
			texts.add("Bình luận thứ " + n + ".");
			comment(reader, this.article, texts.get(n - 1));
		}
		Visitor moderator = this.newsroom.signIn(Role.MODERATOR);
		Document first = moderator.open(QUEUE);
		assertThat(said(first)).containsExactlyElementsOf(texts.subList(0, 25));
		assertThat(Html.text(first, ".tabs a[aria-current]")).isEqualTo("Chờ duyệt 26");
		assertThat(first.select("a[rel=prev]")).isEmpty();
		Document second = moderator.open(Html.only(first, "a[rel=next]").attr("href"));
		assertThat(said(second)).containsExactly("Bình luận thứ 26.");
		assertThat(second.select("a[rel=next]")).isEmpty();
		Document back = moderator.open(Html.only(second, "a[rel=prev]").attr("href"));
		assertThat(said(back)).containsExactlyElementsOf(texts.subList(0, 25));
		Document next = moderator.sendAndFollow(Form.in(second, "form.decide").press("2 xúc phạm người khác"));
		assertThat(said(next)).containsExactlyElementsOf(texts.subList(0, 25));
		assertThat(next.select(".pager")).isEmpty();
		assertThat(Html.only(next, "#nhieu input[name=ve]").val()).isEqualTo(tab("cho-duyet"));
	}

	@Test
	void theOtherTabsGoOnToo() {
		Visitor reader = this.newsroom.visitor();
		Visitor moderator = this.newsroom.signIn(Role.MODERATOR);
		List<String> texts = new ArrayList<>();
		for (int n = 1; n <= 26; n++) {
			texts.add("Rác thứ " + n + ".");
			decide(moderator, "cho-duyet", comment(reader, this.article, texts.get(n - 1)), "Spam S");
		}
		Collections.reverse(texts);
		Document first = moderator.open(tab("spam"));
		Document second = moderator.open(Html.only(first, "a[rel=next]").attr("href"));
		assertThat(said(first)).containsExactlyElementsOf(texts.subList(0, 25));
		assertThat(said(second)).containsExactly("Rác thứ 1.");
		assertThat(Html.text(second, ".tabs a[aria-current]")).isEqualTo("Spam 26");
	}

	@Test
	void aTabOrPageThatIsNotThereIsNotFound() {
		Visitor moderator = this.newsroom.signIn(Role.MODERATOR);
		assertThat(moderator.get(tab("khong-co"))).hasStatus(404);
		assertThat(moderator.get(QUEUE + "?sau=khong_phai")).hasStatus(400);
	}

	@ParameterizedTest
	@EnumSource(names = { "MODERATOR", "EDITOR", "ADMIN" })
	void whoModeratesFindsTheQueueAndDecides(Role role) {
		String id = comment("Ai duyệt cũng được.");
		Visitor moderator = this.newsroom.signIn(role);
		assertThat(moderator.open("/admin").select("nav a[href=" + QUEUE + "]")).hasSize(1);
		decide(moderator, "cho-duyet", id, "Duyệt D");
		assertThat(audit(id)).containsExactly("comment.published");
	}

	@Test
	void anAuthorNeitherSeesTheQueueNorDecides() {
		String id = comment("Tác giả không được duyệt.");
		Form form = decision(this.newsroom.signIn(Role.MODERATOR), "cho-duyet", id, "Duyệt D");
		Visitor author = this.newsroom.signIn(Role.AUTHOR);
		assertThat(author.open("/admin").select("a[href^=" + QUEUE + "]")).isEmpty();
		assertThat(author.get(QUEUE)).hasStatus(403);
		assertThat(author.request(HttpMethod.POST, form.action(), withTokenOf(author, form))).hasStatus(403);
		assertThat(said(this.newsroom.signIn(Role.MODERATOR).open(QUEUE))).containsExactly("Tác giả không được duyệt.");
		assertThat(audit(id)).isEmpty();
	}

	/**
	 * What the form sends, as if it stood on a page of this person.
	 */
	private static MultiValueMap<String, String> withTokenOf(Visitor person, Form form) {
		MultiValueMap<String, String> parameters = form.parameters();
		parameters.set("_csrf", Html.only(person.open("/admin"), "form.me input[name=_csrf]").val());
		return parameters;
	}

	@Test
	void whatItsWriterHasDeletedMeanwhileStaysDeletedAndTheModeratorIsTold() {
		Visitor reader = this.newsroom.visitor();
		String id = comment(reader, this.article, "Sắp bị xóa.");
		Visitor moderator = this.newsroom.signIn(Role.MODERATOR);
		Form form = decision(moderator, "cho-duyet", id, "Duyệt D");
		reader.send(reader.form("/bl/" + id + "/xoa", "main form").press("Xóa bình luận"));
		assertThat(moderator.sendAndFollow(form).text()).contains("người viết đã xóa");
		assertThat(audit(id)).isEmpty();
	}

	@Test
	void aCommentPickedTwiceIsDecidedOnce() {
		String id = comment("Chọn hai lần.");
		Visitor moderator = this.newsroom.signIn(Role.MODERATOR);
		MultiValueMap<String, String> parameters = decision(moderator, "cho-duyet", id, "Duyệt D").parameters();
		parameters.put("chon", List.of(id + ".PENDING", id + ".PENDING"));
		assertThat(moderator.request(HttpMethod.POST, QUEUE + "/decisions", parameters)).hasStatus3xxRedirection();
		assertThat(audit(id)).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource({ "PENDING, PENDING", "PUBLISHED, PUBLISHED", "PENDING, REJECTED.WITHDRAWN", "SPAM, REJECTED",
			"REMOVED, PENDING", "PENDING, không có", "không có, PUBLISHED" })
	void aDecisionThatNoPageOffersIsRefused(String from, String to) {
		String id = comment("Không ai quyết định thế.");
		Visitor moderator = this.newsroom.signIn(Role.MODERATOR);
		Form form = decision(moderator, "cho-duyet", id, "Duyệt D");
		MultiValueMap<String, String> forged = form.parameters();
		forged.set("from", from);
		forged.set("to", to);
		assertThat(moderator.request(HttpMethod.POST, form.action(), forged)).hasStatus(400);
		assertThat(said(moderator.open(QUEUE))).containsExactly("Không ai quyết định thế.");
		assertThat(audit(id)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Duyệt D", "2 xúc phạm người khác", "Spam S" })
	void aDecisionCanBeUndoneFromThePageThatTellsOfIt(String button) {
		Visitor moderator = this.newsroom.signIn(Role.MODERATOR);
		Document next = decide(moderator, "cho-duyet", comment("Bấm nhầm."), button);
		moderator.sendAndFollow(Form.in(next, ".toast form").press("Hoàn tác"));
		assertThat(said(moderator.open(QUEUE))).containsExactly("Bấm nhầm.");
		assertThat(page().text()).doesNotContain("Bấm nhầm.").contains("0 bình luận");
	}

	@Test
	void takingDownCanBeUndoneToo() {
		Visitor moderator = this.newsroom.signIn(Role.MODERATOR);
		String id = comment("Gỡ nhầm.");
		decide(moderator, "cho-duyet", id, "Duyệt D");
		Document next = decide(moderator, "da-dang", id, "1 quảng cáo");
		moderator.sendAndFollow(Form.in(next, ".toast form").press("Hoàn tác"));
		assertThat(Html.text(page(), "#bl-" + id + " .said")).isEqualTo("Gỡ nhầm.");
	}

	@Test
	void theReasonOfARejectionStaysWithTheComment() {
		Visitor moderator = this.newsroom.signIn(Role.MODERATOR);
		String id = comment("Chuyện khác.");
		decide(moderator, "cho-duyet", id, "7 lạc đề");
		assertThat(Html.text(moderator.open(tab("tu-choi")), "#bl-" + id + " .reasons")).isEqualTo("lạc đề");
		assertThat(this.newsroom.column("select e.reason from comment_event e join comment c on c.id = e.comment_id"
				+ " where c.public_id = ? and e.to_status = 'REJECTED'", id))
			.containsExactly("OFF_TOPIC");
	}

	private List<String> several(int number) {
		Visitor reader = this.newsroom.visitor();
		List<String> ids = new ArrayList<>();
		for (int n = 1; n <= number; n++) {
			ids.add(comment(reader, this.article, "Bình luận số " + n + "."));
		}
		return ids;
	}

	private static Form picked(Visitor moderator, String tab, List<String> ids, String status) {
		return moderator.form(tab(tab), "#nhieu")
			.tick("chon", ids.stream().map((id) -> id + "." + status).toArray(String[]::new));
	}

	@Test
	void severalAreDecidedAtOnceAndTakenBackAtOnce() {
		Visitor moderator = this.newsroom.signIn(Role.MODERATOR);
		List<String> ids = several(4);
		Document next = moderator
			.sendAndFollow(picked(moderator, "cho-duyet", ids.subList(0, 3), "PENDING").press("Duyệt"));
		assertThat(Html.text(next, ".toast p")).isEqualTo("Đã duyệt và đăng 3 bình luận");
		assertThat(said(next)).containsExactly("Bình luận số 4.");
		assertThat(Html.text(page(), "#bl")).isEqualTo("3 bình luận");
		Document back = moderator.sendAndFollow(Form.in(next, ".toast form").press("Hoàn tác"));
		assertThat(Html.text(back, ".toast p")).isEqualTo("Đã hoàn tác: 3 bình luận trở lại như trước");
		assertThat(said(back)).hasSize(4);
		assertThat(Html.text(page(), "#bl")).isEqualTo("0 bình luận");
		assertThat(audit(ids.get(0))).containsExactly("comment.published", "comment.taken-back");
		assertThat(this.newsroom.signIn(Role.ADMIN)
			.open("/admin/audit")
			.select("tr:contains(" + ids.get(0) + ")")
			.eachText()).anySatisfy((line) -> assertThat(line).contains("hoàn tác quyết định về bình luận chờ duyệt"));
	}

	@Test
	void aNetworkOfIpv6StandsInItsShortForm() {
		String id = comment("Từ điện thoại.");
		this.jdbc.sql("update comment set ip_prefix = '2001:db8:1:2:0:0:0:0/64' where public_id = :id")
			.param("id", id)
			.update();
		Document page = this.newsroom.signIn(Role.MODERATOR).open(tab("cho-duyet"));
		assertThat(Html.text(page, "#bl-" + id + " .who .hint")).isEqualTo("lần đầu · 2001:db8:1:2::/64");
	}

	@Test
	void theWholePageIsPickedWithoutAScript() {
		Visitor moderator = this.newsroom.signIn(Role.MODERATOR);
		several(3);
		Document queue = moderator.open(QUEUE);
		Document all = moderator.open(Html.only(queue, ".bulk a.without-script").attr("href"));
		Document next = moderator.sendAndFollow(Form.in(all, "#nhieu").press("Spam"));
		assertThat(Html.text(next, ".toast p")).isEqualTo("Đã đưa 3 bình luận vào spam");
		assertThat(said(next)).isEmpty();
	}

	@Test
	void manyAreToldAsWhatEachHasBecome() {
		Visitor moderator = this.newsroom.signIn(Role.MODERATOR);
		List<String> ids = several(3);
		decide(moderator, "cho-duyet", ids.get(0), "Duyệt D");
		MultiValueMap<String, String> chosen = new LinkedMultiValueMap<>();
		chosen.add("_csrf", Html.only(moderator.open("/admin"), "form.me input[name=_csrf]").val());
		chosen.put("chon", List.of(ids.get(0) + ".PUBLISHED", ids.get(1) + ".PENDING", ids.get(2) + ".PENDING"));
		chosen.add("to", "SPAM");
		chosen.add("ve", QUEUE);
		Document next = moderator.follow(moderator.request(HttpMethod.POST, QUEUE + "/decisions", chosen));
		assertThat(Html.text(next, ".toast p")).isEqualTo("Đã gỡ bình luận (quảng cáo). Đã đưa 2 bình luận vào spam");
	}

	@Test
	void whoPicksNothingIsTold() {
		Visitor moderator = this.newsroom.signIn(Role.MODERATOR);
		several(1);
		Document next = moderator.sendAndFollow(moderator.form(QUEUE, "#nhieu").press("Duyệt"));
		assertThat(Html.text(next, ".notice[data-announce]")).isEqualTo("Hãy chọn ít nhất một bình luận trước.");
	}

	@Test
	void whatOthersHaveDecidedOfManyIsToldAndTheRestIsDone() {
		String name = this.newsroom.account(Role.MODERATOR);
		Visitor first = this.newsroom.signIn(name);
		Visitor second = this.newsroom.signIn(Role.EDITOR);
		List<String> ids = several(3);
		Form stale = picked(second, "cho-duyet", ids, "PENDING").press("Spam");
		decide(first, "cho-duyet", ids.get(1), "Duyệt D");
		Document next = second.sendAndFollow(stale);
		assertThat(Html.text(next, ".toast p")).isEqualTo("Đã đưa 2 bình luận vào spam");
		assertThat(Html.text(next, ".notice[data-announce]"))
			.startsWith("Bình luận này đã được " + Newsroom.displayName(name) + " quyết định trước (đã đăng)");
		second.sendAndFollow(Form.in(next, ".toast form").press("Hoàn tác"));
		assertThat(Html.text(page(), "#bl")).as("the other editor's decision stays").isEqualTo("1 bình luận");
	}

	@Test
	void moreThanTwoHundredAtOnceAreRefused() {
		Visitor moderator = this.newsroom.signIn(Role.MODERATOR);
		several(1);
		Form form = moderator.form(QUEUE, "#nhieu").press("Duyệt");
		MultiValueMap<String, String> parameters = form.parameters();
		for (int n = 0; n < 201; n++) {
			parameters.add("chon", "khongco" + n + ".PENDING");
		}
		assertThat(moderator.request(HttpMethod.POST, form.action(), parameters)).hasStatus(400);
	}

	@Test
	void aDecisionCanBeTakenBackForTenMinutesAndOnce() {
		Visitor moderator = this.newsroom.signIn(Role.MODERATOR);
		Document next = decide(moderator, "cho-duyet", comment("Một."), "Duyệt D");
		Form undo = Form.in(next, ".toast form").press("Hoàn tác");
		this.clock.advance(Duration.ofMinutes(9));
		moderator.sendAndFollow(undo);
		assertThat(Html.text(moderator.sendAndFollow(undo), ".notice[data-announce]"))
			.isEqualTo("Quyết định này không còn hoàn tác được nữa.");
		Form late = Form.in(decide(moderator, "cho-duyet", comment("Hai."), "Duyệt D"), ".toast form")
			.press("Hoàn tác");
		this.clock.advance(Duration.ofMinutes(10));
		assertThat(Html.text(moderator.sendAndFollow(late), ".notice[data-announce]"))
			.isEqualTo("Quyết định này không còn hoàn tác được nữa.");
		assertThat(page().text()).contains("Hai.");
	}

	@Test
	void nobodyTakesBackWhatAnotherHasDecided() {
		Document next = decide(this.newsroom.signIn(Role.MODERATOR), "cho-duyet", comment("Của người khác."),
				"Duyệt D");
		Form undo = Form.in(next, ".toast form").press("Hoàn tác");
		Visitor other = this.newsroom.signIn(Role.EDITOR);
		assertThat(other.request(HttpMethod.POST, undo.action(), withTokenOf(other, undo))).hasStatus3xxRedirection();
		assertThat(page().text()).contains("Của người khác.");
	}

	@Test
	void whatWasRejectedBeforeIsRejectedAgainWithItsReason() {
		Visitor moderator = this.newsroom.signIn(Role.MODERATOR);
		String id = comment("Duyệt rồi hối.");
		decide(moderator, "cho-duyet", id, "7 lạc đề");
		Document next = decide(moderator, "tu-choi", id, "Duyệt D");
		moderator.sendAndFollow(Form.in(next, ".toast form").press("Hoàn tác"));
		assertThat(Html.text(moderator.open(tab("tu-choi")), "#bl-" + id + " .reasons")).isEqualTo("lạc đề");
		assertThat(page().text()).doesNotContain("Duyệt rồi hối.");
	}

	@Test
	void theOwnDecisionsStandOnAPageWithTheirButtons() {
		Visitor moderator = this.newsroom.signIn(Role.MODERATOR);
		assertThat(Html.text(moderator.open(QUEUE + "/decisions"), ".empty")).isEqualTo("Bạn chưa quyết định gì.");
		List<String> ids = several(2);
		moderator.sendAndFollow(picked(moderator, "cho-duyet", ids, "PENDING").press("quảng cáo"));
		Document list = moderator.open(QUEUE + "/decisions");
		assertThat(Html.texts(list, "tbody td")).containsExactly("23/11/2026, 08:00", "từ chối (quảng cáo)",
				"Minh Anh: Bình luận số 1. và 1 bình luận khác", "Hoàn tác");
		assertThat(list.select("td[data-label]")).as("one piece beside its label on a phone")
			.allSatisfy((cell) -> assertThat(cell.childrenSize()).isEqualTo(1))
			.allSatisfy((cell) -> assertThat(cell.ownText()).isEmpty());
		Document next = moderator.sendAndFollow(Form.in(list, "tbody form").press("Hoàn tác"));
		assertThat(Html.text(next, "tbody td:last-child")).isEqualTo("đã hoàn tác");
		assertThat(said(moderator.open(QUEUE))).hasSize(2);
	}

	@Test
	void aFormLeadsBackOnlyIntoTheDesk() {
		Visitor moderator = this.newsroom.signIn(Role.MODERATOR);
		Form form = decision(moderator, "cho-duyet", comment("Đi đâu?"), "Duyệt D");
		MultiValueMap<String, String> parameters = form.parameters();
		parameters.set("ve", "https://example.com/admin");
		assertThat(moderator.request(HttpMethod.POST, form.action(), parameters)).hasStatus3xxRedirection()
			.redirectedUrl()
			.isEqualTo(QUEUE);
	}

}
