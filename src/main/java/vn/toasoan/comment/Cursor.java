package vn.toasoan.comment;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ResponseStatus;
import vn.toasoan.site.Secrets;

/**
 * Where a page of comments ends, as an address carries it: the position of the last one,
 * signed so that nobody can make one up.
 */
@Component
class Cursor {

	private static final int SIGNATURE_LENGTH = 16;

	private final Secrets secrets;

	Cursor(Secrets secrets) {
		this.secrets = secrets;
	}

	/**
	 * Writes a cursor.
	 * @param list which list of the article's comments it leads on in
	 * @param position without a dot
	 */
	String write(long articleId, String list, String position) {
		return position + "." + signature(articleId, list, position);
	}

	/**
	 * The position that a cursor carries.
	 * @throws ForgedCursor if it was not written for this list of this article
	 */
	String read(long articleId, String list, String cursor) {
		String[] parts = cursor.split("\\.", 2);
		if (parts.length != 2 || !signature(articleId, list, parts[0]).equals(parts[1])) {
			throw new ForgedCursor();
		}
		return parts[0];
	}

	private String signature(long articleId, String list, String position) {
		return this.secrets.sign("cursor", articleId + "\n" + list + "\n" + position).substring(0, SIGNATURE_LENGTH);
	}

	/**
	 * An address holds a cursor that we have not written: 400.
	 */
	@ResponseStatus(HttpStatus.BAD_REQUEST)
	static class ForgedCursor extends RuntimeException {

	}

}
