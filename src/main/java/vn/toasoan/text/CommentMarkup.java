package vn.toasoan.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/**
 * The markup of a comment: paragraphs, line breaks, {@code > quote}, {@code **bold**},
 * {@code *italic*} and bare links. All else is text. One pass over the text, so its time
 * grows with the length alone; {@link AllowLists} has the last word.
 */
public final class CommentMarkup {

	/** What ends a sentence rather than an address. */
	private static final String TRAILING = ".,;:!?'\"*_~…”’»)]}";

	private final String text;

	private final List<String> pieces = new ArrayList<>();

	private final Deque<Mark> open = new ArrayDeque<>();

	private CommentMarkup(String text) {
		this.text = text;
	}

	/**
	 * Renders a comment.
	 * @param body what the reader typed; it is normalised first
	 * @return HTML made of {@code p}, {@code br}, {@code blockquote}, {@code strong},
	 * {@code em} and {@code a} only; "" for a blank body
	 */
	public static String toHtml(String body) {
		StringBuilder html = new StringBuilder();
		StringBuilder paragraph = new StringBuilder();
		boolean inQuote = false;
		for (String line : CommentText.normalize(body).split("\n")) {
			boolean quoted = line.startsWith(">");
			String said = (quoted ? line.substring(1) : line).strip();
			if (quoted != inQuote || said.isEmpty()) {
				flush(paragraph, inQuote, html);
			}
			inQuote = quoted;
			if (!said.isEmpty()) {
				paragraph.append(paragraph.isEmpty() ? "" : "\n").append(said);
			}
		}
		flush(paragraph, inQuote, html);
		return AllowLists.COMMENT.sanitize(html.toString().replace("</blockquote><blockquote>", ""));
	}

	/**
	 * The words of what {@link #toHtml} has made, without its markup.
	 */
	public static String words(String html) {
		String words = html.replaceAll("</?(p|br|blockquote)\\b[^>]*>", " ").replaceAll("<[^>]*>", "");
		return HtmlUtils.htmlUnescape(words);
	}

	private static void flush(StringBuilder paragraph, boolean quoted, StringBuilder html) {
		if (!paragraph.isEmpty()) {
			String p = "<p>" + new CommentMarkup(paragraph.toString()).inline() + "</p>";
			html.append(quoted ? "<blockquote>" + p + "</blockquote>" : p);
			paragraph.setLength(0);
		}
	}

	private String inline() {
		int i = 0;
		while (i < this.text.length()) {
			if (this.text.charAt(i) == '*') {
				i = stars(i);
			}
			else if (startsLink(i)) {
				i = link(i);
			}
			else {
				char c = this.text.charAt(i);
				this.pieces.add((c == '\n') ? "<br>" : Html.escape(c));
				i++;
			}
		}
		return String.join("", this.pieces);
	}

	private int stars(int start) {
		int end = start;
		while (at(end) == '*') {
			end++;
		}
		int left = end - start;
		// "2*3*4" and "đ*t" are no emphasis: a mark stands at the border of a word.
		boolean closes = !Character.isWhitespace(at(start - 1)) && !Character.isLetterOrDigit(at(end));
		boolean opens = !Character.isWhitespace(at(end)) && !Character.isLetterOrDigit(at(start - 1));
		Mark mark = (closes && left <= 3) ? closable(left) : null;
		while (mark != null) {
			close(mark);
			left -= mark.stars;
			mark = closable(left);
		}
		if (opens && left <= 3) {
			left -= open(2, left) + open(1, left);
		}
		this.pieces.add("*".repeat(left));
		return end;
	}

	/**
	 * The innermost open mark that so many stars can close, or null. Never more than two
	 * are open.
	 */
	private @Nullable Mark closable(int stars) {
		for (Mark mark : this.open) {
			if (mark.stars == stars || (stars == 3 && mark.stars <= stars)) {
				return mark;
			}
		}
		return null;
	}

	/** Marks inside that were never closed stay the stars that they are. */
	private void close(Mark mark) {
		while (this.open.pop() != mark) {
			continue;
		}
		this.pieces.set(mark.piece, "<" + mark.tag() + ">");
		this.pieces.add("</" + mark.tag() + ">");
	}

	private int open(int stars, int left) {
		boolean wanted = left == stars || left == 3;
		if (!wanted || this.open.stream().anyMatch((mark) -> mark.stars == stars)) {
			return 0;
		}
		this.open.push(new Mark(stars, this.pieces.size()));
		this.pieces.add("*".repeat(stars));
		return stars;
	}

	private boolean startsLink(int i) {
		return !Character.isLetterOrDigit(at(i - 1)) && (this.text.regionMatches(true, i, "http://", 0, 7)
				|| this.text.regionMatches(true, i, "https://", 0, 8));
	}

	private int link(int start) {
		int end = endOfLink(start);
		String address = this.text.substring(start, end);
		CommentLink link = CommentLink.of(address);
		if (link == null) {
			this.pieces.add(Html.escape(address));
		}
		else {
			this.pieces.add("<a href=\"" + Html.escape(link.href()) + "\" rel=\"ugc nofollow noopener\">"
					+ Html.escape(link.shown()) + "</a>");
		}
		return end;
	}

	private int endOfLink(int start) {
		int end = start;
		int unclosed = 0;
		while (end < this.text.length() && !Character.isWhitespace(at(end)) && "<>\"".indexOf(at(end)) < 0) {
			unclosed += (at(end) == '(') ? 1 : (at(end) == ')') ? -1 : 0;
			end++;
		}
		while (TRAILING.indexOf(at(end - 1)) >= 0 && (at(end - 1) != ')' || unclosed < 0)) {
			unclosed += (at(end - 1) == ')') ? 1 : 0;
			end--;
		}
		return end;
	}

	/** The character at an index, or a space beyond either end. */
	private char at(int index) {
		return (index < 0 || index >= this.text.length()) ? ' ' : this.text.charAt(index);
	}

	private record Mark(int stars, int piece) {

		String tag() {
			return (this.stars == 2) ? "strong" : "em";
		}

	}

}
