package vn.toasoan.delivery;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import vn.toasoan.comment.ReaderCookie;
import vn.toasoan.comment.ReaderCookie.Reader;
import vn.toasoan.comment.ReaderKey;
import vn.toasoan.comment.Traces;

/**
 * Readers who are known by a cookie. They see what everybody sees, with their names in
 * the form, except where they have written or liked something.
 */
@Component
class Regulars {

	private static final Pattern ARTICLE = Pattern.compile("/bai-viet/([^/]+).*");

	private final ReaderCookie cookie;

	private final Traces traces;

	Regulars(ReaderCookie cookie, Traces traces) {
		this.cookie = cookie;
		this.traces = traces;
	}

	/**
	 * The name that the reader wishes to find in the form; empty for none. One SQL
	 * statement for what belongs to an article.
	 * @return null if something on the page may be the reader's own
	 */
	@Nullable String name(HttpServletRequest request) {
		Reader reader = this.cookie.read(request).orElse(null);
		if (reader == null) {
			return "";
		}
		Matcher article = ARTICLE.matcher(request.getRequestURI());
		return (article.matches() && haveTraces(reader.key(), article.group(1))) ? null : reader.name();
	}

	/** A page without the own comments is better than none while the database is down. */
	private boolean haveTraces(ReaderKey reader, String slug) {
		try {
			return this.traces.exist(reader, slug);
		}
		catch (DataAccessException ex) {
			return false;
		}
	}

}
