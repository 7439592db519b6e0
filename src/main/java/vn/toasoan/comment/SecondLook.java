package vn.toasoan.comment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toasoan.screening.Finding;
import vn.toasoan.screening.Ground;
import vn.toasoan.screening.RuleBook;
import vn.toasoan.screening.Sample;
import vn.toasoan.screening.Screening;
import vn.toasoan.screening.Verdict;
import vn.toasoan.site.Timestamps;

/**
 * Judges the latest comments again, by the rules as they are and by others that somebody
 * thinks of; what {@link FirstLook} knew of them then, it takes from their reasons.
 * Nothing is changed.
 */
@Service
public class SecondLook {

	/** The newest comments that are looked at. */
	public static final int LATEST = 1000;

	/**
	 * An editor waits for the answer. A thousand comments of 200 characters take half a
	 * second to judge once, of 2,000 characters five.
	 */
	private static final Duration PATIENCE = Duration.ofSeconds(5);

	/** In seconds; what a statement may take. */
	private static final int STATEMENT_PATIENCE = 5;

	private final Screening screening;

	private final Staff staff;

	private final JdbcClient jdbc;

	private final Clock clock;

	SecondLook(Screening screening, Staff staff, JdbcClient jdbc, Clock clock) {
		this.screening = screening;
		this.staff = staff;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Judges the latest comments by some rules and by others, for five seconds at most.
	 * Two SQL statements.
	 * @param present the rules as they are
	 * @param others what might hold in their place
	 * @param same whether a judgement by the others shows that it would have been the
	 * same by the rules as they are: then it is made only once
	 * @param matters whether one is to be told of
	 */
	@Transactional(readOnly = true, timeout = STATEMENT_PATIENCE)
	public Result by(RuleBook present, RuleBook others, Predicate<Verdict> same, Predicate<Judged> matters) {
		List<Past> comments = comments();
		Map<String, Reputation> reputations = reputations(comments);
		long end = System.nanoTime() + PATIENCE.toNanos();
		List<Judged> found = new ArrayList<>();
		int read = 0;
		for (Past comment : comments) {
			if (System.nanoTime() > end) {
				break;
			}
			Sample sample = sample(comment, reputations.getOrDefault(comment.author(), Reputation.NONE));
			Verdict after = this.screening.screen(sample, others);
			Verdict before = same.test(after) ? after : this.screening.screen(sample, present);
			Judged judged = new Judged(comment.publicId(), comment.status(), comment.good(), comment.createdAt(),
					sample, before, after);
			if (matters.test(judged)) {
				found.add(judged);
			}
			read++;
		}
		return new Result(read, comments.size(), found);
	}

	private List<Past> comments() {
		return this.jdbc
			.sql("""
					select c.public_id, c.author_name, c.author_key, c.body_source, c.reasons, c.status, c.created_at, l.good
					from comment c left join lesson l on l.comment_id = c.id
					where c.source = 'SITE' and c.staff_id is null and c.author_key is not null
					order by c.id desc limit :latest""")
			.param("latest", LATEST)
			.query((row, n) -> past(row))
			.list();
	}

	private static Past past(ResultSet row) throws SQLException {
		return new Past(row.getString("public_id"), row.getString("author_name"), row.getString("author_key"),
				row.getString("body_source"), FirstLook.verdict(row.getString("reasons")),
				CommentStatus.valueOf(row.getString("status")), row.getObject("good", Boolean.class),
				Timestamps.in(row, "created_at"));
	}

	/** What editors have thought of each writer lately, by the writer's key. */
	private Map<String, Reputation> reputations(List<Past> comments) {
		Set<String> authors = comments.stream().map(Past::author).collect(Collectors.toSet());
		Map<String, Reputation> reputations = new HashMap<>();
		if (!authors.isEmpty()) {
			this.jdbc.sql("""
					select author_key, good, count(*) as number from lesson
					where author_key in (:authors) and taught_at > :memory group by author_key, good""")
				.param("authors", authors)
				.param("memory", Timestamps.of(this.clock.instant().minus(FirstLook.MEMORY)))
				.query((row) -> {
					int number = row.getInt("number");
					reputations.merge(row.getString("author_key"),
							row.getBoolean("good") ? new Reputation(number, 0) : new Reputation(0, number),
							Reputation::plus);
				});
		}
		return reputations;
	}

	/** What was decided on a comment says nothing for or against itself. */
	private Sample sample(Past comment, Reputation writer) {
		int approved = writer.approved() - (Boolean.TRUE.equals(comment.good()) ? 1 : 0);
		int rejected = writer.rejected() - (Boolean.FALSE.equals(comment.good()) ? 1 : 0);
		return new Sample(comment.name(), comment.body(), new Sample.Facts(comment.has(Ground.TRAP),
				comment.has(Ground.INVISIBLE), comment.has(Ground.TWIN), approved, rejected, this.staff.house()));
	}

	/**
	 * What a second look has shown.
	 *
	 * @param read how many comments were judged
	 * @param all how many there were to be judged; more than read if time ran out
	 * @param found those that matter, the newest first
	 */
	public record Result(int read, int all, List<Judged> found) {

	}

	/**
	 * A comment that was judged again.
	 *
	 * @param good what an editor thought of it, as the last decision says; null if none
	 * has decided
	 * @param before by the rules as they are
	 * @param after by the others
	 */
	public record Judged(String publicId, CommentStatus status, @Nullable Boolean good, Instant createdAt,
			Sample sample, Verdict before, Verdict after) {

	}

	private record Past(String publicId, String name, String author, String body, Verdict verdict, CommentStatus status,
			@Nullable Boolean good, Instant createdAt) {

		boolean has(Ground ground) {
			return this.verdict.findings().stream().map(Finding::ground).anyMatch(ground::equals);
		}

	}

	/**
	 * Of one writer.
	 */
	private record Reputation(int approved, int rejected) {

		static final Reputation NONE = new Reputation(0, 0);

		Reputation plus(Reputation other) {
			return new Reputation(this.approved + other.approved, this.rejected + other.rejected);
		}

	}

}
