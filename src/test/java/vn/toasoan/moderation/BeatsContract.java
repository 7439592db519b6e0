package vn.toasoan.moderation;

import java.time.Duration;
import java.util.List;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import vn.toasoan.account.Role;
import vn.toasoan.audit.Actor;
import vn.toasoan.comment.Ban;
import vn.toasoan.comment.Bans;
import vn.toasoan.comment.ReaderKey;
import vn.toasoan.comment.Storms;
import vn.toasoan.testing.Fixtures;
import vn.toasoan.testing.Fixtures.Written;
import vn.toasoan.testing.Html;
import vn.toasoan.testing.MutableClock;
import vn.toasoan.testing.Newsroom;
import vn.toasoan.testing.SiteTest;
import vn.toasoan.testing.Visitor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A moderator who looks after some topics finds their comments, and no others.
 */
@SiteTest
@TestInstance(Lifecycle.PER_CLASS)
abstract class BeatsContract {

	private static final String QUEUE = "/admin/comments";

	@Autowired
	Newsroom newsroom;

	@Autowired
	Fixtures fixtures;

	@Autowired
	Storms storms;

	@Autowired
	Bans bans;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	MutableClock clock;

	private Visitor admin;

	private Written mine;

	private Written others;

	@BeforeAll
	void articlesOnTwoTopics() {
		this.admin = this.newsroom.signIn(Role.ADMIN);
		this.mine = this.fixtures.article("Chuyên đề được giao");
		this.others = this.fixtures.article("Chuyên đề của người khác");
	}

	@BeforeEach
	void anEmptyQueue() {
		this.clock.set(MutableClock.START);
		this.jdbc.sql("delete from ban").update();
		this.jdbc.sql("update storm set ends_at = null, calmed_at = null").update();
		this.jdbc.sql("delete from decision_item").update();
		this.jdbc.sql("delete from comment_event").update();
		this.jdbc.sql("delete from comment_report").update();
		this.jdbc.sql("delete from comment_version").update();
		this.jdbc.sql("delete from comment_search").update();
		this.jdbc.sql("delete from lesson").update();
		this.jdbc.sql("delete from comment").update();
		this.jdbc.sql("update discussion set site_comments = 0").update();
	}

	private String topic(String name) {
		return this.newsroom.column("select id from topic where name = ?", name).get(0);
	}

	/**
	 * A moderator who looks after the first of the two topics.
	 */
	private Visitor moderator() {
		String username = this.newsroom.account(Role.MODERATOR);
		Document accounts = this.admin.sendAndFollow(this.admin.form(page(username), "main form")
			.fill("all", "false")
			.tick("topics", topic("Chuyên đề được giao")));
		assertThat(Html.text(accounts, ".toast")).isEqualTo("Đã lưu, có hiệu lực ngay.");
		return this.newsroom.signIn(username);
	}

	private String page(String username) {
		return "/admin/accounts/" + this.newsroom.accountId(username) + "/topics";
	}

	@Test
	void theQueueAndItsCountsHoldOnlyTheOwnTopics() {
		this.fixtures.comment(this.mine, null, "Của tôi.");
		this.fixtures.comment(this.others, null, "Của người khác.");
		Document queue = moderator().open(QUEUE);
		assertThat(Html.texts(queue, ".item .said")).containsExactly("Của tôi.");
		assertThat(Html.text(queue, ".tabs a[aria-current]")).isEqualTo("Chờ duyệt 1");
		assertThat(Html.texts(this.newsroom.signIn(Role.EDITOR).open(QUEUE), ".item .said")).hasSize(2);
		assertThat(Html.texts(this.newsroom.signIn(Role.MODERATOR).open(QUEUE), ".item .said"))
			.as("without topics of their own, moderators look after all")
			.hasSize(2);
	}

	@Test
	void theDashboardCountsOnlyTheOwnTopics() {
		this.fixtures.comment(this.others, null, "Của người khác.");
		assertThat(Html.texts(moderator().open("/admin"), ".tile b")).containsOnly("0");
	}

	@Test
	void aSectionIsATopicToo() {
		String comment = this.fixtures.comment(this.others, null, "Trong chuyên mục.");
		String username = this.newsroom.account(Role.MODERATOR);
		String section = this.newsroom.column("select section_id from article where id = ?", this.others.id()).get(0);
		this.admin
			.sendAndFollow(this.admin.form(page(username), "main form").fill("all", "false").tick("topics", section));
		assertThat(this.newsroom.signIn(username).open(QUEUE).select("#bl-" + comment)).hasSize(1);
	}

