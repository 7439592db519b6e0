package vn.toasoan.comment;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import vn.toasoan.testing.AtOnce;
import vn.toasoan.testing.Fixtures;
import vn.toasoan.testing.Fixtures.Written;
import vn.toasoan.testing.Form;
import vn.toasoan.testing.Html;
import vn.toasoan.testing.SitePages;
import vn.toasoan.testing.TestReader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Readers like comments: once each, and exactly counted, however many do it at once.
 */
@SitePages
abstract class LikesContract {

	private static final ReaderKey WRITER = new ReaderKey("người viết");

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Fixtures fixtures;

	@Autowired
	Likes likes;

	@Autowired
	Bans bans;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TransactionTemplate transaction;

	private Written article = new Written(0, "", "");

	@BeforeEach
	void anOpenDiscussion() {
		this.article = this.fixtures.openArticle();
	}

	private String comment(String text) {
		return this.fixtures.comment(this.article, null, text, WRITER);
	}

	private Likes.Liked like(String comment, ReaderKey reader) {
		return this.likes.toggle(comment, reader, false, "203.0.113.7");
	}

	private static Form button(Document page, String comment) {
		return Form.in(page, "#bl-" + comment + " form[action$=/thich]");
	}

	private static String shownLikes(Document page, String comment) {
		return Html.text(page, "#bl-" + comment + " .like");
	}

	private int stored(String column, String comment) {
		return this.jdbc.sql("select " + column + " from comment where public_id = ?")
			.param(comment)
			.query(Integer.class)
			.single();
	}

	@Test
	void aReaderLikesAndTakesItBack() {
		String comment = comment("Hay.");
		TestReader reader = TestReader.of(this.mvc);
		Document before = reader.read(this.article.path());
		assertThat(shownLikes(before, comment)).isEqualTo("Thích");
		assertThat(reader.cookies()).isEmpty();
		MvcTestResult answer = reader.send(button(before, comment));
		assertThat(answer).hasStatus(303);
		assertThat(TestReader.location(answer)).isEqualTo(this.article.path() + "#bl-" + comment);
		assertThat(reader.cookies()).containsKey("toasoan_reader");
		Document liked = reader.follow(answer);
		assertThat(shownLikes(liked, comment)).isEqualTo("Thích 1");
		assertThat(Html.only(liked, "#bl-" + comment + " .like").attr("aria-pressed")).isEqualTo("true");
		Document seenByOthers = TestReader.of(this.mvc).read(this.article.path());
		assertThat(shownLikes(seenByOthers, comment)).isEqualTo("Thích 1");
		assertThat(Html.only(seenByOthers, "#bl-" + comment + " .like").attr("aria-pressed")).isEqualTo("false");
		Document back = reader.follow(reader.send(button(liked, comment)));
		assertThat(shownLikes(back, comment)).isEqualTo("Thích");
		assertThat(Html.only(back, "#bl-" + comment + " .like").attr("aria-pressed")).isEqualTo("false");
	}

	@Test
	void likesOfABannedReaderCountNothingWhileTheBanLasts() {
		String before = comment("Từ trước.");
		String comment = comment("Về sau.");
		ReaderKey reader = new ReaderKey("bị chặn " + comment);
		like(before, reader);
		long ban = this.bans.ban(Ban.Kind.KEY, reader.hash(), Ban.Effect.HOLD, Duration.ofDays(1), "Thử", "Biên tập");
		assertThat(like(comment, reader)).isEqualTo(new Likes.Liked(this.article.id(), false, 0));
		assertThat(stored("likes", comment)).isZero();
		assertThat(stored("likes", before)).as("liked before").isEqualTo(1);
		assertThat(like(before, reader).likes()).as("taken back").isZero();
		this.bans.lift(ban, "Biên tập");
		assertThat(like(comment, reader).likes()).isEqualTo(1);
	}

	@Test
	void aScriptIsToldHowItStands() {
		String comment = comment("Hay.");
		like(comment, new ReaderKey("một người"));
		assertThat(this.mvc.post().uri("/bl/" + comment + "/thich").accept("application/json")).hasStatusOk()
			.bodyJson()
			.isStrictlyEqualTo("{\"liked\":true,\"likes\":2}");
	}

	@Test
	void whatIsOwnWaitsOrIsGoneCannotBeLiked() {
		TestReader writer = TestReader.of(this.mvc);
		writer.comment(this.article, "Tự khen", "Của mình.");
		Document page = writer.read(this.article.path());
		String own = Html.only(page, ".comment").id().substring("bl-".length());
		assertThat(page.select("#bl-" + own + " .like")).isEmpty();
		assertThat(page.select("#bl-" + own + " a[href$=bao-cao]")).isEmpty();
		String removed = comment("Bị gỡ.");
		this.fixtures.remove(removed);
		this.fixtures.mode(this.article, CommentMode.ALL);
		String waiting = comment("Chờ.");
		for (String id : List.of(own, removed, waiting, "khong-co")) {
			var form = Form.in(Html.of("<form method=post action=/bl/" + id + "/thich></form>"), "form");
			assertThat(writer.send(form)).as(id).hasStatus(404);
		}
		assertThat(List.of(stored("likes", own), stored("likes", removed), stored("likes", waiting))).containsOnly(0);
	}

