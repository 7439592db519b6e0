package vn.toasoan.rule;

import java.time.Duration;
import java.util.List;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.MultiValueMap;
import vn.toasoan.account.Role;
import vn.toasoan.comment.FirstLook;
import vn.toasoan.screening.Finding;
import vn.toasoan.screening.Sample;
import vn.toasoan.screening.Screening;
import vn.toasoan.screening.Verdict;
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
 * Editors try rules, switch them on and off and weigh them, and everybody at the desk
 * sees who did; the same on both databases.
 */
@SiteTest
abstract class RulesContract {

	private static final String RULES = "/admin/rules";

	private static final String TRY = "Thử trên các bình luận gần đây";

	private static final String SWITCH_ON = "Bật quy tắc này";

	private static final String SWITCH_OFF = "Tắt quy tắc này";

	@Autowired
	Newsroom newsroom;

	@Autowired
	Fixtures fixtures;

	@Autowired
	FirstLook firstLook;

	@Autowired
	RuleVersions versions;

	@Autowired
	RulesInForce inForce;

	@Autowired
	TriedRules tried;

	@Autowired
	StatementCounter statements;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	MutableClock clock;

	private Written article = new Written(0, "", "");

	private Visitor editor;

	private String name = "";

	@BeforeEach
	void anEditor() {
		this.article = this.fixtures.openArticle();
		this.name = this.newsroom.account(Role.EDITOR);
		this.editor = this.newsroom.signIn(this.name);
	}

	/** All tests share one site. */
	@AfterEach
	void asTheProgramHasThem() {
		this.jdbc.sql("delete from rule_version").update();
		this.inForce.follow();
	}

	/** Says something that no other test says. */
	private String send(String words) {
		return this.fixtures.comment(this.article, null, words + " – " + this.article.title());
	}

	private String status(String comment) {
		return this.newsroom.column("select status from comment where public_id = ?", comment).get(0);
	}

	private List<Finding> findings(String comment) {
		return this.firstLook.verdicts(List.of(comment)).getOrDefault(comment, new Verdict(List.of())).findings();
	}

	private Form phrase(String words, String lane, String ground, String weight) {
		return this.editor.form(RULES + "/new", "#quy-tac")
			.fill("kind", "PHRASE")
			.fill("phrase", words)
			.fill("lane", lane)
			.fill("ground", ground)
			.fill("weight", weight);
	}

	private Document tried(Form form) {
		MvcTestResult result = this.editor.send(form.press(TRY));
		assertThat(result).hasStatusOk();
		return Html.of(result);
	}

	/**
	 * Makes a rule as an editor does.
	 * @return its address
	 */
	private String switchOn(Form form) {
		MvcTestResult result = this.editor.send(Form.in(tried(form), "#quy-tac").press(SWITCH_ON));
		assertThat(result).hasStatus(302);
		return String.valueOf(result.getResponse().getRedirectedUrl());
	}

	private static String id(String address) {
		return address.replace(RULES + "/", "");
	}

	@Test
	void aRuleIsTriedAgainstTheLatestCommentsAndThenHolds() {
		String good = send("Trầu cau tiến vua của quê tôi");
		this.jdbc.sql("update comment set status = 'PENDING' where public_id = ?").param(good).update();
		this.fixtures.approve(good);
		String bad = send("Mua TRẦU CAU TIẾN VUA ở đâu rẻ");
		this.fixtures.remove(bad);
		String undecided = send("ai cần trau cau tien vua thì gọi");
		Document trial = tried(phrase("trầu cau tiến vua", "BOTH", "SALES", "40").fill("why", "Rao khắp nơi."));
		assertThat(Html.text(trial, ".trial .notice b")).startsWith("Trúng 3 trong ");
		assertThat(Html.text(trial, ".trial .notice span"))
			.isEqualTo("So với hiện nay: thêm 3 phải chờ, thêm 0 thành spam, thêm 0 được qua.");
		assertThat(Html.texts(trial, ".trial .facts dd")).containsExactly("1", "1", "1");
		assertThat(Html.texts(trial, ".trial .item mark")).containsExactly("trau cau tien vua", "TRẦU CAU TIẾN VUA",
				"Trầu cau tiến vua");
		assertThat(Html.texts(trial, ".trial .item:first-child .reasons li")).containsExactly("0 điểm",
				"→ sau đó 40 điểm: giữ lại");
		assertThat(status(send("Trầu cau tiến vua khi còn là thử"))).isEqualTo("PUBLISHED");

		Document rule = this.editor.sendAndFollow(Form.in(trial, "#quy-tac").press(SWITCH_ON));
		assertThat(Html.text(rule, ".toast")).isEqualTo("Đã bật quy tắc mới.");
		assertThat(Html.text(rule, "h1")).isEqualTo("trầu cau tiến vua");
		assertThat(Html.text(rule, "#lich-su + table tbody tr")).contains(Newsroom.displayName(this.name), "+40",
				"cả không dấu", "đang bật", "Rao khắp nơi.");
		String held = send("Lại trầu cau tiến vua");
		assertThat(status(held)).isEqualTo("PENDING");
		String id = id(rule.location().replaceFirst("^.*?(?=/admin)", ""));
		assertThat(findings(held)).singleElement().satisfies((finding) -> {
			assertThat(finding.rules()).containsExactly(id);
			assertThat(finding.points()).isEqualTo(40);
		});
		assertThat(findings(undecided)).as("an old judgement keeps its reasons").isEmpty();
		assertThat(this.newsroom.audit("rule", id)).containsExactly("rule.added");
	}

