package vn.toasoan.delivery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

import jakarta.servlet.http.HttpServletResponse;
import org.apache.tomcat.util.http.FastHttpDateFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * A finished page: what it answers to each kind of request, made once.
 */
final class Page {

	/** What the site's own pages say that they show, parted by blanks. */
	static final String SURROGATE_KEY = "Surrogate-Key";

	/** Said anew here, or of each answer. */
	private static final Set<String> NOT_KEPT = Set.of("content-length", "date", "transfer-encoding", "connection",
			"vary", "etag", "last-modified", "content-type");

	/**
	 * What a 304 repeats (RFC 9110, 15.4.5); whoever gets it has the rest, which is part
	 * of the tag.
	 */
	private static final Set<String> REPEATED = Set.of(HttpHeaders.CACHE_CONTROL, HttpHeaders.VARY, HttpHeaders.ETAG);

	/** Stands behind the news of changes, should one ever get lost. */
	private static final Duration MAX_AGE = Duration.ofSeconds(60);

	/** For what an entry weighs beside its bytes. */
	private static final int OVERHEAD = 8192;

	private final Variant plain;

	private final Variant gzip;

	private final Set<String> shown;

	private final Instant made;

	private final String lastModified;

	Page(HttpServletResponse response, byte[] body, Instant made) {
		Map<String, String> headers = kept(response);
		this.made = made;
		this.lastModified = FastHttpDateFormat.formatDate(made.toEpochMilli());
		this.shown = Set.of(headers.getOrDefault(SURROGATE_KEY, "").split(" "));
		String tag = tag(headers, body);
		headers.put(HttpHeaders.LAST_MODIFIED, this.lastModified);
		this.plain = Variant.of(Encoding.PLAIN, body, headers, tag);
		this.gzip = Variant.of(Encoding.GZIP, compress(body), headers, tag);
	}

	private static Map<String, String> kept(HttpServletResponse response) {
		Map<String, String> headers = new LinkedHashMap<>();
		for (String name : response.getHeaderNames()) {
			if (!NOT_KEPT.contains(name.toLowerCase(Locale.ROOT))) {
				headers.put(name, String.join(", ", response.getHeaders(name)));
			}
		}
		headers.put(HttpHeaders.CONTENT_TYPE, String.valueOf(response.getContentType()));
		headers.put(HttpHeaders.VARY, "Accept-Encoding, Cookie");
		return headers;
	}

	/** Another one also if only a header has changed. */
	private static String tag(Map<String, String> headers, byte[] body) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			digest.update(headers.toString().getBytes(StandardCharsets.UTF_8));
			return Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest(body)).substring(0, 22);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
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

	/**
	 * Whether something is on it, as its surrogate keys name it.
	 */
	boolean shows(String thing) {
		return this.shown.contains(thing);
	}

	int weight() {
		return this.plain.full.weight() + this.gzip.full.weight() + OVERHEAD;
	}

	Duration age(Instant now) {
		return Duration.between(this.made, now);
	}

	boolean isOld(Instant now) {
		return age(now).compareTo(MAX_AGE) > 0;
	}

	/**
	 * What a request gets: 200, or 304 if it comes from who has the page already.
	 * @param accepted its Accept-Encoding
	 * @param tags its If-None-Match
	 * @param since its If-Modified-Since, each null if there is none
	 */
	Answer answer(@Nullable String accepted, @Nullable String tags, @Nullable String since) {
		Variant variant = Encoding.GZIP.isIn(accepted) ? this.gzip : this.plain;
		return isKnown(variant, tags, since) ? variant.notModified : variant.full;
	}

	/**
	 * RFC 9110, 13.2.2: a tag counts more than a date.
	 */
	private boolean isKnown(Variant variant, @Nullable String tags, @Nullable String since) {
		if (tags != null) {
			return tags.equals(variant.tag) || Stream.of(tags.split(","))
				.map((tag) -> tag.strip().replaceFirst("^W/", ""))
				.anyMatch((tag) -> tag.equals(variant.tag) || tag.equals("*"));
		}
		return since != null && (since.equals(this.lastModified)
				|| FastHttpDateFormat.parseDate(since) >= this.made.getEpochSecond() * 1000);
	}

	private record Variant(String tag, Answer full, Answer notModified) {

		static Variant of(Encoding encoding, byte[] body, Map<String, String> headers, String pageTag) {
			String tag = '"' + pageTag + encoding.tagSuffix() + '"';
			Map<String, String> all = new LinkedHashMap<>(headers);
			all.put(HttpHeaders.ETAG, tag);
			Map<String, String> few = new LinkedHashMap<>(all);
			few.keySet().retainAll(REPEATED);
			if (encoding != Encoding.PLAIN) {
				all.put(HttpHeaders.CONTENT_ENCODING, encoding.token());
			}
			return new Variant(tag, new Answer(HttpServletResponse.SC_OK, all, body),
					new Answer(HttpServletResponse.SC_NOT_MODIFIED, few, new byte[0]));
		}

	}

}
