package vn.toasoan.screening;

import java.util.Optional;
import java.util.regex.MatchResult;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/**
 * What an expression of a desk may be. RE2 takes time in proportion to the length of the
 * text times that of the expression's program, whatever both say; so the program is kept
 * short, and no expression can stop the site.
 */
public final class Expression {

	/**
	 * Instructions; a comment of 2,000 characters then takes a tenth of a second at the
	 * very worst.
	 */
	private static final int MAX_PROGRAM = 300;

	/**
	 * Numbers of repetitions, multiplied: more of them, inside one another, would take
	 * the memory before the program can be measured.
	 */
	private static final long MAX_REPETITIONS = 200_000;

	private static final java.util.regex.Pattern REPETITION = java.util.regex.Pattern
		.compile("\\{(\\d{1,4})(?:,(\\d{0,4}))?}");

	/** "\p{Lu}" and "\D" stand for others. */
	private static final java.util.regex.Pattern ESCAPE = java.util.regex.Pattern
		.compile("\\\\(?:[pP](?:\\{[^}]*}|.)|.)|\\[:\\w+:]");

	private Expression() {
	}

	/**
	 * What is wrong with an expression; empty if it will do.
	 */
	public static Optional<Problem> problem(String expression) {
		if (repetitions(expression) > MAX_REPETITIONS) {
			return Optional.of(Problem.TOO_LONG);
		}
		try {
			Pattern pattern = Pattern.compile(expression);
			if (pattern.programSize() > MAX_PROGRAM) {
				return Optional.of(Problem.TOO_LONG);
			}
			if (pattern.matcher("").find()) {
				return Optional.of(Problem.FINDS_NOTHING);
			}
		}
		catch (PatternSyntaxException ex) {
			return Optional.of(Problem.UNREADABLE);
		}
		boolean capitals = ESCAPE.matcher(expression).replaceAll("").codePoints().anyMatch(Character::isUpperCase);
		return capitals ? Optional.of(Problem.CAPITALS) : Optional.empty();
	}

	private static long repetitions(String expression) {
		long product = 1;
		for (MatchResult repetition : REPETITION.matcher(expression).results().toList()) {
			String most = repetition.group((repetition.group(2) == null || repetition.group(2).isEmpty()) ? 1 : 2);
			product = Math.min(product * Math.max(1, Integer.parseInt(most)), MAX_REPETITIONS + 1);
		}
		return product;
	}

	/**
	 * Why an expression will not do.
	 */
	public enum Problem {

		/** RE2 can't read it; it knows no look-around and no references back. */
		UNREADABLE,

		/** It would take too long. */
		TOO_LONG,

		/** It finds the empty text, so it stands everywhere. */
		FINDS_NOTHING,

		/** It is compared with a text that has none. */
		CAPITALS

	}

}
