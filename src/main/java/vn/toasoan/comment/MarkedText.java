package vn.toasoan.comment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A text with the marks that stand in it for what was covered. They are the newsroom's
 * words and not the writer's, so that nothing is covered in them: a mark within a mark
 * would say nothing to anybody.
 */
final class MarkedText {

	private final String source;

	private final List<Span> marks = new ArrayList<>();

	/**
	 * @param marks all that may stand for something covered
	 */
	MarkedText(String source, Collection<String> marks) {
		this.source = source;
		for (String mark : marks) {
			for (int at = source.indexOf(mark); at >= 0; at = source.indexOf(mark, at + mark.length())) {
				this.marks.add(new Span(at, at + mark.length()));
			}
		}
	}

	/**
	 * Covers a passage wherever the writer has written it, and leaves the same words in
	 * marks alone. White space stands for any other, and emphasis counts nothing.
	 * @param mark what stands in its place
	 * @return the text; the same as before if it does not say this
	 * @throws Redactions.TouchesMark if the passage has a part of a mark in it, or stands
	 * nowhere but in marks
	 */
	String cover(String passage, String mark) {
		StringBuilder covered = new StringBuilder();
		int done = 0;
		boolean inMark = false;
		Passage wanted = new Passage(passage);
		Passage.Place place = wanted.find(this.source, 0).orElse(null);
		while (place != null) {
			Span found = new Span(place.start(), place.end());
			if (this.marks.stream().anyMatch(found::isWithin)) {
				inMark = true;
				place = wanted.find(this.source, found.start() + 1).orElse(null);
				continue;
			}
			if (this.marks.stream().anyMatch(found::touches)) {
				throw new Redactions.TouchesMark();
			}
			covered.append(this.source, done, found.start()).append(place.before()).append(mark).append(place.after());
			done = found.end();
			place = wanted.find(this.source, done).orElse(null);
		}
		if (done == 0 && inMark) {
			throw new Redactions.TouchesMark();
		}
		return covered.append(this.source, done, this.source.length()).toString();
	}

	/**
	 * @param start of its first character
	 * @param end after its last character
	 */
	private record Span(int start, int end) {

		boolean isWithin(Span other) {
			return other.start <= this.start && this.end <= other.end;
		}

		boolean touches(Span other) {
			return this.start < other.end && other.start < this.end;
		}

	}

}
