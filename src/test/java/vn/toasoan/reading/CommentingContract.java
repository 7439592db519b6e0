package vn.toasoan.reading;

import java.text.Normalizer;
import java.util.Objects;

import java.util.stream.IntStream;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockCookie;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import vn.toasoan.comment.CommentMode;
import vn.toasoan.testing.Form;
import vn.toasoan.testing.Html;
import vn.toasoan.testing.Fixtures;
import vn.toasoan.testing.Fixtures.Written;
import vn.toasoan.testing.SitePages;
import vn.toasoan.testing.TestReader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What happens to somebody who comments, the same on both databases.
 */
@SitePages
abstract class CommentingContract {

	private static final String WAITING = "Đang chờ duyệt, chỉ bạn thấy";

	private static final String RECEIVED = "Tòa soạn đã nhận bình luận của bạn. Bình luận sẽ hiện ra sau khi được duyệt.";

	private static final String COOKIE = "toasoan_reader";

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Fixtures fixtures;

	@Autowired
	JdbcClient jdbc;

	private Written article = new Written(0, "", "");

	private TestReader reader = TestReader.of(MockMvcTester.of(new Object()));

	@BeforeEach
	void begin() {
		this.article = this.fixtures.article();
		this.reader = TestReader.of(this.mvc);
	}

	private Form form() {
		return form(this.reader, this.article.path());
	}

	private static Form form(TestReader visitor, String address) {
		return Form.in(visitor.read(address), "#viet").fill("name", "Minh Anh").press("Gửi bình luận");
	}

	private MvcTestResult send(String text) {
		return this.reader.send(form().fill("body", text));
	}

	private int stored() {
		return this.jdbc.sql("select count(*) from comment where article_id = :id")
			.param("id", this.article.id())
			.query(Integer.class)
			.single();
	}

	private String column(String name, String publicId) {
		return this.jdbc.sql("select " + name + " from comment where public_id = :id")
			.param("id", publicId)
			.query(String.class)
			.single();
	}

	@Test
	void theAnswerLeadsToTheComment() {
		MvcTestResult answer = send("Bài rất hay.");
		assertThat(answer).hasStatus(303);
		assertThat(TestReader.location(answer)).startsWith(this.article.path()).matches(".*#bl-[a-z0-9]{12}");
		assertThat(this.reader.follow(answer).select("#bl-" + TestReader.commentId(answer))).hasSize(1);
	}

	@Test
	void aNewcomersCommentWaitsAndOnlyItsWriterSeesIt() {
		MvcTestResult answer = send("Chỉ mình tôi thấy.");
		Document own = this.reader.read(this.article.path());
		assertThat(Html.text(own, "#bl-" + TestReader.commentId(answer) + " .said")).isEqualTo("Chỉ mình tôi thấy.");
		assertThat(Html.text(own, "#bl-" + TestReader.commentId(answer) + " .badge")).isEqualTo(WAITING);
		assertThat(Html.text(own, "#bl")).isEqualTo("0 bình luận");
		Document others = TestReader.of(this.mvc).read(this.article.path());
		assertThat(others.text()).doesNotContain("Chỉ mình tôi thấy.").doesNotContain(WAITING);
		assertThat(this.reader.follow(answer).text()).doesNotContain(RECEIVED);
	}

	@Test
	void aBrowserWithoutCookiesIsToldThatTheCommentWasReceived() {
		TestReader without = TestReader.withoutCookies(this.mvc);
		MvcTestResult answer = without.send(form(without, this.article.path()).fill("body", "Không nhận cookie."));
		Document page = without.follow(answer);
		assertThat(Html.text(page, "#bl-" + TestReader.commentId(answer))).isEqualTo(RECEIVED);
		assertThat(page.text()).doesNotContain("Không nhận cookie.");
		assertThat(page.select("textarea").text()).isEmpty();
	}

