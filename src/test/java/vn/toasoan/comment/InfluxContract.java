package vn.toasoan.comment;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.transaction.support.TransactionTemplate;
import vn.toasoan.comment.Posting.Receipt;
import vn.toasoan.testing.AtOnce;
import vn.toasoan.testing.Fixtures;
import vn.toasoan.testing.Fixtures.Written;
import vn.toasoan.testing.SitePages;
import vn.toasoan.testing.StatementCounter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Comments that come at the same time are kept together, and each of them as if it had
 * come alone; the same on both databases.
 */
@SitePages
abstract class InfluxContract {

	private static final int MANY = 100;

	private static final AtomicInteger NUMBER = new AtomicInteger();

	@Autowired
	Fixtures fixtures;

	@Autowired
	Influx influx;

	@Autowired
	FirstLook firstLook;

	@Autowired
	Posting posting;

	@Autowired
	Decisions decisions;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	Discussions discussions;

	@Autowired
	Threads threads;

	@Autowired
	StatementCounter statements;

	@Autowired
	JdbcClient jdbc;

	private Written article = new Written(0, "", "");

	@BeforeEach
	void begin() {
		this.article = this.fixtures.openArticle();
	}

	@Test
	void allThatComeAtOnceAreKeptAndCountedAndEachKnowsWhereItStands() {
		List<Callable<Receipt>> posts = IntStream.range(0, MANY)
			.mapToObj((n) -> (Callable<Receipt>) () -> this.posting.post(stranger(text())))
			.toList();
		List<Receipt> receipts = AtOnce.run(posts);
		assertThat(receipts).allMatch(Receipt::published).allMatch(Receipt::own);
		assertThat(receipts).extracting(Receipt::publicId).doesNotHaveDuplicates();
		assertThat(this.discussions.of(this.article.id()).site()).isEqualTo(MANY);
		assertThat(count("select count(*) from comment where article_id = ? and status = 'PUBLISHED' and listed = true"
				+ " and root_id = id"))
			.isEqualTo(MANY);
		assertThat(count("""
				select count(*) from comment c where c.article_id = ?
				and (select count(*) from comment_event e where e.comment_id = c.id and e.from_status is null
				  and e.to_status = 'PENDING') = 1
				and (select count(*) from comment_event e where e.comment_id = c.id and e.from_status = 'PENDING'
				  and e.to_status = 'PUBLISHED') = 1""")).isEqualTo(MANY);
		Receipt last = this.posting.post(stranger(text()));
		assertThat(last.below()).isEqualTo(this.threads.place(last.publicId(), null).orElseThrow().below());
	}

	@ParameterizedTest
	@EnumSource(names = { "OPEN", "ALL" })
	void aHundredTakeFewerStatementsThanThreeAlone(CommentMode mode) {
		this.fixtures.mode(this.article, mode);
		List<Callable<Receipt>> posts = IntStream.range(0, MANY)
			.mapToObj((n) -> (Callable<Receipt>) () -> this.posting.post(stranger(text())))
			.toList();
		List<String> statements = this.statements.statementsDuring(() -> takeTogether(posts));
		// H2 counts what everybody does one by one.
		assertThat(statements.stream().filter((sql) -> !sql.startsWith("merge into allowance")))
			.hasSizeLessThan(3 * 12);
	}

