package vn.toasoan.delivery;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import vn.toasoan.comment.ReaderCookie;
import vn.toasoan.comment.ReaderCookie.Reader;
import vn.toasoan.comment.Traces;
import vn.toasoan.reading.OwnThreads;

/**
 * Readers who are known by a cookie. They see what everybody sees, with their names in
 * the form, and where they have written or liked something, with that.
 */
@Component
class Regulars {

	private static final Pattern ARTICLE = Pattern.compile("/bai-viet/([^/]+)(.*)");

	private final ReaderCookie cookie;

	private final Traces traces;

	private final OwnThreads threads;

	Regulars(ReaderCookie cookie, Traces traces, OwnThreads threads) {
		this.cookie = cookie;
		this.traces = traces;
		this.threads = threads;
	}

	/**
	 * The reader who asks for a page. One SQL statement for what belongs to an article,
	 * five for an article below which something is the reader's own.
	 * @return null if more of the page may be the reader's own than is known here
	 */
	@Nullable Regular of(HttpServletRequest request) {
		Reader reader = this.cookie.read(request).orElse(null);
		if (reader == null) {
			return new Regular("", null);
		}
		Matcher article = ARTICLE.matcher(request.getRequestURI());
		try {
			if (article.matches() && this.traces.exist(reader.key(), article.group(1))) {
				boolean first = article.group(2).isEmpty() && request.getQueryString() == null;
				return first ? this.threads.of(article.group(1), reader.key())
					.map((threads) -> new Regular(reader.name(), threads))
					.orElse(null) : null;
			}
		}
		catch (DataAccessException | TransactionException ex) {
			// A page without the own comments is better than none.
		}
		return new Regular(reader.name(), null);
	}

}
