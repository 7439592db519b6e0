package vn.toasoan.comment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.toasoan.site.Timestamps;

/**
 * How the desk has kept up with the comments, from their history: the same numbers for
 * the desk itself and, in {@link Transparency}, for everybody. Each method is one SQL
 * statement, and takes the first instant that counts and the first that no longer does.
 */
@Repository
@Transactional(readOnly = true)
public class DeskRecord {

	private static final double NANOS = Duration.ofSeconds(1).toNanos();

	private final JdbcClient jdbc;

	DeskRecord(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * How long comments had waited when an editor decided on them for the first time and
	 * did not take that back.
	 */
	public Waits waits(Instant from, Instant to) {
		return this.jdbc.sql("""
				select count(*) as number, percentile_cont(0.5) within group (order by waited) as median,
				percentile_cont(0.95) within group (order by waited) as slow from (
				  select extract(epoch from min(e.at)) - extract(epoch from c.created_at) as waited
				  from comment_event e join comment c on c.id = e.comment_id
				  where e.at >= :from and e.at < :to and e.actor_id is not null and e.from_status = 'PENDING'
				  and not e.undone
				  group by c.id, c.created_at) decided""")
			.param("from", Timestamps.of(from))
			.param("to", Timestamps.of(to))
			.query((row, n) -> new Waits(row.getInt("number"), seconds(row, "median"), seconds(row, "slow")))
			.single();
	}

	private static Duration seconds(ResultSet row, String column) throws SQLException {
		return Duration.ofNanos(Math.round(row.getDouble(column) * NANOS));
	}

	/**
	 * What writers asked to be looked at again.
	 */
	public Appeals appeals(Instant from, Instant to) {
		return this.jdbc.sql("""
				select count(*) as made, count(case when state = 'UPHELD' then 1 end) as upheld from comment_appeal
				where made_at >= :from and made_at < :to""")
			.param("from", Timestamps.of(from))
			.param("to", Timestamps.of(to))
			.query((row, n) -> new Appeals(row.getInt("made"), row.getInt("upheld")))
			.single();
	}

	/**
	 * How long comments waited that an editor decided on; zero if there were none.
	 *
	 * @param number how many they were
	 * @param median half of them waited no longer
	 * @param slow 95 of 100 waited no longer
	 */
	public record Waits(int number, Duration median, Duration slow) {
	}

	/**
	 * What writers asked to be looked at again.
	 *
	 * @param upheld how many of them were published after all
	 */
	public record Appeals(int made, int upheld) {
	}

}
