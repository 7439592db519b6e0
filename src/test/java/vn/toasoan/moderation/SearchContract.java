package vn.toasoan.moderation;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.toasoan.account.Role;
import vn.toasoan.comment.PersonalRecords;
import vn.toasoan.comment.ReaderKey;
import vn.toasoan.testing.Fixtures;
import vn.toasoan.testing.Fixtures.Written;
import vn.toasoan.testing.Form;
import vn.toasoan.testing.Html;
import vn.toasoan.testing.MutableClock;
import vn.toasoan.testing.Newsroom;
import vn.toasoan.testing.SiteTest;
import vn.toasoan.testing.StatementCounter;
import vn.toasoan.testing.Visitor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Moderators find comments by what they say and by all that is known of them, and decide
 * on all that they have found.
 */
@SiteTest
abstract class SearchContract {

	private static final String SEARCH = "/admin/comments/search?bai=";

	@Autowired
	Newsroom newsroom;

	@Autowired
	Fixtures fixtures;

	@Autowired
	SearchIndex index;

	@Autowired
	PersonalRecords records;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	StatementCounter statements;

	@Autowired
	MutableClock clock;

	private Written article = new Written(0, "", "");

	@BeforeEach
	void anArticle() {
		this.clock.set(MutableClock.START);
		this.article = this.fixtures.openArticle();
	}

	private String comment(String text) {
		return this.fixtures.comment(this.article, null, text);
	}

	private String search(String more) {
		return SEARCH + this.article.path() + more;
	}

	private static List<String> said(Document page) {
		return Html.texts(page, ".item > div > .said");
	}

	@ParameterizedTest
	@CsvSource({ "cho, 1", "chợ, 1", "chớ, 0", "cho chay, 1", "\"cho chay\", 1", "\"chay cho\", 0", "CHỖ, 1", "100%, 1",
			"10_, 0", "ban doc, 2", "không có, 0" })
	void aFoldedWordFindsAllThatItCouldMeanAndAnAccentedOneItself(String words, int found) {
		comment("Chợ và chỗ. Chó chạy. Giảm 100% đấy.");
		comment("Hoàn toàn khác hẳn.");
		String query = URLEncoder.encode(words, StandardCharsets.UTF_8).replace("+", "%20");
		assertThat(said(this.newsroom.signIn(Role.MODERATOR).open(search("&tim=" + query)))).hasSize(found);
	}

	@Test
	void anAccentedWordDoesNotFindItsSisters() {
		comment("Cái bàn.");
		comment("Nửa bán cầu.");
		Visitor moderator = this.newsroom.signIn(Role.MODERATOR);
		assertThat(said(moderator.open(search("&tim=ban")))).containsExactly("Nửa bán cầu.", "Cái bàn.");
		assertThat(said(moderator.open(search("&tim=b%C3%A0n")))).containsExactly("Cái bàn.");
	}

	@Test
	void stateDaysAndWriterNarrowIt() {
		String removed = comment("Đã bị gỡ.");
		comment("Còn ở đây.");
		this.fixtures.remove(removed);
		Visitor moderator = this.newsroom.signIn(Role.MODERATOR);
		assertThat(said(moderator.open(search("&muc=REMOVED")))).containsExactly("Đã bị gỡ.");
		assertThat(said(moderator.open(search("&tu=2026-11-23&den=2026-11-23")))).hasSize(2);
		assertThat(said(moderator.open(search("&den=2026-11-22")))).isEmpty();
		assertThat(said(moderator.open(search("&nguoi=ban%20doc&nguon=trang")))).hasSize(2);
		assertThat(said(moderator.open(search("&nguoi=ai%20khac")))).isEmpty();
		String key = this.newsroom.column("select author_key from comment where public_id = ?", removed).get(0);
		assertThat(said(moderator.open(search("&nguoi=" + key)))).containsExactly("Đã bị gỡ.");
	}

	@Test
	void aChangedTextIsFoundByItsNewWordsOnly() {
		String id = comment("Số nhà mười hai.");
		Visitor moderator = this.newsroom.signIn(Role.EDITOR);
		assertThat(said(moderator.open(search("&tim=muoi%20hai")))).hasSize(1);
		moderator.sendAndFollow(moderator.form("/admin/comments/" + id, "#che").fill("passage", "mười hai"));
		assertThat(said(moderator.open(search("&tim=muoi%20hai")))).isEmpty();
		assertThat(said(moderator.open(search("&tim=da%20che")))).hasSize(1);
	}

	@Test
	void whatIsErasedIsNotTakenInAgain() {
		ReaderKey writer = new ReaderKey("quên tôi đi " + this.article.id());
		String erased = this.fixtures.comment(this.article, null, "Rồi sẽ không còn gì.", writer);
		String stays = comment("Còn lại.");
		this.index.catchUpAll();
		assertThat(taken(erased, stays)).isEqualTo(2);
		this.records.erase(writer);
		this.index.catchUpAll();
		assertThat(taken(erased)).isZero();
		assertThat(taken(stays)).isOne();
	}

	/** How many of these comments the search knows. */
	private int taken(String... comments) {
		return this.jdbc.sql(
				"select count(*) from comment_search s join comment c on c.id = s.comment_id where c.public_id in (:ids)")
			.param("ids", List.of(comments))
			.query(Integer.class)
			.single();
	}

