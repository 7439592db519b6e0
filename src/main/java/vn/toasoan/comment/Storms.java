package vn.toasoan.comment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toasoan.audit.Actor;
import vn.toasoan.audit.AuditLog;
import vn.toasoan.site.Timestamps;

/**
 * Storms of bad comments: while one lasts, nothing appears at once unless its writer
 * proves to take some trouble. They begin by themselves when most of what comes is
 * suspect, or by an editor's hand. One row for the whole site, so that all nodes agree.
 */
@Service
@Transactional
public class Storms {

	/** How many of the latest comments are looked at, and how old they may be. */
	static final int LATEST = 30;

	static final Duration WITHIN = Duration.ofMinutes(10);

	/** More than 60 % of them: in a quiet discussion one spammer makes no storm. */
	static final int SUSPECT_BEFORE_STORM = LATEST * 60 / 100;

	static final Duration LASTS = Duration.ofHours(1);

	private final CommentSettings settings;

	private final AuditLog audit;

	private final ApplicationEventPublisher events;

	private final JdbcClient jdbc;

	private final Clock clock;

	Storms(CommentSettings settings, AuditLog audit, ApplicationEventPublisher events, JdbcClient jdbc, Clock clock) {
		this.settings = settings;
		this.audit = audit;
		this.events = events;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * The storm that there is now. One SQL statement.
	 */
	@Transactional(readOnly = true)
	public Optional<Storm> now() {
		return this.jdbc.sql("select * from storm where id = 1 and ends_at > :now")
			.param("now", moment())
			.query((row, n) -> storm(row))
			.optional();
	}

	private static Storm storm(ResultSet row) throws SQLException {
		return new Storm(Timestamps.in(row, "begun_at"), Timestamps.in(row, "ends_at"), row.getString("begun_by"),
				row.getString("reason"));
	}

	/**
	 * Counts again after a suspect comment, and lets a storm begin if they have become
	 * too many. One SQL statement, a second one if it does. Two comments at once begin
	 * one storm.
	 */
	void watch() {
		if (this.settings.storms() && suspects() > SUSPECT_BEFORE_STORM) {
			Instant now = this.clock.instant();
			begin(Actor.SITE, null, now.plus(LASTS), now);
		}
	}

	/** Of fewer than {@link #LATEST} none is counted: they tell nothing. */
	private int suspects() {
		return this.jdbc.sql("""
				select case when count(*) = :latest then coalesce(sum(case when x.suspect = true then 1 else 0 end), 0)
				  else 0 end
				from (select c.suspect, c.created_at, c.source from comment c order by c.id desc limit :latest) x
				where x.source = 'SITE' and x.created_at > :since
				and x.created_at > (select coalesce(s.calmed_at, :since) from storm s where s.id = 1)""")
			.param("latest", LATEST)
			.param("since", moment().minus(WITHIN))
			.query(Integer.class)
			.single();
	}

	/**
	 * Holds all comments by an editor's hand.
	 * @param reason for the audit log and the other editors
	 * @param end when it passes by itself
	 * @return false, and nothing is changed, if there is a storm already
	 */
	public boolean begin(Actor editor, String reason, Instant end) {
		boolean begun = begin(editor, reason, end, this.clock.instant());
		if (begun) {
			this.audit.record(editor, "storm.begun", "site", 1L, reason);
		}
		return begun;
	}

	private boolean begin(Actor actor, @Nullable String reason, Instant end, Instant now) {
		boolean begun = this.jdbc.sql("""
				update storm set begun_at = :now, ends_at = :end, begun_by = :actor, reason = :reason
				where id = 1 and (ends_at is null or ends_at <= :now)""")
			.param("now", Timestamps.of(now))
			.param("end", Timestamps.of(end))
			.param("actor", actor.name())
			.param("reason", reason)
			.update() > 0;
		if (begun) {
			this.events.publishEvent(new StormChanged());
		}
		return begun;
	}

	/**
	 * Ends a storm. What came before it counts for none that begins by itself.
	 * @return false, and nothing is changed, if there is none
	 */
	public boolean calm(Actor editor, String reason) {
		boolean calmed = this.jdbc
			.sql("update storm set ends_at = :now, calmed_at = :now where id = 1 and ends_at > :now")
			.param("now", moment())
			.update() > 0;
		if (calmed) {
			this.events.publishEvent(new StormChanged());
			this.audit.record(editor, "storm.calmed", "site", 1L, reason);
		}
		return calmed;
	}

	private OffsetDateTime moment() {
		return Timestamps.of(this.clock.instant());
	}

	/**
	 * A storm.
	 *
	 * @param begunBy who has begun it; the site itself if too much was suspect
	 * @param reason what an editor has given; null if it began by itself
	 */
	public record Storm(Instant begunAt, Instant endsAt, String begunBy, @Nullable String reason) {
	}

	/**
	 * There is a storm: the writer may prove to take some trouble, or may have the
	 * comment wait. Nothing is kept yet.
	 */
	public static class Raging extends RuntimeException {

	}

}
