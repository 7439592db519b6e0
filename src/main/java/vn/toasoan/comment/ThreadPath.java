package vn.toasoan.comment;

import java.util.ArrayList;
import java.util.List;

/**
 * A comment's place in its thread: the ids from the root down to itself, each in base 36
 * with seven characters. Sorted as text, paths are in thread order, under any collation.
 * See {@code docs/adr/0009}.
 */
final class ThreadPath {

	/** The deepest reply; a root has depth 0. */
	static final int MAX_DEPTH = 20;

	private static final int STEP = 7;

	private static final long MAX_ID = pow36(STEP) - 1;

	/** Sorts after every path that begins with what stands before it. */
	private static final String LAST = "z".repeat(STEP);

	private ThreadPath() {
	}

	/**
	 * The path of a new comment.
	 * @param parent the path of the comment that it replies to; empty for a root
	 * @throws IllegalArgumentException if the id has more than seven digits in base 36
	 */
	static String of(String parent, long id) {
		if (id < 0 || id > MAX_ID) {
			throw new IllegalArgumentException("A comment's id must lie between 0 and " + MAX_ID + ": " + id);
		}
		String step = Long.toString(id, 36);
		return parent + "0".repeat(STEP - step.length()) + step;
	}

	static int depth(String path) {
		return path.length() / STEP - 1;
	}

	/**
	 * All paths above one, from the root on, without itself.
	 */
	static List<String> ancestors(String path) {
		List<String> ancestors = new ArrayList<>();
		for (int end = STEP; end < path.length(); end += STEP) {
			ancestors.add(path.substring(0, end));
		}
		return ancestors;
	}

	/**
	 * The path of the comment that began the thread.
	 */
	static String root(String path) {
		return path.substring(0, STEP);
	}

	/**
	 * The upper bound of all paths below one: every descendant's path is greater than the
	 * path and smaller than this.
	 */
	static String end(String path) {
		return path + LAST;
	}

	private static long pow36(int exponent) {
		long power = 1;
		for (int i = 0; i < exponent; i++) {
			power *= 36;
		}
		return power;
	}

}
