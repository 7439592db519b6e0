package vn.toasoan.rule;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.toasoan.screening.Ground;
import vn.toasoan.screening.Lane;
import vn.toasoan.screening.Rule;
import vn.toasoan.site.Timestamps;

/**
 * All versions of rules that editors have ever made. Rows are added and read, never
 * changed.
 */
@Repository
@Transactional(readOnly = true)
class RuleVersions {

	/** What the ids of the desk's own rules begin with. */
	static final String OWN = "desk/";

	private static final Logger log = LoggerFactory.getLogger(RuleVersions.class);

	private final JdbcClient jdbc;

	RuleVersions(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * How many there are: as none is ever changed, another number tells that something
	 * has changed.
	 */
	long count() {
		return this.jdbc.sql("select count(*) from rule_version").query(Long.class).single();
	}

	/**
	 * All rules, as the program and the desk have made them. One SQL statement.
	 */
	Catalogue catalogue() {
		Map<String, RuleVersion> latest = new HashMap<>();
		this.jdbc.sql("""
				select v.*, t.judged, t.hits from rule_version v left join rule_trial t on t.id = v.trial_id
				where v.version = (select max(o.version) from rule_version o where o.rule_id = v.rule_id)""")
			.query((row, n) -> version(row))
			.list()
			.forEach((read) -> read.ifPresent((version) -> latest.put(version.rule().id(), version)));
		return Catalogue.of(latest);
	}

	/**
	 * The versions of one rule, the newest first.
	 */
	List<RuleVersion> of(String id) {
		return this.jdbc.sql("""
				select v.*, t.judged, t.hits from rule_version v left join rule_trial t on t.id = v.trial_id
				where v.rule_id = :id order by v.version desc""")
			.param("id", id)
			.query((row, n) -> version(row))
			.list()
			.stream()
			.flatMap(Optional::stream)
			.toList();
	}

	/** What can't be a rule any more after an update of the program is left out. */
	private static Optional<RuleVersion> version(ResultSet row) throws SQLException {
		try {
			Rule rule = new Rule(row.getString("rule_id"), Rule.Kind.valueOf(row.getString("kind")),
					Ground.valueOf(row.getString("ground")), row.getString("phrase"),
					Lane.valueOf(row.getString("lane")), row.getInt("weight"), row.getBoolean("enabled"));
			return Optional.of(new RuleVersion(rule, row.getInt("version"), row.getString("why"),
					Timestamps.in(row, "made_at"), row.getString("made_by"), tried(row)));
		}
		catch (IllegalArgumentException ex) {
			log.warn("Rule {} can't be used", row.getString("rule_id"), ex);
			return Optional.empty();
		}
	}

	private static RuleVersion.@Nullable Tried tried(ResultSet row) throws SQLException {
		return (row.getObject("trial_id") != null) ? new RuleVersion.Tried(row.getInt("judged"), row.getInt("hits"))
				: null;
	}

	/**
	 * An id for another rule of the desk's own.
	 */
	@Transactional
	String nextId() {
		return OWN + this.jdbc.sql("select nextval('rule_seq')").query(Long.class).single();
	}

	/**
	 * Adds a version.
	 * @param trial id of the trial that has shown what it does; null for what needs none
	 * @throws DuplicateKeyException if there is one of this number: somebody else was
	 * faster
	 */
	@Transactional
	void add(RuleVersion version, @Nullable Long trial) {
		Rule rule = version.rule();
		this.jdbc
			.sql("""
					insert into rule_version (rule_id, version, kind, ground, phrase, lane, weight, enabled, why, made_at, made_by,
					trial_id) values (:id, :version, :kind, :ground, :phrase, :lane, :weight, :enabled, :why, :at, :by, :trial)""")
			.param("id", rule.id())
			.param("version", version.version())
			.param("kind", rule.kind().name())
			.param("ground", rule.ground().name())
			.param("phrase", rule.phrase())
			.param("lane", rule.lane().name())
			.param("weight", rule.weight())
			.param("enabled", rule.enabled())
			.param("why", version.why())
			.param("at", Timestamps.of(version.madeAt()))
			.param("by", version.madeBy())
			.param("trial", trial, Types.BIGINT)
			.update();
	}

}
