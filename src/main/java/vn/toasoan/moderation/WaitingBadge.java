package vn.toasoan.moderation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import vn.toasoan.account.SignedIn;

/**
 * Tells on every page of the desk how long that has been waiting which waits longest: a
 * comment, a report or an appeal. Asked for by the layout; at most one question to the
 * database for each editor in ten seconds.
 */
@Component("waitingBadge")
public class WaitingBadge {

	private static final Duration KEPT = Duration.ofSeconds(10);

	private final Queue queue;

	private final Beats beats;

	private final Clock clock;

	private final Map<Long, Answer> answers = new ConcurrentHashMap<>();

	WaitingBadge(Queue queue, Beats beats, Clock clock) {
		this.queue = queue;
		this.beats = beats;
		this.clock = clock;
	}

	/**
	 * How long the oldest of what waits in this editor's beat has been waiting; null if
	 * nothing waits, or the editor does not decide on comments.
	 */
	public @Nullable Age of(SignedIn editor) {
		if (!editor.moderates()) {
			return null;
		}
		Instant now = this.clock.instant();
		Answer answer = this.answers.get(editor.id());
		if (answer == null || Duration.between(answer.at(), now).abs().compareTo(KEPT) > 0) {
			answer = new Answer(now, this.queue.oldestWaiting(this.beats.of(editor)).orElse(null));
			this.answers.put(editor.id(), answer);
		}
		return (answer.oldest() != null) ? Age.between(answer.oldest(), now) : null;
	}

	/**
	 * Keeps what a page has found out anyway.
	 */
	void keep(SignedIn editor, @Nullable Instant oldest) {
		this.answers.put(editor.id(), new Answer(this.clock.instant(), oldest));
	}

	private record Answer(Instant at, @Nullable Instant oldest) {

	}

}
