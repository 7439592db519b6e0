package vn.toasoan.legal;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.toasoan.mail.Letter;
import vn.toasoan.mail.Letter.Kind;
import vn.toasoan.mail.Letter.Link;
import vn.toasoan.site.SiteSettings;

/**
 * The words of answers to requests by law, in the site's language.
 */
@Component
class AnswerPaper {

	private final MessageSource messages;

	private final SiteSettings site;

	AnswerPaper(MessageSource messages, SiteSettings site) {
		this.messages = messages;
		this.site = site;
	}

	/**
	 * The letter to the asker. Nothing in it was written by the asker: a form with
	 * somebody else's address advertises nothing.
	 */
	Letter answer(LegalRequest request, Finding finding, String answer) {
		List<String> paragraphs = new ArrayList<>();
		paragraphs.add(say("letter.legal." + finding, request.number(), minute(request.receivedAt())));
		paragraphs.addAll(List.of(answer.split("\n\n")));
		return new Letter(Kind.LEGAL, key(request), request.email(),
				say("letter.legal.subject", request.number(), this.site.name()), paragraphs, List.of(),
				new Link(say("letter.legal.do"), this.site.absolute("/yeu-cau-phap-ly")),
				List.of(say("letter.legal.small", request.number())), List.of(), null);
	}

	/** Stands where letters to readers have the hash of their key; no hash looks so. */
	private static String key(LegalRequest request) {
		return "legal " + request.number();
	}

	/**
	 * A time in words.
	 */
	String minute(Instant time) {
		return DateTimeFormatter.ofPattern(say("date.short"), this.site.language())
			.withZone(this.site.zone())
			.format(time);
	}

	private String say(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, this.site.language());
	}

}