	@ParameterizedTest
	@CsvSource(
			textBlock = """
					PHRASE,  '',              ACCENTED, SALES, 40,  phrase, Xin ghi điều cần tìm.
					PHRASE,  '!!! nhé',       ACCENTED, SALES, 40,  phrase, 'Cần ít nhất hai ký tự, và mỗi từ phải có chữ hoặc số.'
					PHRASE,  'nhà cái',       BOTH,     BETTING, 40, phrase, 'Đã có quy tắc này. Xin tìm nó trong danh sách, rồi đổi điểm hoặc bật lại.'
					PATTERN, '(?=a)b',        ACCENTED, SALES, 40,  phrase, 'Mẫu này không đọc được. RE2 không có (?=…), (?<…) và \\1.'
					PATTERN, '((a{30}){30}){30}', ACCENTED, SALES, 40, phrase, 'Mẫu này quá dài hoặc lặp quá nhiều: mỗi bình luận sẽ mất quá nhiều thời gian. Xin làm ngắn lại.'
					PATTERN, 'a*',            ACCENTED, SALES, 40,  phrase, 'Mẫu này trúng cả chỗ trống, nên trúng mọi bình luận.'
					PATTERN, 'Abc',           ACCENTED, SALES, 40,  phrase, 'Bình luận được so ở dạng chữ thường: mẫu có chữ hoa sẽ không trúng gì.'
					HOST,    'không phải',    ACCENTED, SALES, 40,  phrase, 'Đây không phải tên một trang, chẳng hạn t.me hay vi-du.com.'
					""")
	void whatCannotBeARuleIsSaidBesideItsFieldAndWhatWasTypedIsKept(String kind, String phrase, String lane,
			String ground, String weight, String field, String message) {
		Form form = phrase(phrase, lane, ground, weight).fill("kind", kind).fill("why", "Vì thế.");
		MvcTestResult again = this.editor.send(form.press(TRY));
		assertThat(again).hasStatus(422);
		Document page = Html.of(again);
		assertThat(Html.text(page, "#" + field + "-error")).isEqualTo(message);
		assertThat(Html.only(page, "#phrase").val()).isEqualTo(phrase);
		assertThat(Html.text(page, "#why")).isEqualTo("Vì thế.");
		assertThat(page.select(".trial")).isEmpty();
	}

	@Test
	void groundLaneAndWeightAreAskedFor() {
		Document page = Html.of(this.editor.send(phrase("trầu cau", "BOTH", "", "40").press(TRY)));
		assertThat(Html.text(page, "#ground-error")).isEqualTo("Xin chọn một dấu hiệu.");
		page = Html.of(this.editor.send(phrase("trầu", "BOTH", "SALES", "101").press(TRY)));
		assertThat(Html.text(page, "#lane .error")).startsWith("Một âm tiết không dấu");
		assertThat(Html.text(page, "#weight-error")).isEqualTo("Cần một số từ 1 đến 100.");
	}

	@Test
	void aRuleMadeByHandIsNotSwitchedOnEither() {
		MvcTestResult refused = byHand(phrase("trầu cau bằng tay", "ACCENTED", "SALES", "40"));
		assertThat(refused).hasStatus(422);
		assertThat(Html.text(Html.of(refused), "#action")).startsWith("Quy tắc chưa được thử");
		assertThat(findings(send("Trầu cau bằng tay"))).isEmpty();
	}

