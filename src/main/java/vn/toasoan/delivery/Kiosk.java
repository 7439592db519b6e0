package vn.toasoan.delivery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;

import org.apache.coyote.ActionCode;
import org.apache.coyote.Adapter;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.tomcat.util.buf.ByteChunk;
import org.apache.tomcat.util.buf.MessageBytes;
import org.apache.tomcat.util.http.MimeHeaders;
import org.apache.tomcat.util.net.SocketEvent;
import org.jspecify.annotations.Nullable;

/**
 * Hands out finished pages at the street, before the servlet container has been entered
 * at all: its own work for a request costs several times what sending the bytes does.
 * Whatever is in the least unusual goes in, where {@link Delivery} looks after it.
 */
class Kiosk implements Adapter {

	/** Who has a cookie of ours may see more than others do. */
	private static final String OWN_COOKIE = "toasoan_";

	private final Adapter container;

	private final Turnstile turnstile;

	private final PageCache cache;

	private final Schedule schedule;

	private final Clock clock;

	private final boolean logged;

	/**
	 * @param container who answers all other requests
	 * @param turnstile whose threads come here
	 * @param logged whether there is an access log
	 */
	Kiosk(Adapter container, Turnstile turnstile, PageCache cache, Schedule schedule, Clock clock, boolean logged) {
		this.container = container;
		this.turnstile = turnstile;
		this.cache = cache;
		this.schedule = schedule;
		this.clock = clock;
		this.logged = logged;
	}

	@Override
	public void service(Request request, Response response) throws Exception {
		Answer answer = isAcceptable(request, response) ? answer(request) : null;
		if (answer == null) {
			this.turnstile.goInside();
			this.container.service(request, response);
			return;
		}
		try {
			answer.write(response);
			response.action(ActionCode.CLOSE, null);
		}
		catch (IOException ex) {
			// The reader has gone.
			response.setErrorException(ex);
		}
		if (this.logged) {
			this.container.log(request, response, System.nanoTime() - request.getStartTimeNanos());
		}
	}

	/**
	 * What is wrong with a request is known, and its status set, before it comes here.
	 */
	private static boolean isAcceptable(Request request, Response response) {
		String method = request.getMethod();
		return response.getStatus() == 200 && request.queryString().isNull()
				&& ("GET".equals(method) || "HEAD".equals(method))
				&& request.requestURI().getType() == MessageBytes.T_BYTES;
	}

	private @Nullable Answer answer(Request request) {
		ByteChunk path = request.requestURI().getByteChunk();
		// Never changes a byte, so an unusual spelling is never an address in the cache.
		Page page = this.cache
			.get(new String(path.getBuffer(), path.getStart(), path.getLength(), StandardCharsets.ISO_8859_1));
		if (page == null) {
			return null;
		}
		Instant now = this.clock.instant();
		return (this.schedule.isDue(now) || page.isOld(now)) ? null : answer(page, request.getMimeHeaders());
	}

	private static @Nullable Answer answer(Page page, MimeHeaders headers) {
		String accepted = null;
		String tags = null;
		String since = null;
		for (int i = 0; i < headers.size(); i++) {
			MessageBytes name = headers.getName(i);
			MessageBytes value = headers.getValue(i);
			if (name.equalsIgnoreCase("Cookie")) {
				if (!page.isLasting() && value.indexOf(OWN_COOKIE) >= 0) {
					return null;
				}
			}
			else if (name.equalsIgnoreCase("Accept-Encoding") && accepted == null) {
				accepted = value.toString();
			}
			else if (name.equalsIgnoreCase("If-None-Match") && tags == null) {
				tags = value.toString();
			}
			else if (name.equalsIgnoreCase("If-Modified-Since") && since == null) {
				since = value.toString();
			}
			else if (isUnusual(name)) {
				return null;
			}
		}
		return page.answer(accepted, tags, since);
	}

	/** Said twice, or not said by browsers that only read. */
	private static boolean isUnusual(MessageBytes name) {
		return name.equalsIgnoreCase("Accept-Encoding") || name.equalsIgnoreCase("If-None-Match")
				|| name.equalsIgnoreCase("If-Modified-Since") || name.equalsIgnoreCase("Content-Length")
				|| name.equalsIgnoreCase("Transfer-Encoding") || name.equalsIgnoreCase("Expect")
				|| name.equalsIgnoreCase("Upgrade");
	}

	@Override
	public boolean prepare(Request request, Response response) throws Exception {
		return this.container.prepare(request, response);
	}

	@Override
	public boolean asyncDispatch(Request request, Response response, SocketEvent status) throws Exception {
		this.turnstile.goInside();
		return this.container.asyncDispatch(request, response, status);
	}

	@Override
	public void log(Request request, Response response, long time) {
		this.container.log(request, response, time);
	}

	@Override
	public void checkRecycled(Request request, Response response) {
		this.container.checkRecycled(request, response);
	}

	@Override
	public String getDomain() {
		return this.container.getDomain();
	}

}
