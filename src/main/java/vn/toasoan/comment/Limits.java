package vn.toasoan.comment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toasoan.site.Database;
import vn.toasoan.site.Secrets;

/**
 * Keeps readers from doing too much: by their key, and by the network that they come
 * from. Counted in the transaction of what is done, so that only what was done counts, on
 * all nodes together. See {@code docs/adr/0018}.
 */
@Service
@Transactional
public class Limits {

	private static final String PURPOSE = "allowance";

	/** Looks for one row by its key, however many there are, and never fails on it. */
	private static final String TAKE_ON_POSTGRESQL = """
			insert into allowance as a (name, full_at) values (?, ?)
			on conflict (name) do update set full_at = greatest(a.full_at, ?) + ? where a.full_at <= ?""";

	private static final String TAKE_ON_H2 = """
			merge into allowance a using (values (cast(? as varchar))) as asked (name) on a.name = asked.name
			when not matched then insert (name, full_at) values (asked.name, ?)
			when matched and a.full_at <= ? then update set full_at = greatest(a.full_at, ?) + ?""";

	/** Two who begin at the same moment: the second finds the row on the second try. */
	private static final int TRIES = 3;

	/** Rows deleted at once. */
	private static final int BATCH = 1000;

	private final JdbcTemplate jdbc;

	private final JdbcClient client;

	private final LimitSettings settings;

	private final Secrets secrets;

	private final Clock clock;

	private final Database database;

	Limits(JdbcTemplate jdbc, JdbcClient client, LimitSettings settings, Secrets secrets, Clock clock,
			Database database) {
		this.jdbc = jdbc;
		this.client = client;
		this.settings = settings;
		this.secrets = secrets;
		this.clock = clock;
		this.database = database;
	}

	/**
	 * Counts one act. One SQL statement, a second one if it is refused.
	 * @param newcomer whether the reader has come without a key, and got this one now
	 * @param address the network address that the request came from
	 * @throws TooMany if it is one too many; the transaction is then to be rolled back
	 */
	public void count(Act act, ReaderKey reader, boolean newcomer, String address) {
		count(act, List.of(new Asker(reader, newcomer, address)));
	}

	/**
	 * Counts one act of each of these readers. One SQL statement, a second one if one is
	 * refused.
	 * @throws TooMany if it is one too many of anybody; the transaction is then to be
	 * rolled back
	 */
	void count(Act act, Collection<Asker> askers) {
		long now = now();
		// In the same order for everybody, so that nobody waits for one who waits in
		// turn.
		List<Allowance> allowances = askers.stream()
			.flatMap((asker) -> allowances(act, asker).stream())
			.sorted(Comparator.comparing(Allowance::name))
			.toList();
		if (allowances.isEmpty()) {
			return;
		}
		int[] taken = take(allowances, now);
		List<Allowance> refused = IntStream.range(0, taken.length)
			.filter((i) -> taken[i] == 0)
			.mapToObj(allowances::get)
			.toList();
		if (!refused.isEmpty()) {
			throw new TooMany(this.clock.instant(), Duration.ofMillis(wait(refused, now)));
		}
	}

	/**
	 * Whether something is done for the first time within a period, on all nodes together
	 * and also if many do it at once. One SQL statement.
	 */
	boolean isFirst(String what, Duration within) {
		String name = this.secrets.sign(PURPOSE, "first\n" + what);
		return take(List.of(new Allowance(name, new Rate(1, within))), now())[0] != 0;
	}

	/**
	 * A clock that ticks faster than once a millisecond can't be asked for its millis.
	 */
	private long now() {
		return this.clock.instant().toEpochMilli();
	}

	private List<Allowance> allowances(Act act, Asker asker) {
		LimitSettings.Rates rates = this.settings.of(act);
		String network = IpPrefix.of(asker.address());
		List<Allowance> allowances = new ArrayList<>();
		rates.reader().forEach((rate) -> allowances.add(allowance(act, "reader", rate, asker.reader().hash())));
		if (asker.newcomer()) {
			rates.newcomers().forEach((rate) -> allowances.add(allowance(act, "newcomers", rate, network)));
		}
		rates.network().forEach((rate) -> allowances.add(allowance(act, "network", rate, network)));
		return allowances;
	}

