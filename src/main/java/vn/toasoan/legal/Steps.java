package vn.toasoan.legal;

import java.time.Clock;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.toasoan.audit.Actor;
import vn.toasoan.audit.AuditLog;
import vn.toasoan.site.Timestamps;

/**
 * What was done about requests: added here and in the audit log, and never changed; the
 * details go with {@link Retention}.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Steps {

	/** The requests, as subjects of the audit log. */
	static final String SUBJECT = "legal";

	private final JdbcClient jdbc;

	private final AuditLog audit;

	private final Clock clock;

	Steps(JdbcClient jdbc, AuditLog audit, Clock clock) {
		this.jdbc = jdbc;
		this.audit = audit;
		this.clock = clock;
	}

	void add(LegalRequest request, Step.Kind kind, Actor actor) {
		add(request, kind, actor, "", "");
	}

	/**
	 * @param detail what the case shows
	 * @param summary what the audit log shows; it outlives what is erased, so no word of
	 * a comment, an asker or an answer
	 */
	void add(LegalRequest request, Step.Kind kind, Actor actor, String detail, String summary) {
		this.jdbc.sql("""
				insert into legal_step (id, request_id, made_at, actor_id, actor_name, kind, detail)
				values (nextval('legal_step_seq'), :request, :now, :actor, :name, :kind, :detail)""")
			.param("request", request.id())
			.param("now", Timestamps.of(this.clock.instant()))
			.param("actor", actor.id())
			.param("name", actor.name())
			.param("kind", kind.name())
			.param("detail", detail)
			.update();
		this.audit.record(actor, kind.action(), SUBJECT, request.number(), summary);
	}

	/**
	 * All of a request, oldest first. One SQL statement.
	 */
	@Transactional(readOnly = true)
	public List<Step> of(LegalRequest request) {
		return this.jdbc.sql("select * from legal_step where request_id = :request order by id")
			.param("request", request.id())
			.query((row, n) -> new Step(Timestamps.in(row, "made_at"), row.getObject("actor_id", Long.class),
					row.getString("actor_name"), Step.Kind.valueOf(row.getString("kind")), row.getString("detail")))
			.list();
	}

}
