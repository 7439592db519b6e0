package vn.toasoan.comment;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ResponseStatus;
import vn.toasoan.site.Secrets;

/**
 * Where a page of threads ends, as an address carries it: the path of the last one,
 * signed so that nobody can make one up.
 */
@Component
class Cursor {

	private static final int SIGNATURE_LENGTH = 16;

	private final Secrets secrets;

	Cursor(Secrets secrets) {
		this.secrets = secrets;
	}

	String write(long articleId, CommentOrder order, String path) {
		return path + "." + signature(articleId, order, path);
	}

	/**
	 * The path that a cursor carries.
	 * @throws ForgedCursor if it was not written for this article and order
	 */
	String read(long articleId, CommentOrder order, String cursor) {
		String[] parts = cursor.split("\\.", 2);
		if (parts.length != 2 || !signature(articleId, order, parts[0]).equals(parts[1])) {
			throw new ForgedCursor();
		}
		return parts[0];
	}

	private String signature(long articleId, CommentOrder order, String path) {
		return this.secrets.sign("cursor", articleId + "\n" + order + "\n" + path).substring(0, SIGNATURE_LENGTH);
	}

	/**
	 * An address holds a cursor that we have not written: 400.
	 */
	@ResponseStatus(HttpStatus.BAD_REQUEST)
	static class ForgedCursor extends RuntimeException {

	}

}
