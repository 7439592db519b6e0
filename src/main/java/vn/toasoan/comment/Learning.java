package vn.toasoan.comment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.toasoan.screening.Experience;
import vn.toasoan.screening.Screening;

/**
 * Lets the screening learn from what editors decide: a minute later on this node, ten on
 * the others. It keeps no words: what it knows is made anew from the latest comments, so
 * a decision that is taken back, or a comment that is erased, leaves nothing behind.
 */
@Component
public class Learning {

	/** Of each kind. Habits of spammers change; and more would only take memory. */
	private static final int LATEST = 2000;

	private static final Duration AT_LEAST_EVERY = Duration.ofMinutes(10);

	private final CommentSettings settings;

	private final Screening screening;

	private final JdbcClient jdbc;

	private final Clock clock;

	private volatile boolean news = true;

	private volatile State state = new State(0, 0, Instant.MIN);

	Learning(CommentSettings settings, Screening screening, JdbcClient jdbc, Clock clock) {
		this.settings = settings;
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
		boolean old = this.state.at().isBefore(this.clock.instant().minus(AT_LEAST_EVERY));
		if (this.settings.learning() && (this.news || old)) {
			learn();
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
	 * What it has learnt from, for the desk to show.
	 */
	public State state() {
		return this.state;
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

	}

}
