package vn.toasoan.delivery;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import vn.toasoan.reading.OwnThreads;
import vn.toasoan.web.Shelf;

/**
 * Stands ahead of everything else and answers from finished pages. A page that is missing
 * or old is made by one request; others that want it meanwhile get the old one, or wait
 * for the new one. While the database is out of reach, old pages go on being served.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class Delivery extends OncePerRequestFilter {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	/**
	 * By what a reader might be given a page in another form than all others: in an
	 * alphabet without Vietnamese letters, for one.
	 */
	private static final Set<String> CHOOSING = Set.of("accept", "accept-charset", "accept-language");

	private final PageCache cache;

	private final Schedule schedule;

	private final Shelf shelf;

	private final Press press;

	private final Regulars regulars;

	private final Dedication dedication;

	private final PackedType type;

	private final Respite respite;

	private final DeliverySettings settings;

	private final Clock clock;

	private final Map<String, CompletableFuture<Optional<Page>>> underWay = new ConcurrentHashMap<>();

	Delivery(PageCache cache, Schedule schedule, Shelf shelf, Press press, Regulars regulars, Dedication dedication,
			PackedType type, Respite respite, DeliverySettings settings, Clock clock) {
		this.cache = cache;
		this.schedule = schedule;
		this.shelf = shelf;
		this.press = press;
		this.regulars = regulars;
		this.dedication = dedication;
		this.type = type;
		this.respite = respite;
		this.settings = settings;
		this.clock = clock;
	}

	/** A probe of whether the site lives must not wait for the database. */
	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return this.settings.isOff() || request.getRequestURI().startsWith("/actuator/");
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		this.schedule.keep();
		String key = PageKey.of(request);
		if (key == null && !PageKey.isOfOneReader(request)) {
			chain.doFilter(request, response);
			return;
		}
		if (key != null) {
			deliver(key, request, response, chain);
		}
		else {
			answerOne(request, response, chain);
		}
	}

	private void answerOne(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String key = PageKey.ofReader(request);
		if (key != null && this.respite.lasts()) {
			deliver(key, new Stranger(request, Set.of()), response, chain);
			return;
		}
		Regular reader = (key != null) ? this.regulars.of(request) : null;
		if (key == null || reader == null) {
			Parcel.send(request, response, chain, this.type);
		}
		else if (reader.isLikeAnybody()) {
			deliver(key, new Stranger(request, Set.of()), response, chain);
		}
		else {
			dedicate(key, reader, request, response, chain);
		}
	}

	/**
	 * Writes what is the reader's own into the finished page. Where there is none, one is
	 * made for everybody first; what can't be kept is sent as it is.
	 */
	private void dedicate(String key, Regular reader, HttpServletRequest request, HttpServletResponse response,
			FilterChain chain) throws ServletException, IOException {
		Page page = fresh(key);
		if (page == null) {
			var finished = new ContentCachingResponseWrapper(response);
			deliver(key, new Stranger(asGet(request), Dedication.HIDDEN), finished, chain);
			page = fresh(key);
			if (page == null && (reader.key() == null || finished.isCommitted())) {
				finished.copyBodyToResponse();
				return;
			}
			response.reset();
		}
		if (page == null || !send(page, reader, request, response)) {
			Parcel.send(request, response, chain, this.type);
		}
	}

	private boolean send(Page page, Regular reader, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		List<String> threads = null;
		if (reader.key() != null) {
			if (page.threads() == null) {
				return false;
			}
			threads = this.regulars.threads(page.threads(), reader.key()).orElse(null);
		}
		if (threads == null && reader.name().isEmpty()) {
			write(page, request, response);
			return true;
		}
		return this.dedication.send(page.edition(), reader.name(), threads, request, response);
	}

	private @Nullable Page fresh(String key) {
		Page page = this.cache.get(key);
		return (page == null || isOld(page)) ? null : page;
	}

	private void deliver(String key, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Page page = this.cache.get(key);
		if (page != null && !isOld(page)) {
			write(page, request, response);
		}
		else if (page != null && this.respite.lastsForOthers()) {
			writeOld(page, request, response);
		}
		else {
			renew(key, page, request, response, chain);
		}
	}

	/**
	 * Lets one request make the page; the others get the old one or wait.
	 */
	private void renew(String key, @Nullable Page page, HttpServletRequest request, HttpServletResponse response,
			FilterChain chain) throws ServletException, IOException {
		var mine = new CompletableFuture<Optional<Page>>();
		var theirs = this.underWay.putIfAbsent(key, mine);
		if (theirs == null) {
			try {
				// Somebody may have been done with it just now.
				answer(key, this.cache.get(key), mine, request, response, chain);
			}
			finally {
				handOut(key, mine, Optional.empty());
			}
		}
		else if (page != null && (this.respite.lasts() || isMerelyPast(page))) {
			writeOld(page, request, response);
		}
		else if (page != null && page.isBearable(this.clock.instant())) {
			write(page, request, response);
		}
		else {
			await(theirs, request, response, chain);
		}
	}

	/**
	 * Lets those have the page who wait for it; before it is sent to the one who has had
	 * it made, who may be slow to take it.
	 */
	private void handOut(String key, CompletableFuture<Optional<Page>> mine, Optional<Page> page) {
		this.underWay.remove(key, mine);
		mine.complete(page);
	}

	/**
	 * Whether nothing has been said to be missing on a page that is out of date.
	 */
	private boolean isMerelyPast(Page page) {
		Instant now = this.clock.instant();
		return page.isPast(now) && page.isBearable(now);
	}

	private boolean isOld(Page page) {
		return page.isOld(this.clock.instant());
	}

	private static void write(Page page, HttpServletRequest request, HttpServletResponse response) throws IOException {
		page.answer(request.getHeader(HttpHeaders.ACCEPT_ENCODING), request.getHeader(HttpHeaders.IF_NONE_MATCH),
				request.getHeader(HttpHeaders.IF_MODIFIED_SINCE))
			.write(response, "HEAD".equals(request.getMethod()));
	}

	/**
	 * Says that it may be out of date, and has nobody keep it.
	 */
	private void writeOld(Page page, HttpServletRequest request, HttpServletResponse response) throws IOException {
		response.setHeader(HttpHeaders.AGE, Long.toString(page.age(this.clock.instant()).toSeconds()));
		response.setHeader(HttpHeaders.WARNING, "110 - \"Response is Stale\"");
		write(page, request, new HttpServletResponseWrapper(response) {
			@Override
			public void setHeader(String name, String value) {
				super.setHeader(name, value.replace(Delivery.this.settings.cdn().cacheControl(), ""));
			}
		});
	}

	private void answer(String key, @Nullable Page page, CompletableFuture<Optional<Page>> mine,
			HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (page != null && !isOld(page)) {
			handOut(key, mine, Optional.of(page));
			write(page, request, response);
		}
		else {
			make(key, page, mine, request, response, chain);
		}
	}

	/**
	 * Has the page made, keeps it if it is for everybody, and answers with it.
	 * @param old to be shown instead if nothing can be made now; null for none
	 * @param mine what others wait for
	 */
	private void make(String key, @Nullable Page old, CompletableFuture<Optional<Page>> mine,
			HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		long begun = this.cache.moment();
		Instant since = this.clock.instant();
		if (old != null && old.isPast(since)) {
			// Nobody has said that something has changed, so what was read before may be
			// old, too.
			this.shelf.clear();
		}
		var draft = new Draft(response, old != null);
		try {
			chain.doFilter(new Stranger(asGet(request), CHOOSING), draft);
		}
		catch (IOException | ServletException | RuntimeException ex) {
			if (old == null) {
				throw ex;
			}
			draft.fail();
		}
		if (old != null && draft.hasFailed()) {
			this.respite.begin();
			handOut(key, mine, Optional.empty());
			response.reset();
			writeOld(old, request, response);
			return;
		}
		this.respite.end();
		if (!draft.isForEverybody()) {
			this.cache.remove(key, old);
			handOut(key, mine, Optional.empty());
			draft.send();
			return;
		}
		Page page = new Page(draft, draft.getContentAsByteArray(), this.clock.instant(), old, OwnThreads.on(request),
				this.settings.cdn());
		handOut(key, mine, keep(key, page, begun, since));
		response.reset();
		write(page, request, response);
	}

	/**
	 * @return what others may have too who have waited for it, even if something on it
	 * has changed meanwhile: if each of them made it anew, more would change meanwhile
	 */
	private Optional<Page> keep(String key, Page page, long begun, Instant since) {
		if (PageKey.isOfPart(key) && addsNothing(page, this.cache.get(PageKey.whole(key)))) {
			return Optional.of(page);
		}
		if (this.cache.put(key, page, begun)) {
			this.press.take(key, page);
			return Optional.of(page);
		}
		return Optional.of(page.outdated(since)).filter((made) -> made.isBearable(this.clock.instant()));
	}

	/**
	 * Whether nobody will ask again for a page with parameters: they have changed nothing
	 * on it, or nobody reads the one without them.
	 */
	private static boolean addsNothing(Page page, @Nullable Page whole) {
		return whole == null || page.saysTheSameAs(whole);
	}

	private static void await(CompletableFuture<Optional<Page>> theirs, HttpServletRequest request,
			HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
		// A copy, or nobody else would wait any longer, either.
		Optional<Page> page = theirs.copy()
			.completeOnTimeout(Optional.empty(), PATIENCE.toSeconds(), TimeUnit.SECONDS)
			.join();
		if (page.isPresent()) {
			write(page.get(), request, response);
		}
		else {
			chain.doFilter(request, response);
		}
	}

	/** The answer to HEAD has the headers of the answer to GET. */
	private static HttpServletRequest asGet(HttpServletRequest request) {
		return new HttpServletRequestWrapper(request) {
			@Override
			public String getMethod() {
				return "GET";
			}
		};
	}

}
