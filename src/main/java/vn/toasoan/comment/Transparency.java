package vn.toasoan.comment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toasoan.site.SiteSettings;
import vn.toasoan.site.Timestamps;

/**
 * What became of the comments of a month, in numbers without a person in them, from the
 * history that is kept for ever. A decision that its editor took back is none.
 */
@Service
@Transactional(readOnly = true)
public class Transparency {

	private final DeskRecord desk;

	private final JdbcClient jdbc;

	private final SiteSettings site;

	private final Clock clock;

	Transparency(DeskRecord desk, JdbcClient jdbc, SiteSettings site, Clock clock) {
		this.desk = desk;
		this.jdbc = jdbc;
		this.site = site;
		this.clock = clock;
	}

	/**
	 * The numbers of a month in the site's zone. Three SQL statements.
	 */
	public Month of(YearMonth month) {
		Instant from = month.atDay(1).atStartOfDay(this.site.zone()).toInstant();
		Instant to = month.plusMonths(1).atDay(1).atStartOfDay(this.site.zone()).toInstant();
		List<Change> changes = this.jdbc
			.sql("""
					select from_status, to_status, reason, human, again, count(*) as number from (
					  select e.from_status, e.to_status, e.reason, case when e.actor_id is null then 0 else 1 end as human,
					  case when e.from_status = e.to_status and exists (
					    select 1 from comment_event b where b.comment_id = e.comment_id and b.at < e.at
					    and b.to_status = e.to_status and b.reason <> 'REPORTED' and not b.undone) then 1 else 0 end as again
					  from comment_event e where e.at >= :from and e.at < :to and not e.undone) c
					group by from_status, to_status, reason, human, again""")
			.param("from", Timestamps.of(from))
			.param("to", Timestamps.of(to))
			.query((row, n) -> change(row))
			.list();
		Map<Reason, Integer> reasons = new EnumMap<>(Reason.class);
		for (Change change : changes) {
			Reason reason = change.reason();
			if (reason != null && reason.isOfTheNewsroom()) {
				reasons.merge(reason, change.number(), Integer::sum);
			}
		}
		return new Month(month, sum(changes, null, null, false),
				sum(changes, CommentStatus.PENDING, CommentStatus.PUBLISHED, false),
				sum(changes, CommentStatus.PENDING, CommentStatus.PUBLISHED, true),
				sum(changes, CommentStatus.PENDING, CommentStatus.REJECTED, true), removed(changes),
				sum(changes, null, CommentStatus.SPAM, false)
						+ sum(changes, CommentStatus.PENDING, CommentStatus.SPAM, true),
				reasons, this.desk.appeals(from, to), minutes(this.desk.waits(from, to).median()));
	}

	/**
	 * The last month that is over and in which anything happened. One SQL statement.
	 */
	public Optional<YearMonth> latest() {
		YearMonth present = YearMonth.now(this.clock.withZone(this.site.zone()));
		return this.jdbc.sql("select max(at) as at from comment_event where at < :month")
			.param("month", Timestamps.of(present.atDay(1).atStartOfDay(this.site.zone()).toInstant()))
			.query((row, n) -> Optional.ofNullable(Timestamps.orNull(row, "at")))
			.single()
			.map((at) -> YearMonth.from(at.atZone(this.site.zone())));
	}

	private static Change change(ResultSet row) throws SQLException {
		String from = row.getString("from_status");
		String reason = row.getString("reason");
		return new Change((from != null) ? CommentStatus.valueOf(from) : null,
				CommentStatus.valueOf(row.getString("to_status")), (reason != null) ? Reason.valueOf(reason) : null,
				row.getInt("human") == 1, row.getInt("again") == 1, row.getInt("number"));
	}

	/**
	 * @param from null for the arrival of a comment
	 * @param to null for whatever it became
	 */
	private static int sum(List<Change> changes, @Nullable CommentStatus from, @Nullable CommentStatus to,
			boolean human) {
		return changes.stream()
			.filter((change) -> change.from() == from && (to == null || change.to() == to) && change.human() == human)
			.mapToInt(Change::number)
			.sum();
	}

	private static int removed(List<Change> changes) {
		return changes.stream()
			.filter((change) -> change.to() == CommentStatus.REMOVED && !change.again() && change.reason() != null
					&& change.reason().isOfTheNewsroom())
			.mapToInt(Change::number)
			.sum();
	}

	/**
	 * Begun minutes count.
	 */
	private static int minutes(Duration time) {
		return (int) time.plusMinutes(1).minusNanos(1).toMinutes();
	}

	/**
	 * @param again whether the newsroom had removed the comment before, and has given
	 * another reason
	 */
	private record Change(@Nullable CommentStatus from, CommentStatus to, @Nullable Reason reason, boolean human,
			boolean again, int number) {

	}

	/**
	 * The numbers of a month.
	 *
	 * @param received from readers
	 * @param atOnce how many of them appeared without an editor
	 * @param approved published by an editor
	 * @param rejected by an editor, before anybody saw them
	 * @param removed by an editor, after readers had seen them
	 * @param spam by rule or by an editor
	 * @param reasons why they were rejected or removed
	 * @param medianMinutes how long those that an editor decided on had waited, in the
	 * middle; 0 if there were none
	 */
	public record Month(YearMonth month, int received, int atOnce, int approved, int rejected, int removed, int spam,
			Map<Reason, Integer> reasons, DeskRecord.Appeals appeals, int medianMinutes) {
	}

}
