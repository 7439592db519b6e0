package vn.toasoan.subscription;

import org.springframework.stereotype.Component;
import vn.toasoan.site.Secrets;
import vn.toasoan.site.SiteSettings;
import vn.toasoan.web.NoSuchPage;
import vn.toasoan.web.OneClick;

/**
 * The links in letters, signed, so that nobody makes any.
 */
@Component
class Tokens {

	private static final String CONFIRM = "confirm address";

	private static final String MANAGE = "manage subscriptions";

	private static final int RADIX = 36;

	private final Secrets secrets;

	private final SiteSettings site;

	Tokens(Secrets secrets, SiteSettings site) {
		this.secrets = secrets;
		this.site = site;
	}

	/**
	 * The address on which a confirmation is answered.
	 */
	String confirmation(long id) {
		return this.site.absolute("/xac-nhan/" + signed(CONFIRM, Long.toString(id, RADIX)));
	}

	/**
	 * @return the number of the confirmation
	 * @throws NoSuchPage if the token is not ours
	 */
	long confirmation(String token) {
		return Long.parseLong(verified(CONFIRM, token), RADIX);
	}

	/**
	 * The path of the page on which an address's subscriptions are managed.
	 */
	String managementPath(String addressHash) {
		return OneClick.PAGES + signed(MANAGE, addressHash);
	}

	String management(String addressHash) {
		return this.site.absolute(managementPath(addressHash));
	}

	/**
	 * The address that ends all of them at a mere POST.
	 */
	String unsubscribe(String addressHash) {
		return management(addressHash) + OneClick.END;
	}

	/**
	 * @return the hash of the address
	 * @throws NoSuchPage if the token is not ours
	 */
	String managed(String token) {
		return verified(MANAGE, token);
	}

	private String signed(String purpose, String text) {
		return text + "." + this.secrets.sign(purpose, text);
	}

	private String verified(String purpose, String token) {
		int dot = token.indexOf('.');
		if (dot < 0 || !this.secrets.isSigned(purpose, token.substring(0, dot), token.substring(dot + 1))) {
			throw new NoSuchPage("link of a letter");
		}
		return token.substring(0, dot);
	}

}
