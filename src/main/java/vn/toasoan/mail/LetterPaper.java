package vn.toasoan.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import vn.toasoan.site.SiteSettings;

/**
 * Sets a letter twice: as plain text, and as HTML for those who see it.
 */
@Component
class LetterPaper {

	private final SpringTemplateEngine templates;

	private final SiteSettings site;

	private final String style;

	LetterPaper(SpringTemplateEngine templates, SiteSettings site) {
		this.templates = templates;
		this.site = site;
		this.style = style();
	}

	private static String style() {
		try {
			return new ClassPathResource("templates/mail/letter.css").getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("letter.css is missing", ex);
		}
	}

	String html(Letter letter) {
		return this.templates.process("mail/letter",
				new Context(this.site.language(), Map.of("letter", letter, "site", this.site, "style", this.style)));
	}

	String text(Letter letter) {
		List<String> parts = new ArrayList<>(letter.paragraphs());
		for (Letter.News news : letter.news()) {
			parts.add(news.name() + " · " + news.when() + "\n" + news.where() + "\n\n" + news.excerpt() + "\n\n"
					+ (news.note().isEmpty() ? "" : news.note() + "\n\n")
					+ news.links().stream().map(LetterPaper::line).collect(Collectors.joining("\n")));
		}
		parts.add(line(letter.action()));
		parts.addAll(letter.small());
		// What programs take for the beginning of the signature (RFC 3676, 4.3).
		parts.add("-- \n" + this.site.name() + "\n" + this.site.url());
		letter.links().forEach((link) -> parts.add(line(link)));
		return String.join("\n\n", parts) + "\n";
	}

	private static String line(Letter.Link link) {
		return link.words() + ":\n" + link.address();
	}

}