	@Test
	void commentsOnOtherTopicsAreNotThereForDecisions() {
		String foreign = this.fixtures.comment(this.others, null, "Của người khác.");
		String own = this.fixtures.comment(this.mine, null, "Của tôi.");
		Visitor moderator = moderator();
		MultiValueMap<String, String> one = parameters(moderator);
		one.add("from", "PENDING");
		assertThat(moderator.request(HttpMethod.POST, QUEUE + "/" + foreign + "/decisions", one)).hasStatus(404);
		MultiValueMap<String, String> many = parameters(moderator);
		many.addAll("chon", List.of(own + ".PENDING", foreign + ".PENDING"));
		assertThat(moderator.request(HttpMethod.POST, QUEUE + "/decisions", many)).hasStatus(404);
		assertThat(this.newsroom.column("select status from comment order by id")).containsOnly("PENDING");
	}

	private static MultiValueMap<String, String> parameters(Visitor moderator) {
		MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
		parameters.add("_csrf", Html.only(moderator.open("/admin"), "form.me input[name=_csrf]").val());
		parameters.add("to", "SPAM");
		return parameters;
	}

	@Test
	void aStormForTheWholeSiteIsNeitherBegunNorEndedBySomebodyWithSomeTopics() {
		Visitor moderator = moderator();
		Document page = moderator.open(QUEUE + "/storm");
		assertThat(page.select("main form")).isEmpty();
		assertThat(Html.text(page, ".notice.info")).contains("người duyệt mọi chủ đề bật tắt được");
		MultiValueMap<String, String> storm = parameters(moderator);
		storm.add("reason", "Một mình tôi.");
		storm.add("hours", "1");
		assertThat(moderator.request(HttpMethod.POST, QUEUE + "/storm", storm)).hasStatus(403);
		assertThat(this.storms.now()).isEmpty();
		this.storms.begin(new Actor(null, "Biên tập"), "Ập đến.", MutableClock.START.plusSeconds(3600));
		for (String path : List.of(QUEUE, QUEUE + "/storm")) {
			assertThat(moderator.open(path).select(".storm-now")).hasSize(1);
			assertThat(moderator.open(path).select(".storm-now form")).isEmpty();
		}
		assertThat(moderator.request(HttpMethod.POST, QUEUE + "/storm/calming", storm)).hasStatus(403);
		assertThat(this.storms.now()).isPresent();
		Visitor ofAll = this.newsroom.signIn(Role.MODERATOR);
		ofAll.sendAndFollow(ofAll.form(QUEUE + "/storm", ".storm-now form"));
		assertThat(this.storms.now()).isEmpty();
	}

	@Test
	void bansAreSeenOfTheOwnTopicsAndMadeByThoseWhoLookAfterAll() {
		ReaderKey known = new ReaderKey("viết ở chuyên đề được giao");
		ReaderKey unknown = new ReaderKey("viết ở chỗ khác");
		this.fixtures.comment(this.mine, null, "Của tôi.", known);
		this.fixtures.comment(this.others, null, "Của người khác.", unknown);
		long seen = ban(Ban.Kind.KEY, known.hash());
		ban(Ban.Kind.KEY, unknown.hash());
		ban(Ban.Kind.NETWORK, "203.0.113.0/24");
		ban(Ban.Kind.EMAIL, "ai.do@example.vn");
		String bans = QUEUE + "/bans";
		String writer = QUEUE + "/writers/" + known.hash();
		Visitor moderator = moderator();
		Document list = moderator.open(bans);
		assertThat(list.select("tbody a").eachAttr("href")).containsExactly(writer);
		assertThat(list.select("tbody tr")).hasSize(1);
		assertThat(list.select("main form, main a[href$=/new]")).isEmpty();
		assertThat(Html.text(list, ".notice.info")).startsWith("Lệnh chặn có hiệu lực cả trang");
		Document file = moderator.open(writer);
		assertThat(Html.text(file, ".notice.warn")).contains("Quấy rối.");
		assertThat(file.select("form[action$=/lifting], a[href*=/bans/new]")).isEmpty();
		assertThat(Html.text(file, ".decide + .hint")).contains("hãy ghi chú ở dưới");
		assertThat(file.select("#ghi-chu")).as("a note for those who may").hasSize(1);
		assertThat(moderator.get(QUEUE + "/writers/" + unknown.hash())).hasStatus(404);
		assertThat(moderator.get(bans + "/new")).hasStatus(403);
		MultiValueMap<String, String> wanted = parameters(moderator);
		assertThat(moderator.request(HttpMethod.POST, bans, wanted)).hasStatus(403);
		assertThat(moderator.request(HttpMethod.POST, bans + "/" + seen + "/lifting", wanted)).hasStatus(403);
		assertThat(this.bans.on(known.hash())).hasSize(1);
		Document all = this.newsroom.signIn(Role.MODERATOR).open(bans);
		assertThat(all.select("tbody tr")).hasSize(4);
		assertThat(all.select("tbody form")).hasSize(4);
	}

