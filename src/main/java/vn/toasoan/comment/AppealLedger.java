package vn.toasoan.comment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.toasoan.audit.Actor;
import vn.toasoan.site.PersonalData;
import vn.toasoan.site.Timestamps;

/**
 * The rows of all appeals: kept by {@link Appeals}, settled by {@link Decisions}, too.
 */
@Component
class AppealLedger implements PersonalData {

	private static final String SELECT = """
			select c.public_id, k.body, k.made_at, k.state, k.decided_at, k.decided_by, k.answer
			from comment_appeal k join comment c on c.id = k.comment_id where\s""";

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	AppealLedger(JdbcClient jdbc, ApplicationEventPublisher events) {
		this.jdbc = jdbc;
		this.events = events;
	}

	/**
	 * One SQL statement.
	 */
	Map<String, Appeal> of(Collection<String> publicIds) {
		Map<String, Appeal> appeals = new HashMap<>();
		if (!publicIds.isEmpty()) {
			this.jdbc.sql(SELECT + "c.public_id in (:ids)").param("ids", publicIds).query((row) -> {
				appeals.put(row.getString("public_id"), appeal(row));
			});
		}
		return appeals;
	}

	/**
	 * @throws org.springframework.dao.DuplicateKeyException if there was an appeal before
	 */
	void keep(long commentId, String body, Instant now) {
		this.jdbc.sql("insert into comment_appeal (comment_id, body, made_at, state) values (:id, :body, :now, 'OPEN')")
			.param("id", commentId)
			.param("body", body)
			.param("now", Timestamps.of(now))
			.update();
	}

	/**
	 * Decides on the appeal against a decision, if there is an open one.
	 * @return false, and nothing is changed, if there is none
	 */
	boolean settle(long commentId, AppealState state, String answer, Actor editor, Instant now) {
		return this.jdbc.sql("""
				update comment_appeal set state = :state, answer = :answer, decided_at = :now, decided_by_id = :editor,
				decided_by = :name where comment_id = :id and state = 'OPEN'""")
			.param("state", state.name())
			.param("answer", answer)
			.param("now", Timestamps.of(now))
			.param("editor", editor.id())
			.param("name", editor.name())
			.param("id", commentId)
			.update() > 0;
	}

	/**
	 * An appeal that was decided on is open again.
	 * @param since when the decision was made that is taken back
	 * @return false, and nothing is changed, if it was not decided on since then
	 */
	boolean reopen(long commentId, Instant since) {
		return this.jdbc.sql("""
				update comment_appeal set state = 'OPEN', answer = null, decided_at = null, decided_by_id = null,
				decided_by = null where comment_id = :id and decided_at >= :since""")
			.param("id", commentId)
			.param("since", Timestamps.of(since))
			.update() > 0;
	}

	/**
	 * There is nothing to decide any more.
	 */
	void drop(long commentId) {
		this.jdbc.sql("delete from comment_appeal where comment_id = :id and state = 'OPEN'")
			.param("id", commentId)
			.update();
	}

	private static Appeal appeal(ResultSet row) throws SQLException {
		return new Appeal(row.getString("public_id"), row.getString("body"), Timestamps.in(row, "made_at"),
				AppealState.valueOf(row.getString("state")), Timestamps.orNull(row, "decided_at"),
				row.getString("decided_by"), row.getString("answer"));
	}

	@Override
	public String name() {
		return "appeals";
	}

	@Override
	public List<?> export(Owner owner) {
		return this.jdbc.sql(SELECT + "c.author_key = :key order by k.made_at, k.comment_id")
			.param("key", owner.key())
			.query((row, n) -> Kept.of(appeal(row)))
			.list();
	}

	@Override
	public List<Erased> erase(Owner owner) {
		int deleted = this.jdbc
			.sql("""
					delete from comment_appeal where comment_id in (select c.id from comment c where c.author_key = :key)""")
			.param("key", owner.key())
			.update();
		// Nothing is decided on a comment that was taken back before.
		if (deleted > 0) {
			this.events.publishEvent(new FiguresChanged());
		}
		return List.of(new Erased("comment_appeal", deleted, 0));
	}

	/**
	 * An appeal as its writer takes it away: the newsroom has decided, not one of its
	 * people.
	 */
	private record Kept(String comment, String text, Instant madeAt, AppealState state, @Nullable Instant decidedAt,
			@Nullable String answer) {

		static Kept of(Appeal appeal) {
			return new Kept(appeal.comment(), appeal.text(), appeal.madeAt(), appeal.state(), appeal.decidedAt(),
					appeal.answer());
		}

	}

}
