package vn.toasoan.moderation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.toasoan.site.PersonalData;
import vn.toasoan.site.Timestamps;
import vn.toasoan.text.Vietnamese;

/**
 * Keeps what comments say in a folded form for {@link CommentSearch}. It catches up
 * before each search, and every minute with what a search would have to wait for: all
 * comments from before there was a search.
 */
@Component
class SearchIndex implements PersonalData {

	/** So many a search waits for; more are left to the minute's work. */
	private static final int AT_ONCE = 500;

	private static final int A_MINUTE = 20_000;

	/**
	 * Comments get their numbers before they are committed: so many may still come in
	 * between.
	 */
	private static final int LATE = 1000;

	/** Changed comments are looked for so far back. */
	private static final Duration CHANGED_WITHIN = Duration.ofDays(2);

	/** Nothing is left to find where a writer has had everything erased. */
	private static final String LEFT = "c.body_source <> ''";

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final Clock clock;

	SearchIndex(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.clock = clock;
	}

	@Scheduled(cron = "${toasoan.search.catch-up:20 * * * * *}")
	@SchedulerLock(name = "search")
	public void catchUpAll() {
		int done = 0;
		int last;
		do {
			last = catchUp();
			done += last;
		}
		while (last == AT_ONCE && done < A_MINUTE);
	}

	/**
	 * Takes in what is new or was changed. One SQL statement if there is nothing.
	 * @return how many comments were taken in
	 */
	int catchUp() {
		List<Long> missing = missing();
		if (missing.isEmpty()) {
			return 0;
		}
		try {
			return this.transaction.execute((status) -> {
				List<Text> texts = held(missing);
				texts.forEach(this::keep);
				return texts.size();
			});
		}
		catch (DataIntegrityViolationException ex) {
			// Somebody else has taken in the same at the same moment.
			return 0;
		}
	}

	/**
	 * Holds comments while their words are taken in, so that no erasure comes in between.
	 * Those that are just being changed have to wait for the next time.
	 */
	private List<Text> held(List<Long> ids) {
		return this.jdbc.sql("""
				select c.id, c.author_name, c.body_source, c.edits from comment c
				where c.id in (:ids) and %s for update skip locked""".formatted(LEFT))
			.param("ids", ids)
			.query((row, n) -> text(row))
			.list();
	}

	private List<Long> missing() {
		return this.jdbc.sql("""
				(select c.id from comment c
				  where c.id > (select coalesce(max(s.comment_id), 0) - :late from comment_search s)
				  and %s and not exists (select 1 from comment_search s where s.comment_id = c.id)
				  order by c.id limit :most)
				union all
				(select c.id from comment c
				  join comment_search s on s.comment_id = c.id
				  where c.edited_at > :since and s.edits <> c.edits limit :most)""".formatted(LEFT))
			.param("late", LATE)
			.param("most", AT_ONCE)
			.param("since", Timestamps.of(this.clock.instant().minus(CHANGED_WITHIN)))
			.query(Long.class)
			.list();
	}

	private static Text text(ResultSet row) throws SQLException {
		return new Text(row.getLong("id"), row.getString("author_name"), row.getString("body_source"),
				row.getInt("edits"));
	}

	private void keep(Text text) {
		this.jdbc.sql("delete from comment_search where comment_id = :id").param("id", text.id()).update();
		this.jdbc.sql("""
				insert into comment_search (comment_id, edits, folded_name, folded)
				values (:id, :edits, :name, :folded)""")
			.param("id", text.id())
			.param("edits", text.edits())
			.param("name", Vietnamese.fold(text.name()))
			.param("folded", Vietnamese.fold(text.name() + "\n" + text.body()))
			.update();
	}

	/**
	 * Takes in anew what an editor has changed in a comment.
	 */
	void renew(String publicId) {
		this.jdbc.sql("select id, author_name, body_source, edits from comment where public_id = :id")
			.param("id", publicId)
			.query((row, n) -> text(row))
			.list()
			.forEach(this::keep);
	}

	@Override
	public String name() {
		return "search";
	}

	@Override
	public List<?> export(Owner owner) {
		// Nothing but what stands in the comments themselves.
		return List.of();
	}

	@Override
	public List<Erased> erase(Owner owner) {
		int deleted = owner.comments().isEmpty() ? 0
				: this.jdbc.sql("delete from comment_search where comment_id in (:comments)")
					.param("comments", owner.comments())
					.update();
		return List.of(new Erased("comment_search", deleted, 0));
	}

	private record Text(long id, String name, String body, int edits) {

	}

}
