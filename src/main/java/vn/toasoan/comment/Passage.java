package vn.toasoan.comment;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A passage as it was copied from the page where a comment stands: there its stars are
 * bold letters, and a line may go on where it was broken.
 */
final class Passage {

	/** As many as {@link vn.toasoan.text.CommentMarkup} takes for emphasis. */
	private static final String STARS = "\\*{0,3}+";

	/** Also the mark of a quoted line. */
	private static final String SPACES = "(?:[\\s\\p{Z}]|(?<=\\n)>)++";

	private static final Pattern RUN = Pattern.compile("\\*+");

	private final Pattern pattern;

	private final boolean starred;

	Passage(String passage) {
		this.starred = passage.indexOf('*') >= 0;
		StringBuilder loose = new StringBuilder();
		int before = '*';
		for (int c : passage.codePoints().toArray()) {
			boolean space = isSpace(c);
			if (space && isSpace(before)) {
				continue;
			}
			// No star is looked for beside one that was typed: each can be read one way.
			loose.append((before != '*' && c != '*') ? STARS : "");
			loose.append(space ? SPACES : Pattern.quote(Character.toString(c)));
			before = c;
		}
		this.pattern = Pattern.compile(Pattern.quote(passage) + "|" + loose);
	}

	private static boolean isSpace(int c) {
		return Character.isWhitespace(c) || Character.isSpaceChar(c);
	}

	/**
	 * Where a text says this, from an index on.
	 */
	Optional<Place> find(String text, int from) {
		Matcher found = this.pattern.matcher(text);
		return found.find(from) ? Optional.of(place(text, from, found.start(), found.end())) : Optional.empty();
	}

	/**
	 * Emphasis that begins or ends inside goes with the passage if nothing else is
	 * emphasised by it; else its stars stay. Who has typed stars means just those.
	 */
	private Place place(String text, int from, int start, int end) {
		Deque<String> open = new ArrayDeque<>();
		RUN.matcher(text.substring(start, end)).results().map((run) -> run.group()).forEach((stars) -> {
			if (stars.equals(open.peek())) {
				open.pop();
			}
			else {
				open.push(stars);
			}
		});
		if (this.starred || open.size() != 1) {
			return new Place(start, end, "", "");
		}
		String stars = open.pop();
		if (start - stars.length() >= from && text.startsWith(stars, start - stars.length())) {
			return new Place(start - stars.length(), end, "", "");
		}
		if (text.startsWith(stars, end)) {
			return new Place(start, end + stars.length(), "", "");
		}
		boolean opens = isSpace(text.charAt(text.indexOf(stars, start) - 1));
		return new Place(start, end, opens ? stars : "", opens ? "" : stars);
	}

	/**
	 * Where a passage stands.
	 *
	 * @param start of its first character
	 * @param end after its last character
	 * @param before stars that stay before what takes its place
	 * @param after stars that stay after it
	 */
	record Place(int start, int end, String before, String after) {

	}

}
