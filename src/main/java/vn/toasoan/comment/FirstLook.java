package vn.toasoan.comment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toasoan.screening.Finding;
import vn.toasoan.screening.FindingText;
import vn.toasoan.screening.Ground;
import vn.toasoan.screening.Sample;
import vn.toasoan.screening.Screening;
import vn.toasoan.screening.Verdict;
import vn.toasoan.site.Timestamps;

/**
 * Judges comments before anybody sees them: by their texts, as {@link Screening} finds
 * them, and by what is known of their writers. See {@code docs/adr/0020}.
 */
@Service
@Transactional(readOnly = true)
public class FirstLook {

	/** So long a reader's good and bad comments speak for or against the next one. */
	static final Duration MEMORY = Duration.ofDays(180);

	static final Duration TWINS_WITHIN = Duration.ofDays(1);

	/**
	 * Letters and digits. What is shorter is said by many people in the same words.
	 */
	private static final int SHORTEST_TWIN = 20;

	/**
	 * Comments of a reader that an editor has approved before the next ones appear at
	 * once; what the site let through by itself proves nothing.
	 */
	private static final int APPROVED_BEFORE_TRUST = 2;

	/**
	 * Whom editors trust: by their word, or by what they have approved. No more than
	 * decides anything is counted, however much somebody has written.
	 */
	private static final String TRUSTED = """
			(exists (select 1 from trusted_writer t where t.author_key = :author)
			or (select count(*) from (select 1 from lesson l join comment c on c.id = l.comment_id
			  where l.author_key = :author and l.good = true and c.status = 'PUBLISHED' limit :trust) ever) >= :trust)
			as trusted""";

	private static final String HISTORY = "select " + TRUSTED + """
			,
			(select count(*) from (select 1 from lesson l join comment c on c.id = l.comment_id
			  where l.author_key = :author and l.good = true and l.taught_at > :memory and c.status = 'PUBLISHED'
			  limit :bonus) lately) as lately_approved,
			exists (select 1 from lesson l where l.author_key = :author and l.good = false
			  and l.taught_at > :memory) as rejected,
			exists (select 1 from comment c where c.body_hash = :body and c.created_at > :yesterday
			  and c.article_id <> :article) as twin,
			exists (select 1 from storm s where s.id = 1 and s.ends_at > :now) as storm""";

	private final Screening screening;

	private final Staff staff;

	private final JdbcClient jdbc;

	private final Clock clock;

