package vn.toasoan.delivery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

import com.aayushatharva.brotli4j.encoder.Encoder;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.tomcat.util.http.FastHttpDateFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.util.function.SingletonSupplier;
import vn.toasoan.web.Freshness;

/**
 * What a page says, in each encoding, from the moment when it began to say so.
 */
final class Edition {

	/**
	 * What a 304 repeats (RFC 9110, 15.4.5); whoever gets it has the rest, which is part
	 * of the tag.
	 */
	private static final Set<String> REPEATED = Set.of(HttpHeaders.CACHE_CONTROL, HttpHeaders.VARY, HttpHeaders.ETAG);

	/** Below this the headers weigh more than what packing takes off. */
	private static final int WORTH_PACKING_BYTES = 256;

	private static final int BROTLI_BEST = 11;

	private final String tag;

	private final Instant since;

	private final String lastModified;

	private final Map<String, String> headers;

	private final byte[] body;

	private final Variant plain;

	private final Variant gzip;

	private final SingletonSupplier<Parts> parts;

	/** Null until somebody has found the time to make it. */
	private volatile @Nullable Variant brotli;

	/**
	 * @param headers all that it is sent with in any encoding
	 * @param tag the same for the same headers and the same body
	 */
	Edition(Map<String, String> headers, byte[] body, String tag, Instant since) {
		this.tag = tag;
		this.since = since;
		this.lastModified = FastHttpDateFormat.formatDate(since.toEpochMilli());
		this.headers = new LinkedHashMap<>(headers);
		this.headers.put(HttpHeaders.LAST_MODIFIED, this.lastModified);
		this.body = body;
		this.parts = SingletonSupplier.of(() -> Parts.of(body));
		this.plain = variant(Encoding.PLAIN, body);
		this.gzip = isWorthPacking() ? variant(Encoding.GZIP, gzip(body)) : this.plain;
	}

	/** Fonts are packed already. */
	private boolean isWorthPacking() {
		return this.body.length >= WORTH_PACKING_BYTES
				&& !String.valueOf(this.headers.get(HttpHeaders.CONTENT_TYPE)).startsWith("font/");
	}

	private Variant variant(Encoding encoding, byte[] bytes) {
		Map<String, String> all = new LinkedHashMap<>(this.headers);
		all.put(HttpHeaders.ETAG, '"' + this.tag + encoding.tagSuffix() + '"');
		Map<String, String> few = new LinkedHashMap<>(all);
		few.keySet().retainAll(REPEATED);
		if (encoding != Encoding.PLAIN) {
			all.put(HttpHeaders.CONTENT_ENCODING, encoding.token());
		}
		return new Variant('"' + this.tag + encoding.tagSuffix() + '"',
				new Answer(HttpServletResponse.SC_OK, all, bytes),
				new Answer(HttpServletResponse.SC_NOT_MODIFIED, few, new byte[0]));
	}

	private static byte[] gzip(byte[] body) {
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
	 * Whether {@link #press} has anything to do.
	 */
	boolean isToBePressed() {
		return this.gzip != this.plain && this.brotli == null;
	}

	/**
	 * Makes the brotli variant, which takes a hundred times longer than gzip and is a
	 * fifth smaller.
	 */
	void press() {
		try {
			byte[] pressed = Encoder.compress(this.body, new Encoder.Parameters().setQuality(BROTLI_BEST));
			this.brotli = variant(Encoding.BROTLI, pressed);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * What of it one reader may get otherwise; parted when it is first asked for.
	 */
	Parts parts() {
		return this.parts.obtain();
	}

	/**
	 * What it is sent with after that: nobody keeps it, and nothing says what it was.
	 */
	Map<String, String> headersForOneReader() {
		Map<String, String> own = new LinkedHashMap<>(this.headers);
		own.keySet().removeAll(Set.of(HttpHeaders.LAST_MODIFIED, Page.SURROGATE_KEY));
		own.put(HttpHeaders.CACHE_CONTROL, Freshness.FOR_ONE_READER);
		return own;
	}

	String tag() {
		return this.tag;
	}

	boolean isTagged(String other) {
		return this.tag.equals(other);
	}

	/** Bytes, with room for what is not made yet: a variant, and the parts. */
	int weight() {
		return this.plain.full.weight() + 3 * this.gzip.full.weight();
	}

	/**
	 * What a request gets: 200, or 304 if it comes from who has the page already.
	 * @param accepted its Accept-Encoding
	 * @param tags its If-None-Match
	 * @param since its If-Modified-Since, each null if there is none
	 */
	Answer answer(@Nullable String accepted, @Nullable String tags, @Nullable String since) {
		List<Encoding> encodings = Encoding.in(accepted);
		Variant best = best(encodings);
		if (tags == null) {
			return isKnown(since) ? best.notModified : best.full;
		}
		if (isAmong(best, tags)) {
			return best.notModified;
		}
		// Perhaps it came when the smaller variant was not made yet.
		for (Encoding encoding : encodings) {
			Variant variant = variant(encoding);
			if (variant != null && isAmong(variant, tags)) {
				return variant.notModified;
			}
		}
		return best.full;
	}

	private Variant best(List<Encoding> encodings) {
		for (Encoding encoding : encodings) {
			Variant variant = variant(encoding);
			if (variant != null) {
				return variant;
			}
		}
		return this.plain;
	}

	private @Nullable Variant variant(Encoding encoding) {
		return switch (encoding) {
			case BROTLI -> this.brotli;
			case GZIP -> this.gzip;
			case PLAIN -> this.plain;
		};
	}

	private boolean isKnown(@Nullable String date) {
		return date != null && (date.equals(this.lastModified)
				|| FastHttpDateFormat.parseDate(date) >= this.since.getEpochSecond() * 1000);
	}

	/** RFC 9110, 13.1.2: compared without regard to weakness. */
	private static boolean isAmong(Variant variant, String tags) {
		return tags.equals(variant.tag) || Stream.of(tags.split(","))
			.map((tag) -> tag.strip().replaceFirst("^W/", ""))
			.anyMatch((tag) -> tag.equals(variant.tag) || tag.equals("*"));
	}

	private record Variant(String tag, Answer full, Answer notModified) {
	}

}
