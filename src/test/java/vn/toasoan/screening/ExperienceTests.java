package vn.toasoan.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.toasoan.screening.Sample.Facts;

import static org.assertj.core.api.Assertions.assertThat;

class ExperienceTests {

	private static List<String> good(int number) {
		return lines(number, "Bài viết số %d rất hay, cảm ơn tác giả đã giải thích kỹ");
	}

	private static List<String> bad(int number) {
		return lines(number, "Nhóm kín số %d chia sẻ bí quyết làm giàu, bấm vào trang cá nhân");
	}

	private static List<String> lines(int number, String line) {
		return IntStream.range(0, number).mapToObj(line::formatted).toList();
	}

	@Test
	void withFewerThanTwoHundredOfAKindItSaysNothing() {
		assertThat(Experience.of(good(200), bad(199))).isSameAs(Experience.NONE);
		assertThat(Experience.of(good(199), bad(200))).isSameAs(Experience.NONE);
		assertThat(Experience.NONE.points("bí quyết làm giàu")).isZero();
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			Bí quyết làm giàu ở trang cá nhân của tôi, 40
			BÍ QUYẾT LÀM GIÀU,                         40
			Cảm ơn tác giả,                            0
			Hôm nay trời đẹp quá,                      0
			""")
	void withTwoHundredItKnowsTheirWords(String text, int points) {
		assertThat(Experience.of(good(200), bad(200)).points(text)).isEqualTo(points);
	}

	@Test
	void oneWordThatIsMostlyBadCountsLess() {
		List<String> good = new ArrayList<>(good(200));
		IntStream.range(0, 2).forEach((n) -> good.add("Câu này nói về vàng lần " + n));
		List<String> bad = new ArrayList<>(bad(200));
		IntStream.range(0, 120).forEach((n) -> bad.add("vàng " + n));
		assertThat(Experience.of(good, bad).points("vàng")).isEqualTo(20);
	}

	@Test
	void aWordSeenTwiceTellsNothing() {
		List<String> bad = new ArrayList<>(bad(200));
		bad.add("xyzzy");
		bad.add("xyzzy nữa");
		assertThat(Experience.of(good(200), bad).suspicion("xyzzy")).isEqualTo(0.5);
	}

	@Test
	void aLongGoodTextIsNotDraggedDownByItsLength() {
		String text = String.join(". ", good(50));
		assertThat(Experience.of(good(200), bad(200)).points(text)).isZero();
	}

	@Test
	void theScreeningNamesItAsAReason() {
		Screening screening = new Screening();
		Sample sample = new Sample("Bạn Đọc", "Bí quyết làm giàu ở trang cá nhân", Facts.NONE);
		assertThat(screening.screen(sample).findings()).isEmpty();
		screening.learn(Experience.of(good(200), bad(200)));
		assertThat(screening.screen(sample).findings())
			.containsExactly(new Finding(Ground.EDITORS, 40, List.of(), List.of()));
		assertThat(screening.screen(sample).outcome()).isEqualTo(Verdict.Outcome.HOLD);
	}

}
