package vn.toasoan.comment;

import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds the beginnings of an article's threads in the three orders. Each query walks
 * along an index from where the page before ended and stops after a page, however many
 * threads there are. H2 does that only if the order names all columns of the index, also
 * those that are fixed, and if there is a range for the first that is not: or it takes
 * any index that begins with the fixed ones.
 */
@Component
class Roots {

	private static final String OF_ALL = "c.article_id = :article and c.depth = 0 and c.listed = true";

	/** A time before any pin: H2 uses an index for a range, but not for "is not null". */
	private static final String PINNED = " and c.pinned_at > timestamp with time zone '2000-01-01 00:00:00+00'";

	private static final String NOT_PINNED = " and c.pinned_at is null";

	/** Stands in a cursor for a pinned thread: all others come after it. */
	private static final int ABOVE_ALL = Integer.MAX_VALUE;

	private final JdbcClient jdbc;

	Roots(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The next roots of a list. One SQL statement.
	 * @param position of the root after which they stand; empty for the first
	 * @param most how many at most
	 */
	List<Root> next(long articleId, CommentOrder order, @Nullable CommentSource source, String position, int most) {
		boolean best = order == CommentOrder.BEST && !position.isEmpty();
		String[] place = best ? position.split("-") : new String[] { "0", "0" };
		int lower = best ? Integer.parseInt(place[0]) - 1 : Integer.MAX_VALUE;
		return this.jdbc
			.sql(CommentRow.select(null) + "c.id in (select x.id from (" + ids(order, source, position) + ") x)")
			.param("article", articleId)
			.param("source", (source != null) ? source.name() : "")
			.param("path", position)
			.param("rank", Integer.valueOf(place[0]))
			.param("lower", lower)
			.param("id", Long.valueOf(place[1]))
			.param("most", most)
			.query((row, n) -> new Root(CommentRow.view(row, null), row.getObject("pinned_at") != null,
					row.getInt("rank_score")))
			.list()
			.stream()
			.sorted(comparator(order))
			.limit(most)
			.toList();
	}

	static String ids(CommentOrder order, @Nullable CommentSource source, String position) {
		boolean first = position.isEmpty();
		String lower = byRank(source, NOT_PINNED + " and c.rank_score <= :lower");
		return switch (order) {
			case NEWEST -> byPath(source, first ? " and c.path > :path" : " and c.path < :path", "desc");
			case OLDEST -> byPath(source, " and c.path > :path", "asc");
			case BEST -> first ? pinned(source) + " union all " + lower
					: byRank(source, NOT_PINNED + " and c.rank_score = :rank and c.id < :id") + " union all " + lower;
		};
	}

	private static String pinned(@Nullable CommentSource source) {
		return "(select c.id from comment c where " + OF_ALL + from(source) + PINNED
				+ " order by c.article_id desc, c.pinned_at desc limit :most)";
	}

	private static String byPath(@Nullable CommentSource source, String beyond, String direction) {
		return branch(source, beyond, List.of("c.path"), direction);
	}

	private static String byRank(@Nullable CommentSource source, String beyond) {
		return branch(source, beyond, List.of("c.rank_score", "c.id"), "desc");
	}

	private static String branch(@Nullable CommentSource source, String beyond, List<String> order, String direction) {
		String fixed = "c.article_id %1$s, c.depth %1$s, c.listed %1$s".formatted(direction)
				+ ((source != null) ? ", c.source " + direction : "");
		String sorted = String.join("", order.stream().map((column) -> ", " + column + " " + direction).toList());
		return "(select c.id from comment c where " + OF_ALL + from(source) + beyond + " order by " + fixed + sorted
				+ " limit :most)";
	}

	private static String from(@Nullable CommentSource source) {
		return (source != null) ? " and c.source = :source" : "";
	}

	private static Comparator<Root> comparator(CommentOrder order) {
		Comparator<Root> byAge = Comparator.comparing((root) -> root.view().path());
		return switch (order) {
			case OLDEST -> byAge;
			case NEWEST -> byAge.reversed();
			case BEST -> Comparator.comparing(Root::pinned)
				.thenComparing(Root::rank)
				.thenComparing((root) -> root.view().id())
				.reversed();
		};
	}

	/**
	 * The beginning of a thread, and where it stands in the order by rank.
	 */
	record Root(CommentView view, boolean pinned, int rank) {

		/**
		 * Its place in a list, as a cursor carries it.
		 */
		String position(CommentOrder order) {
			if (order != CommentOrder.BEST) {
				return this.view.path();
			}
			return this.pinned ? ABOVE_ALL + "-0" : this.rank + "-" + this.view.id();
		}

	}

}