	@Test
	void whatWasNotTriedExactlySoIsNotSwitchedOn() {
		Form form = phrase("trầu cau chưa thử", "ACCENTED", "SALES", "40");
		Form otherwise = Form.in(tried(form), "#quy-tac").fill("weight", "70").fill("why", "Vội.").press(SWITCH_ON);
		MvcTestResult refused = this.editor.send(otherwise);
		assertThat(refused).hasStatus(422);
		Document page = Html.of(refused);
		assertThat(Html.text(page, "#action")).startsWith("Quy tắc chưa được thử đúng như thế này");
		assertThat(Html.text(page, ".errors a[href=#action]")).startsWith("Quy tắc chưa được thử đúng như thế này");
		assertThat(Html.only(page, "#weight").val()).isEqualTo("70");
		assertThat(Html.text(page, "#why")).isEqualTo("Vội.");
		assertThat(this.newsroom.column("select rule_id from rule_version")).isEmpty();
		assertThat(findings(send("Trầu cau chưa thử"))).isEmpty();
		assertThat(this.editor.send(Form.in(tried(Form.in(page, "#quy-tac")), "#quy-tac").press(SWITCH_ON)))
			.as("tried so, too")
			.hasStatus(302);
	}

	@Test
	void aRuleOfTheProgramIsChangedOnlyAsItWasTriedAndForADay() {
		String address = RULES + "/betting/nha-cai";
		MvcTestResult refused = this.editor
			.send(Form.in(tried(this.editor.form(address, "#quy-tac").fill("weight", "20")), "#quy-tac")
				.fill("weight", "21")
				.press("Áp dụng thay đổi"));
		assertThat(refused).hasStatus(422);
		assertThat(Html.text(Html.of(refused), "#action")).startsWith("Quy tắc chưa được thử đúng như thế này");
		assertThat(Html.text(this.editor.open(address), ".empty")).isEqualTo("Chưa ai đổi quy tắc này.");

		this.clock.advance(TriedRules.VALID.plusSeconds(1));
		this.editor = this.newsroom.signIn(this.name);
		assertThat(byHand(this.editor.form(address, "#quy-tac").fill("weight", "20"))).as("tried long ago")
			.hasStatus(422);
	}

	/** Asks for what no page offers yet. */
	private MvcTestResult byHand(Form form) {
		MultiValueMap<String, String> parameters = form.parameters();
		parameters.set("action", "bat");
		return this.editor.request(HttpMethod.POST, form.action(), parameters);
	}

	@Test
	void eachVersionShowsWhatItsTrialHasShown() {
		send("trầu cau có một lần");
		String address = switchOn(phrase("trầu cau có một lần", "BOTH", "SALES", "40"));
		this.editor.sendAndFollow(this.editor.form(address, "#quy-tac").press(SWITCH_OFF));
		List<String> trials = Html.texts(this.editor.open(address), "#lich-su + table td[data-label=Thử]");
		assertThat(trials).hasSize(2);
		assertThat(trials.get(0)).as("switched off").isEqualTo("–");
		assertThat(trials.get(1)).startsWith("trúng 1 trên ");
	}

	@Test
	void trialsThatLedToNothingAreForgotten() {
		switchOn(phrase("trầu cau ở lại", "BOTH", "SALES", "40"));
		tried(phrase("trầu cau quên đi", "BOTH", "SALES", "40"));
		this.clock.advance(TriedRules.VALID.plusSeconds(1));
		this.tried.tidy();
		assertThat(this.newsroom.column("select phrase from rule_trial where phrase in (?, ?)", "trầu cau ở lại",
				"trầu cau quên đi"))
			.containsExactly("trầu cau ở lại");
	}

	@Test
	void aRuleOfTheProgramIsWeighedOtherwiseSwitchedOffAndOnAgain() {
		String address = RULES + "/betting/nha-cai";
		assertThat(Html.text(this.editor.open(address), ".empty")).isEqualTo("Chưa ai đổi quy tắc này.");
		Document trial = tried(this.editor.form(address, "#quy-tac").fill("weight", "20"));
		this.editor.sendAndFollow(Form.in(trial, "#quy-tac").press("Áp dụng thay đổi"));
		String spared = send("Đến nhà cái xem");
		assertThat(status(spared)).isEqualTo("PUBLISHED");
		assertThat(findings(spared)).extracting(Finding::points).containsExactly(20);
		assertThat(Html.texts(this.editor.open(RULES + "?muc=da-doi"), ".ground tbody td:first-child a"))
			.containsExactly("nhà cái");

		Document off = this.editor
			.sendAndFollow(this.editor.form(address, "#quy-tac").fill("why", "Nhầm nhiều.").press(SWITCH_OFF));
		assertThat(Html.text(off, ".toast")).isEqualTo("Đã tắt quy tắc.");
		assertThat(findings(send("Đến nhà cái xem nữa"))).isEmpty();
		assertThat(Html.texts(this.editor.open(RULES + "?muc=dang-tat"), ".ground tbody td:first-child a"))
			.containsExactly("nhà cái");

		trial = tried(this.editor.form(address, "#quy-tac").fill("weight", "45"));
		assertThat(Html.text(trial, ".trial .notice b")).doesNotStartWith("Trúng 0");
		Document on = this.editor.sendAndFollow(Form.in(trial, "#quy-tac").press(SWITCH_ON));
		assertThat(status(send("Đến nhà cái lần ba"))).isEqualTo("PENDING");
		assertThat(Html.texts(on, "#lich-su + table tbody td:nth-child(3)")).containsExactly("+45, cả không dấu",
				"+20, cả không dấu", "+20, cả không dấu");
		assertThat(this.newsroom.audit("rule", "betting/nha-cai")).containsExactly("rule.changed", "rule.suspended",
				"rule.resumed");
		assertThat(findings(spared)).extracting(Finding::points).containsExactly(20);
	}

