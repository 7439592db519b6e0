package vn.toasoan.moderation;

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
import vn.toasoan.testing.Fixtures;
import vn.toasoan.testing.Fixtures.Written;
import vn.toasoan.testing.Html;
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
	JdbcClient jdbc;

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
