package vn.toasoan.comment;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

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
	 * @throws Banned if this writer may not write now
	 * @throws Warned if a warning waits for this writer; it was shown with that, and does
	 * not come again
	 */
	@Transactional(propagation = Propagation.REQUIRES_NEW, noRollbackFor = Warned.class)
	public Terms admit(Submission submission) {
		boolean held = false;
		for (Bans.Hit hit : this.bans.on(submission)) {
			if (hit.effect() == Ban.Effect.REFUSE) {
				throw new Banned(hit.endsAt());
			}
			held = true;
		}
		Known known = known(submission.author());
		if (known.warnings() > 0) {
			throw new Warned(deliver(submission.author()));
		}
		return new Terms(held, known.trusted());
	}

	private Known known(ReaderKey author) {
		return this.jdbc.sql("""
				select (select count(*) from writer_note n where n.author_key = :key and n.warning = true
				  and n.shown_at is null) as warnings,
				(select count(*) from trusted_writer t where t.author_key = :key) as trusted""")
			.param("key", author.hash())
			.query((row, n) -> new Known(row.getInt("warnings"), row.getInt("trusted") > 0))
			.single();
	}

	private List<String> deliver(ReaderKey author) {
		List<String> words = this.jdbc.sql("""
				select body from writer_note where author_key = :key and warning = true and shown_at is null
				order by made_at, id""").param("key", author.hash()).query(String.class).list();
		this.jdbc.sql("""
				update writer_note set shown_at = :now where author_key = :key and warning = true
				and shown_at is null""")
			.param("now", OffsetDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC))
			.param("key", author.hash())
			.update();
		return words;
	}

	private record Known(int warnings, boolean trusted) {

	}

	/**
	 * On what terms somebody writes.
	 *
	 * @param held whether what is written waits for an editor in any case
	 * @param trusted whether it needs no comments approved before
	 */
	public record Terms(boolean held, boolean trusted) {

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