	@Test
	void aTrialShowsWhatARuleWouldNoLongerFind() {
		String address = switchOn(phrase("trầu cau hết mùa", "BOTH", "SALES", "40"));
		send("trau cau het mua roi");
		Document trial = tried(this.editor.form(address, "#quy-tac").fill("lane", "ACCENTED"));
		assertThat(Html.text(trial, ".trial .notice")).startsWith("Trúng 1 trong ").endsWith("thêm 1 được qua.");
		assertThat(Html.texts(trial, ".trial .item mark")).containsExactly("trau cau het mua");
	}

	@Test
	void aSignIsWeighedAndTriedToo() {
		send("Số của thư viện là 0912 345 678");
		Document trial = tried(this.editor.form(RULES + "/sign/PHONE", "#quy-tac").fill("weight", "10"));
		assertThat(Html.text(trial, ".trial .item:first-child .reasons"))
			.isEqualTo("35 điểm: giữ lại → sau đó 10 điểm");
		assertThat(Html.texts(trial, ".trial .item:first-child mark")).containsExactly("0912 345 678");
		assertThat(status(send("Số của thư viện là 0912 345 679"))).as("only tried").isEqualTo("PENDING");
	}

	@Test
	void aPatternAHostAndAnInnocentPhraseAreRulesToo() {
		switchOn(phrase("mã [0-9]{6}x", "ACCENTED", "OTHER", "30").fill("kind", "PATTERN"));
		switchOn(phrase("https://www.Trau-Cau.example/abc", "ACCENTED", "", "45").fill("kind", "HOST"));
		switchOn(phrase("nhà cái của ong", "ACCENTED", "BETTING", "40").fill("kind", "INNOCENT"));
		assertThat(findings(send("Nhập MÃ 123456x nhé"))).extracting(Finding::points).containsExactly(30);
		assertThat(findings(send("Vào trau-cau.example xem"))).extracting(Finding::points).containsExactly(45);
		assertThat(findings(send("Đây là nhà cái của ong"))).isEmpty();
		assertThat(findings(send("Đây là nhà cái của kiến"))).hasSize(1);
	}

	@Test
	void aRuleIsReplacedByOneThatLooksForSomethingElse() {
		String old = switchOn(phrase("trầu cau ba miền", "ACCENTED", "SALES", "40"));
		String way = Html.only(this.editor.open(old), ".actions a").attr("href");
		Form form = this.editor.form(way, "#quy-tac").fill("phrase", "trầu cau bốn miền");
		String fresh = switchOn(form);
		assertThat(fresh).isNotEqualTo(old);
		assertThat(findings(send("Trầu cau ba miền"))).isEmpty();
		assertThat(findings(send("Trầu cau bốn miền"))).hasSize(1);
		assertThat(Html.text(this.editor.open(old), ".facts > div:first-child dd")).isEqualTo("đang tắt");
		assertThat(this.newsroom.audit("rule", id(old))).containsExactly("rule.added", "rule.suspended");
	}

	@Test
	void editorsSeeHowOftenTheyAgreedWithARule() {
		String address = switchOn(phrase("trầu cau phương nam", "BOTH", "SALES", "40"));
		String second = switchOn(phrase("trầu cau phương bắc", "BOTH", "SALES", "40"));
		for (String words : List.of("một", "hai", "ba")) {
			String comment = send("Trầu cau phương nam " + words);
			this.fixtures.approve(comment);
			if (!words.equals("một")) {
				this.fixtures.remove(comment);
			}
		}
		assertThat(Html.text(this.editor.open(address), ".facts > div:last-child dd")).isEqualTo("2 trên 3");
		assertThat(Html.text(this.editor.open(second), ".facts > div:last-child dd")).isEqualTo("–");
		assertThat(Html.texts(this.editor.open(RULES + "?tim=trau%20cau%20phuong"), "td[data-label=Đúng]"))
			.containsExactly("–", "2 trên 3");
		this.clock.advance(Duration.ofDays(91));
		this.editor = this.newsroom.signIn(this.name);
		assertThat(Html.text(this.editor.open(address), ".facts > div:last-child dd")).isEqualTo("–");
	}

