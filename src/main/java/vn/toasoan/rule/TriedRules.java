package vn.toasoan.rule;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.toasoan.audit.Actor;
import vn.toasoan.screening.Rule;
import vn.toasoan.site.Timestamps;

/**
 * What {@link Trials} have shown. A rule can be switched on only as it was tried, and not
 * long after: comments of another week may say something else.
 */
@Repository
@Transactional
class TriedRules {

	/** For how long a trial counts. */
	static final Duration VALID = Duration.ofHours(24);

	private final JdbcClient jdbc;

	private final Clock clock;

	TriedRules(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Keeps what a trial has shown.
	 * @param rule as it would be
	 * @param form what was tried
	 */
	void keep(Rule rule, RuleForm form, Trial trial, Actor editor) {
		this.jdbc
			.sql("""
					insert into rule_trial (id, rule_id, seen, replaces, kind, ground, phrase, lane, weight, tried_at, tried_by,
					judged, hits, approved, rejected, held, spam, freed)
					values (nextval('rule_trial_seq'), :id, :seen, :replaces, :kind, :ground, :phrase, :lane, :weight, :now, :by,
					:judged, :hits, :approved, :rejected, :held, :spam, :freed)""")
			.params(subject(rule, form))
			.param("now", Timestamps.of(this.clock.instant()))
			.param("by", editor.name())
			.param("judged", trial.read())
			.param("hits", trial.hits())
			.param("approved", trial.approved())
			.param("rejected", trial.rejected())
			.param("held", trial.held())
			.param("spam", trial.spam())
			.param("freed", trial.freed())
			.update();
	}

	/**
	 * The last trial of exactly this, by whomever.
	 * @return its id; empty if there was none, or only long ago
	 */
	@Transactional(readOnly = true)
	Optional<Long> last(Rule rule, RuleForm form) {
		return this.jdbc.sql("""
				select id from rule_trial where rule_id = :id and seen = :seen and replaces = :replaces and kind = :kind
				and ground = :ground and phrase = :phrase and lane = :lane and weight = :weight and tried_at > :oldest
				order by tried_at desc, id desc limit 1""")
			.params(subject(rule, form))
			.param("oldest", Timestamps.of(this.clock.instant().minus(VALID)))
			.query(Long.class)
			.optional();
	}

	private static Map<String, Object> subject(Rule rule, RuleForm form) {
		return Map.of("id", rule.id(), "seen", form.seen(), "replaces", form.replaces(), "kind", rule.kind().name(),
				"ground", rule.ground().name(), "phrase", rule.phrase(), "lane", rule.lane().name(), "weight",
				rule.weight());
	}

	/**
	 * Forgets the trials that led to nothing.
	 */
	@Scheduled(cron = "0 35 3 * * *", zone = "${toasoan.site.zone:Asia/Ho_Chi_Minh}")
	@SchedulerLock(name = "rule-trials")
	public void tidy() {
		this.jdbc.sql("""
				delete from rule_trial where tried_at < :oldest
				and not exists (select 1 from rule_version v where v.trial_id = rule_trial.id)""")
			.param("oldest", Timestamps.of(this.clock.instant().minus(VALID)))
			.update();
	}

}