	private Allowance allowance(Act act, String kind, Rate rate, String whose) {
		return new Allowance(this.secrets.sign(PURPOSE, act + "\n" + kind + "\n" + rate + "\n" + whose), rate);
	}

	private int[] take(List<Allowance> allowances, long now) {
		if (this.database.isPostgreSql()) {
			return this.jdbc.batchUpdate(TAKE_ON_POSTGRESQL, allowances.stream().map((allowance) -> {
				Rate rate = allowance.rate();
				return new Object[] { allowance.name(), now + rate.cost(), now, rate.cost(), now + rate.advance() };
			}).toList());
		}
		return allowances.stream().mapToInt((allowance) -> takeOnH2(allowance, now)).toArray();
	}

	private int takeOnH2(Allowance allowance, long now) {
		Rate rate = allowance.rate();
		for (int n = 1;; n++) {
			try {
				return this.jdbc.update(TAKE_ON_H2, allowance.name(), now + rate.cost(), now + rate.advance(), now,
						rate.cost());
			}
			catch (DuplicateKeyException ex) {
				if (n == TRIES) {
					throw ex;
				}
			}
		}
	}

	/**
	 * How many milliseconds from now on the last of these will have room again.
	 */
	private long wait(List<Allowance> refused, long now) {
		Map<String, Long> advances = refused.stream()
			.collect(Collectors.toMap(Allowance::name, (allowance) -> allowance.rate().advance()));
		return this.client.sql("select name, full_at from allowance where name in (:names)")
			.param("names", advances.keySet())
			.query((row, n) -> row.getLong("full_at") - advances.getOrDefault(row.getString("name"), 0L) - now)
			.list()
			.stream()
			.mapToLong(Long::longValue)
			.max()
			.orElse(0);
	}

	/**
	 * Forgets how much a reader has done.
	 * @return the number of rows that are gone
	 */
	public int forget(ReaderKey reader) {
		List<String> names = Arrays.stream(Act.values())
			.flatMap((act) -> this.settings.of(act)
				.reader()
				.stream()
				.map((rate) -> allowance(act, "reader", rate, reader.hash())))
			.map(Allowance::name)
			.toList();
		return delete(names, Long.MAX_VALUE);
	}

	/**
	 * Drops the rows that hold nobody back any more.
	 */
	@Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.HOURS)
	public void tidy() {
		long now = now();
		delete(this.client.sql("select name from allowance where full_at < :now")
			.param("now", now)
			.query(String.class)
			.list(), now);
	}

	/** In the order in which they are counted. */
	private int delete(List<String> names, long fullBefore) {
		int[][] deleted = this.jdbc.batchUpdate("delete from allowance where name = ? and full_at < ?",
				names.stream().sorted().toList(), BATCH, (statement, name) -> {
					statement.setString(1, name);
					statement.setLong(2, fullBefore);
				});
		return Arrays.stream(deleted).flatMapToInt(Arrays::stream).sum();
	}

	/**
	 * What a reader does.
	 */
	public enum Act {

		COMMENT, EDIT, LIKE, REPORT,

		/**
		 * Has a letter sent to an address: counted by the address in place of the reader.
		 */
		LETTER,

		/**
		 * Asks for something by law: counted by the address for the answer.
		 */
		LEGAL

	}

	/**
	 * Who does something.
	 *
	 * @param newcomer whether the reader has come without a key, and got this one now
	 * @param address the network address that the request came from
	 */
	record Asker(ReaderKey reader, boolean newcomer, String address) {
	}

	/**
	 * One limit, of one of those it holds.
	 */
	private record Allowance(String name, Rate rate) {
	}

	/**
	 * One too many; from a certain time on it is possible again.
	 */
	public static class TooMany extends RuntimeException {

		private final transient Instant from;

		private final transient Duration wait;

		TooMany(Instant now, Duration wait) {
			super("Too many; again in " + wait);
			// Whole seconds, as Retry-After counts (RFC 9110, 10.2.3), and never too
			// early.
			this.wait = Duration.ofSeconds(Math.max(1, wait.plusMillis(999).toSeconds()));
			this.from = now.plus(this.wait);
		}

		/**
		 * From when on it is possible again.
		 */
		public Instant from() {
			return this.from;
		}

		/**
		 * Whole seconds until then, 1 or more.
		 */
		public long seconds() {
			return this.wait.toSeconds();
		}

	}

}
