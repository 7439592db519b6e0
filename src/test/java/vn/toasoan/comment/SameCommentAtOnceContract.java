package vn.toasoan.comment;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.toasoan.audit.Actor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Many do the same at once, and it happens once.
 */
@SpringBootTest
abstract class SameCommentAtOnceContract {

	private static final long FIRST_ARTICLE = 1;

	@Autowired
	Posting posting;

	@Autowired
	Decisions decisions;

	@Autowired
	Discussions discussions;

	@Autowired
	JdbcClient jdbc;

	@Test
	void sixteenIdenticalPostsLeaveOneCommentAndAllAnswersLeadToIt() throws Exception {
		List<Posting.Receipt> receipts = atOnce(16, () -> this.posting.post(submission("Mười sáu lần như một")));
		assertThat(receipts).extracting(Posting.Receipt::publicId).hasSize(16).containsOnly(receipts.get(0).publicId());
		assertThat(count("select count(*) from comment where author_name = 'Mười sáu lần như một'")).isEqualTo(1);
		assertThat(count("select count(*) from comment_event e join comment c on c.id = e.comment_id"
				+ " where c.author_name = 'Mười sáu lần như một'"))
			.isEqualTo(1);
	}

	@Test
	void thirtyTwoApprovalsAtOnceAreOneDecisionAndCountOnce() throws Exception {
		String comment = this.posting.post(submission("Ba mươi hai lần duyệt")).publicId();
		int before = this.discussions.of(FIRST_ARTICLE).total();
		List<Boolean> decided = atOnce(32,
				() -> this.decisions.decide(comment, CommentStatus.PENDING, CommentStatus.PUBLISHED, Actor.SITE, null));
		assertThat(decided).containsOnlyOnce(true);
		assertThat(this.discussions.of(FIRST_ARTICLE).total()).isEqualTo(before + 1);
		assertThat(count("select count(*) from comment_event e join comment c on c.id = e.comment_id"
				+ " where c.author_name = 'Ba mươi hai lần duyệt' and e.to_status = 'PUBLISHED'"))
			.isEqualTo(1);
	}

	@Test
	void repliesApprovedAtOnceAreAllCountedOnTheirThread() throws Exception {
		String root = this.posting.post(submission("Gốc của mười sáu trả lời")).publicId();
		this.decisions.decide(root, CommentStatus.PENDING, CommentStatus.PUBLISHED, Actor.SITE, null);
		List<String> replies = IntStream.range(0, 16)
			.mapToObj((n) -> this.posting.post(reply(root, "Trả lời số " + n)).publicId())
			.toList();
		atOnce(16,
				replies.stream()
					.map((reply) -> (Callable<Boolean>) () -> this.decisions.decide(reply, CommentStatus.PENDING,
							CommentStatus.PUBLISHED, Actor.SITE, null))
					.toList());
		assertThat(count("select reply_count from comment where public_id = '" + root + "'")).isEqualTo(16);
	}

	private static Submission submission(String name) {
		return new Submission(FIRST_ARTICLE, null, name, null, "Cùng một nội dung", false, new ReaderKey(name),
				"203.0.113.7");
	}

	private static Submission reply(String parent, String text) {
		return new Submission(FIRST_ARTICLE, parent, "Người trả lời", null, text, false, new ReaderKey(text),
				"203.0.113.7");
	}

	private int count(String sql) {
		return this.jdbc.sql(sql).query(Integer.class).single();
	}

	private static <T> List<T> atOnce(int times, Callable<T> task) throws Exception {
		return atOnce(times, IntStream.range(0, times).mapToObj((n) -> task).toList());
	}

	private static <T> List<T> atOnce(int threads, List<Callable<T>> tasks) throws Exception {
		ExecutorService executor = Executors.newFixedThreadPool(threads);
		CountDownLatch start = new CountDownLatch(1);
		try {
			List<Future<T>> results = tasks.stream().map((task) -> executor.submit(() -> {
				start.await();
				return task.call();
			})).toList();
			start.countDown();
			return results.stream().map(SameCommentAtOnceContract::get).toList();
		}
		finally {
			executor.shutdownNow();
		}
	}

	private static <T> T get(Future<T> result) {
		try {
			return result.get();
		}
		catch (Exception ex) {
			throw new AssertionError(ex);
		}
	}

}
