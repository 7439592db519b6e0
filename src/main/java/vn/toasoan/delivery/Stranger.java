package vn.toasoan.delivery;

import java.util.Collections;
import java.util.Enumeration;
import java.util.Set;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

/**
 * A reader's request as if it came from somebody without cookies.
 */
class Stranger extends HttpServletRequestWrapper {

	private final Set<String> hidden;

	/**
	 * @param hidden further headers that are to be taken as not sent, in small letters
	 */
	Stranger(HttpServletRequest request, Set<String> hidden) {
		super(request);
		this.hidden = hidden;
	}

	private boolean isHidden(String name) {
		return name.equalsIgnoreCase("cookie") || this.hidden.stream().anyMatch(name::equalsIgnoreCase);
	}

	@Override
	public Cookie @Nullable [] getCookies() {
		return null;
	}

	@Override
	public @Nullable String getHeader(String name) {
		return isHidden(name) ? null : super.getHeader(name);
	}

	@Override
	public Enumeration<String> getHeaders(String name) {
		return isHidden(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
	}

}
