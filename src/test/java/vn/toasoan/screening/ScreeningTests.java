package vn.toasoan.screening;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.toasoan.screening.Passage.Field;
import vn.toasoan.screening.Rule.Kind;
import vn.toasoan.screening.Sample.Facts;
import vn.toasoan.screening.Verdict.Outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What is found in a comment, what it counts, and where it stands.
 */
class ScreeningTests {

	private static final House HOUSE = new House(List.of("Nguyễn Thị Lụa", "Toà Soạn"), "bao.example");

	private final Screening screening = new Screening();

	@ParameterizedTest
	@CsvSource(textBlock = """
			'Xem https://vnexpress.net/a nhé', LINK, 25, 'https://vnexpress.net/a'
			'Xem tuoitre.vn/tin nhé', LINK, 25, 'tuoitre.vn/tin'
			'Một a1.com, hai https://b2.org', LINKS, 60, 'a1.com'
			'Vào bit.ly/3xYz xem', SHORT_LINK, 50, 'bit.ly/3xYz'
			'nhóm t.me/nhom', SHORT_LINK, 50, 't.me/nhom'
			'http://203.0.113.9:8080/x', SHORT_LINK, 50, 'http://203.0.113.9:8080/x'
			'vào abc [dot] com nha', HIDDEN_LINK, 50, 'abc [dot] com'
			'vào abc(.)com nha', HIDDEN_LINK, 50, 'abc(.)com'
			'vào nhanqua88. com nha', HIDDEN_LINK, 50, 'nhanqua88. com'
			'vào abc chấm com nha', HIDDEN_LINK, 50, 'abc chấm com'
			'số 0912 345.678 nhé', PHONE, 35, '0912 345.678'
			'số +84 912 345 678 nhé', PHONE, 35, '+84 912 345 678'
			'số không chín một hai ba bốn năm sáu bảy tám nhé', PHONE, 35, 'không chín một hai ba bốn năm sáu bảy tám'
			'vào n.h.à c.á.i đi', BETTING, 45, 'n.h.à c.á.i'
			'vào n h à c á i đi', BETTING, 45, 'n h à c á i'
			'vào NHÀAAA CÁI đi', BETTING, 45, 'NHÀAAA CÁI'
			'vào nh4 c4i đi', BETTING, 45, 'nh4 c4i'
			'vào nha cai đi', BETTING, 45, 'nha cai'
			'vay tiền nhanh', LOAN, 50, 'vay tiền nhanh'
			'gái gọi', ESCORT, 60, 'gái gọi'
			'việc nhẹ lương cao', JOB, 60, 'việc nhẹ lương cao'
			'chơi саsinо vui', MIXED_SCRIPT, 40, 'саsinо'
			""")
	void aFindingNamesItsPointsAndItsPassage(String comment, Ground ground, int points, String passage) {
		assertThat(screen(comment).findings()).anySatisfy((finding) -> {
			assertThat(finding.ground()).isEqualTo(ground);
			assertThat(finding.points()).isEqualTo(points);
			assertThat(words(comment, finding)).contains(passage);
		});
	}

	@Test
	void invisibleCharactersInsideAWordAreFoundButNotThoseOfEmoji() {
		assertThat(grounds(screen("ch\u200Bào bạn"))).containsExactly(Ground.INVISIBLE);
		assertThat(screen("Gia đình 👩‍👩‍👧‍👦 1️⃣ ❤️, co\u00ADng").findings()).isEmpty();
		assertThat(grounds(screen("Bạn Đọc", "Chào", new Facts(false, true, false, 0, 0, House.NONE))))
			.containsExactly(Ground.INVISIBLE);
	}

	@Test
	void aCallCloseToAPhoneNumberCountsMore() {
		assertThat(grounds(screen("zalo 0912345678"))).containsExactly(Ground.PHONE, Ground.CONTACT);
		assertThat(screen("zalo 0912345678").outcome()).isEqualTo(Outcome.SPAM);
		assertThat(grounds(screen("0912345678 " + "là số cũ của quán phở ngon ".repeat(3) + "zalo")))
			.containsExactly(Ground.PHONE);
		assertThat(screen("Gia đình hay gọi nhau bằng zalo").findings()).isEmpty();
	}

	@Test
	void furtherWordsOfOneVocabularyCountLessAndNeverMoreThanSeventy() {
		assertThat(screen("nhà cái, xóc đĩa").score()).isEqualTo(60);
		assertThat(screen("nhà cái, xóc đĩa, tài xỉu, nổ hũ, soi cầu").score()).isEqualTo(70);
	}

	@Test
	void insultsAreHeldAndShownAndNeverMadeSpam() {
		Verdict verdict = screen("Thằng ngu, đồ óc chó, câm mồm!");
		assertThat(verdict.outcome()).isEqualTo(Outcome.HOLD);
		assertThat(verdict.score()).isZero();
		assertThat(words("Thằng ngu, đồ óc chó, câm mồm!", verdict.findings().get(0))).containsExactly("Thằng ngu",
				"đồ óc chó", "câm mồm");
	}

	@ParameterizedTest
	@ValueSource(strings = { "đ.m mày", "dm thang nay ngu vl" })
	void insultsInShortAreHeldToo(String comment) {
		assertThat(screen(comment).outcome()).isEqualTo(Outcome.HOLD);
	}

