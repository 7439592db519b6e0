package vn.toasoan.delivery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * A finished page: its headers, and its bytes in each encoding, made once.
 */
final class Page {

	/** What the site's own pages say that they show, parted by blanks. */
	static final String SURROGATE_KEY = "Surrogate-Key";

	/** Said anew of each answer. */
	private static final Set<String> NOT_KEPT = Set.of("content-length", "date", "transfer-encoding", "connection",
			"vary", "etag", "last-modified");

	/** For what an entry weighs beside its bytes. */
	private static final int OVERHEAD = 2048;

	/** Named in Accept-Encoding, and not with a weight of zero. */
	private static final Pattern GZIP = Pattern
		.compile("(^|,)\\s*(gzip|\\*)\\s*(;\\s*q=(1(\\.0*)?|0\\.0*[1-9][0-9]*)\\s*)?(,|$)", Pattern.CASE_INSENSITIVE);

	private final Map<String, String> headers = new LinkedHashMap<>();

	private final String contentType;

	private final Variant plain;

	private final Variant gzip;

	private final Set<String> shown;

	private final Instant made;

	Page(HttpServletResponse response, byte[] body, Instant made) {
		for (String name : response.getHeaderNames()) {
			if (!NOT_KEPT.contains(name.toLowerCase(Locale.ROOT))) {
				this.headers.put(name, String.join(", ", response.getHeaders(name)));
			}
		}
		this.contentType = String.valueOf(response.getContentType());
		this.plain = new Variant(body, tag(body, ""));
		this.gzip = new Variant(compress(body), tag(body, "-gzip"));
		this.shown = Set.of(this.headers.getOrDefault(SURROGATE_KEY, "").split(" "));
		this.made = made;
	}

	/**
	 * Whether something is on it, as its surrogate keys name it.
	 */
	boolean shows(String thing) {
		return this.shown.contains(thing);
	}

	int weight() {
		return this.plain.body.length + this.gzip.body.length + OVERHEAD;
	}

	Duration age(Instant now) {
		return Duration.between(this.made, now);
	}

	/**
	 * Answers a request with it: 200, or 304 to whoever has it already.
	 * @param staleFor how old it is, if it could not be made anew; else null
	 */
	void write(HttpServletRequest request, HttpServletResponse response, @Nullable Duration staleFor)
			throws IOException {
		boolean compressed = acceptsGzip(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
		Variant variant = compressed ? this.gzip : this.plain;
		this.headers.forEach(response::setHeader);
		response.setHeader(HttpHeaders.VARY, "Accept-Encoding, Cookie");
		response.setHeader(HttpHeaders.ETAG, variant.tag);
		response.setDateHeader(HttpHeaders.LAST_MODIFIED, this.made.toEpochMilli());
		if (staleFor != null) {
			response.setHeader(HttpHeaders.AGE, Long.toString(staleFor.toSeconds()));
			response.setHeader(HttpHeaders.WARNING, "110 - \"Response is Stale\"");
		}
		if (isKnown(request, variant)) {
			response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
			return;
		}
		response.setContentType(this.contentType);
		if (compressed) {
			response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
		}
		response.setContentLength(variant.body.length);
		if (!"HEAD".equals(request.getMethod())) {
			response.getOutputStream().write(variant.body);
		}
	}

	/**
	 * RFC 9110, 13.2.2: a tag counts more than a date.
	 */
	private boolean isKnown(HttpServletRequest request, Variant variant) {
		String tags = request.getHeader(HttpHeaders.IF_NONE_MATCH);
		if (tags != null) {
			return Stream.of(tags.split(","))
				.map((tag) -> tag.strip().replaceFirst("^W/", ""))
				.anyMatch((tag) -> tag.equals(variant.tag) || tag.equals("*"));
		}
		try {
			long since = request.getDateHeader(HttpHeaders.IF_MODIFIED_SINCE);
			return since >= this.made.getEpochSecond() * 1000;
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	private static boolean acceptsGzip(@Nullable String accepted) {
		return accepted != null && GZIP.matcher(accepted).find();
	}

	private static byte[] compress(byte[] body) {
		var bytes = new ByteArrayOutputStream(body.length / 3);
		try (var gzip = new GZIPOutputStream(bytes) {
			{
				this.def.setLevel(Deflater.BEST_COMPRESSION);
			}
		}) {
			gzip.write(body);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	/** Strong, so another one for each encoding (RFC 9110, 8.8.3.3). */
	private static String tag(byte[] body, String suffix) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
			return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(digest).substring(0, 22) + suffix + '"';
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

	private record Variant(byte[] body, String tag) {
	}

}
