package vn.toasoan.comment;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.toasoan.comment.Influx.Arrival;
import vn.toasoan.site.Timestamps;

/**
 * Finds the comments of whose writers and texts anything is on record that has to be
 * weighed: bans, warnings, what editors have thought of others of theirs, the same text
 * from before. In a storm that is so of all.
 */
@Component
class Precedents {

	private static final String STORM = "storm";

	private static final String ON_RECORD = """
			select 'storm' as whose, null as upto from storm s where s.id = 1 and s.ends_at > :now
			union all
			select b.first_address, b.last_address from ban b where b.kind = 'NETWORK' and b.ends_at > :now
			union all
			select b.subject, null from ban b where b.kind = 'KEY' and b.subject = any(:writers) and b.ends_at > :now
			union all
			select t.author_key, null from trusted_writer t where t.author_key = any(:writers)
			union all
			select n.author_key, null from writer_note n
			where n.author_key = any(:writers) and n.warning = true and n.shown_at is null
			union all
			select distinct l.author_key, null from lesson l where l.author_key = any(:writers)
			union all
			select c.content_hash, null from comment c where c.content_hash = any(:comments)
			union all
			select c.body_hash, null from comment c where c.body_hash = any(:texts) and c.created_at > :yesterday""";

	private final JdbcClient jdbc;

	private final Clock clock;

	Precedents(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Those of whom nothing is on record; of several that would be on record for each
	 * other the first. One SQL statement.
	 * @param arrivals at least one, and no more than come at once
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public List<Arrival> without(List<Arrival> arrivals) {
		Set<String> known = new HashSet<>();
		List<Network> banned = new ArrayList<>();
		Instant now = this.clock.instant();
		this.jdbc.sql(ON_RECORD)
			.param("now", Timestamps.of(now))
			.param("yesterday", Timestamps.of(now.minus(FirstLook.TWINS_WITHIN)))
			.param("writers", all(arrivals, (arrival) -> arrival.submission().author().hash()))
			.param("comments", all(arrivals, (arrival) -> arrival.submission().hash()))
			.param("texts", all(arrivals, (arrival) -> arrival.impression().bodyHash()))
			.query((row) -> {
				String upto = row.getString("upto");
				if (upto != null) {
					banned.add(new Network(row.getString("whose"), upto));
				}
				known.add(row.getString("whose"));
			});
		return known.contains(STORM) ? List.of()
				: arrivals.stream()
					.filter((arrival) -> banned.stream().noneMatch((ban) -> ban.holds(arrival.submission().address())))
					.filter((arrival) -> isUnknown(arrival, known))
					.toList();
	}

	private static boolean isUnknown(Arrival arrival, Set<String> known) {
		String text = arrival.impression().bodyHash();
		return !known.contains(arrival.submission().author().hash()) && !known.contains(text)
				&& known.add(arrival.submission().hash()) && (text == null || known.add(text));
	}

	private static SqlArrayValue all(List<Arrival> arrivals, Function<Arrival, @Nullable String> part) {
		return new SqlArrayValue("varchar", arrivals.stream().map(part).filter(Objects::nonNull).toArray());
	}

}
