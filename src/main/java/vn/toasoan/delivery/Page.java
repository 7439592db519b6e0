package vn.toasoan.delivery;

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

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import vn.toasoan.delivery.DeliverySettings.Cdn;
import vn.toasoan.reading.OwnThreads.Shown;

/**
 * A finished page: the {@link Edition} that it is in, and when it was last made sure that
 * it still is.
 */
final class Page {

	/** What the site's own pages say that they show, parted by blanks. */
	static final String SURROGATE_KEY = "Surrogate-Key";

	/** Said anew here, or of each answer. */
	private static final Set<String> NOT_KEPT = Set.of("content-length", "date", "transfer-encoding", "connection",
			"vary", "etag", "last-modified", "content-type", "accept-ranges");

	/** Stands behind the news of changes, should one ever get lost. */
	private static final Duration MAX_AGE = Duration.ofSeconds(60);

	/**
	 * Where much is added all the time, pages are made anew this long after the first of
	 * it: twice a second, however many comments and likes there are. As much again is
	 * left for the making.
	 */
	private static final Duration PAUSE = Duration.ofMillis(400);

	/** Within a second everybody sees what has been added; some of it is for the way. */
	private static final Duration LATEST = Duration.ofMillis(800);

	/** For what an entry weighs beside its bytes. */
	private static final int OVERHEAD = 8192;

	private final Edition edition;

	private final Set<String> shown;

	private final boolean lasting;

	private final Instant made;

	private final @Nullable Shown threads;

	/** Since when there is more to be seen than it shows; null while there is not. */
	private final @Nullable Instant outdated;

	/**
	 * @param before the page that was kept until now: if it says the same, what was made
	 * of it is taken over; null for none
	 * @param threads the discussion on it, as everybody sees it; null for none
	 * @param cdn the cache in front, which may keep it too
	 */
	Page(HttpServletResponse response, byte[] body, Instant made, @Nullable Page before, @Nullable Shown threads,
			Cdn cdn) {
		Map<String, String> headers = kept(response);
		this.lasting = isLasting(headers.get(HttpHeaders.CACHE_CONTROL));
		headers.put(HttpHeaders.VARY, this.lasting ? "Accept-Encoding" : "Accept-Encoding, Cookie");
		this.made = made;
		this.outdated = null;
		this.threads = threads;
		this.shown = Set.of(headers.getOrDefault(SURROGATE_KEY, "").split(" "));
		if (cdn.isThere() && !this.lasting) {
			headers.merge(HttpHeaders.CACHE_CONTROL, cdn.cacheControl(), String::concat);
			headers.merge(SURROGATE_KEY, Purges.ALL, (keys, all) -> keys + " " + all);
		}
		String tag = tag(headers, body);
		this.edition = (before != null && before.edition.isTagged(tag)) ? before.edition
				: new Edition(headers, body, tag, made);
	}

	private Page(Page page, Instant outdated) {
		this.edition = page.edition;
		this.shown = page.shown;
		this.lasting = page.lasting;
		this.made = page.made;
		this.outdated = outdated;
		this.threads = page.threads;
	}

	/**
	 * The same page, on which something is missing since then, if not for longer.
	 */
	Page outdated(Instant since) {
		return (this.outdated != null && !since.isBefore(this.outdated)) ? this : new Page(this, since);
	}

	private static Map<String, String> kept(HttpServletResponse response) {
		Map<String, String> headers = new LinkedHashMap<>();
		for (String name : response.getHeaderNames()) {
			if (!NOT_KEPT.contains(name.toLowerCase(Locale.ROOT))) {
				headers.put(name, String.join(", ", response.getHeaders(name)));
			}
		}
		headers.put(HttpHeaders.CONTENT_TYPE, String.valueOf(response.getContentType()));
		return headers;
	}

	/**
	 * Whether an answer is said to be the same for ever and for everybody, with whatever
	 * cookie: a file with the hash of its content in its name.
	 */
	static boolean isLasting(@Nullable String cacheControl) {
		return cacheControl != null && cacheControl.contains("public") && cacheControl.contains("immutable");
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

	/**
	 * Whether something is on it, as its surrogate keys name it.
	 */
	boolean shows(String thing) {
		return !this.lasting && (thing.equals(PageCache.EVERYTHING) || this.shown.contains(thing));
	}

	/**
	 * Whether it is the same also for who has a cookie of ours.
	 */
	boolean isLasting() {
		return this.lasting;
	}

	boolean saysTheSameAs(Page other) {
		return this.edition.isTagged(other.edition.tag());
	}

	Edition edition() {
		return this.edition;
	}

	/**
	 * The discussion on it, as everybody sees it; null for none.
	 */
	@Nullable Shown threads() {
		return this.threads;
	}

	/** A discussion is most of its page, and its letters take two bytes each. */
	int weight() {
		return OVERHEAD + this.edition.weight() * ((this.threads != null) ? 2 : 1);
	}

	Duration age(Instant now) {
		return Duration.between(this.made, now);
	}

	/**
	 * Whether it is time to make it anew.
	 */
	boolean isOld(Instant now) {
		return isPast(now) || !isWithin(PAUSE, now);
	}

	/**
	 * Whether it is so old that something may have changed that nobody has told of.
	 */
	boolean isPast(Instant now) {
		return !this.lasting && age(now).compareTo(MAX_AGE) > 0;
	}

	/**
	 * Whether it may be shown while it is being made anew.
	 */
	boolean isBearable(Instant now) {
		return isWithin(LATEST, now);
	}

	/** A clock may be set back. */
	private boolean isWithin(Duration length, Instant now) {
		Instant since = this.outdated;
		return since == null || !now.isBefore(since) && now.isBefore(since.plus(length));
	}

	/**
	 * @see Edition#answer
	 */
	Answer answer(@Nullable String accepted, @Nullable String tags, @Nullable String since) {
		return this.edition.answer(accepted, tags, since);
	}

}
