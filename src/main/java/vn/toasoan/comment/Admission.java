package vn.toasoan.comment;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.toasoan.site.Timestamps;

/**
 * Whether somebody may write: asked by {@link Posting} before anything else is looked at.
 * What moderators decide about writers stands in {@link Bans} and {@link Writers}.
 */
@Service
public class Admission {

	private final Bans bans;

	private final JdbcClient jdbc;

	private final Clock clock;

	Admission(Bans bans, JdbcClient jdbc, Clock clock) {
		this.bans = bans;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Lets a writer in. Two SQL statements.
	 * @return whether what is written waits for an editor in any case
	 * @throws Banned if this writer may not write now
	 * @throws Warned if a warning waits for this writer; it was shown with that, and does
	 * not come again
	 */
	@Transactional(propagation = Propagation.REQUIRES_NEW, noRollbackFor = Warned.class)
	public boolean admit(Submission submission) {
		boolean held = isHeld(this.bans.on(submission));
		if (isWarned(submission.author())) {
			throw new Warned(deliver(submission.author()));
		}
		return held;
	}

	/**
	 * Whether what somebody writes under these bans waits for an editor.
	 * @throws Banned if nothing may be written under one of them
	 */
	static boolean isHeld(List<Bans.Hit> bans) {
		bans.stream().filter((hit) -> hit.effect() == Ban.Effect.REFUSE).findFirst().ifPresent((hit) -> {
			throw new Banned(hit.endsAt());
		});
		return !bans.isEmpty();
	}

	private boolean isWarned(ReaderKey author) {
		return this.jdbc.sql("""
				select exists (select 1 from writer_note n where n.author_key = :key and n.warning = true
				  and n.shown_at is null)""").param("key", author.hash()).query(Boolean.class).single();
	}

	private List<String> deliver(ReaderKey author) {
		List<String> words = this.jdbc.sql("""
				select body from writer_note where author_key = :key and warning = true and shown_at is null
				order by made_at, id""").param("key", author.hash()).query(String.class).list();
		this.jdbc.sql("""
				update writer_note set shown_at = :now where author_key = :key and warning = true
				and shown_at is null""")
			.param("now", Timestamps.of(this.clock.instant()))
			.param("key", author.hash())
			.update();
		return words;
	}

	/**
	 * The writer may not write now.
	 */
	public static class Banned extends RuntimeException {

		private final transient Instant until;

		Banned(Instant until) {
			this.until = until;
		}

		public Instant until() {
			return this.until;
		}

	}

	/**
	 * The newsroom has something to say to the writer before the next comment.
	 */
	public static class Warned extends RuntimeException {

		private final List<String> words;

		Warned(List<String> words) {
			this.words = List.copyOf(words);
		}

		/**
		 * What the newsroom has to say, oldest first; at least one.
		 */
		public List<String> words() {
			return this.words;
		}

	}

}