	@Test
	void itGoesOnOnTheNextPageAndNeedsFewStatements() {
		for (int n = 1; n <= 27; n++) {
			comment("Trang dài, câu " + n + ".");
		}
		Visitor moderator = this.newsroom.signIn(Role.MODERATOR);
		Document first = moderator.open(search("&tim=trang"));
		assertThat(said(first)).hasSize(25).startsWith("Trang dài, câu 27.");
		Document second = moderator.open(Html.only(first, "a[rel=next]").attr("href"));
		assertThat(said(second)).containsExactly("Trang dài, câu 2.", "Trang dài, câu 1.");
		assertThat(said(moderator.open(Html.only(second, "a[rel=prev]").attr("href")))).isEqualTo(said(first));
		assertThat(this.statements.statementsDuring(() -> moderator.open(search("&tim=trang"))))
			.filteredOn((sql) -> !sql.toLowerCase().contains("spring_session"))
			.hasSizeLessThanOrEqualTo(6);
	}

	@ParameterizedTest
	@CsvSource({ "tu=2026-13-01, tu, Không có ngày này.", "den=2026-02-30, den, Không có ngày này.",
			"tu=h%C3%B4m%20qua, tu, Không có ngày này.", "tu=%2B99999-01-01, tu, Không có ngày này.",
			"tu=2026-11-24&den=2026-11-23, den, Ngày cuối đứng trước ngày đầu.",
			"muc=LOST, muc, Không có trạng thái này.", "nguon=zalo, nguon, Không có nguồn này.",
			"tim=%22%22, tim, Ở đây chưa có từ nào." })
	void whatCantBeReadIsSaidBesideItsFieldAndFindsNothing(String query, String field, String words) {
		comment("Còn ở đây.");
		Visitor moderator = this.newsroom.signIn(Role.MODERATOR);
		for (String path : List.of(search("&"),
				"/admin/comments/search/decisions?to=SPAM&bai=" + this.article.path() + "&")) {
			MvcTestResult answer = moderator.get(path + query);
			assertThat(answer).hasStatus(422);
			Document page = Html.of(answer);
			assertThat(page.select(".find-comments .field .error").eachAttr("id")).containsExactly(field + "-error");
			assertThat(Html.text(page, "#" + field + "-error")).startsWith(words);
			assertThat(page.select(".item, .bulk, .empty")).isEmpty();
			assertThat(kept(page, field)).as("what was typed")
				.isEqualTo(URLDecoder.decode(query.replaceFirst(".*" + field + "=", ""), StandardCharsets.UTF_8));
			assertThat(kept(page, "bai")).isEqualTo(this.article.path());
		}
	}

	private static String kept(Document page, String field) {
		return page.select("input[name=" + field + "], select[name=" + field + "] option[selected]").val();
	}

	@Test
	void nothingIsDecidedOnWhatCantBeRead() {
		comment("Không ai tìm tôi.");
		Visitor moderator = this.newsroom.signIn(Role.MODERATOR);
		Document ask = moderator.open("/admin/comments/search/decisions?to=SPAM&bai=" + this.article.path());
		var parameters = Form.in(ask, "main form.form").parameters();
		parameters.add("tu", "2026-13-01");
		assertThat(moderator.request(HttpMethod.POST, "/admin/comments/search/decisions", parameters)).hasStatus(422);
		assertThat(this.newsroom.visitor().open(this.article.path()).text()).contains("Không ai tìm tôi.");
		MvcTestResult tooLong = moderator.get(search("&nguoi=" + "a".repeat(201)));
		assertThat(tooLong).hasStatus(422);
		assertThat(Html.text(Html.of(tooLong), "#nguoi-error")).isEqualTo("Dài tối đa 200 ký tự.");
		MvcTestResult noArticle = moderator.get("/admin/comments/search?bai=!!!");
		assertThat(noArticle).hasStatus(422);
		assertThat(Html.of(noArticle).select("#bai-error")).hasSize(1);
	}

	@Test
	void allThatWasFoundIsDecidedAfterACountAndComesBackTogether() {
		List.of("Rác một.", "Rác hai.", "Rác ba.").forEach(this::comment);
		comment("Không phải.");
		Visitor moderator = this.newsroom.signIn(Role.MODERATOR);
		Document ask = moderator
			.open("/admin/comments/search/decisions?to=REMOVED.ADVERTISING&tim=rac&bai=" + this.article.path());
		assertThat(Html.text(ask, "form.form b")).isEqualTo("3 bình luận");
		Form yes = Form.in(ask, "main form.form");
		comment("Rác bốn.");
		Document grown = moderator.sendAndFollow(yes);
		assertThat(Html.text(grown, ".notice[data-announce]")).startsWith("Kết quả vừa nhiều thêm");
		Document told = moderator.sendAndFollow(Form.in(grown, "main form.form"));
		assertThat(Html.text(told, ".toast p")).startsWith("Đã gỡ 4 bình luận");
		Document page = this.newsroom.visitor().open(this.article.path());
		assertThat(Html.text(page, "#bl")).isEqualTo("1 bình luận");
		moderator.sendAndFollow(Form.in(told, ".toast form").press("Hoàn tác"));
		assertThat(Html.text(this.newsroom.visitor().open(this.article.path()), "#bl")).isEqualTo("5 bình luận");
	}

}
