package vn.toasoan.delivery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.HtmlUtils;
import vn.toasoan.web.Freshness;

/**
 * A finished page on its way to a reader whose name is written into the form. Then it is
 * one reader's page: nobody keeps it, and nothing says what it was before.
 */
class Dedication extends ContentCachingResponseWrapper {

	/** Would make the finished page come packed, or not at all. */
	static final Set<String> HIDDEN = Set.of("accept-encoding", "if-none-match", "if-modified-since");

	/** The form's field for the name, and what remembers it, as everybody gets them. */
	private static final String NAME = " id=\"name\" name=\"name\" value=\"\"";

	private static final String REMEMBER = " name=\"remember\" value=\"true\"";

	private static final String CHECKED = " checked=\"checked\"";

	private static final Set<String> OF_THE_FINISHED = Set.of(HttpHeaders.ETAG, HttpHeaders.LAST_MODIFIED,
			Page.SURROGATE_KEY);

	private final String name;

	Dedication(HttpServletResponse response, String name) {
		super(response);
		this.name = name;
	}

	@Override
	public void setHeader(String header, String value) {
		if (!OF_THE_FINISHED.contains(header)) {
			super.setHeader(header, value);
		}
	}

	/**
	 * Sends the page.
	 */
	void send(HttpServletRequest request) throws IOException {
		String html = new String(getContentAsByteArray(), StandardCharsets.UTF_8);
		int quote = html.indexOf(NAME) + NAME.length() - 1;
		int box = html.indexOf(REMEMBER, quote) + REMEMBER.length();
		if (quote < NAME.length() || box < quote) {
			copyBodyToResponse();
			return;
		}
		setHeader(HttpHeaders.CACHE_CONTROL, Freshness.FOR_ONE_READER);
		String own = html.substring(0, quote) + HtmlUtils.htmlEscape(this.name, StandardCharsets.UTF_8.name())
				+ html.substring(quote, box) + CHECKED + html.substring(box);
		Parcel.write(own.getBytes(StandardCharsets.UTF_8), request, (HttpServletResponse) getResponse());
	}

}
