package vn.toasoan.reading;

import java.util.List;

import jakarta.servlet.http.Cookie;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.toasoan.account.Role;
import vn.toasoan.testing.Fixtures;
import vn.toasoan.testing.Fixtures.Written;
import vn.toasoan.testing.Form;
import vn.toasoan.testing.Html;
import vn.toasoan.testing.MutableClock;
import vn.toasoan.testing.Newsroom;
import vn.toasoan.testing.SiteTest;
import vn.toasoan.testing.Visitor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Staff find below an article the way to its switches and come back from them; readers
 * never see anything of it, as pages are finished and kept here.
 */
@SiteTest
@TestPropertySource(properties = "toasoan.delivery.memory=48MB")
abstract class SwitchesContract {

	private static final String DISCUSSION = "Cài đặt bình luận";

	private static final String STORM = "Bão bình luận";

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Newsroom newsroom;

	@Autowired
	Fixtures fixtures;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	MutableClock clock;

	private Written article = new Written(0, "", "");

	@BeforeEach
	void anArticle() {
		this.clock.set(MutableClock.START);
		calm();
		this.article = this.fixtures.article("Chủ đề của bài này");
		this.fixtures.approveIfWaiting(this.fixtures.comment(this.article, null, "Một lời."));
	}

	@AfterEach
	void calm() {
		this.jdbc.sql("update storm set ends_at = null, calmed_at = null").update();
	}

	private List<String> ways(Visitor visitor) {
		return Html.texts(visitor.open(this.article.path()), ".switches a");
	}

	private Document follow(Visitor visitor, String way) {
		return visitor
			.open(Html.only(visitor.open(this.article.path()), ".switches a:contains(" + way + ")").attr("href"));
	}

	@Test
	void anEditorChangesTheDiscussionAndComesBackToTheArticle() {
		String before = this.newsroom.visitor().open(this.article.path()).outerHtml();
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		assertThat(ways(editor)).containsExactly(DISCUSSION, STORM);
		Document form = follow(editor, DISCUSSION);
		MvcTestResult again = editor.send(Form.in(form, "main form")
			.fill("mode", "OPEN")
			.fill("notice", "Xin giữ lời.")
			.fill("closesAt", "hôm nào đó"));
		assertThat(again).hasStatus(422);
		MvcTestResult saved = editor.send(Form.in(Html.of(again), "main form").fill("closesAt", ""));
		assertThat(saved).redirectedUrl().isEqualTo(this.article.path() + "?cong-tac=da-luu#binh-luan");
		Document page = editor.follow(saved);
		assertThat(Html.text(page, ".comments > .notice.ok")).isEqualTo("Đã lưu cài đặt bình luận.");
		assertThat(Html.text(page, ".ask")).contains("Xin giữ lời.");
		assertThat(Html.text(editor.open("/admin"), "main")).as("nothing is left to be told")
			.doesNotContain("Đã lưu cài đặt bình luận.");
		assertThat(before).doesNotContain("switches", "/admin/");
	}

	@Test
	void whoLooksAfterAllTopicsBeginsAStormFromTheArticleAndEndsIt() {
		for (Role role : List.of(Role.MODERATOR, Role.ADMIN)) {
			Visitor editor = this.newsroom.signIn(role);
			assertThat(ways(editor)).contains(STORM).hasSize((role == Role.ADMIN) ? 2 : 1);
			Document page = editor.sendAndFollow(
					Form.in(follow(editor, STORM), "main form").fill("reason", "Ập đến.").fill("hours", "1"));
			assertThat(Html.text(page, ".comments > .notice.ok")).isEqualTo("Từ bây giờ mọi bình luận đều chờ duyệt.");
			Form calm = Form.in(follow(editor, STORM), ".storm-now form");
			assertThat(Html.text(editor.sendAndFollow(calm), ".comments > .notice.ok")).startsWith("Đã kết thúc bão");
			assertThat(Html.text(editor.sendAndFollow(calm), ".comments > .notice.warn"))
				.isEqualTo("Không còn bão nào.");
		}
	}

	@Test
	void othersFindNoSwitches() {
		String username = this.newsroom.account(Role.MODERATOR);
		this.jdbc.sql("""
				insert into moderator_beat (account_id, topic_id)
				select :account, id from topic where name = 'Chủ đề của bài này'""")
			.param("account", this.newsroom.accountId(username))
			.update();
		Visitor moderator = this.newsroom.signIn(username);
		assertThat(ways(moderator)).as("of some topics").isEmpty();
		assertThat(moderator.open(this.article.path()).select(".do a[href^=/admin/comments/]")).hasSize(1);
		Visitor author = this.newsroom.signIn(Role.AUTHOR);
		assertThat(ways(author)).isEmpty();
		assertThat(author.open(this.article.path()).select("[href^=/admin]")).isEmpty();
	}

	@Test
	void whatStaffSeeIsKeptByNobody() {
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		String stranger = this.newsroom.visitor().open(this.article.path()).outerHtml();
		for (String path : List.of(this.article.path(), this.article.path() + "?cong-tac=da-luu")) {
			MvcTestResult page = editor.get(path);
			assertThat(page).headers().hasValue("Cache-Control", "private, no-store");
			assertThat(page).headers().doesNotContainHeader("Surrogate-Key");
			assertThat(this.newsroom.visitor().open(path).outerHtml()).as(path).isEqualTo(stranger);
		}
		String comment = Html.of(editor.get(this.article.path())).select(".comment").attr("id").substring(3);
		String thread = this.article.path() + "/binh-luan/" + comment;
		assertThat(editor.get(thread)).headers().hasValue("Cache-Control", "private, no-store");
		assertThat(this.newsroom.visitor().open(thread).select("[href^=/admin]")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "00000000-0000-0000-0000-000000000000",
			"MDAwMDAwMDAtMDAwMC0wMDAwLTAwMDAtMDAwMDAwMDAwMDAw", "" })
	void aCookieThatIsNoSessionShowsNothing(String value) {
		MvcTestResult page = this.mvc.get()
			.uri(this.article.path() + "?cong-tac=da-luu")
			.cookie(new Cookie("toasoan_desk", value))
			.exchange();
		assertThat(page).hasStatusOk();
		assertThat(Html.of(page).select(".switches, .comments > .notice, [href^=/admin]")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://example.com/", "//example.com/bai-viet/a", "/bai-viet/../admin", "/bai-viet/{a}",
			"/bai-viet/a?b", "/chu-de/a", "javascript:alert(1)" })
	void nobodyIsLedElsewhere(String back) {
		Visitor editor = this.newsroom.signIn(Role.EDITOR);
		String page = "/admin/articles/" + this.article.id() + "/discussion";
		Form form = editor.form(page, "main form").fill("mode", "OPEN");
		var parameters = form.parameters();
		parameters.add("ve", back);
		assertThat(editor.request(HttpMethod.POST, page, parameters)).redirectedUrl().isEqualTo(page);
	}

}
