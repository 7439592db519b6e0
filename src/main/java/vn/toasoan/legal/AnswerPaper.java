package vn.toasoan.legal;

import java.util.ArrayList;
import java.util.List;

import org.springframework.stereotype.Component;
import vn.toasoan.mail.Letter;
import vn.toasoan.mail.Letter.Kind;
import vn.toasoan.mail.Letter.Link;
import vn.toasoan.mail.Wording;
import vn.toasoan.site.SiteSettings;

/**
 * The words of answers to requests by law, in the site's language.
 */
@Component
class AnswerPaper {

	private final Wording wording;

	private final SiteSettings site;

	AnswerPaper(Wording wording, SiteSettings site) {
		this.wording = wording;
		this.site = site;
	}

	/**
	 * The letter to the asker. Nothing in it was written by the asker: a form with
	 * somebody else's address advertises nothing.
	 */
	Letter answer(LegalRequest request, Finding finding, String answer) {
		List<String> paragraphs = new ArrayList<>();
		paragraphs.add(this.wording.say("letter.legal." + finding, request.number(),
				this.wording.minute(request.receivedAt())));
		paragraphs.addAll(List.of(answer.split("\n\n")));
		return new Letter(Kind.LEGAL, key(request), request.email(),
				this.wording.say("letter.legal.subject", request.number(), this.site.name()), paragraphs, List.of(),
				new Link(this.wording.say("letter.legal.do"), this.site.absolute("/yeu-cau-phap-ly")),
				List.of(this.wording.say("letter.legal.small", request.number())), List.of(), null);
	}

	/** Stands where letters to readers have the hash of their key; no hash looks so. */
	private static String key(LegalRequest request) {
		return "legal " + request.number();
	}

}
