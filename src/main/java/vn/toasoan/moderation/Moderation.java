package vn.toasoan.moderation;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.ResponseStatus;
import vn.toasoan.account.SignedIn;
import vn.toasoan.audit.Actor;
import vn.toasoan.audit.AuditLog;
import vn.toasoan.comment.Appeals;
import vn.toasoan.comment.CommentStatus;
import vn.toasoan.comment.Decisions;
import vn.toasoan.comment.Showcase;
import vn.toasoan.web.NoSuchPage;

/**
 * A moderator's decisions, on one comment or on many: the changes of the comments, their
 * lines in the audit log, and the batch by which all is taken back. Each comment is a
 * transaction of its own, so that many don't wait for each other in a circle.
 */
@Service
class Moderation {

	/** More at once nobody can have looked at. */
	static final int MAX_AT_ONCE = 200;

	/**
	 * Found by a question that the moderator has asked; more in one press would take too
	 * long.
	 */
	static final int MAX_FOUND = 500;

	private final Decisions decisions;

	private final Appeals appeals;

	private final Showcase showcase;

	private final DecisionBatches batches;

	private final Queue queue;

	private final RemovedByLaw byLaw;

	private final AuditLog audit;

	private final TransactionTemplate transaction;

	private final Clock clock;

	Moderation(Decisions decisions, Appeals appeals, Showcase showcase, DecisionBatches batches, Queue queue,
			RemovedByLaw byLaw, AuditLog audit, TransactionTemplate transaction, Clock clock) {
		this.decisions = decisions;
		this.appeals = appeals;
		this.showcase = showcase;
		this.batches = batches;
		this.queue = queue;
		this.byLaw = byLaw;
		this.audit = audit;
		this.transaction = transaction;
		this.clock = clock;
	}

	/**
	 * Decides on comments.
	 * @param seen when the page was made on which they stood; null if that is not known
	 * @throws NoSuchPage if one of them is not there, or not in this beat
	 * @throws TooMany if there are more than 200
	 */
	Outcome decide(List<Choice> choices, Verdict verdict, @Nullable Instant seen, SignedIn moderator, Beat beat) {
		List<String> ids = choices.stream().map(Choice::publicId).distinct().toList();
		if (ids.size() > MAX_AT_ONCE) {
			throw new TooMany();
		}
		if (ids.isEmpty() || this.queue.count(ids, beat) < ids.size()) {
			throw new NoSuchPage("comments " + ids);
		}
		return decideEach(oncePerComment(choices), verdict, seen, moderator,
				(ids.size() == 1) ? this.queue.authorName(ids.get(0)) : null, ids.size() > 1);
	}

	private static Collection<Choice> oncePerComment(List<Choice> choices) {
		return choices.stream()
			.collect(Collectors.toMap(Choice::publicId, Function.identity(), (first, again) -> first,
					LinkedHashMap::new))
			.values();
	}

	/**
	 * Decides on comments that were found in the moderator's beat, such as all of one
	 * writer.
	 */
	Outcome decideFound(List<Choice> choices, Verdict verdict, SignedIn moderator) {
		return decideEach(choices, verdict, null, moderator, null, true);
	}

	/**
	 * @param lenient whether what can't be decided like this is left out and counted
	 */
	private Outcome decideEach(Collection<Choice> choices, Verdict verdict, @Nullable Instant seen, SignedIn moderator,
			@Nullable String authorName, boolean lenient) {
		Long batch = null;
		Map<Verdict, Integer> done = new LinkedHashMap<>();
		int left = 0;
		int reserved = 0;
		List<Decisions.Decided> overtaken = new ArrayList<>();
		for (Choice choice : choices) {
			Long known = batch;
			try {
				Long used = this.transaction
					.execute((status) -> decideIfAllowed(choice, verdict, seen, moderator, known));
				batch = (batch != null) ? batch : used;
				done.merge(verdict.on(choice.seen()), 1, Integer::sum);
			}
			catch (Overtaken ex) {
				overtaken.add(this.decisions.last(choice.publicId()));
			}
			catch (RemovedByLaw.EditorsOnly ex) {
				reserved++;
			}
			catch (Decisions.Answered | Decisions.Withdrawn ex) {
				left++;
			}
			catch (Decisions.ImpossibleDecision ex) {
				if (!lenient) {
					throw ex;
				}
				left++;
			}
		}
		return new Outcome(batch, done(done), authorName, overtaken, left, reserved, 0);
	}

	private static List<Outcome.Done> done(Map<Verdict, Integer> numbers) {
		return numbers.entrySet()
			.stream()
			.map((each) -> new Outcome.Done(each.getKey().to(), each.getKey().reason(), each.getValue()))
			.toList();
	}

