package vn.toasoan.screening;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.toasoan.screening.Expression.Problem;
import vn.toasoan.screening.Rule.Kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/**
 * Which expressions a desk may use.
 */
class ExpressionTests {

	@ParameterizedTest
	@ValueSource(
			strings = { "mã [0-9]{6}", "(?:giá|gia) rẻ", "\\p{Lu}x", "\\Dx", "[[:upper:]]x", "a{1,20}b{1,20}c{1,20}" })
	void ordinaryOnesWillDo(String expression) {
		assertThat(Expression.problem(expression)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '"', textBlock = """
			(a,                                UNREADABLE
			(?<=a)b,                           UNREADABLE
			(a)\\1,                            UNREADABLE
			((((a{99}){99}){99}){99}){99},     TOO_LONG
			(a{30}){30},                       TOO_LONG
			\\p{L}{900},                       TOO_LONG
			a*,                                FINDS_NOTHING
			(|b),                              FINDS_NOTHING
			Nhà,                               CAPITALS
			""")
	void othersSayWhatIsWrong(String expression, Problem problem) {
		assertThat(assertTimeoutPreemptively(Duration.ofSeconds(2), () -> Expression.problem(expression)))
			.contains(problem);
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Rule("a/b", Kind.PATTERN, Ground.OTHER, expression, Lane.SLANG, 10, true));
	}

	@Test
	void theWorstThatIsAllowedIsDoneInGoodTime() {
		Rule rule = new Rule("a/b", Kind.PATTERN, Ground.OTHER, "(?:[a-z]+[a-z]+){1,50}!", Lane.SLANG, 10, true);
		RuleBook book = RuleBook.of(List.of(rule));
		Sample sample = new Sample("Bạn Đọc", "a".repeat(2000), Sample.Facts.NONE);
		Verdict verdict = assertTimeoutPreemptively(Duration.ofSeconds(3), () -> new Screening().screen(sample, book));
		assertThat(verdict.findings()).isEmpty();
	}

	@Test
	void aHostIsAName() {
		assertThat(Rule.isHost("t.me")).isTrue();
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Rule("a/b", Kind.HOST, Ground.SHORT_LINK, "(a", Lane.SLANG, 10, true));
	}

}
