package vn.toasoan.comment;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.toasoan.screening.Ground;
import vn.toasoan.site.Secrets;

/**
 * Takes readers' comments. The same comment sent twice, or sixteen times at once, is kept
 * once: a unique key decides, in a transaction of its own.
 */
@Service
public class Posting {

	private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

	private static final int PUBLIC_ID_LENGTH = 12;

	private static final SecureRandom RANDOM = new SecureRandom();

	private final Comments comments;

	private final Parents parents;

	private final Decisions decisions;

	private final Discussions discussions;

	private final FirstLook firstLook;

	private final Verification verification;

	private final ProofOfWork proofs;

	private final Storms storms;

	private final Influx influx;

	private final Admission admission;

	private final Limits limits;

	private final Secrets secrets;

	private final TransactionTemplate transaction;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Posting(Influx influx, Comments comments, Parents parents, Decisions decisions, Discussions discussions,
			FirstLook firstLook, Admission admission, Verification verification, ProofOfWork proofs, Storms storms,
			Limits limits, Secrets secrets, TransactionTemplate transaction, ApplicationEventPublisher events,
			Clock clock) {
		this.influx = influx;
		this.comments = comments;
		this.parents = parents;
		this.decisions = decisions;
		this.discussions = discussions;
		this.firstLook = firstLook;
		this.verification = verification;
		this.proofs = proofs;
		this.storms = storms;
		this.admission = admission;
		this.limits = limits;
		this.secrets = secrets;
		this.transaction = transaction;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Keeps a comment of a reader who has come with a key, and publishes it if nothing
	 * speaks against it and the discussion's mode allows.
	 * @see #post(Submission, boolean)
	 */
	public Receipt post(Submission submission) {
		return post(submission, false);
	}

	/**
	 * Keeps a comment, and publishes it if nothing speaks against it and the discussion's
	 * mode allows.
	 * @param newcomer whether the reader has come without a key, and got this one now
	 * @throws Admission.Banned if the writer may not write now
	 * @throws Admission.Warned if the newsroom has something to say to the writer first
	 * @throws DiscussionClosed if the article takes no comments
	 * @throws ParentGone if what it replies to is not there (any more)
	 * @throws ThreadTooDeep if it would stand deeper than 20 replies
	 * @throws Storms.Raging if it would appear at once, but there is a storm, and its
	 * writer has not been asked yet
	 * @throws Limits.TooMany if the reader, or the network, has sent too many
	 * @throws Verifier.AddressNeeded if its writer is to get letters, but has given no
	 * address, or none that serves
	 * @throws Verifier.TooManyLetters if the address has got too many letters
	 */
	public Receipt post(Submission submission, boolean newcomer) {
		return together(submission, newcomer).or(() -> find(submission)).orElseGet(() -> alone(submission, newcomer));
	}

	/** With others that come at the same time, if it is as plain as most are. */
	private Optional<Receipt> together(Submission submission, boolean newcomer) {
		if (submission.wantsLetters() || TransactionSynchronizationManager.isActualTransactionActive()) {
			return Optional.empty();
		}
		FirstLook.Impression impression = this.firstLook.atUnknown(submission);
		return impression.isSuspect() ? Optional.empty() : this.influx.take(submission, impression, newcomer);
	}

	private Receipt alone(Submission submission, boolean newcomer) {
		boolean held = this.admission.admit(submission);
		try {
			Kept kept = this.transaction.execute((status) -> keep(submission, held, newcomer));
			if (kept.alarming()) {
				this.storms.watch();
			}
			return kept.receipt();
		}
		catch (DataIntegrityViolationException | Limits.TooMany ex) {
			// Perhaps it was only sent twice, and the first one has just been kept.
			return find(submission).orElseThrow(() -> ex);
		}
	}

	private Optional<Receipt> find(Submission submission) {
		return this.comments.findByContentHash(submission.hash())
			.map((comment) -> new Receipt(comment.publicId(), comment.isPublished(), comment.isBy(submission.author()),
					null));
	}

	private Kept keep(Submission submission, boolean held, boolean newcomer) {
		Discussion discussion = this.discussions.of(submission.articleId());
		CommentMode mode = discussion.mode();
		if (mode == CommentMode.CLOSED) {
			throw new DiscussionClosed(discussion.closesAt());
		}
		Comment parent = parent(submission);
		this.limits.count(Limits.Act.COMMENT, submission.author(), newcomer, submission.address());
		FirstLook.Impression first = this.firstLook.at(submission);
		FirstLook.Impression impression = held ? first.noting(Ground.BAN) : first;
		boolean invited = mode.admits(impression::trusted, () -> this.verification.isVerified(submission.author()));
		boolean welcome = invited && weathers(impression, submission);
		String email = submission.email();
		Instant now = this.clock.instant();
		Comment comment = new Comment(this.comments.nextId(), publicId(), submission, parent, impression,
				(email != null) ? this.secrets.encrypt(Comment.EMAIL, email) : null, now);
		boolean published = !impression.isSuspect() && !held && welcome;
		if (published) {
			comment.appear(now);
		}
		this.decisions.begin(List.of(comment), now);
		if (!impression.isSpam()) {
			boolean helps = !held && (invited ? email != null : mode == CommentMode.VERIFIED);
			tell(comment, submission, !published && !impression.isSuspect() && helps && this.verification.isPossible());
		}
		return new Kept(new Receipt(comment.publicId(), published, true, null),
				impression.isSuspect() && !impression.storm());
	}

	private void tell(Comment comment, Submission submission, boolean awaitsVerification) {
		if (awaitsVerification) {
			comment.awaitVerification();
		}
		this.events.publishEvent(CommentTaken.of(comment, submission, awaitsVerification));
	}

	private @Nullable Comment parent(Submission submission) {
		if (submission.parent() == null) {
			return null;
		}
		Comment parent = this.parents.hold(submission).answeredBy(submission);
		if (parent == null) {
			throw new ParentGone();
		}
		if (parent.isAtTheBottom()) {
			throw new ThreadTooDeep();
		}
		return parent;
	}

	/**
	 * In a storm a comment waits, unless its writer has taken some trouble: now, or once
	 * by being verified. Whether the writer is asked does not depend on the text: nobody
	 * learns from it what is suspect.
	 */
	private boolean weathers(FirstLook.Impression impression, Submission submission) {
		if (!impression.storm() || this.verification.isVerified(submission.author())) {
			return true;
		}
		if (submission.proof() == null) {
			throw new Storms.Raging();
		}
		return this.proofs.accept(submission.proof());
	}

	static String publicId() {
		return RANDOM.ints(PUBLIC_ID_LENGTH, 0, ALPHABET.length())
			.collect(StringBuilder::new, (id, i) -> id.append(ALPHABET.charAt(i)), StringBuilder::append)
			.toString();
	}

	/**
	 * What has become of a submission.
	 *
	 * @param published whether all readers see it
	 * @param own whether it was written with the sender's own key; false if somebody else
	 * had sent the very same before
	 * @param below what follows the article's path to get to it; null if that is still to
	 * be found out
	 */
	public record Receipt(String publicId, boolean published, boolean own, @Nullable String below) {
	}

	/**
	 * @param alarming whether it may be the beginning of a storm
	 */
	private record Kept(Receipt receipt, boolean alarming) {
	}

	/**
	 * The article takes no comments.
	 */
	public static class DiscussionClosed extends RuntimeException {

		private final transient @Nullable Instant since;

		DiscussionClosed(@Nullable Instant since) {
			this.since = since;
		}

		/**
		 * When it was closed; null if nobody knows.
		 */
		public @Nullable Instant since() {
			return this.since;
		}

	}

	/**
	 * What was to be answered is not there, or not any more.
	 */
	public static class ParentGone extends RuntimeException {

	}

	/**
	 * The chain of replies has become too long.
	 */
	public static class ThreadTooDeep extends RuntimeException {

	}

}