	private long decideIfAllowed(Choice choice, Verdict verdict, @Nullable Instant seen, SignedIn moderator,
			@Nullable Long known) {
		this.decisions.hold(choice.publicId());
		if (this.decisions.isOvertaken(choice.publicId(), seen, moderator.actor())) {
			throw new Overtaken();
		}
		this.byLaw.require(choice.publicId(), verdict.on(choice.seen()).to(), moderator);
		return decide(choice, verdict, moderator.actor(), known);
	}

	/**
	 * Decides on one comment, inside a transaction, and notes that in a batch.
	 * @param known the batch; null to open one
	 * @return the batch
	 * @throws Overtaken if it is not in the status any more that was seen
	 */
	long decide(Choice choice, Verdict verdict, Actor moderator, @Nullable Long known) {
		Verdict meant = verdict.on(choice.seen());
		long batch = (known != null) ? known : this.batches.open(moderator, meant, this.clock.instant());
		this.decisions.hold(choice.publicId());
		this.batches.add(batch, choice.publicId(), choice.seen(), meant.to());
		if (!this.decisions.decide(choice.publicId(), choice.seen(), meant.to(), moderator, meant.reason())) {
			throw new Overtaken();
		}
		// No word of the comment: the log outlives it.
		this.audit.record(moderator, "comment." + meant.to().name().toLowerCase(Locale.ROOT), "comment",
				choice.publicId(), (meant.reason() != null) ? meant.reason().name() : "");
		return batch;
	}

	/**
	 * Takes a batch back: each of its comments goes to what it was before, unless
	 * somebody has decided on it since.
	 * @throws TooLate if it is not the moderator's own, is older than ten minutes, or was
	 * taken back before
	 */
	Outcome takeBack(long batch, SignedIn moderator) {
		Instant now = this.clock.instant();
		List<DecisionBatches.Item> items = this.transaction.execute((status) -> {
			if (!this.batches.close(batch, moderator.actor(), now)) {
				throw new TooLate();
			}
			return this.batches.items(batch);
		});
		int number = 0;
		int left = 0;
		int reserved = 0;
		int unpinned = 0;
		List<Decisions.Decided> overtaken = new ArrayList<>();
		for (DecisionBatches.Item item : items) {
			try {
				boolean whole = this.transaction.execute((status) -> takeBack(item, moderator));
				unpinned += whole ? 0 : 1;
				number++;
			}
			catch (Overtaken ex) {
				overtaken.add(this.decisions.last(item.publicId()));
			}
			catch (RemovedByLaw.EditorsOnly ex) {
				reserved++;
			}
			catch (Decisions.Answered | Decisions.ImpossibleDecision ex) {
				left++;
			}
		}
		List<Outcome.Done> done = (number > 0) ? List.of(new Outcome.Done(null, null, number)) : List.of();
		return new Outcome(null, done, null, overtaken, left, reserved, unpinned);
	}

	/**
	 * @return false if it had been pinned, and others have taken that place meanwhile
	 */
	private boolean takeBack(DecisionBatches.Item item, SignedIn moderator) {
		this.decisions.hold(item.publicId());
		this.byLaw.requireToTakeBack(item, moderator);
		if (!isTakenBack(item, moderator.actor())) {
			throw new Overtaken();
		}
		this.audit.record(moderator.actor(), "comment.taken-back", "comment", item.publicId(), item.from().name());
		return item.pinnedAt() == null || item.from() != CommentStatus.PUBLISHED || item.to() == CommentStatus.PUBLISHED
				|| this.showcase.pinAgain(item.publicId(), item.pinnedAt());
	}

	private boolean isTakenBack(DecisionBatches.Item item, Actor moderator) {
		if (item.settled() == Settled.KEPT) {
			return this.decisions.takeBackKeeping(item.publicId(), moderator, item.since());
		}
		if (item.settled() == Settled.DISMISSED) {
			return this.appeals.takeBackDismissal(item.publicId(), item.to(), item.reason(), moderator, item.since());
		}
		return this.decisions.takeBack(item.publicId(), item.to(), item.from(), moderator, item.reason(), item.since());
	}

	/**
	 * Somebody else has decided; rolls back what was noted for it.
	 */
	private static class Overtaken extends RuntimeException {

	}

	/**
	 * A decision can't be taken back any more.
	 */
	static class TooLate extends RuntimeException {

	}

	/**
	 * More comments than one press of a button may decide; no page of ours sends so many:
	 * 400.
	 */
	@ResponseStatus(HttpStatus.BAD_REQUEST)
	static class TooMany extends RuntimeException {

	}

}
