package vn.toasoan.comment;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import vn.toasoan.testing.Fixtures;
import vn.toasoan.testing.Fixtures.Written;
import vn.toasoan.testing.Html;
import vn.toasoan.testing.SitePages;
import vn.toasoan.testing.StatementCounter;
import vn.toasoan.testing.TestReader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What of a long discussion stands on which page.
 */
@SitePages
abstract class ThreadsContract {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Fixtures fixtures;

	@Autowired
	StatementCounter counter;

	@Autowired
	JdbcClient jdbc;

	private Written article = new Written(0, "", "");

	private TestReader reader = TestReader.of(MockMvcTester.of(new Object()));

	@BeforeEach
	void anOpenDiscussion() {
		this.article = this.fixtures.openArticle();
		this.reader = TestReader.of(this.mvc);
	}

	private String root(String text) {
		return comment(null, text);
	}

	private String comment(@Nullable String parent, String text) {
		return this.fixtures.comment(this.article, parent, text, new ReaderKey("người viết nhiều"));
	}

	/** Also what an editor has to look at first, such as a text full of links. */
	private String approved(@Nullable String parent, String text) {
		String id = comment(parent, text);
		this.fixtures.approveIfWaiting(id);
		return id;
	}

	/**
	 * Begins so many threads.
	 * @return their public ids, newest first
	 */
	private List<String> roots(int times) {
		return newestFirst(comments(null, times, "Ý kiến"));
	}

	/**
	 * Answers so many times.
	 * @return the public ids of the replies, oldest first
	 */
	private List<String> replies(String parent, int times) {
		return comments(parent, times, "Trả lời " + parent);
	}

	private List<String> comments(@Nullable String parent, int times, String text) {
		List<String> ids = new ArrayList<>();
		for (int n = 1; n <= times; n++) {
			ids.add(comment(parent, text + " " + n));
		}
		return ids;
	}

	private static List<String> newestFirst(List<String> ids) {
		List<String> reversed = new ArrayList<>(ids);
		Collections.reverse(reversed);
		return reversed;
	}

	private Document read() {
		return this.reader.read(this.article.path());
	}

	private static List<String> shown(Document page) {
		return ids(page, "li.comment");
	}

	private static List<String> shownRoots(Document page) {
		return ids(page, "li.comment:not([data-depth])");
	}

	private static List<String> ids(Document page, String selector) {
		return page.select(selector).eachAttr("id").stream().map((id) -> id.substring("bl-".length())).toList();
	}

	private String thread(String root) {
		return this.article.path() + "/binh-luan/" + root;
	}

	private static String next(Document page) {
		return Html.only(page, "a[rel~=next]").attr("href");
	}

	@Test
	void theFirstPageHasTheTwentyNewestThreadsEachWithItsFirstThreeReplies() {
		List<String> roots = roots(22);
		List<String> five = replies(roots.get(0), 5);
		List<String> three = replies(roots.get(1), 3);
		List<String> four = replies(roots.get(19), 4);
		replies(roots.get(20), 1);
		Document page = read();
		assertThat(shownRoots(page)).containsExactlyElementsOf(roots.subList(0, 20));
		List<String> expected = new ArrayList<>(roots.subList(0, 20));
		expected.addAll(20, four.subList(0, 3));
		expected.addAll(2, three);
		expected.addAll(1, five.subList(0, 3));
		assertThat(shown(page)).containsExactlyElementsOf(expected);
		Map<String, String> more = new LinkedHashMap<>();
		for (Element link : page.select(".more-replies a")) {
			more.put(link.attr("href"), link.text());
		}
		assertThat(more).containsExactly(Map.entry(thread(roots.get(0)), "Xem thêm 2 trả lời"),
				Map.entry(thread(roots.get(19)), "Xem thêm 1 trả lời"));
		assertThat(Html.texts(page, ".folded .open")).containsExactly("Thu gọn 3 trong 5 trả lời", "Thu gọn 3 trả lời",
				"Thu gọn 3 trong 4 trả lời");
		assertThat(Html.texts(page, ".folded .shut")).contains("Mở 3 trong 5 trả lời", "Mở 3 trả lời");
		assertThat(Html.text(page, "#bl")).isEqualTo("35 bình luận");
	}

