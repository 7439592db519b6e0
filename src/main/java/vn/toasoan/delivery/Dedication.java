package vn.toasoan.delivery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FastByteArrayOutputStream;
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
		Places places = edition.places();
		if (threads != null && !places.haveThreads()) {
			return false;
		}
		edition.headersForOneReader().forEach(response::setHeader);
		Parcel.write(inscribe(edition.body(), places, name, threads), request, response);
		return true;
	}

	/** A page without the form stays as it is. */
	private static byte[] inscribe(byte[] body, Places places, String name, @Nullable String threads)
			throws IOException {
		var page = new FastByteArrayOutputStream(body.length + NAME.length());
		int at = 0;
		if (!name.isEmpty() && places.haveForm()) {
			page.write(body, 0, places.quote);
			page.write(HtmlUtils.htmlEscape(name, StandardCharsets.UTF_8.name()).getBytes(StandardCharsets.UTF_8));
			page.write(body, places.quote, places.box - places.quote);
			page.write(CHECKED.getBytes(StandardCharsets.UTF_8));
			at = places.box;
		}
		if (threads != null) {
			page.write(body, at, places.begin - at);
			page.write(threads.getBytes(StandardCharsets.UTF_8));
			at = places.end;
		}
		page.write(body, at, body.length - at);
		return page.toByteArray();
	}

	/**
	 * Where on a page something is written that is one reader's own: positions of bytes,
	 * in this order; below 0 where there is no such place.
	 *
	 * @param quote the end of what stands in the field for the name
	 * @param box in the box that has the name remembered
	 * @param begin where the threads begin
	 * @param end behind them
	 */
	record Places(int quote, int box, int begin, int end) {

		private static final int NOWHERE = -1;

		static Places on(byte[] body) {
			// One letter for each byte; all that is looked for is ASCII.
			String page = new String(body, StandardCharsets.ISO_8859_1);
			int begin = page.indexOf(ThreadType.BEGIN);
			int end = after(page.indexOf(ThreadType.END, Math.max(0, begin)), ThreadType.END);
			int quote = after(page.lastIndexOf(NAME), NAME) - 1;
			int box = after(page.indexOf(REMEMBER, Math.max(0, quote)), REMEMBER);
			boolean form = quote >= 0 && box > quote && (begin < 0 || box < begin);
			boolean threads = begin >= 0 && end > begin;
			return new Places(form ? quote : NOWHERE, form ? box : NOWHERE, threads ? begin : NOWHERE,
					threads ? end : NOWHERE);
		}

		private static int after(int found, String what) {
			return (found >= 0) ? found + what.length() : NOWHERE;
		}

		boolean haveForm() {
			return this.quote >= 0;
		}

		boolean haveThreads() {
			return this.begin >= 0;
		}

	}

}