	@ParameterizedTest
	@ValueSource(strings = { "nhanqua.com", "Zalo 0912 345 678", "0912345678a", "Nhà cái uy tín", "n.h.à c.á.i",
			"t.me/abc" })
	void aNameThatAdvertisesIsFound(String name) {
		Verdict verdict = screen(name, "Bài hay quá", Facts.NONE);
		assertThat(grounds(verdict)).contains(Ground.NAME);
		assertThat(verdict.score()).isEqualTo(60);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Nguyễn Thị Lụa", "nguyen thi lua", "NGUYỄN  THỊ LỤA", "Nguyễn Thị Lụa.", "Nguyễn Thị 1ụa",
			"Nguуễn Thị Lụа", "Ban biên tập", "BAN BIEN TAP", "Tòa soạn", "Toà soạn", "Adm1n", "Admin", "Quản trị viên",
			"t.ò.a s.o.ạ.n" })
	void aNameLikeOneOfTheNewsroomIsHeld(String name) {
		Verdict verdict = screen(name, "Xin chào", new Facts(false, false, false, 9, 0, HOUSE));
		assertThat(grounds(verdict)).as("once, by the lists or by the people's names")
			.containsOnlyOnce(Ground.IMITATION);
		assertThat(verdict.outcome()).isEqualTo(Outcome.HOLD);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "Nguyễn Thị Lúa Mì", "Lụa", "Bạn Đọc", "Trần Văn Quân", "Đỗ Đại Học", "Minh", "안녕", "Ông Tư" })
	void anOrdinaryNameIsFine(String name) {
		assertThat(screen(name, "Xin chào", new Facts(false, false, false, 0, 0, HOUSE)).findings()).isEmpty();
	}

	@Test
	void linksToTheSiteItselfAreNone() {
		Facts facts = new Facts(false, false, false, 0, 0, HOUSE);
		assertThat(screen("Bạn Đọc", "Xem https://bao.example/bai-viet/cau và bao.example", facts).findings())
			.isEmpty();
	}

	@Test
	void trapAndTwinAreFactsThatCount() {
		assertThat(screen("Bạn Đọc", "Xin chào", new Facts(true, false, false, 0, 0, HOUSE)).outcome())
			.isEqualTo(Outcome.SPAM);
		assertThat(screen("Bạn Đọc", "Xin chào", new Facts(false, false, true, 0, 0, HOUSE)).score()).isEqualTo(60);
	}

	@Test
	void goodHistorySpeaksForAReaderOnlyWhereSomethingSpeaksAgainst() {
		Facts good = new Facts(false, false, false, 3, 0, HOUSE);
		assertThat(screen("Bạn Đọc", "Xin chào", good).findings()).isEmpty();
		assertThat(screen("Bạn Đọc", "Hai nguồn a1.com, b2.com", good).score()).isEqualTo(30);
		assertThat(screen("Bạn Đọc", "Gọi 0912345678", good).outcome()).isEqualTo(Outcome.OK);
		Facts mixed = new Facts(false, false, false, 3, 1, HOUSE);
		assertThat(screen("Bạn Đọc", "Gọi 0912345678", mixed).outcome()).isEqualTo(Outcome.HOLD);
	}

	@Test
	void otherRulesHoldFromTheNextTextOn() {
		assertThat(screen("Bán trầu cau").findings()).isEmpty();
		List<Rule> rules = new ArrayList<>(this.screening.rules().rules());
		rules.add(new Rule("desk/7", Kind.PHRASE, Ground.SALES, "trầu cau", Lane.BOTH, 40, true));
		this.screening.use(RuleBook.of(rules));
		assertThat(screen("Bán trầu cau").findings()).singleElement().satisfies((finding) -> {
			assertThat(finding.points()).isEqualTo(40);
			assertThat(finding.rules()).containsExactly("desk/7");
		});
	}

	@Test
	void aRuleThatIsSwitchedOffFindsNothing() {
		this.screening.use(RuleBook.of(this.screening.rules()
			.rules()
			.stream()
			.map((rule) -> new Rule(rule.id(), rule.kind(), rule.ground(), rule.phrase(), rule.lane(), rule.weight(),
					!rule.id().equals("betting/nha-cai") && !rule.id().equals("sign/LINK")))
			.toList()));
		assertThat(screen("nhà cái a1.com").findings()).isEmpty();
		assertThat(screen("xóc đĩa").findings()).hasSize(1);
	}

	@Test
	void rulesThatCannotBeAreRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Rule("a", Kind.PHRASE, Ground.BETTING, "cược", Lane.BOTH, 10, true));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Rule("a", Kind.PATTERN, Ground.BETTING, "(a", Lane.SLANG, 10, true));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Rule("a", Kind.PHRASE, Ground.BETTING, "cá cược", Lane.BOTH, 101, true));
		Rule rule = new Rule("a", Kind.PHRASE, Ground.BETTING, "cá cược", Lane.BOTH, 10, true);
		assertThatIllegalArgumentException().isThrownBy(() -> RuleBook.of(List.of(rule, rule)));
	}

	@Test
	void findingsAreReadAsTheyWereWritten() {
		List<Finding> findings = screen("nha cai", "nhà cái, thằng ngu, a1.com, b2.com, zalo 0912345678",
				new Facts(true, true, true, 9, 0, HOUSE))
			.findings();
		assertThat(findings).hasSizeGreaterThan(8);
		assertThat(FindingText.read(FindingText.write(findings))).isEqualTo(findings);
		assertThat(FindingText.read("")).isEmpty();
	}

	private Verdict screen(String body) {
		return screen("Bạn Đọc", body, Facts.NONE);
	}

	private Verdict screen(String name, String body, Facts facts) {
		return this.screening.screen(new Sample(name, body, facts));
	}

	private static List<Ground> grounds(Verdict verdict) {
		return verdict.findings().stream().map(Finding::ground).toList();
	}

	private static List<String> words(String body, Finding finding) {
		return finding.passages()
			.stream()
			.filter((passage) -> passage.field() == Field.BODY)
			.map((passage) -> body.substring(passage.from(), passage.to()))
			.toList();
	}

}
