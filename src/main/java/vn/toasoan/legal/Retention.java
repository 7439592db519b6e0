package vn.toasoan.legal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.toasoan.audit.Actor;
import vn.toasoan.site.Timestamps;

/**
 * Deletes, each night, what is kept of requests that ended long ago: who has asked, what
 * was asked and answered, and the evidence. Number, kind, dates, outcome and the kinds of
 * the steps stay. Each request is held and looked at anew, so that two nodes at once do
 * no harm, nor an editor who reopens it meanwhile.
 */
@Component
class Retention {

	private final LegalRequests requests;

	private final Steps steps;

	private final LegalSettings settings;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final Clock clock;

	Retention(LegalRequests requests, Steps steps, LegalSettings settings, JdbcClient jdbc,
			TransactionTemplate transaction, Clock clock) {
		this.requests = requests;
		this.steps = steps;
		this.settings = settings;
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.clock = clock;
	}

	@Scheduled(cron = "0 50 3 * * *", zone = "${toasoan.site.zone:Asia/Ho_Chi_Minh}")
	@SchedulerLock(name = "legal-retention")
	public void tidy() {
		Instant before = this.clock.instant().minus(this.settings.keepEnded());
		for (String number : due(before)) {
			this.transaction.executeWithoutResult((status) -> purge(number, before));
		}
	}

	private List<String> due(Instant before) {
		return this.jdbc
			.sql("select number from legal_request where ended_at <= :before and purged_at is null order by id")
			.param("before", Timestamps.of(before))
			.query(String.class)
			.list();
	}

	private void purge(String number, Instant before) {
		LegalRequest request = this.requests.hold(number);
		Instant ended = request.endedAt();
		if (ended == null || ended.isAfter(before) || request.isPurged()) {
			return;
		}
		this.jdbc.sql("delete from legal_evidence where request_id = :id").param("id", request.id()).update();
		this.jdbc.sql("update legal_step set detail = '' where request_id = :id").param("id", request.id()).update();
		this.jdbc.sql("""
				update legal_request set name = '', organisation = '', email = null, target = '', about = null,
				ground = '', body = '', purged_at = :now where id = :id""")
			.param("now", Timestamps.of(this.clock.instant()))
			.param("id", request.id())
			.update();
		this.steps.add(request, Step.Kind.PURGED, Actor.SITE);
	}

}
