package vn.toasoan.moderation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.toasoan.audit.Actor;
import vn.toasoan.comment.CommentStatus;
import vn.toasoan.comment.Reason;
import vn.toasoan.site.Timestamps;

/**
 * What was decided with one press of a button, kept so that it can be taken back.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class DecisionBatches {

	/** How long a decision can be taken back by the editor who has made it. */
	static final Duration UNDOABLE = Duration.ofMinutes(10);

	private static final int SHOWN = 50;

	private final JdbcClient jdbc;

	DecisionBatches(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	long open(Actor moderator, Verdict verdict, Instant now) {
		return open(moderator, verdict, null, now);
	}

	/**
	 * @param settled what was decided where the comment stays what it is; else null
	 */
	long open(Actor moderator, Verdict verdict, @Nullable Settled settled, Instant now) {
		long id = this.jdbc.sql("select nextval('decision_batch_seq')").query(Long.class).single();
		this.jdbc.sql("""
				insert into decision_batch (id, made_at, actor_id, to_status, reason, settled)
				values (:id, :now, :actor, :to, :reason, :settled)""")
			.param("id", id)
			.param("now", Timestamps.of(now))
			.param("actor", moderator.id())
			.param("to", verdict.to().name())
			.param("reason", name(verdict.reason()))
			.param("settled", (settled != null) ? settled.name() : null)
			.update();
		return id;
	}

	/**
	 * Notes what a comment was, before it is decided.
	 */
	void add(long batch, String publicId, CommentStatus from, CommentStatus to) {
		this.jdbc.sql("""
				insert into decision_item (batch_id, comment_id, from_status, from_reason, to_status, pinned_at)
				select :batch, id, :from, reason, :to, pinned_at from comment where public_id = :comment""")
			.param("batch", batch)
			.param("comment", publicId)
			.param("from", from.name())
			.param("to", to.name())
			.update();
	}

	/**
	 * Lets a batch be taken back once, by whoever has made it, while it is fresh.
	 * @return false if it may not
	 */
	boolean close(long batch, Actor moderator, Instant now) {
		return this.jdbc.sql("""
				update decision_batch set undone_at = :now
				where id = :batch and actor_id = :actor and undone_at is null and made_at > :since""")
			.param("now", Timestamps.of(now))
			.param("batch", batch)
			.param("actor", moderator.id())
			.param("since", Timestamps.of(now.minus(UNDOABLE)))
			.update() == 1;
	}

	/**
	 * The comments of a batch, replies before what they answer, so that they can be taken
	 * back in this order.
	 */
	List<Item> items(long batch) {
		return this.jdbc.sql("""
				select c.public_id, i.from_status, i.from_reason, i.to_status, i.pinned_at, b.settled, b.made_at
				from decision_item i join comment c on c.id = i.comment_id join decision_batch b on b.id = i.batch_id
				where i.batch_id = :batch order by c.id desc""")
			.param("batch", batch)
			.query((row, n) -> new Item(row.getString("public_id"), status(row, "from_status"),
					reason(row, "from_reason"), status(row, "to_status"), Timestamps.orNull(row, "pinned_at"),
					settled(row), Timestamps.in(row, "made_at")))
			.list();
	}

	/**
	 * A moderator's latest decisions, the last first.
	 */
	@Transactional(readOnly = true)
	public List<Line> latest(Actor moderator, Instant now) {
		return this.jdbc
			.sql("""
					select b.id, b.made_at, b.to_status, b.reason, b.settled, b.undone_at, c.author_name,
					substring(c.body_source, 1, 300) as body, i.number
					from (select * from decision_batch where actor_id = :actor order by made_at desc, id desc limit :shown) b
					join (select batch_id, min(comment_id) as first, count(*) as number from decision_item
					  where batch_id in (select id from decision_batch where actor_id = :actor
					    order by made_at desc, id desc limit :shown) group by batch_id) i on i.batch_id = b.id
					join comment c on c.id = i.first order by b.made_at desc, b.id desc""")
			.param("actor", moderator.id())
			.param("shown", SHOWN)
			.query((row, n) -> line(row, now))
			.list();
	}

	private static Line line(ResultSet row, Instant now) throws SQLException {
		Instant at = Timestamps.in(row, "made_at");
		boolean undone = row.getObject("undone_at") != null;
		return new Line(row.getLong("id"), at, status(row, "to_status"), reason(row, "reason"), settled(row),
				row.getInt("number"), row.getString("author_name"), Beginning.of(row.getString("body")), undone,
				!undone && at.plus(UNDOABLE).isAfter(now));
	}

	private static CommentStatus status(ResultSet row, String column) throws SQLException {
		return CommentStatus.valueOf(Objects.requireNonNull(row.getString(column)));
	}

	private static @Nullable Reason reason(ResultSet row, String column) throws SQLException {
		String reason = row.getString(column);
		return (reason != null) ? Reason.valueOf(reason) : null;
	}

	private static @Nullable Settled settled(ResultSet row) throws SQLException {
		String settled = row.getString("settled");
		return (settled != null) ? Settled.valueOf(settled) : null;
	}

	private static @Nullable String name(@Nullable Reason reason) {
		return (reason != null) ? reason.name() : null;
	}

	/**
	 * One comment of a batch, with what it was before.
	 *
	 * @param pinnedAt since when it had been pinned; null if it was not
	 * @param settled what was decided where it stayed what it was; else null
	 * @param since when the batch was made
	 */
	record Item(String publicId, CommentStatus from, @Nullable Reason reason, CommentStatus to,
			@Nullable Instant pinnedAt, @Nullable Settled settled, Instant since) {

	}

	/**
	 * A batch in a moderator's list.
	 *
	 * @param settled what was decided where the comment stayed what it was; else null
	 * @param number of its comments
	 * @param authorName who wrote the first of them
	 */
	record Line(long id, Instant at, CommentStatus to, @Nullable Reason reason, @Nullable Settled settled, int number,
			String authorName, String excerpt, boolean undone, boolean undoable) {

		/**
		 * The key of the words for what was decided.
		 */
		public String label() {
			return (this.settled != null) ? "queue.settled." + this.settled : "comment.status." + this.to;
		}

	}

}
