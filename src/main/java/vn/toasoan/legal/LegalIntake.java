package vn.toasoan.legal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toasoan.audit.Actor;
import vn.toasoan.comment.Limits;
import vn.toasoan.comment.ReaderKey;
import vn.toasoan.mail.Addresses;
import vn.toasoan.site.Secrets;
import vn.toasoan.web.NoSuchPage;

/**
 * Takes requests by law from the form on the site. The receipt is in the address of the
 * page that shows it, signed: who guesses a number learns nothing.
 */
@Service
public class LegalIntake {

	private static final String PURPOSE = "legal receipt";

	private final LegalRequests requests;

	private final Repeats repeats;

	private final Steps steps;

	private final Limits limits;

	private final Addresses addresses;

	private final Secrets secrets;

	private final LegalSettings settings;

	private final Clock clock;

	LegalIntake(LegalRequests requests, Repeats repeats, Steps steps, Limits limits, Addresses addresses,
			Secrets secrets, LegalSettings settings, Clock clock) {
		this.requests = requests;
		this.repeats = repeats;
		this.steps = steps;
		this.limits = limits;
		this.addresses = addresses;
		this.secrets = secrets;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * How long after it came a request is to be answered.
	 */
	public Duration answerWithin() {
		return this.settings.answerWithin();
	}

	/**
	 * How long after its end what was sent is deleted.
	 */
	public Duration keptFor() {
		return this.settings.keepEnded();
	}

	/**
	 * Keeps a request; one that was sent twice only once, also if it comes twice at the
	 * same moment.
	 * @param form found to be within the rules
	 * @param networkAddress where it was sent from
	 * @return the receipt, fit for an address
	 * @throws Limits.TooMany if too much was asked for with this address, or from this
	 * network
	 */
	@Transactional
	public String take(LegalForm form, String networkAddress) {
		Optional<String> before = this.repeats.sentBefore(form);
		if (before.isPresent()) {
			return receipt(before.get());
		}
		this.limits.count(Limits.Act.LEGAL, new ReaderKey("legal " + this.addresses.hash(form.email())), false,
				networkAddress);
		Instant now = this.clock.instant();
		LegalRequest request = this.requests.add(form, Channel.FORM, now, now.plus(this.settings.answerWithin()));
		this.steps.add(request, Step.Kind.RECEIVED, Actor.SITE);
		return receipt(request.number());
	}

	private String receipt(String number) {
		return number + "." + this.secrets.sign(PURPOSE, number);
	}

	/**
	 * The number on a receipt.
	 * @throws NoSuchPage if it is not ours
	 */
	public String number(String receipt) {
		String[] parts = receipt.split("\\.", -1);
		if (parts.length != 2 || !this.secrets.isSigned(PURPOSE, parts[0], parts[1])) {
			throw new NoSuchPage("legal receipt");
		}
		return parts[0];
	}

}
