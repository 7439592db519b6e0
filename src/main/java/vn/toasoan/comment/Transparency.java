package vn.toasoan.comment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toasoan.site.SiteSettings;

/**
 * What became of the comments of a month, in numbers without a person in them, from the
 * history that is kept for ever.
 */
@Service
@Transactional(readOnly = true)
public class Transparency {

	private static final int MINUTE = 60;

	private final JdbcClient jdbc;

	private final SiteSettings site;

	Transparency(JdbcClient jdbc, SiteSettings site) {
		this.jdbc = jdbc;
		this.site = site;
	}

	/**
	 * The numbers of a month in the site's zone. Three SQL statements.
	 */
	public Month of(YearMonth month) {
		OffsetDateTime from = month.atDay(1).atStartOfDay(this.site.zone()).toOffsetDateTime();
		OffsetDateTime to = month.plusMonths(1).atDay(1).atStartOfDay(this.site.zone()).toOffsetDateTime();
		List<Change> changes = this.jdbc.sql("""
				select from_status, to_status, reason, case when actor_id is null then 0 else 1 end as human,
				count(*) as number from comment_event where at >= :from and at < :to
				group by from_status, to_status, reason, case when actor_id is null then 0 else 1 end""")
			.param("from", from)
			.param("to", to)
			.query((row, n) -> change(row))
			.list();
		Map<Reason, Integer> reasons = new EnumMap<>(Reason.class);
		for (Change change : changes) {
			Reason reason = change.reason();
			if (reason != null && reason.isEditorial()) {
				reasons.merge(reason, change.number(), Integer::sum);
			}
		}
		return new Month(month, sum(changes, null, null, false),
				sum(changes, CommentStatus.PENDING, CommentStatus.PUBLISHED, false),
				sum(changes, CommentStatus.PENDING, CommentStatus.PUBLISHED, true),
				sum(changes, CommentStatus.PENDING, CommentStatus.REJECTED, true), removed(changes),
				sum(changes, null, CommentStatus.SPAM, false)
						+ sum(changes, CommentStatus.PENDING, CommentStatus.SPAM, true),
				reasons, appeals(from, to), median(from, to));
	}

	private static Change change(ResultSet row) throws SQLException {
		String from = row.getString("from_status");
		String reason = row.getString("reason");
		return new Change((from != null) ? CommentStatus.valueOf(from) : null,
				CommentStatus.valueOf(row.getString("to_status")), (reason != null) ? Reason.valueOf(reason) : null,
				row.getInt("human") == 1, row.getInt("number"));
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
			.filter((change) -> change.to() == CommentStatus.REMOVED && change.reason() != null
					&& change.reason().isEditorial())
			.mapToInt(Change::number)
			.sum();
	}

	private Appeals appeals(OffsetDateTime from, OffsetDateTime to) {
		return this.jdbc.sql("""
				select count(*) as made, count(case when state = 'UPHELD' then 1 end) as upheld from comment_appeal
				where made_at >= :from and made_at < :to""")
			.param("from", from)
			.param("to", to)
			.query((row, n) -> new Appeals(row.getInt("made"), row.getInt("upheld")))
			.single();
	}

	private int median(OffsetDateTime from, OffsetDateTime to) {
		double seconds = this.jdbc.sql("""
				select percentile_cont(0.5) within group (order by waited) as median from (
				  select extract(epoch from min(e.at)) - extract(epoch from c.created_at) as waited
				  from comment_event e join comment c on c.id = e.comment_id
				  where e.at >= :from and e.at < :to and e.actor_id is not null and e.from_status = 'PENDING'
				  group by c.id, c.created_at) decided""")
			.param("from", from)
			.param("to", to)
			.query((row, n) -> row.getDouble("median"))
			.single();
		return (int) Math.ceil(seconds / MINUTE);
	}

	private record Change(@Nullable CommentStatus from, CommentStatus to, @Nullable Reason reason, boolean human,
			int number) {

	}

	/**
	 * What writers asked to be looked at again.
	 *
	 * @param upheld how many of them were published after all
	 */
	public record Appeals(int made, int upheld) {
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
			Map<Reason, Integer> reasons, Appeals appeals, int medianMinutes) {
	}

}
