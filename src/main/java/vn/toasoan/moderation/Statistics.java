package vn.toasoan.moderation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.toasoan.comment.CommentStatus;
import vn.toasoan.comment.DeskRecord;
import vn.toasoan.comment.FirstLook;
import vn.toasoan.screening.Finding;
import vn.toasoan.screening.Ground;
import vn.toasoan.site.SiteSettings;
import vn.toasoan.site.Timestamps;

/**
 * What the desk has done in the last days, from the history of the comments. Four SQL
 * statements, which read the events of these days and no more. A decision that its editor
 * took back is none.
 */
@Repository
@Transactional(readOnly = true)
class Statistics {

	private static final int HOUR = 3600;

	/** So many of the newest decisions say how good the rules are. */
	private static final int LESSONS = 5000;

	private final DeskRecord desk;

	private final JdbcClient jdbc;

	private final SiteSettings site;

	Statistics(DeskRecord desk, JdbcClient jdbc, SiteSettings site) {
		this.desk = desk;
		this.jdbc = jdbc;
		this.site = site;
	}

	/**
	 * The last days up to now, today among them.
	 */
	Report of(int days, Instant now) {
		ZoneId zone = this.site.zone();
		LocalDate first = now.atZone(zone).toLocalDate().minusDays(days - 1L);
		Instant since = first.atStartOfDay(zone).toInstant();
		Instant tomorrow = first.plusDays(days).atStartOfDay(zone).toInstant();
		Map<LocalDate, Day> byDay = new TreeMap<>();
		first.datesUntil(first.plusDays(days)).forEach((day) -> byDay.put(day, Day.none(day)));
		int[] load = new int[(int) Duration.ofDays(1).toHours()];
		for (Change change : changes(since)) {
			ZonedDateTime at = Instant.ofEpochSecond(change.hour() * HOUR).atZone(zone);
			byDay.computeIfPresent(at.toLocalDate(), (date, day) -> day.with(change));
			if (change.human() && change.from() != null) {
				load[at.getHour()] += change.number();
			}
		}
		return new Report(List.copyOf(byDay.values()), this.desk.waits(since, tomorrow), load, precision(since),
				this.desk.appeals(since, tomorrow));
	}

	private List<Change> changes(Instant since) {
		return this.jdbc.sql("""
				select hour_number, from_status, to_status, human, count(*) as number from (
				  select floor(extract(epoch from at) / 3600) as hour_number, from_status, to_status,
				  case when actor_id is null then 0 else 1 end as human from comment_event
				  where at >= :since and not undone) e
				group by hour_number, from_status, to_status, human""")
			.param("since", Timestamps.of(since))
			.query((row, n) -> change(row))
			.list();
	}

	private static Change change(ResultSet row) throws SQLException {
		String from = row.getString("from_status");
		return new Change(row.getLong("hour_number"), (from != null) ? CommentStatus.valueOf(from) : null,
				CommentStatus.valueOf(row.getString("to_status")), row.getInt("human") == 1, row.getInt("number"));
	}

	/**
	 * Of the comments with this ground, how many editors took down or rejected: their
	 * decisions say how often the rules are right.
	 */
	private List<Precision> precision(Instant since) {
		Map<Ground, int[]> counts = new EnumMap<>(Ground.class);
		this.jdbc.sql("""
				select c.reasons, l.good from lesson l join comment c on c.id = l.comment_id
				where l.taught_at >= :since and c.reasons is not null order by l.taught_at desc limit :most""")
			.param("since", Timestamps.of(since))
			.param("most", LESSONS)
			.query((row) -> {
				boolean good = row.getBoolean("good");
				for (Finding finding : FirstLook.verdict(row.getString("reasons")).findings()) {
					int[] count = counts.computeIfAbsent(finding.ground(), (missing) -> new int[2]);
					count[good ? 0 : 1]++;
				}
			});
		List<Precision> precision = new ArrayList<>();
		counts.forEach((ground, count) -> precision.add(new Precision(ground, count[1], count[0] + count[1])));
		return precision;
	}

	/**
	 * So many changes of one kind in one hour since 1970.
	 */
	record Change(long hour, @Nullable CommentStatus from, CommentStatus to, boolean human, int number) {

	}

	/**
	 * All numbers.
	 *
	 * @param load decisions of editors by the hour of the day, 24 of them
	 */
	record Report(List<Day> days, DeskRecord.Waits waits, int[] load, List<Precision> precision,
			DeskRecord.Appeals appeals) {

		/**
		 * The most that readers sent on one day.
		 */
		int most() {
			return this.days.stream().mapToInt(Day::received).max().orElse(0);
		}

		/**
		 * How long half of the decisions took at most.
		 */
		public Age median() {
			return Age.of(this.waits.median());
		}

		/**
		 * How long 95 of 100 decisions took at most.
		 */
		public Age slow() {
			return Age.of(this.waits.slow());
		}

	}

	/**
	 * What readers sent on one day, and what became of it when it arrived.
	 *
	 * @param atOnce published without an editor
	 * @param spam by the rules
	 * @param published altogether on that day, whenever it was sent
	 * @param rejected or removed altogether on that day
	 */
	record Day(LocalDate date, int received, int atOnce, int spam, int published, int rejected) {

		static Day none(LocalDate date) {
			return new Day(date, 0, 0, 0, 0, 0);
		}

		/**
		 * What waited for an editor.
		 */
		public int held() {
			return Math.max(0, this.received - this.atOnce - this.spam);
		}

		Day with(Change change) {
			boolean arrives = change.from() == null && !change.human();
			boolean published = change.to() == CommentStatus.PUBLISHED && change.from() != CommentStatus.PUBLISHED;
			boolean refused = change.from() != null && change.from() != change.to()
					&& (change.to() == CommentStatus.REJECTED || change.to() == CommentStatus.REMOVED);
			int n = change.number();
			return new Day(this.date, this.received + (arrives ? n : 0),
					this.atOnce + (published && !change.human() ? n : 0),
					this.spam + (arrives && change.to() == CommentStatus.SPAM ? n : 0),
					this.published + (published ? n : 0), this.rejected + (refused ? n : 0));
		}

	}

	/**
	 * How often editors agreed with a ground.
	 */
	record Precision(Ground ground, int right, int decided) {

		public int percent() {
			return Math.round(100f * this.right / this.decided);
		}

	}

}
