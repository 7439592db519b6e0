package vn.toasoan.delivery;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import vn.toasoan.comment.CommentOrder;
import vn.toasoan.comment.CommentSource;

/**
 * Under which name a page is kept: its path, and those parameters that change what is
 * shown. Whatever else a request carries, such as a campaign's parameters or a Host of
 * its own, neither splits nor poisons what others get.
 */
final class PageKey {

	private static final char PART = '\n';

	private static final String ARTICLE = "/bai-viet/";

	/** In the order in which they stand in a key. */
	private static final List<Parameter> OF_ARTICLES = List.of(
			Parameter.of("xep", Stream.of(CommentOrder.values()).map(CommentOrder::parameter)),
			Parameter.of("nguon", Stream.of(CommentSource.values()).map(CommentSource::parameter)),
			Parameter.of("sau", Stream.of(".{1,200}")));

	private static final List<Parameter> OF_LISTS = List.of(Parameter.of("trang", Stream.of("[1-9][0-9]{0,4}")));

	/** Ask for what concerns one reader. */
	private static final List<String> PRIVATE = List.of("da-nhan", "thu", "tra-loi");

	/** Who has one of these may see more than others do. */
	private static final String READER = "toasoan_reader";

	private static final String DESK = "toasoan_desk";

	/** Takes nothing back, or a long path would need a deep stack. */
	private static final Pattern PLAIN = Pattern.compile("/|(?:/[a-z0-9_-]++)++(?:\\.(?:atom|css|js|svg|woff2))?");

	/**
	 * Show a reader nothing but what everybody sees, unless the reader has left something
	 * there.
	 */
	private static final Pattern READ_BY_ALL = Pattern.compile("/|/chu-de/[^/]+|/binh-luan|/bai-viet/.+");

	/** Are the same for everybody, whatever cookie they come with. */
	private static final Pattern FILE = Pattern.compile(".*\\.(css|js|svg|woff2)");

	private PageKey() {
	}

	/**
	 * @return null if the answer is not the same for everybody, or the address is written
	 * in an unusual way
	 */
	static @Nullable String of(HttpServletRequest request) {
		String path = request.getRequestURI();
		return (hasOwnCookie(request) && !isFile(path)) ? null : common(path, request);
	}

	/**
	 * Under which name a page is kept that a reader with a cookie asks for, and that may
	 * be the same for this reader.
	 * @return null if it can't be
	 */
	static @Nullable String ofReader(HttpServletRequest request) {
		String path = request.getRequestURI();
		return (READ_BY_ALL.matcher(path).matches() && !has(DESK, request)) ? common(path, request) : null;
	}

	private static @Nullable String common(String path, HttpServletRequest request) {
		if (!isReading(request) || !isPlain(path)) {
			return null;
		}
		if (request.getQueryString() == null) {
			return path;
		}
		if (PRIVATE.stream().anyMatch((name) -> request.getParameter(name) != null)) {
			return null;
		}
		StringBuilder key = new StringBuilder(path);
		for (Parameter parameter : path.startsWith(ARTICLE) ? OF_ARTICLES : OF_LISTS) {
			String[] values = request.getParameterValues(parameter.name);
			if (values != null && (values.length > 1 || !parameter.makesSense(values[0]))) {
				return null;
			}
			if (values != null) {
				key.append(PART).append(parameter.name).append('=').append(values[0]);
			}
		}
		return key.toString();
	}

	/**
	 * Whether a key names a page with parameters.
	 */
	static boolean isOfPart(String key) {
		return key.indexOf(PART) >= 0;
	}

	/**
	 * The key of the page without its parameters.
	 */
	static String whole(String key) {
		return key.substring(0, key.indexOf(PART));
	}

	/**
	 * Whether a page is asked for that would be kept, did it not concern one reader.
	 */
	static boolean isOfOneReader(HttpServletRequest request) {
		String path = request.getRequestURI();
		return isReading(request) && isPlain(path) && !path.startsWith("/admin") && hasOwnCookie(request);
	}

	private static boolean isReading(HttpServletRequest request) {
		return "GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod());
	}

	/** So that each page has one address only. */
	private static boolean isPlain(String path) {
		return PLAIN.matcher(path).matches();
	}

	private static boolean isFile(String path) {
		return FILE.matcher(path).matches();
	}

	private static boolean hasOwnCookie(HttpServletRequest request) {
		return has(READER, request) || has(DESK, request);
	}

	private static boolean has(String cookie, HttpServletRequest request) {
		Cookie[] cookies = request.getCookies();
		return cookies != null && Stream.of(cookies).map(Cookie::getName).anyMatch(cookie::equals);
	}

	/**
	 * What changes a page, with the values that can; any other would only fill the cache.
	 */
	private record Parameter(String name, Pattern values) {

		static Parameter of(String name, Stream<String> values) {
			return new Parameter(name, Pattern.compile(values.collect(Collectors.joining("|"))));
		}

		boolean makesSense(String value) {
			return this.values.matcher(value).matches();
		}

	}

}