	@Test
	void likesFromThirtyTwoReadersAtOnceAreAllCounted() {
		String comment = comment("Được thích.");
		AtOnce.run(IntStream.range(0, 32)
			.mapToObj((n) -> (Callable<Likes.Liked>) () -> like(comment, new ReaderKey("người " + n)))
			.toList());
		assertThat(stored("likes", comment)).isEqualTo(32);
		assertThat(stored("rank_score", comment)).isEqualTo(320);
		assertThat(rows(comment)).isEqualTo(32);
	}

	@Test
	void thirtyTwoPressesOfOneReaderAtOnceEndWhereAnEvenNumberEnds() {
		String comment = comment("Bấm mãi.");
		List<Boolean> liked = AtOnce.run(IntStream.range(0, 32)
			.mapToObj((n) -> (Callable<Boolean>) () -> like(comment, new ReaderKey("một người")).liked())
			.toList());
		assertThat(liked).filteredOn((one) -> one).hasSize(16);
		assertThat(stored("likes", comment)).isZero();
		assertThat(stored("rank_score", comment)).isZero();
		assertThat(rows(comment)).isZero();
	}

	private int rows(String comment) {
		return this.jdbc.sql("""
				select count(*) from comment_like l join comment c on c.id = l.comment_id where c.public_id = ?""")
			.param(comment)
			.query(Integer.class)
			.single();
	}

	@Test
	void likesAndRepliesThatComeAndGoAtOnceAreRankedExactly() {
		String comment = comment("Vừa được thích vừa được trả lời.");
		this.fixtures.mode(this.article, CommentMode.ALL);
		List<String> replies = IntStream.range(0, 16)
			.mapToObj((n) -> this.fixtures.comment(this.article, comment, "Trả lời " + n))
			.toList();
		AtOnce.run(IntStream.range(0, 32).mapToObj((n) -> (Callable<Boolean>) () -> {
			if (n % 2 == 0) {
				return like(comment, new ReaderKey("người " + n)).liked();
			}
			this.fixtures.approve(replies.get(n / 2));
			return true;
		}).toList());
		assertThat(stored("rank_score", comment)).isEqualTo(16 * 10 + 16 * 3);
	}

	@Test
	void whoLikesAReplyDoesNotWaitForWhoAnswersIt() {
		String reply = this.fixtures.comment(this.article, comment("Gốc."), "Được thích và trả lời.", WRITER);
		this.transaction.executeWithoutResult((status) -> {
			this.fixtures.comment(this.article, reply, "Đang trả lời.");
			assertThat(AtOnce.run(List.of(() -> like(reply, new ReaderKey("một người")).liked())))
				.containsExactly(true);
		});
		assertThat(stored("rank_score", reply)).isEqualTo(10);
	}

	@Test
	void theBestComeFirst() {
		String one = comment("Một lượt thích.");
		String silent = comment("Không ai nói gì.");
		String answered = comment("Có bốn người đáp.");
		String self = comment("Tự đáp.");
		for (int n = 0; n < 4; n++) {
			this.fixtures.comment(this.article, answered, "Đáp " + n);
			this.fixtures.comment(this.article, self, "Tự đáp " + n, WRITER);
		}
		like(one, new ReaderKey("một người"));
		Document page = TestReader.of(this.mvc).read(this.article.path());
		assertThat(Html.text(page, ".order [aria-current]")).isEqualTo("Hay nhất");
		assertThat(roots(page)).containsExactly(answered, one, self, silent);
		like(silent, new ReaderKey("một người"));
		like(silent, new ReaderKey("người nữa"));
		assertThat(roots(TestReader.of(this.mvc).read(this.article.path()))).containsExactly(silent, answered, one,
				self);
	}

	private static List<String> roots(Document page) {
		return page.select("li.comment:not([data-depth])")
			.eachAttr("id")
			.stream()
			.map((id) -> id.substring("bl-".length()))
			.toList();
	}

	@Test
	void nineCommentsAreShownNewestFirstAndTenTheBestFirst() {
		String first = comment("Đầu tiên.");
		like(first, new ReaderKey("một người"));
		IntStream.range(0, 8).forEach((n) -> comment("Sau " + n));
		assertThat(roots(TestReader.of(this.mvc).read(this.article.path()))).endsWith(first);
		comment("Thứ mười.");
		assertThat(roots(TestReader.of(this.mvc).read(this.article.path()))).startsWith(first);
	}

	@Test
	void theBestLeadOnWithoutAGapAndWithoutARepetition() {
		List<String> all = IntStream.range(0, 45).mapToObj((n) -> comment("Ý kiến " + n)).toList();
		for (int n = 0; n < all.size(); n++) {
			for (int m = 0; m < n % 4; m++) {
				like(all.get(n), new ReaderKey("người " + m));
			}
		}
		List<String> expected = IntStream.range(0, 45)
			.boxed()
			.sorted((a, b) -> (a % 4 != b % 4) ? b % 4 - a % 4 : b - a)
			.map(all::get)
			.toList();
		List<String> seen = new ArrayList<>();
		for (String address = this.article.path(); !address.isEmpty();) {
			Document page = TestReader.of(this.mvc).read(address);
			seen.addAll(roots(page));
			address = page.select("a[rel~=next]").attr("href");
		}
		assertThat(seen).containsExactlyElementsOf(expected);
	}

}