	@Test
	void onceApprovedEverybodySeesIt() {
		String id = TestReader.commentId(send("Được duyệt rồi."));
		this.fixtures.approve(id);
		Document page = TestReader.of(this.mvc).read(this.article.path());
		assertThat(Html.text(page, "#bl-" + id + " .said")).isEqualTo("Được duyệt rồi.");
		assertThat(Html.text(page, "#bl-" + id + " b")).isEqualTo("Minh Anh");
		assertThat(Html.text(page, "#bl-" + id + " .avatar text")).isEqualTo("MA");
		assertThat(Html.texts(page, ".sources-tabs a")).containsExactly("Tất cả 1", "Tòa Soạn 1", "Blogger 0",
				"Facebook 0");
		assertThat(page.text()).doesNotContain(WAITING);
		PageRules.hold(page);
	}

	@Test
	void afterTwoApprovedCommentsTheThirdAppearsAtOnce() {
		this.fixtures.approve(TestReader.commentId(send("Bình luận thứ nhất.")));
		String second = TestReader.commentId(send("Bình luận thứ hai."));
		assertThat(TestReader.of(this.mvc).read(this.article.path()).text()).doesNotContain("Bình luận thứ hai.");
		this.fixtures.approve(second);
		MvcTestResult third = send("Bình luận thứ ba.");
		assertThat(TestReader.location(third)).isEqualTo(this.article.path() + "#bl-" + TestReader.commentId(third));
		assertThat(TestReader.of(this.mvc).read(this.article.path()).text()).contains("Bình luận thứ ba.");
	}

	@Test
	void whatAppearedWithoutAnEditorEarnsNoTrust() {
		this.fixtures.mode(this.article, CommentMode.OPEN);
		send("Hiện ngay một.");
		send("Hiện ngay hai.");
		this.fixtures.mode(this.article, CommentMode.FIRST_TIME);
		send("Phải chờ.");
		assertThat(TestReader.of(this.mvc).read(this.article.path()).text()).contains("Hiện ngay hai.")
			.doesNotContain("Phải chờ.");
	}

	@Test
	void inAnOpenDiscussionACommentAppearsAtOnce() {
		this.fixtures.mode(this.article, CommentMode.OPEN);
		MvcTestResult answer = send("Hiện ra ngay.");
		assertThat(TestReader.location(answer)).isEqualTo(this.article.path() + "?da-nhan="
				+ TestReader.commentId(answer) + "#bl-" + TestReader.commentId(answer));
		assertThat(TestReader.of(this.mvc).read(this.article.path()).text()).contains("Hiện ra ngay.");
		MvcTestResult second = send("Hiện ra cả lần sau.");
		assertThat(TestReader.location(second)).isEqualTo(this.article.path() + "#bl-" + TestReader.commentId(second));
	}

	@Test
	void whereAllCommentsWaitTheTrustedOnesWaitToo() {
		this.fixtures.mode(this.article, CommentMode.ALL);
		for (int i = 0; i < 2; i++) {
			this.fixtures.approve(TestReader.commentId(send("Đã duyệt " + i)));
		}
		send("Vẫn chờ.");
		assertThat(TestReader.of(this.mvc).read(this.article.path()).text()).doesNotContain("Vẫn chờ.");
	}

	@Test
	void aClosedDiscussionHasNoForm() {
		this.fixtures.mode(this.article, CommentMode.CLOSED);
		Document page = this.reader.read(this.article.path());
		assertThat(page.select("form#viet")).isEmpty();
		assertThat(Html.text(page, ".closed")).isEqualTo("Bài này đã đóng bình luận. Đóng từ 23/11/2026, 08:00.");
	}

	@Test
	void whoWritesWhileTheDiscussionIsClosedKeepsTheText() {
		Form form = form().fill("body", "Chậm mất rồi.");
		this.fixtures.mode(this.article, CommentMode.CLOSED);
		MvcTestResult answer = this.reader.send(form);
		assertThat(answer).hasStatus(403);
		Document page = Html.of(answer);
		assertThat(Html.only(page, "textarea[name=body]").text()).isEqualTo("Chậm mất rồi.");
		assertThat(Html.text(page, ".errors")).contains("Bài này đã đóng bình luận từ 08:00 23/11/2026.");
		assertThat(stored()).isZero();
	}

