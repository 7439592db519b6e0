package vn.toasoan.comment;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toasoan.comment.Tally.FromSource;
import vn.toasoan.comment.Tally.Outcome;
import vn.toasoan.site.Timestamps;

/**
 * Adds up the comments of an article, from the comments themselves and not from the
 * counts that stand elsewhere.
 */
@Service
@Transactional(readOnly = true)
public class Tallies {

	private static final Comparator<Outcome> ORDER = Comparator
		.comparingInt(
				(Outcome outcome) -> List
					.of(CommentStatus.PUBLISHED, CommentStatus.PENDING, CommentStatus.REJECTED, CommentStatus.REMOVED,
							CommentStatus.SPAM)
					.indexOf(outcome.status()))
		.thenComparing(Outcome::reason, Comparator.nullsLast(Comparator.naturalOrder()));

	private final JdbcClient jdbc;

	Tallies(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Two SQL statements.
	 */
	public Tally of(long articleId) {
		List<Group> groups = this.jdbc.sql("""
				select status, reason, source, count(*) as comments from comment
				where article_id = :article group by status, reason, source""")
			.param("article", articleId)
			.query((row, n) -> new Group(CommentStatus.valueOf(row.getString("status")),
					reason(row.getString("reason")), CommentSource.valueOf(row.getString("source")),
					row.getLong("comments")))
			.list();
		return this.jdbc.sql("select proved_at, drift from discussion where article_id = :article")
			.param("article", articleId)
			.query((row, n) -> new Tally(outcomes(groups), sources(groups), Timestamps.orNull(row, "proved_at"),
					row.getInt("drift")))
			.single();
	}

	private static List<Outcome> outcomes(List<Group> groups) {
		Map<Outcome, Long> sums = groups.stream()
			.collect(Collectors.groupingBy((group) -> new Outcome(group.status(), group.reason(), 0),
					Collectors.summingLong(Group::comments)));
		// These two are named even where there is none: they are what people look for.
		Stream.of(CommentStatus.PUBLISHED, CommentStatus.PENDING)
			.map((status) -> new Outcome(status, null, 0))
			.forEach((outcome) -> sums.putIfAbsent(outcome, 0L));
		return sums.entrySet()
			.stream()
			.map((sum) -> new Outcome(sum.getKey().status(), sum.getKey().reason(), sum.getValue()))
			.sorted(ORDER)
			.toList();
	}

	private static List<FromSource> sources(List<Group> groups) {
		return Stream.of(CommentSource.values())
			.map((source) -> new FromSource(source, sum(groups.stream().filter((group) -> group.source() == source)),
					sum(groups.stream()
						.filter((group) -> group.source() == source && group.status() == CommentStatus.PUBLISHED))))
			.toList();
	}

	private static long sum(Stream<Group> groups) {
		return groups.mapToLong(Group::comments).sum();
	}

	private static @Nullable Reason reason(@Nullable String name) {
		return (name != null) ? Reason.valueOf(name) : null;
	}

	private record Group(CommentStatus status, @Nullable Reason reason, CommentSource source, long comments) {
	}

}
