package vn.toasoan.legal;

import java.time.Clock;
import java.time.Instant;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.toasoan.mail.Outbox;
import vn.toasoan.site.SiteSettings;
import vn.toasoan.web.NoSuchPage;

/**
 * Puts the page of one request together; the same for those who look, and whose form was
 * not taken. Five SQL statements.
 */
@Component
class CasePage {

	private final LegalRequests requests;

	private final EvidenceRoom room;

	private final Exhibits exhibits;

	private final Steps steps;

	private final Outbox outbox;

	private final LegalSettings settings;

	private final SiteSettings site;

	private final Clock clock;

	CasePage(LegalRequests requests, EvidenceRoom room, Exhibits exhibits, Steps steps, Outbox outbox,
			LegalSettings settings, SiteSettings site, Clock clock) {
		this.requests = requests;
		this.room = room;
		this.exhibits = exhibits;
		this.steps = steps;
		this.outbox = outbox;
		this.settings = settings;
		this.site = site;
		this.clock = clock;
	}

	/**
	 * @throws NoSuchPage if there is none of this number
	 */
	LegalRequest find(String number) {
		return this.requests.find(number).orElseThrow(() -> new NoSuchPage("legal request " + number));
	}

	/**
	 * Fills the model; a form that is in it already keeps what was typed.
	 * @return the template's name
	 */
	String show(String number, Model model) {
		LegalRequest request = find(number);
		String about = request.about();
		model.addAttribute("legal", request);
		model.addAttribute("comment", (about != null) ? this.exhibits.standing(about).orElse(null) : null);
		model.addAttribute("evidence", this.room.of(request));
		model.addAttribute("steps", this.steps.of(request));
		model.addAttribute("letters", this.outbox.isOn() && !request.email().isEmpty());
		Instant now = this.clock.instant();
		model.addAttribute("now", now);
		Instant ended = request.endedAt();
		model.addAttribute("keptUntil", (ended != null) ? ended.plus(this.settings.keepEnded()) : null);
		model.addAttribute("here", request.path());
		if (!model.containsAttribute("answered")) {
			model.addAttribute("answered", AnswerForm.empty());
		}
		if (!model.containsAttribute("deadline")) {
			model.addAttribute("deadline", DeadlineForm.of(request.dueAt(), this.site.zone()));
		}
		if (!model.containsAttribute("reopening")) {
			Instant due = now.plus(this.settings.answerWithin());
			model.addAttribute("reopening", DeadlineForm.of(due, this.site.zone()));
		}
		if (!model.containsAttribute("place")) {
			model.addAttribute("place", new PlaceForm(this.site.absolute(request.target())));
		}
		return "admin/legal/case";
	}

}
