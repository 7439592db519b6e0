package vn.toasoan.moderation;

import java.util.Locale;
import java.util.stream.Stream;

import org.springframework.validation.Errors;
import vn.toasoan.mail.Addresses;

/**
 * How often an editor wants the digest, and where to.
 *
 * @param frequency the name of a {@link DigestFrequency}, as it is sent
 */
record DigestForm(String frequency, String email) {

	DigestForm {
		frequency = (frequency != null) ? frequency.toUpperCase(Locale.ROOT) : "";
		email = (email != null) ? email.strip() : "";
	}

	/**
	 * Says what is not within the rules, each beside its field.
	 */
	void check(Errors errors) {
		if (Stream.of(DigestFrequency.values()).map(Enum::name).noneMatch(this.frequency::equals)) {
			errors.rejectValue("frequency", "digest.frequency.missing");
		}
		else if (chosen() != DigestFrequency.NEVER && !Addresses.isDeliverable(this.email)) {
			errors.rejectValue("email", "digest.email.invalid");
		}
	}

	/**
	 * Only of a form within the rules.
	 */
	DigestFrequency chosen() {
		return DigestFrequency.valueOf(this.frequency);
	}

}
