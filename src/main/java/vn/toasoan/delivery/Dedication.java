package vn.toasoan.delivery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.util.HtmlUtils;

/**
 * A finished page with a reader's name written into the form. Then it is one reader's
 * page: nobody keeps it.
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

	static void send(Edition edition, String name, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		edition.headersForOneReader().forEach(response::setHeader);
		Parcel.write(inscribe(edition.html(), name).getBytes(StandardCharsets.UTF_8), request, response);
	}

	/** A page without the form stays as it is. */
	private static String inscribe(String html, String name) {
		int quote = html.lastIndexOf(NAME) + NAME.length() - 1;
		int box = html.indexOf(REMEMBER, quote) + REMEMBER.length();
		if (quote < NAME.length() || box < quote) {
			return html;
		}
		return html.substring(0, quote) + HtmlUtils.htmlEscape(name, StandardCharsets.UTF_8.name())
				+ html.substring(quote, box) + CHECKED + html.substring(box);
	}

}