	@Test
	void repliesThatComeAtOnceAreKeptAndCountedInTheirThreads() {
		List<String> roots = Stream.generate(() -> take(stranger(text())).publicId()).limit(3).toList();
		List<Callable<Receipt>> posts = IntStream.range(0, MANY)
			.mapToObj((n) -> (Callable<Receipt>) () -> this.posting.post(reply(roots.get(n % 3), text())))
			.toList();
		List<Receipt> receipts = new ArrayList<>();
		List<String> statements = this.statements.statementsDuring(() -> receipts.addAll(takeTogether(posts)));
		assertThat(receipts).allMatch(Receipt::published).allMatch(Receipt::own);
		assertThat(statements.stream().filter((sql) -> !sql.startsWith("merge into allowance")))
			.as("fewer than four take alone")
			.hasSizeLessThan(4 * 18);
		assertThat(this.discussions.of(this.article.id()).site()).isEqualTo(3 + MANY);
		assertThat(count("select sum(reply_count) from comment where article_id = ? and depth = 0")).isEqualTo(MANY);
		assertThat(count("select min(reply_count) from comment where article_id = ? and depth = 0")).isEqualTo(33);
		assertThat(count("select min(rank_score) from comment where article_id = ? and depth = 0"))
			.isEqualTo(20 * Comments.REPLY_RANK);
		assertThat(count("""
				select count(*) from comment c join comment r on r.id = c.parent_id and r.id = c.root_id
				where c.article_id = ? and c.depth = 1 and c.listed = true and c.status = 'PUBLISHED'"""))
			.isEqualTo(MANY);
		Receipt deeper = take(reply(receipts.get(0).publicId(), text()));
		assertThat(deeper.published()).isTrue();
		assertThat(count("select max(reply_count) from comment where article_id = ? and depth = 0")).isEqualTo(35);
	}

	@Test
	void aReplyToWhatIsGoneOrStandsElsewhereIsLookedAtAlone() {
		String root = take(stranger(text())).publicId();
		Written other = this.fixtures.openArticle();
		assertIsLookedAtAlone(reply(this.fixtures.comment(other, null, text()), text()));
		assertIsLookedAtAlone(reply("khongcoaiday", text()));
		this.fixtures.remove(root);
		assertIsLookedAtAlone(reply(root, text()));
	}

	@Test
	void nobodyWaitsForAThreadThatSomebodyElseHolds() {
		Receipt held = take(stranger(text()));
		Receipt free = take(stranger(text()));
		this.transaction.executeWithoutResult((status) -> {
			this.decisions.hold(held.publicId());
			List<Callable<Optional<Receipt>>> arrivals = Stream
				.of(reply(held.publicId(), text()), reply(free.publicId(), text()), stranger(text()))
				.map((one) -> (Callable<Optional<Receipt>>) () -> this.influx.take(one, this.firstLook.atUnknown(one),
						false))
				.toList();
			assertThat(AtOnce.run(arrivals)).extracting(Optional::isPresent).containsExactly(false, true, true);
		});
		assertThat(take(reply(held.publicId(), text())).published()).isTrue();
	}

	@Test
	void aReplyThatWouldStandTooDeepIsLookedAtAlone() {
		String deepest = take(stranger(text())).publicId();
		for (int depth = 1; depth <= 20; depth++) {
			deepest = take(reply(deepest, text())).publicId();
		}
		assertIsLookedAtAlone(reply(deepest, text()));
	}

	@ParameterizedTest
	@EnumSource(value = CommentMode.class, names = { "FIRST_TIME", "ALL" })
	void whereCommentsWaitTheyWait(CommentMode mode) {
		this.fixtures.mode(this.article, mode);
		Receipt receipt = take(stranger(text()));
		assertThat(receipt.published()).isFalse();
		assertThat(receipt.below()).isNull();
		assertThat(count("select count(*) from comment c join comment_event e on e.comment_id = c.id"
				+ " where c.article_id = ? and c.status = 'PENDING' and c.listed = false and e.to_status = 'PENDING'"))
			.isOne();
		assertThat(this.discussions.of(this.article.id()).site()).isZero();
	}

	@ParameterizedTest
	@EnumSource(value = CommentMode.class, names = { "VERIFIED", "CLOSED" })
	void whereSomebodyHasToBeToldEachIsLookedAtAlone(CommentMode mode) {
		this.fixtures.mode(this.article, mode);
		assertIsLookedAtAlone(stranger(text()));
	}

