package vn.toasoan.screening;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.toasoan.screening.Sample.Facts;
import vn.toasoan.screening.Verdict.Outcome;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How the matcher does on comments written for it; the package's Javadoc gives the
 * figures.
 */
class MatcherTests {

	/** In percent. */
	private static final int CAUGHT_OF_ALL = 90;

	/** In percent; these lines were not seen when the vocabularies were made. */
	private static final int CAUGHT_OF_UNSEEN = 70;

	private final Screening screening = new Screening();

	static List<String> innocent() {
		return Lines.of("innocent");
	}

	@ParameterizedTest
	@MethodSource
	void innocent(String comment) {
		assertThat(screen(comment).findings()).isEmpty();
	}

	@Test
	void thereAreEnoughLines() {
		assertThat(innocent()).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(100);
		assertThat(Lines.of("spam")).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(75);
		assertThat(Lines.of("spam-held-out")).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(30);
	}

	@Test
	void nineOfTenSpamLinesAreHeldAtLeast() {
		List<String> seen = Lines.of("spam");
		List<String> unseen = Lines.of("spam-held-out");
		int all = seen.size() + unseen.size();
		List<String> missed = missed(seen);
		int caught = all - missed.size() - missed(unseen).size();
		assertThat(100 * caught / all).as("%d of %d; missed of the seen: %s", caught, all, missed)
			.isGreaterThanOrEqualTo(CAUGHT_OF_ALL);
	}

	@Test
	void linesThatWereNotSeenBeforeAreCaughtToo() {
		List<String> unseen = Lines.of("spam-held-out");
		int caught = unseen.size() - missed(unseen).size();
		assertThat(100 * caught / unseen.size()).as("%d of %d", caught, unseen.size())
			.isGreaterThanOrEqualTo(CAUGHT_OF_UNSEEN);
	}

	@Test
	void ninetyOfAHundredDisguisedLinesAreCaught() {
		List<String> disguised = Lines.of("spam-disguised");
		assertThat(disguised).doesNotHaveDuplicates().hasSize(100);
		assertThat(missed(disguised)).hasSizeLessThanOrEqualTo(100 - CAUGHT_OF_ALL);
	}

	private List<String> missed(List<String> comments) {
		return comments.stream().filter((comment) -> screen(comment).outcome() == Outcome.OK).toList();
	}

	private Verdict screen(String comment) {
		return this.screening.screen(new Sample("Bạn Đọc", comment, Facts.NONE));
	}

}
