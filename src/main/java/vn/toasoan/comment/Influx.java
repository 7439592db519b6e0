package vn.toasoan.comment;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.toasoan.comment.FirstLook.Impression;
import vn.toasoan.comment.Posting.Receipt;

/**
 * Keeps comments that come at the same time together: in one transaction, with as many
 * statements as one of them would take. Only the plainest ones are kept so, of whose
 * writers and texts nothing is on record; {@link Posting} looks at the others one by one.
 * See {@code docs/adr/0028}.
 */
@Component
class Influx implements DisposableBean {

	/** At once; more only make the first ones wait. */
	static final int MOST = 64;

	private static final Logger log = LoggerFactory.getLogger(Influx.class);

	private final Comments comments;

	private final Parents parents;

	private final Decisions decisions;

	private final Discussions discussions;

	private final Precedents precedents;

	private final Limits limits;

	private final Threads threads;

	private final TransactionTemplate transaction;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	private final BlockingQueue<Arrival> waiting = new LinkedBlockingQueue<>();

	private final ExecutorService desk = Executors.newSingleThreadExecutor((work) -> {
		Thread thread = new Thread(work, "influx");
		thread.setDaemon(true);
		return thread;
	});

	Influx(Comments comments, Parents parents, Decisions decisions, Discussions discussions, Precedents precedents,
			Limits limits, Threads threads, TransactionTemplate transaction, ApplicationEventPublisher events,
			Clock clock) {
		this.comments = comments;
		this.parents = parents;
		this.decisions = decisions;
		this.discussions = discussions;
		this.precedents = precedents;
		this.limits = limits;
		this.threads = threads;
		this.transaction = transaction;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Keeps a comment together with those that come at the same time, once it is on the
	 * disk.
	 * @param impression how it is judged if nothing is on record
	 * @param newcomer whether the reader has come without a key, and got this one now
	 * @return empty, and nothing is kept, if it is to be looked at by itself
	 */
	Optional<Receipt> take(Submission submission, Impression impression, boolean newcomer) {
		var arrival = new Arrival(submission, impression, newcomer, new CompletableFuture<>());
		this.waiting.add(arrival);
		this.desk.execute(this::work);
		try {
			return arrival.receipt.join();
		}
		catch (CompletionException ex) {
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : ex;
		}
	}

	private void work() {
		List<Arrival> arrivals = new ArrayList<>();
		if (this.waiting.drainTo(arrivals, MOST) == 0) {
			return;
		}
		Map<Arrival, Receipt> receipts = Map.of();
		try {
			receipts = this.transaction.execute((status) -> keep(arrivals));
		}
		catch (CannotCreateTransactionException ex) {
			arrivals.forEach((arrival) -> arrival.receipt.completeExceptionally(ex));
		}
		catch (RuntimeException ex) {
			log.debug("{} comments are looked at one by one", arrivals.size(), ex);
		}
		finally {
			for (Arrival arrival : arrivals) {
				arrival.receipt.complete(Optional.ofNullable(receipts.get(arrival)));
			}
		}
	}

	private Map<Arrival, Receipt> keep(List<Arrival> arrivals) {
		Map<Long, CommentMode> modes = new HashMap<>();
		Parents.Held parents = this.parents.holdFree(arrivals.stream().map(Arrival::submission).toList());
		List<Arrival> plain = this.precedents.without(arrivals)
			.stream()
			.filter((arrival) -> isPlain(modes.computeIfAbsent(arrival.articleId(), this::mode)))
			.filter((arrival) -> hasItsPlace(arrival.submission, parents))
			// In the same order on all nodes, so that nobody waits for one who waits.
			.sorted(Comparator.comparing((arrival) -> arrival.submission.hash()))
			.toList();
		if (plain.isEmpty()) {
			return Map.of();
		}
		this.limits.count(Limits.Act.COMMENT, plain.stream().map(Arrival::asker).toList());
		Instant now = this.clock.instant();
		Iterator<Long> ids = this.comments.nextIds(plain.size()).iterator();
		Map<Arrival, Comment> taken = new LinkedHashMap<>();
		for (Arrival arrival : plain) {
			Comment comment = new Comment(ids.next(), Posting.publicId(), arrival.submission,
					parents.answeredBy(arrival.submission), arrival.impression, null, now);
			if (modes.getOrDefault(comment.articleId(), CommentMode.ALL).admits(() -> false, () -> false)) {
				comment.appear(now);
			}
			taken.put(arrival, comment);
		}
		this.decisions.begin(taken.values(), now);
		return receipts(taken);
	}

	private CommentMode mode(long articleId) {
		return this.discussions.of(articleId).mode();
	}

	/** No letter has to be written, and nobody to be told that it is too late. */
	private static boolean isPlain(CommentMode mode) {
		return mode != CommentMode.VERIFIED && mode != CommentMode.CLOSED;
	}

	/**
	 * Nobody has to wait for the thread, or to be told that what is answered is gone or
	 * too deep.
	 */
	private static boolean hasItsPlace(Submission submission, Parents.Held parents) {
		Comment parent = parents.answeredBy(submission);
		return submission.parent() == null || (parent != null && !parent.isAtTheBottom());
	}

	private Map<Arrival, Receipt> receipts(Map<Arrival, Comment> taken) {
		Map<Long, Set<String>> openings = new HashMap<>();
		Map<Arrival, Receipt> receipts = new HashMap<>();
		taken.forEach((arrival, comment) -> {
			String below = comment.isPublished() && comment.isRoot() ? Threads.begun(comment.publicId(),
					openings.computeIfAbsent(comment.articleId(), this.threads::opening)) : null;
			this.events.publishEvent(CommentTaken.of(comment, arrival.submission, false));
			receipts.put(arrival, new Receipt(comment.publicId(), comment.isPublished(), true, below));
		});
		return receipts;
	}

	@Override
	public void destroy() {
		this.desk.shutdown();
	}

	/**
	 * A comment that has come, and the answer that its writer waits for.
	 */
	record Arrival(Submission submission, Impression impression, boolean newcomer,
			CompletableFuture<Optional<Receipt>> receipt) {

		long articleId() {
			return this.submission.articleId();
		}

		Limits.Asker asker() {
			return new Limits.Asker(this.submission.author(), this.newcomer, this.submission.address());
		}

	}

}
