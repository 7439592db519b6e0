package vn.toasoan.rule;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.toasoan.comment.FirstLook;
import vn.toasoan.screening.Finding;
import vn.toasoan.site.Timestamps;

/**
 * What each rule was worth lately, from the last decision of an editor on each comment.
 */
@Repository
@Transactional(readOnly = true)
class Precisions {

	/** Habits of spammers change, and so do rules. */
	static final Duration LATELY = Duration.ofDays(90);

	/** So many of the newest decisions are read. */
	private static final int LESSONS = 20_000;

	/** What the ids of rules begin with that are no matter of words. */
	private static final String SIGN = "sign/";

	private final JdbcClient jdbc;

	private final Clock clock;

	Precisions(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Of all rules by their ids. One SQL statement.
	 */
	Map<String, Precision> lately() {
		Map<String, Precision> precisions = new HashMap<>();
		this.jdbc.sql("""
				select c.reasons, l.good from lesson l join comment c on c.id = l.comment_id
				where l.taught_at >= :since and c.reasons is not null order by l.taught_at desc limit :most""")
			.param("since", Timestamps.of(this.clock.instant().minus(LATELY)))
			.param("most", LESSONS)
			.query((row) -> {
				boolean good = row.getBoolean("good");
				for (Finding finding : FirstLook.verdict(row.getString("reasons")).findings()) {
					finding.rules().forEach((rule) -> count(precisions, rule, good));
					count(precisions, SIGN + finding.ground(), good);
				}
			});
		return precisions;
	}

	private static void count(Map<String, Precision> precisions, String rule, boolean good) {
		precisions.merge(rule, Precision.NONE.with(good), (before, one) -> before.with(good));
	}

}
