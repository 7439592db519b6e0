package vn.toasoan.moderation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.toasoan.comment.Ban;
import vn.toasoan.comment.Bans;
import vn.toasoan.comment.CommentStatus;
import vn.toasoan.comment.Writers;
import vn.toasoan.site.Timestamps;
import vn.toasoan.web.NoSuchPage;

/**
 * Reads all that the desk knows of one writer.
 */
@Repository
@Transactional(readOnly = true)
class WriterFiles {

	private static final int MAX_BANS = 200;

	private static final String REMOVABLE = " from comment c where c.author_key = :key"
			+ " and c.status in ('PUBLISHED', 'PENDING')";

	private final JdbcClient jdbc;

	private final Bans bans;

	private final Writers writers;

	WriterFiles(JdbcClient jdbc, Bans bans, Writers writers) {
		this.jdbc = jdbc;
		this.bans = bans;
		this.writers = writers;
	}

	/**
	 * The file of a writer. Four SQL statements, five for somebody with some topics.
	 * @param cursor null for the first page of the comments
	 * @throws NoSuchPage if nobody has written in this beat under this key
	 */
	WriterFile of(String key, Beat beat, @Nullable QueueCursor cursor) {
		QueuePage page = page(key, beat, cursor);
		if (page.items().isEmpty()) {
			throw new NoSuchPage("writer " + key);
		}
		WriterFile.Summary summary = summary(key);
		int removable = beat.isAll() ? summary.published() + summary.waiting() : removable(key, beat);
		return new WriterFile(key, summary, removable, page, this.bans.on(key), this.writers.notes(key));
	}

	/**
	 * @throws NoSuchPage if nobody has written in this beat under this key
	 */
	void require(String key, Beat beat) {
		List<Integer> found = this.jdbc
			.sql("select 1 from comment c where c.author_key = :key" + beat.ofComments() + " limit 1")
			.params(beat.parameters())
			.param("key", key)
			.query(Integer.class)
			.list();
		if (found.isEmpty()) {
			throw new NoSuchPage("writer " + key);
		}
	}

	/**
	 * The bans that somebody with this beat sees: all, or those on the keys of writers
	 * who have written in it. Whom an address or a network means, nobody can tell from a
	 * topic. One SQL statement for all, two for some.
	 */
	List<Ban> bans(Beat beat) {
		if (beat.isAll()) {
			return this.bans.list();
		}
		return this.bans.list(this.jdbc.sql("""
				select b.id from ban b where b.kind = 'KEY' and exists (
				  select 1 from comment c where c.author_key = b.subject""" + beat.ofComments() + """
				) order by b.made_at desc, b.id desc limit :most""")
			.params(beat.parameters())
			.param("most", MAX_BANS)
			.query(Long.class)
			.list());
	}

	private QueuePage page(String key, Beat beat, @Nullable QueueCursor cursor) {
		boolean back = cursor != null && !cursor.forward();
		String beyond = (cursor == null) ? ""
				: " and c.created_at %1$s= :at and (c.created_at %1$s :at or c.id %1$s :id)"
					.formatted(back ? ">" : "<");
		String order = " order by c.created_at %1$s, c.id %1$s limit :size".formatted(back ? "asc" : "desc");
		var query = this.jdbc.sql(QueueRow.SELECT + "c.author_key = :key" + beat.condition() + beyond + order)
			.params(beat.parameters())
			.param("key", key)
			.param("size", QueuePage.SIZE + 1);
		if (cursor != null) {
			query.param("at", Timestamps.of(cursor.at())).param("id", cursor.id());
		}
		return QueuePage.of(query.query((row, n) -> QueueRow.item(row)).list(), cursor);
	}

	private WriterFile.Summary summary(String key) {
		return this.jdbc
			.sql("""
					select (select author_name from comment where id = m.newest) as name, m.names, m.since,
					(select ip_prefix from comment where id = m.newest) as ip_prefix,
					m.published, m.waiting, m.rejected, m.removed, m.spam, m.emails,
					(select count(*) from comment_like l where l.author_key = :key) as likes,
					(select count(*) from comment_report r where r.author_key = :key) as reports,
					(select count(*) from comment_report r where r.author_key = :key and r.outcome = 'DISMISSED') as dismissed,
					(select trusted_by from trusted_writer t where t.author_key = :key) as trusted_by
					from (select max(id) as newest, count(distinct author_name) as names, min(created_at) as since,
					  count(case when status = 'PUBLISHED' then 1 end) as published,
					  count(case when status = 'PENDING' then 1 end) as waiting,
					  count(case when status = 'REJECTED' then 1 end) as rejected,
					  count(case when status = 'REMOVED' then 1 end) as removed,
					  count(case when status = 'SPAM' then 1 end) as spam,
					  count(email) as emails
					  from comment where author_key = :key) m""")
			.param("key", key)
			.query((row, n) -> summary(row))
			.single();
	}

	private static WriterFile.Summary summary(ResultSet row) throws SQLException {
		return new WriterFile.Summary(row.getString("name"), row.getInt("names"), Timestamps.in(row, "since"),
				row.getInt("published"), row.getInt("waiting"), row.getInt("rejected"), row.getInt("removed"),
				row.getInt("spam"), row.getInt("likes"), row.getInt("reports"), row.getInt("dismissed"),
				row.getString("ip_prefix"), row.getInt("emails") > 0, row.getString("trusted_by"));
	}

	private int removable(String key, Beat beat) {
		return this.jdbc.sql("select count(*)" + REMOVABLE + beat.ofComments())
			.params(beat.parameters())
			.param("key", key)
			.query(Integer.class)
			.single();
	}

	/**
	 * What of a writer can be removed: published comments, and those that wait; the
	 * newest first.
	 */
	List<Choice> removable(String key, Beat beat, int most) {
		return this.jdbc
			.sql("select c.public_id, c.status" + REMOVABLE + beat.ofComments() + " order by c.id desc limit :most")
			.params(beat.parameters())
			.param("key", key)
			.param("most", most)
			.query((row, n) -> new Choice(row.getString("public_id"), CommentStatus.valueOf(row.getString("status"))))
			.list();
	}

}
