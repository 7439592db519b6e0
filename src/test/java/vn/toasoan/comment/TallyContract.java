package vn.toasoan.comment;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.toasoan.audit.Actor;
import vn.toasoan.testing.AtOnce;
import vn.toasoan.testing.Fixtures;
import vn.toasoan.testing.Fixtures.Written;
import vn.toasoan.testing.Html;
import vn.toasoan.testing.SitePages;
import vn.toasoan.testing.TestReader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The counts of a discussion can be added up by anybody, and are proved every night.
 */
@SitePages
abstract class TallyContract {

	private static final Actor EDITOR = new Actor(1L, "Biên tập");

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Fixtures fixtures;

	@Autowired
	Decisions decisions;

	@Autowired
	Likes likes;

	@Autowired
	Reconciliation reconciliation;

	@Autowired
	JdbcClient jdbc;

	private Written article = new Written(0, "", "");

	@BeforeEach
	void anOpenDiscussion() {
		this.article = this.fixtures.openArticle();
	}

	private String comment(String text) {
		return this.fixtures.comment(this.article, null, text);
	}

	private Document figures() {
		return TestReader.of(this.mvc).read(this.article.path() + "/binh-luan/so-lieu");
	}

	private static List<String> rows(Document page, String part) {
		return page.select(part + " tr").eachText();
	}

	@Test
	void whatBecameOfEachCommentAddsUpToWhatWasReceived() {
		comment("Một ý.");
		comment("Hai ý.");
		this.fixtures.remove(comment("Ba ý."));
		this.fixtures.mode(this.article, CommentMode.ALL);
		comment("Bốn ý.");
		this.decisions.decide(comment("Năm ý."), CommentStatus.PENDING, CommentStatus.REJECTED, EDITOR,
				Reason.OFF_TOPIC);
		this.decisions.decide(comment("Sáu ý."), CommentStatus.PENDING, CommentStatus.SPAM, EDITOR, null);
		Document page = figures();
		assertThat(rows(page, "table:first-of-type tbody")).containsExactly("Đã đăng 2", "Đang chờ duyệt 1",
				"Từ chối: lạc đề 1", "Đã gỡ 1", "Spam 1");
		assertThat(rows(page, "table:first-of-type tfoot")).containsExactly("Đã nhận 6");
		assertThat(rows(page, "table:last-of-type tbody")).containsExactly("Tòa Soạn 6 2", "Blogger 0 0",
				"Facebook 0 0");
		assertThat(Html.text(page, ".tally > .sub")).contains("chưa tới lượt");
	}

	@Test
	void anArticleThatNobodySeesHasNoFigures() {
		Written draft = this.fixtures.draft();
		assertThat(this.mvc.get().uri(draft.path() + "/binh-luan/so-lieu")).hasStatus(404);
	}

	@Test
	void whatIsWrongIsFoundPutRightAndSaid() {
		String root = comment("Gốc.");
		this.fixtures.comment(this.article, root, "Trả lời.");
		this.likes.toggle(root, new ReaderKey("ai đó"), false, "203.0.113.7");
		assertThat(this.reconciliation.prove(this.article.id())).isZero();
		assertThat(Html.text(figures(), ".tally > .sub")).contains("Không số nào sai.");
		wrong("update discussion set site_comments = 7 where article_id = :article");
		wrong("update comment set likes = 9 where article_id = :article and depth = 0");
		wrong("update comment set reply_count = 5 where article_id = :article and depth = 0");
		wrong("update comment set listed = false where article_id = :article and depth = 1");
		assertThat(this.reconciliation.prove(this.article.id())).isEqualTo(4);
		assertThat(Html.text(figures(), ".tally > .sub")).contains("4 số sai, đã sửa.");
		Document page = TestReader.of(this.mvc).read(this.article.path());
		assertThat(Html.text(page, "#bl")).isEqualTo("2 bình luận");
		assertThat(Html.text(page, "#bl-" + root + " .like")).isEqualTo("Thích 1");
		assertThat(page.select("li.comment")).hasSize(2);
		assertThat(this.reconciliation.prove(this.article.id())).isZero();
	}

	private void wrong(String sql) {
		assertThat(this.jdbc.sql(sql).param("article", this.article.id()).update()).isOne();
	}

	/**
	 * A proof that counts beside what it does not see yet would find mistakes where none
	 * are, or make some.
	 */
	@Test
	void aProofInTheMidstOfThingsFindsNothingWrong() throws Exception {
		String root = comment("Gốc.");
		List<Callable<Integer>> things = new ArrayList<>();
		for (int n = 0; n < 16; n++) {
			String text = "Ý thứ " + n;
			things.add(() -> {
				String reply = this.fixtures.comment(this.article, root, text);
				this.likes.toggle(root, new ReaderKey(text), false, "203.0.113.7");
				if (text.hashCode() % 2 == 0) {
					this.fixtures.remove(reply);
				}
				return 0;
			});
			things.add(() -> this.reconciliation.prove(this.article.id()));
		}
		assertThat(AtOnce.run(things)).containsOnly(0);
		assertThat(this.reconciliation.prove(this.article.id())).isZero();
	}

}
