package vn.toasoan.comment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.toasoan.audit.Actor;
import vn.toasoan.screening.Experience;
import vn.toasoan.screening.Screening;

/**
 * Lets the screening learn from what editors decide: a minute later on this node, ten on
 * the others. It keeps no words: what it knows is made anew from the latest comments, so
 * a decision that is taken back, or a comment that is erased, leaves nothing behind.
 * Editors may forbid it ({@link LearningSwitch}), and so may the operator.
 */
@Component
public class Learning {

	/** Of each kind. Habits of spammers change; and more would only take memory. */
	private static final int LATEST = 2000;

	private static final Duration AT_LEAST_EVERY = Duration.ofMinutes(10);

	private static final State NOTHING = new State(0, 0, Instant.MIN);

	private final CommentSettings settings;

	private final LearningSwitch choice;

	private final Screening screening;

	private final JdbcClient jdbc;

	private final Clock clock;

	private volatile boolean news = true;

	private volatile State state = NOTHING;

	Learning(CommentSettings settings, LearningSwitch choice, Screening screening, JdbcClient jdbc, Clock clock) {
		this.settings = settings;
		this.choice = choice;
		this.screening = screening;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@EventListener
	public void hear(CommentDecided decided) {
		this.news = true;
	}

	@Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
	void learnIfThereIsNews() {
		if (!this.settings.learning()) {
			return;
		}
		if (!this.choice.position().learning()) {
			forget();
			return;
		}
		boolean old = this.state.at().isBefore(this.clock.instant().minus(AT_LEAST_EVERY));
		if (this.news || old) {
			learn();
		}
	}

	private void forget() {
		if (this.state != NOTHING) {
			this.screening.learn(Experience.NONE);
			this.state = NOTHING;
		}
	}

	/**
	 * Learns from the latest decisions. Two SQL statements.
	 */
	void learn() {
		this.news = false;
		List<String> good = texts(true);
		List<String> bad = texts(false);
		this.screening.learn(Experience.of(good, bad));
		this.state = new State(good.size(), bad.size(), this.clock.instant());
	}

	private List<String> texts(boolean good) {
		return this.jdbc.sql("""
				select c.body_source from lesson l join comment c on c.id = l.comment_id where l.good = :good
				order by l.good desc, l.taught_at desc, l.comment_id desc limit :latest""")
			.param("good", good)
			.param("latest", LATEST)
			.query(String.class)
			.list();
	}

	/**
	 * Allows or forbids it, by an editor's hand: at once here, within a minute on other
	 * nodes.
	 * @return false, and nothing is changed, if it was so already, or the operator has
	 * forbidden it
	 */
	public boolean turn(boolean allowed, Actor editor) {
		boolean turned = this.settings.learning() && this.choice.turn(allowed, editor);
		learnIfThereIsNews();
		return turned;
	}

	/**
	 * What it has learnt from, for the desk to show.
	 */
	public State state() {
		return this.state;
	}

	/**
	 * Whether it may learn, and who says so. One SQL statement.
	 */
	public Permission permission() {
		LearningSwitch.Position position = this.choice.position();
		return new Permission(this.settings.learning(), position.learning(), position.by(), position.at());
	}

	/**
	 * How much was learnt from.
	 *
	 * @param good approved comments, the latest 2,000 at most
	 * @param bad rejected and removed ones and spam, likewise
	 * @param at when; long ago if it has learnt nothing yet
	 */
	public record State(int good, int bad, Instant at) {

		/**
		 * Whether it is enough to judge by.
		 */
		public boolean isEnough() {
			return this.good >= Experience.ENOUGH && this.bad >= Experience.ENOUGH;
		}

		/**
		 * Whether it has learnt anything since this node has been running, or has been
		 * allowed to.
		 */
		public boolean isKnown() {
			return !this.at.equals(Instant.MIN);
		}

	}

	/**
	 * Whether the site may learn.
	 *
	 * @param byOperator whether the operator allows it; no editor can overrule a no
	 * @param byEditors whether the editors allow it
	 * @param by who has turned the switch last; null if nobody ever has
	 */
	public record Permission(boolean byOperator, boolean byEditors, @Nullable String by, @Nullable Instant at) {

		public boolean isGiven() {
			return this.byOperator && this.byEditors;
		}

	}

}