	@Test
	void whatIsToBeRemovedOfAWriterIsCountedInTheOwnTopicsAndTrustIsForThoseWhoLookAfterAll() {
		ReaderKey key = new ReaderKey("viết ở nhiều chuyên đề");
		String here = this.fixtures.comment(this.mine, null, "Trong chủ đề của tôi.", key);
		String there = this.fixtures.comment(this.others, null, "Ngoài chủ đề của tôi.", key);
		this.fixtures.comment(this.others, null, "Cũng ở ngoài.", key);
		String writer = QUEUE + "/writers/" + key.hash();
		Visitor all = this.newsroom.signIn(Role.MODERATOR);
		assertThat(Html.text(all.open(writer), ".remove-all summary")).startsWith("Gỡ cả 3 bình luận");
		Visitor moderator = moderator();
		Document file = moderator.open(writer);
		assertThat(Html.text(file, ".remove-all summary")).startsWith("Gỡ 1 bình luận thuộc chủ đề của bạn");
		assertThat(file.select("form[action$=/trust]")).isEmpty();
		assertThat(Html.text(file, ".decide + .hint")).startsWith("Tin hay chặn có hiệu lực cả trang");
		MultiValueMap<String, String> wanted = parameters(moderator);
		wanted.set("on", "true");
		assertThat(moderator.request(HttpMethod.POST, writer + "/trust", wanted)).hasStatus(403);
		assertThat(this.newsroom.column("select author_key from trusted_writer where author_key = ?", key.hash()))
			.isEmpty();
		moderator.sendAndFollow(moderator.form(writer, "form[action$=/removal]").press("quảng cáo"));
		assertThat(this.newsroom.column("select status from comment where public_id in (?, ?) order by status", here,
				there))
			.containsExactly("PENDING", "REJECTED");
	}

	private long ban(Ban.Kind kind, String subject) {
		return this.bans.ban(kind, subject, Ban.Effect.HOLD, Duration.ofDays(1), "Quấy rối.", "Biên tập");
	}

	@Test
	void aChangeHoldsAtOnceAndIsWrittenDown() {
		this.fixtures.comment(this.others, null, "Của người khác.");
		String username = this.newsroom.account(Role.MODERATOR);
		Visitor moderator = this.newsroom.signIn(username);
		assertThat(moderator.open(QUEUE).select(".item")).hasSize(1);
		this.admin.sendAndFollow(this.admin.form(page(username), "main form")
			.fill("all", "false")
			.tick("topics", topic("Chuyên đề được giao")));
		assertThat(moderator.open(QUEUE).select(".item")).isEmpty();
		this.admin.sendAndFollow(this.admin.form(page(username), "main form").fill("all", "true"));
		assertThat(moderator.open(QUEUE).select(".item")).hasSize(1);
		assertThat(this.newsroom.audit("account", Newsroom.displayName(username)))
			.containsExactly("account.beat-changed", "account.beat-changed");
	}

	@Test
	void someTopicsMeansAtLeastOne() {
		String username = this.newsroom.account(Role.MODERATOR);
		var answer = this.admin.send(this.admin.form(page(username), "main form").fill("all", "false"));
		assertThat(answer).hasStatus(422);
		assertThat(Html.text(Html.of(answer), "#topics .error")).isEqualTo("Hãy chọn ít nhất một chủ đề.");
	}

	@Test
	void onlyModeratorsHaveTopics() {
		assertThat(this.admin.get(page(this.newsroom.account(Role.EDITOR)))).hasStatus(404);
		Visitor moderator = moderator();
		assertThat(moderator.get(page(this.newsroom.account(Role.MODERATOR)))).hasStatus(403);
	}

}
