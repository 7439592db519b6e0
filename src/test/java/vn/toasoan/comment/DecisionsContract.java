package vn.toasoan.comment;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import vn.toasoan.audit.Actor;
import vn.toasoan.testing.AtOnce;
import vn.toasoan.testing.Fixtures;
import vn.toasoan.testing.Fixtures.Written;
import vn.toasoan.testing.SitePages;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever is decided, in whatever order and by however many at once: what readers see
 * and all counts follow from the statuses alone. The {@link Tree} works that out anew
 * each time, in the plainest way.
 */
@SitePages
abstract class DecisionsContract {

	private static final Actor EDITOR = new Actor(7L, "Biên tập viên");

	@Autowired
	Fixtures fixtures;

	@Autowired
	Decisions decisions;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TransactionTemplate transaction;

	private boolean decide(Tree tree, int comment, CommentStatus from, CommentStatus to) {
		return this.decisions.decide(tree.ids.get(comment), from, to, EDITOR, null);
	}

	private Tree tree() {
		return new Tree(this.fixtures.openArticle());
	}

	/**
	 * Adds a comment, published or waiting.
	 * @param parent its number in the tree; null for the beginning of a thread
	 * @return its own number
	 */
	private int add(Tree tree, @Nullable Integer parent, CommentStatus status) {
		int number = tree.ids.size();
		this.fixtures.mode(tree.article, (status == CommentStatus.PUBLISHED) ? CommentMode.OPEN : CommentMode.ALL);
		tree.ids.add(this.fixtures.comment(tree.article, (parent != null) ? tree.ids.get(parent) : null,
				"Bình luận số " + number));
		tree.parents.add(parent);
		tree.statuses.add(status);
		tree.decisions.add((status == CommentStatus.PUBLISHED) ? 1 : 0);
		return number;
	}

	/**
	 * A thread of four levels with two arms, and a small one, with waiting replies at the
	 * tips.
	 */
	private Tree severalThreads() {
		Tree tree = tree();
		int root = add(tree, null, CommentStatus.PUBLISHED);
		int first = add(tree, root, CommentStatus.PUBLISHED);
		int below = add(tree, first, CommentStatus.PUBLISHED);
		int deepest = add(tree, below, CommentStatus.PUBLISHED);
		int second = add(tree, root, CommentStatus.PUBLISHED);
		int small = add(tree, null, CommentStatus.PUBLISHED);
		for (int parent : new int[] { first, deepest, second, small }) {
			add(tree, parent, CommentStatus.PENDING);
		}
		add(tree, null, CommentStatus.PENDING);
		return tree;
	}

	private List<String> stored(Tree tree) {
		List<String> lines = new ArrayList<>(this.jdbc
			.sql("""
					select c.status, c.listed, c.reply_count,
					(select count(*) from comment_event e where e.comment_id = c.id and e.from_status is not null) as decisions
					from comment c where c.article_id = :article order by c.id""")
			.param("article", tree.article.id())
			.query((row, n) -> line(n, CommentStatus.valueOf(row.getString("status")), row.getBoolean("listed"),
					row.getInt("reply_count"), row.getInt("decisions")))
			.list());
		lines.add("total: " + this.jdbc.sql("select site_comments from discussion where article_id = :article")
			.param("article", tree.article.id())
			.query(Integer.class)
			.single());
		return lines;
	}

