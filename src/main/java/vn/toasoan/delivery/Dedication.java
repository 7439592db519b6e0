package vn.toasoan.delivery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;
import vn.toasoan.reading.ThreadType;

/**
 * A finished page with a reader's name written into the form, and with the discussion as
 * this reader sees it. Then it is one reader's page: nobody keeps it.
 */
final class Dedication {

	/** Would make the finished page come packed, or not at all. */
	static final Set<String> HIDDEN = Set.of("accept-encoding", "if-none-match", "if-modified-since");

	/** The form's field for the name, and what remembers it, as everybody gets them. */
	private static final String NAME = " id=\"name\" name=\"name\" value=\"\"";

	private static final String REMEMBER = " name=\"remember\" value=\"true\"";

	private static final String CHECKED = " checked=\"checked\"";

	private Dedication() {
	}

	/**
	 * @param threads the discussion, in which something is the reader's own; null where
	 * it is the same as for everybody
	 * @return false, and nothing is sent, if there is no place for it on the page
	 */
	static boolean send(Edition edition, String name, @Nullable String threads, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		String html = withThreads(edition.html(), threads);
		if (html == null) {
			return false;
		}
		edition.headersForOneReader().forEach(response::setHeader);
		Parcel.write(inscribe(html, name).getBytes(StandardCharsets.UTF_8), request, response);
		return true;
	}

	private static @Nullable String withThreads(String html, @Nullable String threads) {
		if (threads == null) {
			return html;
		}
		int begin = html.indexOf(ThreadType.BEGIN);
		int end = html.indexOf(ThreadType.END, begin);
		return (begin < 0 || end < 0) ? null
				: html.substring(0, begin) + threads + html.substring(end + ThreadType.END.length());
	}

	/** A page without the form stays as it is. */
	private static String inscribe(String html, String name) {
		if (name.isEmpty()) {
			return html;
		}
		int quote = html.lastIndexOf(NAME) + NAME.length() - 1;
		int box = html.indexOf(REMEMBER, quote) + REMEMBER.length();
		if (quote < NAME.length() || box < quote) {
			return html;
		}
		return html.substring(0, quote) + HtmlUtils.htmlEscape(name, StandardCharsets.UTF_8.name())
				+ html.substring(quote, box) + CHECKED + html.substring(box);
	}

}
