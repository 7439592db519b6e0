package vn.toasoan.comment;

import org.springframework.stereotype.Component;
import vn.toasoan.site.Secrets;
import vn.toasoan.web.NoSuchPage;

/**
 * The link that takes a reader's key to another device, for a browser that has lost its
 * {@link ReaderCookie}, too. It carries the key itself: who has it is the writer.
 */
@Component
public class ManagementLink {

	private static final String PURPOSE = "management link";

	private static final String PATH = "/lien-ket-quan-ly/";

	private final Secrets secrets;

	ManagementLink(Secrets secrets) {
		this.secrets = secrets;
	}

	/**
	 * The path of a reader's link.
	 */
	public String path(ReaderKey key) {
		return PATH + key.key() + '.' + this.secrets.sign(PURPOSE, key.key());
	}

	/**
	 * The key in the last part of a link's path.
	 * @throws NoSuchPage if the link is not ours
	 */
	public ReaderKey read(String token) {
		int dot = token.lastIndexOf('.');
		String key = token.substring(0, Math.max(dot, 0));
		if (dot < 1 || !this.secrets.isSigned(PURPOSE, key, token.substring(dot + 1))) {
			throw new NoSuchPage("management link");
		}
		return new ReaderKey(key);
	}

}
