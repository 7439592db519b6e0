package vn.toasoan.comment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Lists for {@code in (…)} of few lengths: a database remembers a statement and how to
 * carry it out, but each length of a list makes another statement.
 */
final class FewLengths {

	private static final List<Integer> LENGTHS = List.of(1, 4, 16, 64, 256);

	private FewLengths() {
	}

	/**
	 * The same values, filled up.
	 * @param values at most 256
	 * @param nothing a value that no row has
	 */
	static <T> List<T> of(List<T> values, T nothing) {
		int length = LENGTHS.stream().filter((one) -> one >= values.size()).findFirst().orElseThrow();
		List<T> filled = new ArrayList<>(values);
		filled.addAll(Collections.nCopies(length - values.size(), nothing));
		return filled;
	}

}