	@ParameterizedTest
	@ValueSource(strings = {
			"insert into ban (id, kind, subject, first_address, last_address, effect, reason, made_at, made_by, ends_at) values"
					+ " (nextval('ban_seq'), 'KEY', '%1$s', '', '', 'HOLD', 'x', current_timestamp, 'x', '2099-01-01 00:00:00+00')",
			"insert into trusted_writer (author_key, trusted_at, trusted_by) values ('%1$s', current_timestamp, 'x')",
			"insert into writer_note (id, author_key, body, warning, made_at, made_by) values"
					+ " (nextval('writer_note_seq'), '%1$s', 'x', true, current_timestamp, 'x')" })
	void whoIsOnRecordIsLookedAtAlone(String record) {
		Submission submission = stranger(text());
		this.jdbc.sql(record.formatted(submission.author().hash())).update();
		assertIsLookedAtAlone(submission);
	}

	@Test
	void whomEditorsHaveJudgedIsLookedAtAlone() {
		this.fixtures.mode(this.article, CommentMode.ALL);
		ReaderKey regular = new ReaderKey("regular " + NUMBER.incrementAndGet());
		this.fixtures.approve(this.fixtures.comment(this.article, null, text(), regular));
		assertIsLookedAtAlone(by(regular, text()));
	}

	@Test
	void whatWasWrittenBeforeIsLookedAtAlone() {
		String text = text();
		assertThat(take(stranger(text)).published()).isTrue();
		assertIsLookedAtAlone(stranger(text));
	}

	@Test
	void ofTheSameTextAtOnceOneIsKeptTogetherWithTheOthers() {
		String text = text();
		Submission one = stranger(text);
		assertThat(AtOnce.run(Stream.of(one, one, stranger(text), stranger(text()))
			.map((submission) -> (Callable<String>) () -> this.posting.post(submission).publicId())
			.toList())).hasSize(4);
		assertThat(count("select count(*) from comment where article_id = ?")).isEqualTo(3);
	}

	/**
	 * All of them come while the desk is busy, so that how fast this machine is does not
	 * matter.
	 */
	private List<Receipt> takeTogether(List<Callable<Receipt>> posts) {
		var desk = (Executor) Objects.requireNonNull(ReflectionTestUtils.getField(this.influx, "desk"));
		var waiting = (Collection<?>) Objects.requireNonNull(ReflectionTestUtils.getField(this.influx, "waiting"));
		desk.execute(() -> await().atMost(Duration.ofSeconds(30)).until(() -> waiting.size() == posts.size()));
		return AtOnce.run(posts);
	}

	private Receipt take(Submission submission) {
		return this.influx.take(submission, this.firstLook.atUnknown(submission), false).orElseThrow();
	}

	private void assertIsLookedAtAlone(Submission submission) {
		int before = count("select count(*) from comment where article_id = ?");
		assertThat(this.influx.take(submission, this.firstLook.atUnknown(submission), false)).isEmpty();
		assertThat(count("select count(*) from comment where article_id = ?")).isEqualTo(before);
	}

	private static String text() {
		return "Một lời đủ dài để có dấu riêng của nó, số " + NUMBER.incrementAndGet();
	}

	private Submission stranger(String text) {
		return by(new ReaderKey("stranger " + NUMBER.incrementAndGet()), text);
	}

	private Submission by(ReaderKey reader, String text) {
		return by(reader, null, text);
	}

	private Submission reply(String parent, String text) {
		return by(new ReaderKey("stranger " + NUMBER.incrementAndGet()), parent, text);
	}

	private Submission by(ReaderKey reader, @Nullable String parent, String text) {
		int n = NUMBER.incrementAndGet();
		return new Submission(this.article.id(), parent, "Người lạ " + n, null, text, false, reader,
				"2001:db8:" + Integer.toHexString(n) + "::1");
	}

	private int count(String sql) {
		return this.jdbc.sql(sql).param(this.article.id()).query(Integer.class).single();
	}

}