	private static String line(int number, CommentStatus status, boolean listed, int replies, int decisions) {
		return number + ": " + status + (listed ? ", listed, " : ", not listed, ") + replies + " replies, " + decisions
				+ " decisions";
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8 })
	void afterEachDecisionReadersSeeAndCountWhatFollowsFromTheStatuses(long seed) {
		Tree tree = severalThreads();
		Random random = new Random(seed);
		assertThat(stored(tree)).as("seed %d, at the beginning", seed).isEqualTo(tree.expected());
		for (int step = 1; step <= 60; step++) {
			int comment = random.nextInt(tree.ids.size());
			boolean stale = random.nextInt(6) == 0;
			CommentStatus from = stale ? any(random, List.of(CommentStatus.values())) : tree.statuses.get(comment);
			CommentStatus to = any(random, choices(from));
			assertThat(decide(tree, comment, from, to))
				.as("seed %d, step %d: %d %s to %s", seed, step, comment, from, to)
				.isEqualTo(tree.decide(comment, from, to));
			assertThat(stored(tree)).as("seed %d, step %d: %d %s to %s", seed, step, comment, from, to)
				.isEqualTo(tree.expected());
		}
	}

	@Test
	void severalDecisionsInOneTransactionAllStandInTheHistory() {
		Tree tree = severalThreads();
		this.transaction.executeWithoutResult((status) -> IntStream.range(0, tree.ids.size())
			.filter((comment) -> tree.statuses.get(comment) == CommentStatus.PENDING)
			.forEach((comment) -> {
				assertThat(decide(tree, comment, CommentStatus.PENDING, CommentStatus.PUBLISHED)).isTrue();
				tree.decide(comment, CommentStatus.PENDING, CommentStatus.PUBLISHED);
			}));
		assertThat(stored(tree)).isEqualTo(tree.expected());
	}

	private static <T> T any(Random random, List<T> of) {
		return of.get(random.nextInt(of.size()));
	}

	private static List<CommentStatus> choices(CommentStatus from) {
		return switch (from) {
			case PENDING -> List.of(CommentStatus.PUBLISHED, CommentStatus.REJECTED, CommentStatus.SPAM);
			case PUBLISHED -> List.of(CommentStatus.REMOVED);
			case REJECTED, SPAM, REMOVED -> List.of(CommentStatus.PUBLISHED);
		};
	}

	@Test
	void ofSixteenWhoDecideOnOneCommentAtOnceExactlyOneDoes() {
		List<CommentStatus> choices = choices(CommentStatus.PENDING);
		for (int round = 1; round <= 5; round++) {
			Tree tree = tree();
			int root = add(tree, null, CommentStatus.PUBLISHED);
			int reply = add(tree, root, CommentStatus.PENDING);
			List<Boolean> decided = AtOnce.run(IntStream.range(0, 16)
				.mapToObj((n) -> task(tree, reply, CommentStatus.PENDING, choices.get(n % choices.size())))
				.toList());
			assertThat(decided).as("round " + round).containsOnlyOnce(true);
			tree.decide(reply, CommentStatus.PENDING, choices.get(decided.indexOf(true) % choices.size()));
			assertThat(stored(tree)).as("round " + round).isEqualTo(tree.expected());
		}
	}

	private Callable<Boolean> task(Tree tree, int comment, CommentStatus from, CommentStatus to) {
		return () -> decide(tree, comment, from, to);
	}

	@ParameterizedTest
	@CsvSource({ "16, 0", "8, 8", "0, 16" })
	void ofSiblingsThatAppearAndDisappearAtOnceAllCountAndTheirTombstonesFollow(int published, int waiting) {
		for (int round = 1; round <= 5; round++) {
			Tree tree = tree();
			int root = add(tree, null, CommentStatus.PUBLISHED);
			int middle = add(tree, root, CommentStatus.PUBLISHED);
			for (int n = 0; n < published + waiting; n++) {
				add(tree, middle, (n < published) ? CommentStatus.PUBLISHED : CommentStatus.PENDING);
			}
			for (int above : new int[] { middle, root }) {
				decide(tree, above, CommentStatus.PUBLISHED, CommentStatus.REMOVED);
				tree.decide(above, CommentStatus.PUBLISHED, CommentStatus.REMOVED);
			}
			assertThat(stored(tree)).as("round %d, before", round).isEqualTo(tree.expected());
			List<Callable<Boolean>> tasks = new ArrayList<>();
			for (int reply = middle + 1; reply < tree.ids.size(); reply++) {
				CommentStatus from = tree.statuses.get(reply);
				CommentStatus to = (from == CommentStatus.PENDING) ? CommentStatus.PUBLISHED : CommentStatus.REMOVED;
				tasks.add(task(tree, reply, from, to));
				tree.decide(reply, from, to);
			}
			assertThat(AtOnce.run(tasks)).containsOnly(true);
			assertThat(stored(tree)).as("round %d, after", round).isEqualTo(tree.expected());
		}
	}

	/**
	 * The comments below one article, by numbers in the order in which they were written.
	 */
	private static final class Tree {

		private final Written article;

		private final List<String> ids = new ArrayList<>();

		private final List<@Nullable Integer> parents = new ArrayList<>();

		private final List<CommentStatus> statuses = new ArrayList<>();

		private final List<Integer> decisions = new ArrayList<>();

		private Tree(Written article) {
			this.article = article;
		}

		private boolean decide(int comment, CommentStatus from, CommentStatus to) {
			if (this.statuses.get(comment) != from) {
				return false;
			}
			this.statuses.set(comment, to);
			this.decisions.set(comment, this.decisions.get(comment) + 1);
			return true;
		}

		private List<String> expected() {
			List<String> lines = new ArrayList<>();
			numbers().forEach(
					(n) -> lines.add(line(n, this.statuses.get(n), isListed(n), replies(n), this.decisions.get(n))));
			lines.add("total: " + numbers().filter(this::isPublished).count());
			return lines;
		}

		private boolean isListed(int comment) {
			return isPublished(comment) || (this.statuses.get(comment) == CommentStatus.REMOVED
					&& numbers().anyMatch((other) -> isPublished(other) && isBelow(other, comment)));
		}

		private boolean isPublished(int comment) {
			return this.statuses.get(comment) == CommentStatus.PUBLISHED;
		}

		private int replies(int comment) {
			boolean root = this.parents.get(comment) == null;
			return root ? (int) numbers().filter((other) -> isBelow(other, comment) && isListed(other)).count() : 0;
		}

		private boolean isBelow(int comment, int above) {
			Integer parent = this.parents.get(comment);
			return parent != null && (parent == above || isBelow(parent, above));
		}

		private IntStream numbers() {
			return IntStream.range(0, this.ids.size());
		}

	}

}
