package vn.toasoan.moderation;

import org.springframework.stereotype.Component;
import vn.toasoan.site.Secrets;
import vn.toasoan.site.SiteSettings;
import vn.toasoan.web.NoSuchPage;
import vn.toasoan.web.OneClick;

/**
 * The links in digests, and in the letters that ask for their address. What acts without
 * a sign-in is signed.
 */
@Component
class DigestLinks {

	/** Where an editor chooses the digest. */
	static final String SETTINGS = "/admin/account/digest";

	private static final String CONFIRMATION = SETTINGS + "/confirmation/";

	private static final String CONFIRM = "confirm digest";

	private static final String END = "end digest";

	private static final int RADIX = 36;

	private final Secrets secrets;

	private final SiteSettings site;

	DigestLinks(Secrets secrets, SiteSettings site) {
		this.secrets = secrets;
		this.site = site;
	}

	/**
	 * Of a page of the desk; who is not signed in comes there after the sign-in.
	 */
	String desk(String path) {
		return this.site.absolute(path);
	}

	/**
	 * The address on which an editor proves a mailbox.
	 */
	String confirmation(long accountId, String addressHash) {
		return this.site.absolute(CONFIRMATION + this.secrets.sign(CONFIRM, proof(accountId, addressHash)));
	}

	/**
	 * Whether a link was sent to this address of this account.
	 */
	boolean confirms(String token, long accountId, String addressHash) {
		return this.secrets.isSigned(CONFIRM, proof(accountId, addressHash), token);
	}

	private static String proof(long accountId, String addressHash) {
		return Long.toString(accountId, RADIX) + "\n" + addressHash;
	}

	/**
	 * The address that ends an account's digest at a mere POST.
	 */
	String end(long accountId) {
		String account = Long.toString(accountId, RADIX);
		return this.site.absolute(OneClick.DIGESTS + account + "." + this.secrets.sign(END, account) + OneClick.END);
	}

	/**
	 * The account whose digest a link ends.
	 * @throws NoSuchPage if the link is not ours
	 */
	long ended(String token) {
		int dot = token.indexOf('.');
		if (dot < 0 || !this.secrets.isSigned(END, token.substring(0, dot), token.substring(dot + 1))) {
			throw new NoSuchPage("link of a digest");
		}
		return Long.parseLong(token.substring(0, dot), RADIX);
	}

}
