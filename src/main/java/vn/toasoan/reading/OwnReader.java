package vn.toasoan.reading;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import vn.toasoan.comment.ReaderCookie;
import vn.toasoan.comment.ReaderCookie.Reader;
import vn.toasoan.web.NoSuchPage;

/**
 * Who asks for a page that is only for those who have a key.
 */
@Component
class OwnReader {

	private final ReaderCookie cookie;

	OwnReader(ReaderCookie cookie) {
		this.cookie = cookie;
	}

	/**
	 * @throws NoSuchPage if somebody without a key asks
	 */
	Reader of(HttpServletRequest request) {
		return this.cookie.read(request).orElseThrow(() -> new NoSuchPage("page of somebody without a key"));
	}

}
