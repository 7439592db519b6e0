package vn.toasoan.comment;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.toasoan.testing.Fixtures.Written;
import vn.toasoan.testing.OnH2;

import static org.assertj.core.api.Assertions.assertThat;

@OnH2
class ThreadsOnH2Tests extends ThreadsContract {

	private static final Pattern SCANNED = Pattern.compile("scanCount: (\\d+)");

	/** PostgreSQL weighs this anew each time; H2 has to be led to the index. */
	@ParameterizedTest
	@EnumSource(CommentOrder.class)
	void aPageReadsAsManyThreadsAsItShowsHoweverManyThereAre(CommentOrder order) {
		Written article = this.fixtures.openArticle();
		for (int i = 0; i < 60; i++) {
			this.fixtures.comment(article, null, "Bình luận số " + i + " của một cuộc thảo luận dài.");
		}
		long middle = this.jdbc.sql("select id from comment where article_id = ? order by id limit 1 offset 30")
			.param(article.id())
			.query(Long.class)
			.single();
		for (String after : List.of("", (order == CommentOrder.BEST) ? "0-" + middle : ThreadPath.of("", middle))) {
			assertThat(scanned(article, order, null, after, middle)).as("after " + after)
				.allMatch((rows) -> rows <= 22);
			assertThat(scanned(article, order, CommentSource.SITE, after, middle)).allMatch((rows) -> rows <= 22);
		}
	}

	@Test
	void whetherAnOwnCommentIsAnsweredIsLookedForInItsThreadOnly() {
		Written article = this.fixtures.openArticle();
		String own = this.fixtures.comment(article, null, "Lời mở đầu.");
		for (int i = 0; i < 200; i++) {
			this.fixtures.comment(article, null, "Bình luận số " + i + " của một cuộc thảo luận dài.");
		}
		this.jdbc.sql("analyze").update();
		String author = this.jdbc.sql("select author_key from comment where public_id = ?")
			.param(own)
			.query(String.class)
			.single();
		String plan = this.jdbc.sql("explain analyze " + CommentRow.select(new ReaderKey(author)) + "c.public_id = :id")
			.param("reader", author)
			.param("id", own)
			.query(String.class)
			.single();
		assertThat(counts(plan)).allMatch((rows) -> rows <= 5);
	}

	private List<Integer> scanned(Written article, CommentOrder order, @Nullable CommentSource source, String after,
			long middle) {
		String plan = this.jdbc.sql("explain analyze " + Roots.ids(order, source, after))
			.param("article", article.id())
			.param("source", CommentSource.SITE.name())
			.param("path", after)
			.param("rank", 0)
			.param("lower", after.isEmpty() ? Integer.MAX_VALUE : -1)
			.param("id", middle)
			.param("most", Threads.ROOTS + 1)
			.query(String.class)
			.single();
		return counts(plan);
	}

	private static List<Integer> counts(String plan) {
		List<Integer> counts = new ArrayList<>();
		SCANNED.matcher(plan).results().forEach((found) -> counts.add(Integer.valueOf(found.group(1))));
		assertThat(counts).as(plan).isNotEmpty();
		return counts;
	}

}