	@Test
	void aPreviewShowsTheCommentAndStoresNothing() {
		MvcTestResult answer = this.reader.send(form().fill("body", "Xem **trước** đã.").press("Xem trước"));
		assertThat(answer).hasStatusOk();
		Document page = Html.of(answer);
		assertThat(Html.text(page, ".preview .said strong")).isEqualTo("trước");
		assertThat(Html.only(page, "textarea[name=body]").text()).isEqualTo("Xem **trước** đã.");
		assertThat(Html.only(page, "input[name=name]").val()).isEqualTo("Minh Anh");
		assertThat(stored()).isZero();
		assertThat(answer.getResponse().getHeader("Set-Cookie")).isNull();
		assertThat(answer.getResponse().getHeader("Cache-Control")).isEqualTo("private, no-store");
		PageRules.hold(page);
		assertThat(this.reader.send(Form.in(page, "#viet").press("Gửi bình luận"))).hasStatus(303);
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			name, A, Tên cần từ 2 đến 50 ký tự
			name, 51, Tên cần từ 2 đến 50 ký tự
			name, 12345, Tên cần từ 2 đến 50 ký tự
			body, x, Bình luận cần ít nhất 2 ký tự.
			body, 2001, Bình luận dài 2.001 ký tự
			body, lines, Bình luận có quá nhiều dòng
			email, ten@example, Địa chỉ e-mail chưa đúng
			email, long, Địa chỉ e-mail chưa đúng
			""")
	void whatIsWrongIsSaidBesideItsFieldAndTheTextIsKept(String field, String kind, String message) {
		String value = switch (kind) {
			case "51" -> "Ă".repeat(51);
			case "2001" -> "ồ".repeat(2001);
			case "lines" -> "dòng\n".repeat(30) + "dòng cuối";
			// 254 characters, but more bytes than an address may have
			case "long" -> "đ".repeat(242) + "@example.vn";
			default -> kind;
		};
		MvcTestResult answer = this.reader
			.send(form().fill("body", "Nội dung giữ lại.").fill("email", "minh@example.vn").fill(field, value));
		assertThat(answer).hasStatus(422);
		Document page = Html.of(answer);
		assertThat(Html.text(page, ".field:has([name=" + field + "]) .error")).startsWith(message);
		assertThat(page.select(".field.invalid")).hasSize(1);
		assertThat(Html.only(page, "[name=" + field + "]").attr("aria-invalid")).isEqualTo("true");
		assertThat(Html.only(page, ".errors a").attr("href")).isEqualTo("#" + field);
		assertThat(typed(page, field)).isEqualTo(value);
		assertThat(typed(page, field.equals("body") ? "name" : "body"))
			.isEqualTo(field.equals("body") ? "Minh Anh" : "Nội dung giữ lại.");
		assertThat(stored()).isZero();
		assertThat(answer.getResponse().getHeader("Set-Cookie")).isNull();
		PageRules.hold(page);
	}

	private static String typed(Document page, String field) {
		var control = Html.only(page, "#viet [name=" + field + "]");
		return control.hasAttr("value") ? control.val() : control.wholeText().strip();
	}

	@Test
	void theLongestNameAndTextAreTaken() {
		Form form = form().fill("name", "A" + "😀".repeat(49)).fill("body", "😀".repeat(2000));
		assertThat(this.reader.send(form)).hasStatus(303);
		assertThat(send("dòng\n".repeat(29) + "dòng cuối")).hasStatus(303);
		assertThat(this.reader.send(form().fill("name", "Ý Ý").fill("body", "Ừ."))).hasStatus(303);
		assertThat(stored()).isEqualTo(3);
	}

	@Test
	void moreThanSixteenKilobytesAreTooLong() {
		assertThat(send("😀".repeat(4200))).hasStatus(422);
		assertThat(send("Chỉ có dấu\u0301" + "\u0301".repeat(9000))).hasStatus(303);
	}

	@Test
	void aDecomposedTextIsTheSameComment() {
		MvcTestResult first = send("Nguyễn Thị Hồng viết bằng tiếng Việt");
		MvcTestResult second = send(Normalizer.normalize("Nguyễn Thị Hồng viết bằng tiếng Việt", Normalizer.Form.NFD));
		assertThat(TestReader.commentId(second)).isEqualTo(TestReader.commentId(first));
		assertThat(stored()).isOne();
		assertThat(column("body_source", TestReader.commentId(first)))
			.isEqualTo("Nguyễn Thị Hồng viết bằng tiếng Việt");
	}

	@Test
	void controlAndDirectionCharactersAreTakenOut() {
		String id = TestReader.commentId(this.reader.send(form().fill("name", "Minh\u202E Anh\u0007")
			.fill("body", "Một\u0001 hai\u202E ba\u200B bốn\u2066.\u001B[31m")));
		assertThat(column("author_name", id)).isEqualTo("Minh Anh");
		assertThat(column("body_source", id)).isEqualTo("Một hai ba bốn.[31m");
	}

	@Test
	void markupIsText() {
		String text = "<script>alert(1)</script><img src=x onerror=alert(1)>";
		String id = TestReader.commentId(this.reader.send(form().fill("name", "<b>Minh</b>").fill("body", text)));
		Document page = this.reader.read(this.article.path());
		assertThat(Html.text(page, "#bl-" + id + " .said")).isEqualTo(text);
		assertThat(Html.text(page, "#bl-" + id + " .who > b")).isEqualTo("<b>Minh</b>");
		PageRules.hold(page);
	}

	@Test
	void whoFillsTheTrapGetsTheSameAnswerButStandsInTheSpam() {
		TestReader program = TestReader.withoutCookies(this.mvc);
		MvcTestResult trapped = program.send(form(program, this.article.path()).fill("body", "Vay tiền nhanh.")
			.fill("website", "https://vay.example"));
		MvcTestResult held = program.send(form(program, this.article.path()).fill("body", "Chờ duyệt."));
		assertThat(column("status", TestReader.commentId(trapped))).isEqualTo("SPAM");
		assertThat(column("status", TestReader.commentId(held))).isEqualTo("PENDING");
		assertThat(trapped).hasStatus(303);
		assertThat(TestReader.location(trapped).replace(TestReader.commentId(trapped), ""))
			.isEqualTo(TestReader.location(held).replace(TestReader.commentId(held), ""));
		assertThat(program.follow(trapped).text().replace("Vay", "")).contains(RECEIVED);
	}

	@Test
	void aReplyStandsBelowWhatItAnswers() {
		this.fixtures.mode(this.article, CommentMode.OPEN);
		String parent = TestReader.commentId(send("Câu hỏi."));
		Document page = this.reader.read(this.article.path());
		String link = Html.only(page, "#bl-" + parent + " .do a[href*=tra-loi]").attr("href");
		Document writing = this.reader.read(link);
		assertThat(Html.text(writing, ".replying")).startsWith("Trả lời Minh Anh");
		MvcTestResult answer = this.reader
			.send(Form.in(writing, "#viet").fill("name", "Bình").fill("body", "Câu trả lời.").press("Gửi bình luận"));
		Document after = this.reader.follow(answer);
		assertThat(after.select("li.comment").eachAttr("id")).containsExactly("bl-" + parent,
				"bl-" + TestReader.commentId(answer));
		assertThat(Html.only(after, "#bl-" + TestReader.commentId(answer)).attr("data-depth")).isEqualTo("1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "of another article", "removed", "pending", "unknown", "không phải mã '\u0001" })
	void whatCannotBeAnsweredIsAConflictAndTheTextIsKept(String parent) {
		this.fixtures.mode(this.article, CommentMode.OPEN);
		String target = switch (parent) {
			case "of another article" -> this.fixtures.comment(this.fixtures.openArticle(), null, "Ở bài khác");
			case "removed" -> {
				String id = this.fixtures.comment(this.article, null, "Sẽ bị gỡ " + this.article.id());
				this.fixtures.remove(id);
				yield id;
			}
			case "pending" -> {
				this.fixtures.mode(this.article, CommentMode.ALL);
				yield this.fixtures.comment(this.article, null, "Chờ duyệt " + this.article.id());
			}
			default -> parent;
		};
		int before = stored();
		MvcTestResult answer = this.mvc.post()
			.uri(this.article.path() + "/binh-luan")
			.param("name", "Minh Anh")
			.param("body", "Trả lời muộn.")
			.param("parent", target)
			.exchange();
		assertThat(answer).hasStatus(409);
		Document page = Html.of(answer);
		assertThat(Html.text(page, ".errors")).contains("Bình luận bạn muốn trả lời không còn nữa.");
		assertThat(Html.only(page, "textarea[name=body]").text()).isEqualTo("Trả lời muộn.");
		assertThat(stored()).isEqualTo(before);
		MvcTestResult again = this.reader.send(Form.in(page, "#viet").press("Gửi bình luận"));
		assertThat(again).as("the same form, sent again, begins a new thread").hasStatus(303);
	}

	@Test
	void whoOpensTheFormForACommentThatIsGoneIsToldSo() {
		for (String gone : new String[] { "abcdefghijkm", "%01", "%27" }) {
			Document page = this.reader.read(this.article.path() + "?tra-loi=" + gone);
			assertThat(Html.text(page, "#viet .notice.warn")).startsWith("Bình luận bạn muốn trả lời không còn nữa.");
		}
	}

	@Test
	void twentyRepliesDeepIsTakenAndTheNextIsRefused() {
		this.fixtures.mode(this.article, CommentMode.OPEN);
		String deepest = this.fixtures.comment(this.article, null, "Tầng 0");
		for (int depth = 1; depth <= 20; depth++) {
			deepest = this.fixtures.comment(this.article, deepest, "Tầng " + depth);
		}
		MvcTestResult answer = this.mvc.post()
			.uri(this.article.path() + "/binh-luan")
			.param("name", "Minh Anh")
			.param("body", "Tầng 21")
			.param("parent", deepest)
			.exchange();
		assertThat(answer).hasStatus(422);
		assertThat(Html.text(Html.of(answer), ".errors")).contains("Chuỗi trả lời đã quá dài, hãy viết bình luận mới.");
		assertThat(Html.only(Html.of(answer), "textarea[name=body]").text()).isEqualTo("Tầng 21");
		assertThat(stored()).isEqualTo(21);
		Document thread = TestReader.of(this.mvc)
			.read(this.article.path() + "/binh-luan/"
					+ TestReader.of(this.mvc).read(this.article.path()).select("li.comment").attr("id").substring(3));
		assertThat(thread.select("li.comment")).hasSize(21);
		assertThat(thread.select("li.comment .do a[href*=tra-loi]")).as("no link to answer at the bottom").hasSize(20);
		PageRules.hold(thread);
	}

	@Test
	void theCookieIsForThisSiteOnlyAndNotForScripts() {
		MvcTestResult answer = send("Cookie nào đây?");
		assertThat(this.reader.cookies()).containsOnlyKeys(COOKIE);
		assertThat(answer.getResponse().getCookie(COOKIE)).isInstanceOfSatisfying(MockCookie.class, (cookie) -> {
			assertThat(cookie.isHttpOnly()).isTrue();
			assertThat(cookie.getSecure()).isTrue();
			assertThat(cookie.getSameSite()).isEqualTo("Lax");
			assertThat(cookie.getPath()).isEqualTo("/");
			assertThat(cookie.getDomain()).isNull();
		});
	}

	@Test
	void aForgedOrChangedCookieIsNobodys() {
		send("Của riêng tôi.");
		String real = Objects.requireNonNull(this.reader.cookies().get(COOKIE)).getValue();
		assertThat(TestReader.of(this.mvc).holding(COOKIE, real).read(this.article.path()).text())
			.contains("Của riêng tôi.");
		String[] parts = real.split("\\.", -1);
		for (String forged : new String[] { real + "x", parts[0] + ".Ai-khac." + parts[2],
				parts[0] + "." + parts[1] + ".", parts[0], "", "..", real.substring(1) }) {
			MvcTestResult answer = TestReader.of(this.mvc).holding(COOKIE, forged).get(this.article.path());
			assertThat(answer).hasStatusOk();
			assertThat(Html.of(answer).text()).doesNotContain("Của riêng tôi.");
			assertThat(answer.getResponse().getHeader("Cache-Control")).startsWith("public");
		}
	}

	@Test
	void theNameIsFilledInNextTimeOnlyIfThatWasWished() {
		this.reader.send(form().fill("name", "Hồ Ngọc Hà + 1%").fill("body", "Nhớ tên tôi.").tick("remember"));
		Document page = this.reader.read(this.article.path());
		assertThat(Html.only(page, "input[name=name]").val()).isEqualTo("Hồ Ngọc Hà + 1%");
		assertThat(page.select("input[name=remember][checked]")).hasSize(1);
		this.reader.send(form().fill("body", "Quên tên tôi.").untick("remember"));
		assertThat(Html.only(this.reader.read(this.article.path()), "input[name=name]").val()).isEmpty();
	}

	@Test
	void theAddressIsKeptEncryptedAndNeverShown() {
		String id = TestReader
			.commentId(this.reader.send(form().fill("email", "minh.anh@example.vn").fill("body", "Có địa chỉ.")));
		assertThat(column("email", id)).isNotEmpty().doesNotContain("minh").doesNotContain("example");
		assertThat(this.reader.read(this.article.path()).outerHtml()).doesNotContain("minh.anh@example.vn");
	}

	@ParameterizedTest
	@CsvSource({ "203.0.113.77, 203.0.113.0/24", "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:0:0:0:0/64" })
	void onlyTheNeighbourhoodOfTheNetworkAddressIsKept(String address, String prefix) {
		MvcTestResult answer = this.mvc.post()
			.uri(this.article.path() + "/binh-luan")
			.param("name", "Minh Anh")
			.param("body", "Từ " + address)
			.with((request) -> {
				request.setRemoteAddr(address);
				return request;
			})
			.exchange();
		assertThat(column("ip_prefix", TestReader.commentId(answer))).isEqualTo(prefix);
	}

	@Test
	void aFieldThatIsNotWhatTheFormSendsIsNoFailureOfTheSite() {
		assertThat(this.mvc.post()
			.uri(this.article.path() + "/binh-luan")
			.param("name", "Minh Anh")
			.param("body", "Ô đánh dấu lạ")
			.param("remember", "có lẽ")
			.exchange()).hasStatus(303);
		assertThat(this.mvc.post().uri(this.article.path() + "/binh-luan").exchange()).hasStatus(422);
	}

	@Test
	void aHeaderNamedLikeAFieldFillsNothing() {
		MvcTestResult answer = this.mvc.post()
			.uri(this.article.path() + "/binh-luan")
			.header("name", "Kẻ Lạ")
			.param("body", "Không tên")
			.exchange();
		assertThat(answer).hasStatus(422);
		assertThat(Html.only(Html.of(answer), "input[name=name]").val()).isEmpty();
	}

	@Test
	void whatStandsOnAnotherPageByNowIsShownThere() {
		Written article = this.fixtures.openArticle();
		String place = TestReader.location(this.reader.comment(article, "Mai", "Trước tất cả."));
		IntStream.range(0, 25).forEach((n) -> this.fixtures.comment(article, null, "Sau đó, câu số " + n));
		MvcTestResult sent = this.reader.get(place);
		assertThat(sent).hasStatus(303);
		Document thread = this.reader.follow(sent);
		assertThat(Html.text(thread, ".comment .said")).isEqualTo("Trước tất cả.");
		assertThat(thread.select(".notice.ok")).isEmpty();
		assertThat(thread.text()).contains("Liên kết quản lý");
		assertThat(TestReader.location(TestReader.of(this.mvc).get(place))).as("for others").doesNotContain("da-nhan");
	}

	@Test
	void aCommentBelowAnArticleThatIsNotThereIsNotFound() {
		Form form = form().fill("body", "Muộn rồi.");
		this.fixtures.state(this.article, "DRAFT", null);
		assertThat(this.reader.send(form)).hasStatus(404);
		assertThat(stored()).isZero();
	}

}
