package vn.toasoan.mail;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

import org.springframework.stereotype.Component;
import vn.toasoan.site.Secrets;

/**
 * E-mail addresses as tables keep them: encrypted to be written to, and hashed with the
 * site's secret to be found again.
 */
@Component
public class Addresses {

	private static final String PURPOSE = "e-mail address";

	/** Bytes; RFC 5321, 4.5.3.1.3, less the angle brackets. */
	private static final int MAX = 254;

	/** An RFC 5322 dot-atom on both sides: what can stand in a header as it is. */
	private static final Pattern ADDRESS = Pattern
		.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
				+ "@[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)+");

	private final Secrets secrets;

	Addresses(Secrets secrets) {
		this.secrets = secrets;
	}

	/**
	 * Whether a letter can be sent there: a plain address without a name, comments or
	 * quotes.
	 */
	public static boolean isDeliverable(String address) {
		return address.getBytes(StandardCharsets.UTF_8).length <= MAX && ADDRESS.matcher(address).matches();
	}

	/**
	 * Encrypts an address; never the same text twice.
	 */
	public String seal(String address) {
		return this.secrets.encrypt(PURPOSE, address);
	}

	/**
	 * The address that {@link #seal} was given.
	 */
	public String open(String sealed) {
		return this.secrets.decrypt(PURPOSE, sealed);
	}

	/**
	 * The same for the same mailbox, in capital letters or small ones: 43 letters,
	 * digits, hyphens and underscores.
	 */
	public String hash(String address) {
		return this.secrets.sign(PURPOSE, address.toLowerCase(Locale.ROOT));
	}

}
