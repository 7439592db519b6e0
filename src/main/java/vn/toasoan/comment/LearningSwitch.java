package vn.toasoan.comment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.toasoan.audit.Actor;
import vn.toasoan.audit.AuditLog;
import vn.toasoan.site.Timestamps;

/**
 * Whether the site may learn from its editors, as an editor has said last. Who turned it
 * when is kept. {@link Learning} asks it, unless the operator has forbidden it
 * altogether.
 */
@Repository
@Transactional
class LearningSwitch {

	private final AuditLog audit;

	private final JdbcClient jdbc;

	private final Clock clock;

	LearningSwitch(AuditLog audit, JdbcClient jdbc, Clock clock) {
		this.audit = audit;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * How the switch stands. One SQL statement.
	 */
	@Transactional(readOnly = true)
	Position position() {
		return this.jdbc.sql("select * from learning_switch order by version desc limit 1")
			.query((row, n) -> position(row))
			.optional()
			.orElse(Position.UNTOUCHED);
	}

	private static Position position(ResultSet row) throws SQLException {
		return new Position(row.getInt("version"), row.getBoolean("learning"), row.getString("turned_by"),
				Timestamps.in(row, "turned_at"));
	}

	/**
	 * Turns it.
	 * @return false, and nothing is changed, if it stands so already
	 * @throws DuplicateKeyException if somebody else turns it in the same moment
	 */
	boolean turn(boolean learning, Actor editor) {
		Position now = position();
		if (now.learning() == learning) {
			return false;
		}
		this.jdbc.sql("""
				insert into learning_switch (version, learning, turned_at, turned_by)
				values (:version, :learning, :now, :editor)""")
			.param("version", now.version() + 1)
			.param("learning", learning)
			.param("now", Timestamps.of(this.clock.instant()))
			.param("editor", editor.name())
			.update();
		this.audit.record(editor, learning ? "learning.begun" : "learning.ended", "site", 1L, "");
		return true;
	}

	/**
	 * How the switch stands, and who has turned it so.
	 *
	 * @param by null if nobody ever has
	 */
	record Position(int version, boolean learning, @Nullable String by, @Nullable Instant at) {

		static final Position UNTOUCHED = new Position(0, true, null, null);

	}

}
