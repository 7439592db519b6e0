package vn.toasoan.moderation;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.springframework.web.util.HtmlUtils;
import vn.toasoan.screening.Finding;
import vn.toasoan.screening.Passage;

/**
 * Marks in a comment the words that it was judged by. Only text is touched, never a tag.
 */
final class MarkedWords {

	private static final Pattern TAG_OR_TEXT = Pattern.compile("<[^>]*>|[^<]+");

	private MarkedWords() {
	}

	/**
	 * @param html the comment, made safe when it was written
	 * @param source what the findings are about
	 */
	static String in(String html, String source, List<Finding> findings) {
		List<String> words = findings.stream()
			.flatMap((finding) -> finding.passages().stream())
			.filter((passage) -> passage.field() == Passage.Field.BODY && passage.to() <= source.length())
			.map((passage) -> HtmlUtils.htmlEscape(source.substring(passage.from(), passage.to()), "UTF-8"))
			.filter((word) -> !word.isBlank())
			.distinct()
			.toList();
		if (words.isEmpty()) {
			return html;
		}
		Pattern any = Pattern.compile(words.stream().map(Pattern::quote).collect(Collectors.joining("|")));
		StringBuilder marked = new StringBuilder();
		Matcher part = TAG_OR_TEXT.matcher(html);
		while (part.find()) {
			marked.append(part.group().startsWith("<") ? part.group()
					: any.matcher(part.group()).replaceAll("<mark>$0</mark>"));
		}
		return marked.toString();
	}

}