	@Test
	void otherNodesFollowAndANewOneBeginsWithTheRules() {
		Screening there = new Screening();
		RulesInForce other = new RulesInForce(this.versions, there);
		other.start();
		switchOn(phrase("trầu cau ở máy khác", "ACCENTED", "SALES", "40"));
		Sample sample = new Sample("Bạn Đọc", "Trầu cau ở máy khác", Sample.Facts.NONE);
		assertThat(there.screen(sample).score()).isZero();
		other.follow();
		assertThat(there.screen(sample).score()).isEqualTo(40);
		assertThat(this.statements.statementsDuring(other::follow)).as("nothing has changed").hasSize(1);
		Screening started = new Screening();
		new RulesInForce(this.versions, started).start();
		assertThat(started.screen(sample).score()).isEqualTo(40);
	}

	@Test
	void whoWasOvertakenIsToldAndChangesNothing() {
		Visitor second = this.newsroom.signIn(Role.EDITOR);
		String address = RULES + "/loan/vay-tien-nhanh";
		Form late = second.form(address, "#quy-tac");
		this.editor.sendAndFollow(this.editor.form(address, "#quy-tac").press(SWITCH_OFF));
		Document told = Html.of(second.send(late.fill("why", "Vì thế.").press(SWITCH_OFF)));
		assertThat(Html.text(told, ".errors")).contains("Ai đó vừa đổi quy tắc này trước bạn.");
		assertThat(Html.only(told, "#why").text()).isEqualTo("Vì thế.");
		assertThat(Html.texts(told, "#lich-su + table tbody tr")).hasSize(1);
	}

	@Test
	void moderatorsSeeTheRulesAndChangeNone() {
		Visitor moderator = this.newsroom.signIn(Role.MODERATOR);
		Document list = moderator.open(RULES);
		assertThat(list.select(".ground tbody tr").size()).isGreaterThan(200);
		assertThat(list.select("a[href$=/new], main form[method=post]")).isEmpty();
		assertThat(moderator.open(RULES + "/betting/nha-cai").select("main form")).isEmpty();
		assertThat(moderator.get(RULES + "/new")).hasStatus(403);
		assertThat(moderator.get(RULES + "/betting/khong-co")).hasStatus(404);
	}

	@Test
	void theListIsSearchedWithAndWithoutDiacritics() {
		assertThat(Html.texts(this.editor.open(RULES + "?tim=tai%20xiu"), ".ground tbody td:first-child a"))
			.contains("tài xỉu");
		assertThat(Html.texts(this.editor.open(RULES + "?nhom=LOAN"), ".ground summary b"))
			.containsExactly("Từ ngữ cho vay");
		assertThat(Html.text(this.editor.open(RULES + "?muc=cua-ta"), ".empty")).startsWith("Tòa soạn chưa có");
		assertThat(Html.text(this.editor.open(RULES + "?tim=khongco"), ".empty"))
			.isEqualTo("Không có quy tắc nào như vậy.");
	}

	@Test
	void pagesCostFewStatements() {
		assertThat(own(() -> this.editor.open(RULES))).hasSizeLessThanOrEqualTo(5);
		assertThat(own(() -> this.editor.open(RULES + "/betting/nha-cai"))).hasSizeLessThanOrEqualTo(5);
		Form form = phrase("trầu cau đếm câu", "BOTH", "SALES", "40");
		assertThat(own(() -> tried(form))).hasSizeLessThanOrEqualTo(6);
	}

	/** Without those of the session. */
	private List<String> own(Runnable visit) {
		return this.statements.statementsDuring(visit::run)
			.stream()
			.filter((sql) -> !sql.toLowerCase().contains("spring_session"))
			.toList();
	}

	@Test
	void theOperatorsWordOnLearningIsTheLastOne() {
		Document list = this.editor.open(RULES);
		assertThat(Html.text(list, "#hoc .notice")).contains("TOASOAN_COMMENTS_LEARNING");
		assertThat(Html.texts(list, "#hoc .facts dd")).startsWith("đang tắt", "0", "0", "chưa");
		assertThat(list.select("#hoc form")).isEmpty();
	}

}