	@Test
	void repliesStandInThreadOrder() {
		String root = root("Gốc.");
		String first = comment(root, "Trả lời thứ nhất.");
		String second = comment(root, "Trả lời thứ hai.");
		String below = comment(first, "Đáp lại trả lời thứ nhất.");
		Document page = read();
		assertThat(shown(page)).containsExactly(root, first, below, second);
		assertThat(page.select("li.comment").eachAttr("data-depth")).containsExactly("1", "2", "1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "moi-nhat", "cu-nhat" })
	void thePagesLeadThroughAllThreadsWithoutAGapAndWithoutARepetition(String order) {
		List<String> roots = roots(45);
		List<String> expected = order.equals("cu-nhat") ? newestFirst(roots) : roots;
		List<String> seen = new ArrayList<>();
		Document page = this.reader.read(this.article.path() + "?xep=" + order);
		seen.addAll(shownRoots(page));
		for (int size : new int[] { 20, 5 }) {
			page = this.reader.read(next(page));
			assertThat(shownRoots(page)).hasSize(size);
			seen.addAll(shownRoots(page));
		}
		assertThat(page.select("a[rel~=next]")).isEmpty();
		assertThat(seen).containsExactlyElementsOf(expected);
	}

	@Test
	void whatIsWrittenMeanwhileDoesNotShiftTheNextPage() {
		List<String> roots = roots(21);
		String next = next(read());
		comments(null, 3, "Viết trong lúc đó");
		assertThat(shownRoots(this.reader.read(next))).containsExactly(roots.get(20));
	}

	@Test
	void whereTheLastThreadOfAPageIsTakenDownTheNextPageIsTheSame() {
		List<String> roots = roots(22);
		String next = next(read());
		this.fixtures.remove(roots.get(19));
		assertThat(shownRoots(this.reader.read(next))).containsExactly(roots.get(20), roots.get(21));
	}

	@Test
	void exactlyTwentyThreadsAreOnePage() {
		roots(20);
		assertThat(read().select("a[rel~=next]")).isEmpty();
	}

	@Test
	void aCursorThatWeHaveNotWrittenIsABadRequest() {
		roots(21);
		String next = next(read()).replaceFirst("#.*", "");
		String cursor = next.replaceFirst(".*&sau=", "");
		Written other = this.fixtures.openArticle();
		assertThat(this.reader.get(next)).hasStatusOk();
		for (String forged : List.of(next + "x", this.article.path() + "?xep=cu-nhat&sau=" + cursor,
				other.path() + "?sau=" + cursor,
				this.article.path() + "?sau=0000001." + cursor.replaceFirst(".*\\.", ""),
				this.article.path() + "?sau=zzzzzzz", this.article.path() + "?sau=%27%20or%201=1--")) {
			MvcTestResult answer = this.reader.get(forged);
			assertThat(answer).as(forged).hasStatus(400);
		}
	}

	@Test
	void aThreadsOwnPageGoesOnAfterAHundredReplies() {
		String root = root("Gốc của một trăm lẻ một trả lời.");
		List<String> replies = replies(root, 101);
		Document first = this.reader.read(thread(root));
		assertThat(shown(first)).hasSize(101).startsWith(root).endsWith(replies.get(99));
		assertThat(first.select("a[rel=start]")).isEmpty();
		Document second = this.reader.read(next(first));
		assertThat(shown(second)).containsExactly(root, replies.get(100));
		assertThat(second.select("a[rel=next]")).isEmpty();
		assertThat(shown(this.reader.read(Html.only(second, "a[rel=start]").attr("href")))).isEqualTo(shown(first));
	}

	@Test
	void aHundredRepliesAreOnePage() {
		String root = root("Gốc của một trăm trả lời.");
		replies(root, 100);
		Document page = this.reader.read(thread(root));
		assertThat(shown(page)).hasSize(101);
		assertThat(page.select(".pager")).isEmpty();
	}

	@Test
	void aCursorOfAnotherThreadIsABadRequest() {
		String root = root("Gốc của một trăm lẻ một trả lời, có con trỏ riêng.");
		replies(root, 101);
		String cursor = next(this.reader.read(thread(root))).replaceFirst(".*[?]sau=", "");
		String other = root("Gốc khác.");
		assertThat(this.reader.get(thread(root) + "?sau=" + cursor)).hasStatusOk();
		assertThat(this.reader.get(thread(other) + "?sau=" + cursor)).hasStatus(400);
		assertThat(this.reader.get(this.article.path() + "?sau=" + cursor)).hasStatus(400);
		assertThat(this.reader.get(thread(root) + "?sau=x")).hasStatus(400);
	}

	@Test
	void aThreadHasItsPageBelowItsOwnArticleAndUnderItsOwnRootOnly() {
		String root = root("Gốc.");
		String reply = comment(root, "Trả lời.");
		assertThat(this.reader.get(thread(root))).hasStatusOk();
		assertThat(this.reader.get(thread(reply))).hasStatus(404);
		assertThat(this.reader.get(this.fixtures.openArticle().path() + "/binh-luan/" + root)).hasStatus(404);
	}

	@Test
	void theSourcesAreCountedAndFilterTheThreads() {
		List<String> roots = roots(24);
		String reply = comment(roots.get(0), "Trả lời ở đây.");
		from(CommentSource.BLOGGER, roots.get(1), roots.get(21));
		from(CommentSource.FACEBOOK, roots.get(2));
		Document page = read();
		assertThat(Html.texts(page, ".sources-tabs a")).containsExactly("Tất cả 25", "Tòa Soạn 22", "Blogger 2",
				"Facebook 1");
		assertThat(Html.text(page, "#bl-" + roots.get(1) + " .via")).isEqualTo("từ Blogger");
		assertThat(page.select("#bl-" + roots.get(0) + " .via")).isEmpty();
		assertThat(shown(filtered(page, "Blogger 2"))).containsExactly(roots.get(1), roots.get(21));
		assertThat(shown(filtered(page, "Facebook 1"))).containsExactly(roots.get(2));
		assertThat(shown(filtered(page, "Tất cả 25"))).isEqualTo(shown(page));
		Document ours = filtered(page, "Tòa Soạn 22");
		assertThat(Html.text(ours, ".sources-tabs [aria-current]")).isEqualTo("Tòa Soạn 22");
		assertThat(shownRoots(ours)).hasSize(20).doesNotContain(roots.get(1), roots.get(2));
		assertThat(shown(ours)).contains(reply);
		assertThat(shown(this.reader.read(next(ours)))).containsExactly(roots.get(23));
	}

	/**
	 * Makes comments look like they came from elsewhere; nothing brings them in yet.
	 */
	private void from(CommentSource source, String... comments) {
		for (String comment : comments) {
			this.jdbc.sql("update comment set source = :source, external_id = public_id where public_id = :id")
				.param("source", source.name())
				.param("id", comment)
				.update();
			this.jdbc
				.sql("update discussion set site_comments = site_comments - 1, " + source.counter() + " = "
						+ source.counter() + " + 1 where article_id = :id")
				.param("id", this.article.id())
				.update();
		}
	}

	private Document filtered(Document page, String tab) {
		return this.reader.read(Html.only(page, ".sources-tabs a:containsOwn(" + tab + ")").attr("href"));
	}

	@Test
	void aSourceWithoutCommentsSaysSo() {
		root("Chỉ ở đây.");
		assertThat(Html.text(this.reader.read(this.article.path() + "?nguon=facebook"), ".empty"))
			.isEqualTo("Chưa có bình luận nào từ nguồn này.");
		assertThat(shown(this.reader.read(this.article.path() + "?nguon=khong-co"))).hasSize(1);
	}

	@Test
	void thePermalinkLeadsToWhereTheCommentStands() {
		List<String> roots = roots(21);
		List<String> replies = replies(roots.get(0), 101);
		String belowOlder = comment(roots.get(20), "Trả lời trong một chuỗi cũ.");
		assertLeads(roots.get(0), this.article.path());
		assertLeads(roots.get(19), this.article.path());
		assertLeads(replies.get(2), this.article.path());
		assertLeads(replies.get(3), thread(roots.get(0)));
		assertLeads(replies.get(99), thread(roots.get(0)));
		assertLeadsToAPageOf(roots.get(0), replies.get(100));
		assertLeads(roots.get(20), thread(roots.get(20)));
		assertLeads(belowOlder, thread(roots.get(20)));
	}

	private void assertLeads(String comment, String address) {
		MvcTestResult answer = this.reader.get("/bl/" + comment);
		assertThat(answer).hasStatus(302);
		assertThat(TestReader.location(answer)).isEqualTo(address + "#bl-" + comment);
		assertThat(this.reader.follow(answer).select("#bl-" + comment)).hasSize(1);
	}

	private void assertLeadsToAPageOf(String root, String comment) {
		MvcTestResult answer = this.reader.get("/bl/" + comment);
		assertThat(TestReader.location(answer)).startsWith(thread(root) + "?sau=").endsWith("#bl-" + comment);
		assertThat(this.reader.follow(answer).select("#bl-" + comment)).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://a.vn/& ", "& \"'<", "*a* ", "> \"&\n", "😀", "\u1ec7\u0323\u0302" })
	void noPageHasMoreThanAHundredAndFiftyKibOfComments(String worst) {
		String body = worst.repeat(2000 / worst.length()).lines().limit(30).collect(Collectors.joining("\n"));
		List<String> roots = new ArrayList<>();
		for (int n = 0; n < 21; n++) {
			String root = approved(null, n + " " + body.substring(0, body.length() - 4));
			roots.add(0, root);
			for (int m = 0; m < 4; m++) {
				approved(root, n + " " + m + " " + body.substring(0, body.length() - 8));
			}
		}
		List<String> seen = new ArrayList<>();
		for (String address = this.article.path(); !address.isEmpty();) {
			Document page = this.reader.read(address);
			assertThat(sectionBytes(page)).isLessThanOrEqualTo(150 * 1024);
			seen.addAll(shownRoots(page));
			address = page.select("a[rel~=next]").attr("href");
		}
		assertThat(seen).containsExactlyElementsOf(roots);
		for (String root : roots) {
			assertThat(this.reader.follow(this.reader.get("/bl/" + root)).select("#bl-" + root)).hasSize(1);
		}
		replies(roots.get(0), 101);
		assertThat(sectionBytes(this.reader.read(thread(roots.get(0))))).isLessThanOrEqualTo(150 * 1024);
	}

	private static int sectionBytes(Document page) {
		page.outputSettings().prettyPrint(false);
		return Html.only(page, "section.comments").outerHtml().getBytes(StandardCharsets.UTF_8).length;
	}

	@Test
	void shortCommentsFillTheirPage() {
		for (String root : roots(20)) {
			replies(root, 3);
		}
		Document page = read();
		assertThat(shown(page)).hasSize(80);
		assertThat(sectionBytes(page)).isLessThanOrEqualTo(150 * 1024);
	}

	@Test
	void theLinkOfEachCommentIsItsPermalink() {
		String root = root("Có liên kết.");
		assertThat(Html.only(read(), "#bl-" + root + " a.when").attr("href")).isEqualTo("/bl/" + root);
	}

	@Test
	void aPermalinkTellsNothingOfWhatReadersDoNotSee() {
		String removed = root("Bị gỡ.");
		this.fixtures.remove(removed);
		this.fixtures.mode(this.article, CommentMode.ALL);
		String waiting = root("Chờ duyệt.");
		for (String id : List.of(removed, waiting, "khong-co")) {
			assertThat(this.reader.get("/bl/" + id)).as(id).hasStatus(404);
		}
	}

	@Test
	void whatWasTakenDownLeavesNothingBehindWhereNothingHangsBelow() {
		String root = root("Gốc ở lại.");
		String reply = comment(root, "Sẽ bị gỡ.");
		this.fixtures.remove(reply);
		assertThat(shown(read())).containsExactly(root);
		this.fixtures.remove(root);
		Document page = read();
		assertThat(shown(page)).isEmpty();
		assertThat(Html.text(page, "#bl")).isEqualTo("0 bình luận");
		assertThat(this.reader.get(thread(root))).hasStatus(404);
	}

	@Test
	void aTombstoneStandsWhileSomethingPublishedHangsBelow() {
		String root = root("Lời gốc.");
		String middle = comment(root, "Lời giữa.");
		String leaf = comment(middle, "Lời cuối.");
		this.fixtures.remove(root);
		this.fixtures.remove(middle);
		Document page = read();
		assertThat(shown(page)).containsExactly(root, middle, leaf);
		assertThat(Html.texts(page, "li.comment.gone")).containsOnly("Bình luận đã bị gỡ.").hasSize(2);
		assertThat(page.text()).doesNotContain("Lời gốc.", "Lời giữa.").contains("Lời cuối.");
		assertThat(page.select(".gone .do, .gone .who, .gone a")).isEmpty();
		assertThat(Html.text(page, "#bl")).isEqualTo("1 bình luận");
		assertThat(this.reader.read(thread(root)).text()).doesNotContain("Lời gốc.", "Lời giữa.");
		this.fixtures.remove(leaf);
		assertThat(shown(read())).isEmpty();
	}

	@Test
	void whatIsApprovedBelowATombstoneBringsItBack() {
		String root = root("Lời gốc.");
		String middle = comment(root, "Lời giữa.");
		this.fixtures.mode(this.article, CommentMode.ALL);
		String leaf = comment(middle, "Lời cuối.");
		this.fixtures.remove(middle);
		this.fixtures.remove(root);
		assertThat(shown(read())).isEmpty();
		this.fixtures.approve(leaf);
		Document page = read();
		assertThat(shown(page)).containsExactly(root, middle, leaf);
		assertThat(page.select("li.comment.gone")).hasSize(2);
	}

	@Test
	void theNamesOfWhoWereTakenDownAreNotShownByThoseWhoAnswered() {
		String deepest = root("Tầng 0.");
		List<String> chain = new ArrayList<>(List.of(deepest));
		for (int depth = 1; depth <= 5; depth++) {
			deepest = comment(deepest, "Tầng " + depth + ".");
			chain.add(deepest);
		}
		assertThat(Html.text(this.reader.read(thread(chain.get(0))), "#bl-" + deepest + " .answers"))
			.isEqualTo("↪ Trả lời Bạn Đọc");
		this.fixtures.remove(chain.get(4));
		assertThat(this.reader.read(thread(chain.get(0))).select("#bl-" + deepest + " .answers").text())
			.doesNotContain("Bạn Đọc");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "?xep=hay-nhat", "?xep=moi-nhat", "?xep=cu-nhat", "?nguon=trang" })
	void aDiscussionTakesAtMostFourStatementsHoweverLongItIs(String query) {
		String address = this.article.path() + query;
		TestReader writer = writer();
		this.reader.read(address);
		String root = root("Chuỗi đầu tiên.");
		replies(root, 2);
		List<String> few = statements(this.reader, address);
		for (String more : roots(40)) {
			replies(more, 4);
		}
		assertThat(few).hasSize(3);
		assertThat(statements(this.reader, address)).hasSameSizeAs(few);
		assertThat(statements(writer, address)).hasSize(4);
		assertThat(statements(writer, address + (query.isEmpty() ? "?" : "&") + "tra-loi=" + root)).hasSize(4);
	}

	/**
	 * Somebody with a cookie, and a comment that waits.
	 */
	private TestReader writer() {
		this.fixtures.mode(this.article, CommentMode.ALL);
		TestReader writer = TestReader.of(this.mvc);
		writer.comment(this.article, "Người chờ", "Chờ duyệt.");
		this.fixtures.mode(this.article, CommentMode.OPEN);
		assertThat(writer.read(this.article.path()).select(".pending")).hasSize(1);
		return writer;
	}

	@Test
	void aThreadsPageTakesAsManyForALongThread() {
		String root = root("Chuỗi dài.");
		replies(root, 2);
		List<String> few = statements(this.reader, thread(root));
		replies(comment(root, "Và còn nữa."), 120);
		assertThat(few).hasSize(3);
		assertThat(statements(this.reader, thread(root))).hasSameSizeAs(few);
		assertThat(statements(writer(), thread(root))).hasSize(4);
	}

	/**
	 * Those that ask for comments or for the discussion.
	 */
	private List<String> statements(TestReader reader, String address) {
		return this.counter.statementsDuring(() -> reader.read(address))
			.stream()
			.filter((sql) -> sql.matches("(?s).*\\b(comment|discussion)\\b.*"))
			.toList();
	}

}
