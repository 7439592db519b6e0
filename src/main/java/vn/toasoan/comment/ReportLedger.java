package vn.toasoan.comment;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import vn.toasoan.site.Timestamps;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows of all reports: kept by {@link Reports}, settled by {@link Decisions}.
 */
@Component
class ReportLedger {

	private final JdbcClient jdbc;

	ReportLedger(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	boolean has(long commentId, ReaderKey reader) {
		return this.jdbc.sql("select count(*) from comment_report where comment_id = :id and author_key = :reader")
			.param("id", commentId)
			.param("reader", reader.hash())
			.query(Integer.class)
			.single() > 0;
	}

	void keep(long commentId, ReaderKey reader, ReportReason reason, @Nullable String note, String ipPrefix, int weight,
			Instant now) {
		this.jdbc.sql("""
				insert into comment_report (comment_id, author_key, reason, note, ip_prefix, weight, reported_at)
				values (:id, :reader, :reason, :note, :prefix, :weight, :now)""")
			.param("id", commentId)
			.param("reader", reader.hash())
			.param("reason", reason.name())
			.param("note", note)
			.param("prefix", ipPrefix)
			.param("weight", weight)
			.param("now", Timestamps.of(now))
			.update();
	}

	/**
	 * How many reports on a comment have come from one network.
	 */
	int from(long commentId, String ipPrefix) {
		return this.jdbc.sql("select count(*) from comment_report where comment_id = :id and ip_prefix = :prefix")
			.param("id", commentId)
			.param("prefix", ipPrefix)
			.query(Integer.class)
			.single();
	}

	/**
	 * The open reports on a comment: of each network only the weightiest counts, so that
	 * nobody gains by coming again under another key.
	 */
	Weight open(long commentId) {
		return this.jdbc.sql("""
				select count(*) as networks, coalesce(sum(heaviest), 0) as weight from
				(select max(weight) as heaviest from comment_report where comment_id = :id and outcome is null
				and weight > 0 group by ip_prefix) networks""")
			.param("id", commentId)
			.query((row, n) -> new Weight(row.getInt("networks"), row.getInt("weight")))
			.single();
	}

	/**
	 * Whether more of a reader's earlier reports were dismissed by editors than upheld.
	 */
	boolean isOftenWrong(ReaderKey reader) {
		return this.jdbc.sql("""
				select coalesce(sum(case when outcome = 'DISMISSED' then 1 else -1 end), 0) from comment_report
				where author_key = :reader and outcome is not null""")
			.param("reader", reader.hash())
			.query(Integer.class)
			.single() > 0;
	}

	/**
	 * An editor has decided on a comment: what readers had against it is settled.
	 * @param upheld whether the editor agrees with them
	 */
	void settle(long commentId, boolean upheld, Instant now) {
		this.jdbc.sql("""
				update comment_report set outcome = :outcome, settled_at = :now
				where comment_id = :id and outcome is null""")
			.param("outcome", upheld ? "UPHELD" : "DISMISSED")
			.param("now", Timestamps.of(now))
			.param("id", commentId)
			.update();
	}

	/**
	 * What was settled is open again.
	 * @param since when the decision was made that is taken back
	 */
	void reopen(long commentId, Instant since) {
		this.jdbc.sql("""
				update comment_report set outcome = null, settled_at = null
				where comment_id = :id and settled_at >= :since""")
			.param("id", commentId)
			.param("since", Timestamps.of(since))
			.update();
	}

	/**
	 * What weighs on a comment.
	 *
	 * @param networks from how many networks its reports came
	 */
	record Weight(int networks, int weight) {
	}

}