	FirstLook(Screening screening, Staff staff, JdbcClient jdbc, Clock clock) {
		this.screening = screening;
		this.staff = staff;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Looks at a comment that was sent. One SQL statement.
	 */
	Impression at(Submission submission) {
		return at(submission.articleId(), submission.name(), submission.body(), submission.author(),
				submission.trapped(), submission.invisible());
	}

	/**
	 * Looks at a comment as if nothing were known of its writer, and its text stood
	 * nowhere else. No SQL statement.
	 */
	Impression atUnknown(Submission submission) {
		var facts = new Sample.Facts(submission.trapped(), submission.invisible(), false, 0, 0, this.staff.house());
		return new Impression(this.screening.screen(new Sample(submission.name(), submission.body(), facts)), false,
				bodyHash(submission.body()), false);
	}

	/**
	 * Looks at a text that shall stand below an article, also at one that its writer has
	 * changed. One SQL statement.
	 * @param body normalised
	 * @param trapped whether a field was filled that people don't see
	 * @param invisible whether the text hid characters before it was normalised
	 */
	Impression at(long articleId, String name, String body, ReaderKey author, boolean trapped, boolean invisible) {
		Instant now = this.clock.instant();
		String bodyHash = bodyHash(body);
		return this.jdbc.sql(HISTORY)
			.param("author", author.hash())
			.param("trust", APPROVED_BEFORE_TRUST)
			.param("bonus", Sample.Facts.APPROVED_BEFORE_BONUS)
			.param("memory", Timestamps.of(now.minus(MEMORY)))
			.param("now", Timestamps.of(now))
			.param("yesterday", Timestamps.of(now.minus(TWINS_WITHIN)))
			.param("body", (bodyHash != null) ? bodyHash : "")
			.param("article", articleId)
			.query((row, n) -> impression(row, new Sample(name, body, facts(row, trapped, invisible)), bodyHash))
			.single();
	}

	private Sample.Facts facts(ResultSet row, boolean trapped, boolean invisible) throws SQLException {
		return new Sample.Facts(trapped, invisible, row.getBoolean("twin"), row.getInt("lately_approved"),
				row.getBoolean("rejected") ? 1 : 0, this.staff.house());
	}

	private Impression impression(ResultSet row, Sample sample, @Nullable String bodyHash) throws SQLException {
		return new Impression(this.screening.screen(sample), row.getBoolean("trusted"), bodyHash,
				row.getBoolean("storm"));
	}

	/**
	 * Whether a writer needs no comments approved before. One SQL statement.
	 * @param authorKey the hash of the writer's key
	 */
	boolean isTrusted(String authorKey) {
		return this.jdbc.sql("select " + TRUSTED)
			.param("author", authorKey)
			.param("trust", APPROVED_BEFORE_TRUST)
			.query(Boolean.class)
			.single();
	}

	/**
	 * The same for texts that differ only in case, spaces and signs; null for one that is
	 * too short to tell anything.
	 */
	private static @Nullable String bodyHash(String body) {
		String letters = Normalizer.normalize(body, Normalizer.Form.NFKC)
			.toLowerCase(Locale.ROOT)
			.replaceAll("[^\\p{L}\\p{N}]+", "");
		return (letters.codePointCount(0, letters.length()) < SHORTEST_TWIN) ? null : ReaderKey.sha256(letters);
	}

	/**
	 * How comments were judged, as it is kept with them. One SQL statement.
	 * @return by public id; those that don't exist are left out
	 */
	public Map<String, Verdict> verdicts(Collection<String> publicIds) {
		Map<String, Verdict> verdicts = new HashMap<>();
		if (!publicIds.isEmpty()) {
			this.jdbc.sql("select public_id, reasons from comment where public_id in (:ids)")
				.param("ids", publicIds)
				.query((row) -> {
					verdicts.put(row.getString("public_id"), verdict(row.getString("reasons")));
				});
		}
		return verdicts;
	}

	/**
	 * A judgement as the column {@code comment.reasons} keeps it.
	 */
	public static Verdict verdict(@Nullable String reasons) {
		return new Verdict(FindingText.read((reasons != null) ? reasons : ""));
	}

	/**
	 * What a comment looks like.
	 *
	 * @param trusted whether its writer needs no comments approved before
	 * @param bodyHash by which the same text is found elsewhere; null for a short one
	 * @param storm whether it comes in a storm of bad ones
	 */
	record Impression(Verdict verdict, boolean trusted, @Nullable String bodyHash, boolean storm) {

		/**
		 * The same with something more why an editor should look at it.
		 */
		Impression noting(Ground ground) {
			List<Finding> findings = new ArrayList<>(this.verdict.findings());
			findings.add(new Finding(ground, 0, List.of(), List.of()));
			return new Impression(new Verdict(findings), this.trusted, this.bodyHash, this.storm);
		}

		boolean isSpam() {
			return this.verdict.outcome() == Verdict.Outcome.SPAM;
		}

		/**
		 * Whether an editor should look at it first.
		 */
		boolean isSuspect() {
			return this.verdict.outcome() != Verdict.Outcome.OK;
		}

		/**
		 * As it is kept with the comment; null if nothing was found.
		 */
		@Nullable String reasons() {
			return this.verdict.findings().isEmpty() ? null : FindingText.write(this.verdict.findings());
		}

	}

}
