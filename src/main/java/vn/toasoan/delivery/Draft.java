package vn.toasoan.delivery;

import java.io.IOException;
import java.util.Set;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * An answer in the making: nothing of its body is sent before it is known what it has
 * become.
 */
class Draft extends ContentCachingResponseWrapper {

	private static final Set<String> KEPT = Set.of("text/html;charset=UTF-8", "application/atom+xml;charset=UTF-8");

	private final boolean replaceable;

	private boolean failed;

	/**
	 * @param replaceable whether something else can be shown if it fails
	 */
	Draft(HttpServletResponse response, boolean replaceable) {
		super(response);
		this.replaceable = replaceable;
	}

	void fail() {
		this.failed = true;
	}

	boolean hasFailed() {
		return this.failed || getStatus() >= SC_INTERNAL_SERVER_ERROR;
	}

	@Override
	public void sendError(int status) throws IOException {
		sendError(status, null);
	}

	@Override
	public void sendError(int status, @Nullable String message) throws IOException {
		if (this.replaceable && status >= SC_INTERNAL_SERVER_ERROR) {
			fail();
		}
		else {
			super.sendError(status);
		}
	}

	/**
	 * Only what its page has declared public, and what nobody gets a cookie with.
	 */
	boolean isForEverybody() {
		String keeping = getHeader(HttpHeaders.CACHE_CONTROL);
		String type = getContentType();
		return getStatus() == SC_OK && keeping != null && type != null && getHeader(HttpHeaders.SET_COOKIE) == null
				&& (Page.isLasting(keeping) || (keeping.startsWith("public, max-age=0") && KEPT.contains(type)));
	}

	void send() throws IOException {
		copyBodyToResponse();
	}

}
