package vn.toasoan.comment;

import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.ResponseStatus;
import vn.toasoan.audit.Actor;
import vn.toasoan.web.NoSuchPage;

/**
 * Changes the status of comments. Each change is one guarded update; what hangs on it
 * (what readers see, the counts, the history) moves in the same transaction, and only if
 * the update hit.
 */
@Service
@Transactional
public class Decisions {

	/** Nobody's name: the history outlives what is kept of a reader. */
	private static final Actor WRITER = new Actor(null, "Người viết");

	private final Comments comments;

	private final CommentEvents history;

	private final Discussions discussions;

	private final ReportLedger reports;

	private final Lessons lessons;

	private final AppealLedger appeals;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Decisions(Comments comments, CommentEvents history, Discussions discussions, ReportLedger reports, Lessons lessons,
			AppealLedger appeals, ApplicationEventPublisher events, Clock clock) {
		this.comments = comments;
		this.history = history;
		this.discussions = discussions;
		this.reports = reports;
		this.lessons = lessons;
		this.appeals = appeals;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Decides on a comment.
	 * @param from the status that the decision was made on
	 * @param reason why it is rejected or removed; null if nobody says why
	 * @return false, and nothing is changed, if the comment is no longer in that status
	 * @throws NoSuchPage if there is no such comment
	 * @throws ImpossibleDecision if no comment goes from the one status to the other, or
	 * if its writer has deleted it
	 * @throws Answered if it shall wait again, but has been answered meanwhile
	 */
	public boolean decide(String publicId, CommentStatus from, CommentStatus to, Actor editor,
			@Nullable Reason reason) {
		Comment comment = this.comments.findByPublicId(publicId)
			.orElseThrow(() -> new NoSuchPage("comment " + publicId));
		return decide(comment, from, to, editor, reason);
	}

	boolean decide(Comment comment, CommentStatus from, CommentStatus to, Actor editor, @Nullable Reason reason) {
		boolean confirmed = from == CommentStatus.REMOVED && to == from && comment.isHiddenByReports();
		boolean held = from == to && reason == Reason.LEGAL && mayBeHeldByLaw(comment, from);
		if (!isAllowed(from, to) && !confirmed && !held) {
			throw new ImpossibleDecision(from, to);
		}
		return change(comment, from, to, editor, reason);
	}

	/**
	 * What readers don't see stays what it is, and has another reason from then on, which
	 * says who may bring it back.
	 */
	private boolean mayBeHeldByLaw(Comment comment, CommentStatus status) {
		boolean isGone = status != CommentStatus.PENDING && status != CommentStatus.PUBLISHED;
		return isGone && this.comments.reason(comment.getId()) != Reason.LEGAL;
	}

	/**
	 * Keeps new comments, and counts those that appear. Nobody knows of them yet, so
	 * there is nothing to guard; the thread that a reply belongs to must be held, and
	 * what it answers published: then readers see all that is above it.
	 */
	void begin(Collection<Comment> comments, Instant now) {
		comments.forEach(this.comments::save);
		comments.forEach((comment) -> note(comment, now));
		this.comments.flush();
		List<Comment> published = comments.stream().filter(Comment::isPublished).toList();
		published.stream()
			.filter((comment) -> !comment.isRoot())
			.collect(Collectors.groupingBy(Comment::rootId, TreeMap::new, Collectors.counting()))
			.forEach((root, replies) -> this.comments.grow(root, replies.intValue()));
		Map<Long, List<Comment>> appeared = published.stream()
			.collect(Collectors.groupingBy(Comment::articleId, TreeMap::new, Collectors.toList()));
		appeared.forEach((article, some) -> {
			this.discussions.count(article, CommentSource.SITE, some.size());
			this.events.publishEvent(new CommentAppeared(some.stream().map(Comment::getId).toList(), article, now));
			this.events.publishEvent(new CommentDecided(article, true));
		});
		Set<Long> unseen = comments.stream().map(Comment::articleId).collect(Collectors.toCollection(TreeSet::new));
		unseen.removeAll(appeared.keySet());
		if (!unseen.isEmpty()) {
			this.events.publishEvent(new FiguresChanged(unseen));
		}
	}

	private void note(Comment comment, Instant now) {
		boolean appears = comment.isPublished();
		CommentStatus first = appears ? CommentStatus.PENDING : comment.status();
		this.history.save(new CommentEvent(comment.getId(), now, Actor.SITE, null, first, null));
		if (appears) {
			this.history.save(new CommentEvent(comment.getId(), now, Actor.SITE, first, CommentStatus.PUBLISHED, null));
		}
	}

	/**
	 * Leaves a published comment where it is, whatever readers had against it: their
	 * reports are settled, and no more of them can hide it.
	 * @return false, and nothing is changed, if it is not published (any more)
	 * @throws NoSuchPage if there is no such comment
	 */
	public boolean keep(String publicId, Actor editor) {
		Comment comment = this.comments.findByPublicId(publicId)
			.orElseThrow(() -> new NoSuchPage("comment " + publicId));
		this.comments.holdThread(comment.rootId());
		CommentStatus published = CommentStatus.PUBLISHED;
		if (this.comments.decide(comment.getId(), published, published, null, null) == 0) {
			return false;
		}
		Instant now = this.clock.instant();
		this.reports.settle(comment.getId(), false, now);
		this.history.save(new CommentEvent(comment.getId(), now, editor, published, published, null));
		return true;
	}

	/**
	 * Takes back that a comment was left where it is: what readers have against it waits
	 * for an editor again, and more of it can hide the comment.
	 * @param since when it was left there
	 * @return false, and nothing is changed, if somebody else has decided meanwhile
	 * @throws NoSuchPage if there is no such comment
	 */
	public boolean takeBackKeeping(String publicId, Actor editor, Instant since) {
		Comment comment = this.comments.findByPublicId(publicId)
			.orElseThrow(() -> new NoSuchPage("comment " + publicId));
		this.comments.holdThread(comment.rootId());
		CommentStatus published = CommentStatus.PUBLISHED;
		boolean own = this.history.findFirstByCommentIdOrderByAtDescIdDesc(comment.getId())
			.filter((event) -> event.isBy(editor))
			.isPresent();
		if (!own || this.comments.decide(comment.getId(), published, published, null, null) == 0) {
			return false;
		}
		this.reports.reopen(comment.getId(), since);
		this.history.save(
				new CommentEvent(comment.getId(), this.clock.instant(), editor, published, published, Reason.REPORTED));
		undo(comment, published, published, editor, since);
		return true;
	}

	/**
	 * Takes a decision back: the comment goes from what was decided to what it was
	 * before, and so does what the decision has settled.
	 * @param reason why it was in that status; null if nobody had said why
	 * @param since when the decision was made
	 * @return false, and nothing is changed, if somebody else has decided meanwhile
	 * @throws NoSuchPage if there is no such comment
	 * @throws ImpossibleDecision if its writer has deleted it
	 * @throws Answered if it has been answered, and so can only be removed
	 */
	public boolean takeBack(String publicId, CommentStatus decided, CommentStatus before, Actor editor,
			@Nullable Reason reason, Instant since) {
		Comment comment = this.comments.findByPublicId(publicId)
			.orElseThrow(() -> new NoSuchPage("comment " + publicId));
		if (!change(comment, decided, before, editor, reason)) {
			return false;
		}
		this.reports.reopen(comment.getId(), since);
		if (decided == CommentStatus.PUBLISHED) {
			this.appeals.reopen(comment.getId(), since);
		}
		undo(comment, decided, before, editor, since);
		return true;
	}

	private void undo(Comment comment, CommentStatus decided, CommentStatus before, Actor editor, Instant since) {
		Long id = editor.id();
		if (id != null) {
			this.history.undo(comment.getId(), id, since, before.name(), decided.name());
		}
	}

	/**
	 * Holds the thread of a comment until the transaction ends. Whoever notes something
	 * about a comment before deciding on it calls this first, so that nobody waits in a
	 * circle.
	 * @throws NoSuchPage if there is no such comment
	 */
	public void hold(String publicId) {
		Comment comment = this.comments.findByPublicId(publicId)
			.orElseThrow(() -> new NoSuchPage("comment " + publicId));
		this.comments.holdThread(comment.rootId());
	}

	/**
	 * Whether an editor has had no chance to see how somebody else of the newsroom has
	 * decided on a comment. It must be held.
	 * @param seen when the page was made that the editor decides on; null if that is not
	 * known
	 */
	public boolean isOvertaken(String publicId, @Nullable Instant seen, Actor editor) {
		return seen != null && editor.id() != null && this.history.existByOthers(publicId, seen, editor.id());
	}

	/**
	 * A writer takes a comment back for good, whatever was decided on it.
	 * @param reason a final one
	 * @return false, and nothing is changed, if it was taken back before
	 */
	boolean withdraw(Comment comment, Reason reason) {
		if (comment.isWithdrawn()) {
			return false;
		}
		this.comments.holdThread(comment.rootId());
		CommentStatus from = this.comments.status(comment.getId());
		boolean withdrawn = change(comment, from, CommentStatus.REMOVED, WRITER, reason);
		if (withdrawn) {
			this.comments.forgetHash(comment.getId());
			this.appeals.drop(comment.getId());
		}
		return withdrawn;
	}

	private boolean change(Comment comment, CommentStatus from, CommentStatus to, Actor editor,
			@Nullable Reason reason) {
		if (comment.isWithdrawn()) {
			throw new Withdrawn(from, to);
		}
		this.comments.holdThread(comment.rootId());
		Instant now = this.clock.instant();
		boolean appears = to == CommentStatus.PUBLISHED;
		if (this.comments.decide(comment.getId(), from, to, reason, appears ? now : null) == 0) {
			return false;
		}
		int more = 0;
		if (appears) {
			more = show(comment);
			this.events.publishEvent(new CommentAppeared(List.of(comment.getId()), comment.articleId(), now));
		}
		else if (from == CommentStatus.PUBLISHED) {
			// Only a removed comment leaves a tombstone for what hangs on it.
			if (to != CommentStatus.REMOVED && this.comments.isAnswered(comment.rootId(), comment.path())) {
				throw new Answered();
			}
			more = -hide(comment);
			this.events.publishEvent(new CommentDisappeared(comment.getId(), comment.articleId()));
		}
		this.comments.grow(comment.rootId(), more);
		if (editor.id() != null) {
			this.reports.settle(comment.getId(), !appears, now);
			this.lessons.teach(comment, to, now);
			if (appears) {
				this.appeals.settle(comment.getId(), AppealState.UPHELD, "", editor, now);
			}
			this.events.publishEvent(new DecisionMade(comment.publicId(), from, to, reason, editor));
		}
		this.history.save(new CommentEvent(comment.getId(), now, editor, from, to, reason));
		this.events.publishEvent(new CommentDecided(comment.articleId(), appears && editor.id() == null));
		return true;
	}

	/**
	 * Who decided last on a comment, and when.
	 */
	@Transactional(readOnly = true)
	public Decided last(String publicId) {
		Comment comment = this.comments.findByPublicId(publicId)
			.orElseThrow(() -> new NoSuchPage("comment " + publicId));
		return this.history.findFirstByCommentIdOrderByAtDescIdDesc(comment.getId())
			.map((event) -> new Decided(event.actorName(), event.at(), comment.status()))
			.orElseThrow(() -> new IllegalStateException("Every comment has a history: " + publicId));
	}

	/**
	 * Whether a comment may go from one status to another. It waits again only if a
	 * decision is taken back.
	 */
	public static boolean isAllowed(CommentStatus from, CommentStatus to) {
		return switch (to) {
			case PUBLISHED -> from != CommentStatus.PUBLISHED;
			case REJECTED, SPAM -> from == CommentStatus.PENDING;
			case REMOVED -> from == CommentStatus.PUBLISHED;
			case PENDING -> from != CommentStatus.PENDING && from != CommentStatus.REMOVED;
		};
	}

	/**
	 * A published comment also brings back the removed ones above it, as tombstones.
	 * @return how many more replies readers see
	 */
	private int show(Comment comment) {
		int replies = this.comments.list(repliesUpTo(comment));
		this.comments.list(List.of(root(comment)));
		this.discussions.count(comment.articleId(), comment.source(), 1);
		return replies;
	}

	/**
	 * A removed comment stays as a tombstone while something published hangs on it; it
	 * takes along the tombstones above it that stood only for its sake.
	 * @return how many fewer replies readers see
	 */
	private int hide(Comment comment) {
		int replies = this.comments.unlist(repliesUpTo(comment));
		this.comments.unlist(List.of(root(comment)));
		this.discussions.count(comment.articleId(), comment.source(), -1);
		return replies;
	}

	/**
	 * The paths from below the root down to the comment; at least one, so that the query
	 * has something to ask for.
	 */
	private static List<String> repliesUpTo(Comment comment) {
		List<String> paths = new ArrayList<>(ThreadPath.ancestors(comment.path()));
		paths.add(comment.path());
		paths.remove(0);
		return paths.isEmpty() ? List.of("") : paths;
	}

	private static String root(Comment comment) {
		return ThreadPath.root(comment.path());
	}

	/**
	 * The last decision on a comment. It waits in the session until the next page shows
	 * it.
	 *
	 * @param by the editor's name
	 * @param status what was decided
	 */
	public record Decided(String by, Instant at, CommentStatus status) implements Serializable {
	}

	/**
	 * No comment goes from the one status to the other; no page of ours asks for it: 400.
	 */
	@ResponseStatus(HttpStatus.BAD_REQUEST)
	public static class ImpossibleDecision extends RuntimeException {

		ImpossibleDecision(CommentStatus from, CommentStatus to) {
			super("No comment goes from " + from + " to " + to);
		}

	}

	/**
	 * Its writer has deleted it meanwhile, for good.
	 */
	public static class Withdrawn extends ImpossibleDecision {

		Withdrawn(CommentStatus from, CommentStatus to) {
			super(from, to);
		}

	}

	/**
	 * Replies hang on it: it can be removed, which leaves a tombstone, but not wait
	 * again.
	 */
	public static class Answered extends RuntimeException {

	}

}
