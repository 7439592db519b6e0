package vn.toasoan.screening;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.toasoan.screening.Sample.Facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/**
 * Whatever is sent, it gets a verdict that adds up, in good time.
 */
class AnyTextTests {

	private static final long SEED = 19751130;

	private static final int TEXTS = 1_000;

	private static final int KIBIBYTE = 1024;

	/** Generous: two processors may be busy with other tests. */
	private static final Duration IN_GOOD_TIME = Duration.ofSeconds(2);

	private static final Screening SCREENING = new Screening();

	@BeforeAll
	static void warmUp() {
		Lines.of("spam").forEach(AnyTextTests::screen);
	}

	@Test
	void pointsAddUpAndPassagesLieInTheText() {
		Random random = new Random(SEED);
		List<String> pieces = pieces();
		for (int i = 0; i < TEXTS; i++) {
			StringBuilder text = new StringBuilder();
			for (int j = random.nextInt(20); j >= 0; j--) {
				text.append(pieces.get(random.nextInt(pieces.size()))).append(random.nextInt(3) == 0 ? "" : " ");
			}
			String body = text.toString();
			String name = pieces.get(random.nextInt(pieces.size()));
			Facts facts = new Facts(random.nextInt(9) == 0, random.nextInt(9) == 0, random.nextInt(9) == 0,
					random.nextInt(5), random.nextInt(2), House.NONE);
			Verdict verdict = SCREENING.screen(new Sample(name, body, facts));
			assertThat(verdict.score()).as(body).isEqualTo(verdict.findings().stream().mapToInt(Finding::points).sum());
			assertThat(verdict.findings()).as(body).doesNotHaveDuplicates().allSatisfy((finding) -> {
				assertThat(finding.points() != 0 || finding.ground().holds()).isTrue();
				assertThat(finding.passages()).allSatisfy((passage) -> {
					int length = (passage.field() == Passage.Field.NAME) ? name.length() : body.length();
					assertThat(passage.from()).isNotNegative().isLessThan(passage.to());
					assertThat(passage.to()).isLessThanOrEqualTo(length);
				});
			});
			String stored = FindingText.write(verdict.findings());
			assertThat(stored).hasSizeLessThanOrEqualTo(FindingText.MAX_LENGTH);
			assertThat(FindingText.read(stored)).as(body).isEqualTo(verdict.findings());
		}
	}

	private static List<String> pieces() {
		List<String> pieces = new ArrayList<>(Lines.of("innocent").subList(0, 20));
		pieces.addAll(Lines.of("spam"));
		pieces.addAll(List.of("nhà", "cái", "n", "h", "à", "a", "0", "1", "@", "!", "*", ".", " . ", "\n", "\t", "com",
				"0912345678", "không chín", "zalo", "t.me", "http://", "https://a.vn/(b)", "\u200B", "\u200D", "\u0301",
				"\u0323\u0302", "а", "ο", "Ω", "가", "👩‍👧", "\uD83D", "\uDE00", "\u0000", "\u202E", "ß", "İ", "ﬁ", "½",
				"𝐧", "Ⓐ", "thằng ngu", "|", "$$$", "---", "((((", "x".repeat(50), ""));
		return pieces;
	}

	static Stream<String> pathological() {
		return Stream.of("a" + "\u0301".repeat(10_000), "x".repeat(16 * KIBIBYTE), "à".repeat(16 * KIBIBYTE),
				"1".repeat(16 * KIBIBYTE), "0 ".repeat(8 * KIBIBYTE), ".".repeat(16 * KIBIBYTE),
				"a.".repeat(8 * KIBIBYTE), "a b ".repeat(4 * KIBIBYTE), "a-".repeat(8 * KIBIBYTE),
				"nhà cái ".repeat(2 * KIBIBYTE), "về nhà cái ".repeat(1500), "t.me ".repeat(3 * KIBIBYTE),
				"a1.com ".repeat(2 * KIBIBYTE), "0912345678 zalo ".repeat(KIBIBYTE), "không chín ".repeat(1500),
				"http://".repeat(2 * KIBIBYTE), "аa".repeat(8 * KIBIBYTE), "а".repeat(8 * KIBIBYTE) + "a",
				"kiếm ".repeat(3 * KIBIBYTE), "\u200B".repeat(16 * KIBIBYTE), "a\u200B".repeat(8 * KIBIBYTE),
				"@".repeat(16 * KIBIBYTE) + "a", "[.".repeat(8 * KIBIBYTE), "abcdefgh. ".repeat(1600),
				"👩‍👧".repeat(3 * KIBIBYTE));
	}

	@ParameterizedTest
	@MethodSource
	void pathological(String text) {
		Verdict verdict = assertTimeoutPreemptively(IN_GOOD_TIME, () -> screen(text));
		assertThat(FindingText.write(verdict.findings())).hasSizeLessThanOrEqualTo(FindingText.MAX_LENGTH);
	}

	private static Verdict screen(String text) {
		return SCREENING.screen(new Sample(text.substring(0, Math.min(text.length(), 100)), text, Facts.NONE));
	}

}
