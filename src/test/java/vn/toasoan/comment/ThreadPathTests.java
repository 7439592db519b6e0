package vn.toasoan.comment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ThreadPathTests {

	private static final long LARGEST_ID = 78_364_164_095L;

	private static final String ROOT = ThreadPath.of("", 1);

	private static final String REPLY = ThreadPath.of(ROOT, 40);

	private static final String ANSWER = ThreadPath.of(REPLY, 1_000_000);

	@ParameterizedTest
	@CsvSource({ "0, 0000000", "1, 0000001", "35, 000000z", "36, 0000010", "1000000, 000lfls",
			LARGEST_ID + ", zzzzzzz" })
	void aStepIsTheIdInBase36WithSevenCharacters(long id, String path) {
		assertThat(ThreadPath.of("", id)).isEqualTo(path);
	}

	@Test
	void aReplysPathBeginsWithThatOfWhatItAnswers() {
		assertThat(ANSWER).isEqualTo("0000001" + "0000014" + "000lfls");
	}

	@ParameterizedTest
	@ValueSource(longs = { -1, LARGEST_ID + 1, Long.MAX_VALUE, Long.MIN_VALUE })
	void anIdThatDoesNotFitIsRefused(long id) {
		assertThatIllegalArgumentException().isThrownBy(() -> ThreadPath.of("", id));
	}

	@Test
	void theDepthIsTheNumberOfCommentsAbove() {
		assertThat(List.of(ROOT, REPLY, ANSWER)).extracting(ThreadPath::depth).containsExactly(0, 1, 2);
	}

	@Test
	void theAncestorsAreAllAboveFromTheRootOn() {
		assertThat(ThreadPath.ancestors(ROOT)).isEmpty();
		assertThat(ThreadPath.ancestors(ANSWER)).containsExactly(ROOT, REPLY);
	}

	@Test
	void allOfAThreadHaveTheSameRoot() {
		assertThat(List.of(ROOT, REPLY, ANSWER)).extracting(ThreadPath::root).containsOnly(ROOT);
	}

	@Test
	void betweenAPathAndItsEndStandAllDescendantsAndNobodyElse() {
		String sibling = ThreadPath.of(ROOT, 41);
		String last = ThreadPath.of(REPLY, LARGEST_ID - 1);
		assertThat(List.of(ANSWER, ThreadPath.of(ANSWER, LARGEST_ID), last))
			.allSatisfy((below) -> assertThat(below).isBetween(REPLY, ThreadPath.end(REPLY)));
		assertThat(List.of(ROOT, sibling, ThreadPath.of("", 40)))
			.noneSatisfy((other) -> assertThat(other).isBetween(REPLY, ThreadPath.end(REPLY)));
	}

	@Test
	void sortedAsTextPathsAreInThreadOrder() {
		String second = ThreadPath.of("", 2);
		List<String> thread = List.of(ROOT, ThreadPath.of(ROOT, 9), ThreadPath.of(ROOT, 10), REPLY, ANSWER,
				ThreadPath.of(REPLY, 1_000_001), ThreadPath.of(ROOT, 1_000_002), second,
				ThreadPath.of(second, LARGEST_ID), ThreadPath.of("", 36));
		List<String> shuffled = new ArrayList<>(thread);
		Collections.shuffle(shuffled, new Random(36));
		assertThat(shuffled).isNotEqualTo(thread);
		assertThat(shuffled.stream().sorted()).containsExactlyElementsOf(thread);
	}

}
