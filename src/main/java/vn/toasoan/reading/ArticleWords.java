package vn.toasoan.reading;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.toasoan.site.SiteSettings;

/**
 * Puts the words that the site adds to a body, for the eye and for screen readers, into
 * the language of the interface. {@link vn.toasoan.text.Markdown} writes them in
 * Vietnamese, and an article is stored once for all languages.
 */
@Component
class ArticleWords {

	private static final Pattern NUMBERED = Pattern
		.compile("aria-label=\"(Nguồn|Chú thích|Về chỗ chú thích) ([0-9]+)(?:, lần ([0-9]+))?\"");

	private static final Pattern TABLE = Pattern.compile("aria-label=\"Bảng\"");

	private static final Pattern NOTES = Pattern.compile("(<h2 id=\"chu-thich\")>Chú thích<");

	private final MessageSource messages;

	private final SiteSettings site;

	ArticleWords(MessageSource messages, SiteSettings site) {
		this.messages = messages;
		this.site = site;
	}

	/**
	 * A body for readers of this site.
	 * @param html a body as it is stored
	 */
	String in(String html) {
		if (this.site.contentLanguage() == null) {
			return html;
		}
		String language = this.site.language().getLanguage();
		String numbered = NUMBERED.matcher(html)
			.replaceAll((label) -> replacement("aria-label=\"" + words(label) + "\""));
		String tables = TABLE.matcher(numbered).replaceAll(replacement("aria-label=\"" + word("article.table") + "\""));
		return NOTES.matcher(tables)
			.replaceAll("$1 lang=\"" + language + "\">" + replacement(word("article.notes")) + "<");
	}

	private String words(MatchResult label) {
		return switch (label.group(1)) {
			case "Nguồn" -> word("article.source", label.group(2));
			case "Chú thích" -> word("article.note", label.group(2));
			default -> (label.group(3) == null) ? word("article.note.back", label.group(2))
					: word("article.note.back.again", label.group(2), label.group(3));
		};
	}

	private String word(String key, Object... numbers) {
		return this.messages.getMessage(key, numbers, this.site.language());
	}

	private static String replacement(String text) {
		return Matcher.quoteReplacement(text);
	}

}
