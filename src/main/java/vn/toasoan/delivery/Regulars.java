package vn.toasoan.delivery;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import vn.toasoan.comment.ReaderCookie;
import vn.toasoan.comment.ReaderCookie.Reader;
import vn.toasoan.comment.ReaderKey;
import vn.toasoan.comment.Traces;
import vn.toasoan.reading.OwnThreads;
import vn.toasoan.reading.OwnThreads.Shown;

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

	private final Respite respite;

	Regulars(ReaderCookie cookie, Traces traces, OwnThreads threads, Respite respite) {
		this.cookie = cookie;
		this.traces = traces;
		this.threads = threads;
		this.respite = respite;
	}

	/**
	 * The reader who asks for a page. One SQL statement for a further page of what
	 * belongs to an article.
	 * @return null if more of the page may be the reader's own than is known here
	 */
	@Nullable Regular of(HttpServletRequest request) {
		Reader reader = this.cookie.read(request).orElse(null);
		if (reader == null) {
			return new Regular("", null);
		}
		Matcher article = ARTICLE.matcher(request.getRequestURI());
		if (!article.matches()) {
			return new Regular(reader.name(), null);
		}
		if (article.group(2).isEmpty() && request.getQueryString() == null) {
			return new Regular(reader.name(), reader.key());
		}
		return haveTraces(reader.key(), article.group(1)) ? null : new Regular(reader.name(), null);
	}

	/** A page without the own comments is better than none while the database is down. */
	private boolean haveTraces(ReaderKey reader, String slug) {
		try {
			return this.traces.exist(reader, slug);
		}
		catch (DataAccessException | TransactionException ex) {
			this.respite.begin();
			return false;
		}
	}

	/**
	 * The threads on a page as a reader sees them, one by one. One SQL statement.
	 * @return empty if the reader sees what everybody sees
	 */
	Optional<List<String>> threads(Shown shown, ReaderKey reader) {
		try {
			return this.threads.of(shown, reader);
		}
		catch (DataAccessException | TransactionException ex) {
			this.respite.begin();
			return Optional.empty();
		}
	}

}
