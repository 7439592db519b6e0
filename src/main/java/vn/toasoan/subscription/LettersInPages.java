package vn.toasoan.subscription;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import vn.toasoan.mail.Outbox;

/**
 * Lets pages ask for an address only where letters can be written to it.
 */
@ControllerAdvice
class LettersInPages {

	private final Outbox outbox;

	LettersInPages(Outbox outbox) {
		this.outbox = outbox;
	}

	@ModelAttribute("letters")
	boolean letters() {
		return this.outbox.isOn();
	}

}
