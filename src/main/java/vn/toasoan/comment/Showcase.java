package vn.toasoan.comment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toasoan.site.Timestamps;
import vn.toasoan.web.NoSuchPage;

/**
 * What the newsroom puts forward: threads pinned to the head of a discussion, and
 * featured comments. Only what readers see can be put forward; {@link Decisions} takes
 * the pin from what they don't see any more.
 */
@Service
@Transactional
public class Showcase {

	/** More would push the readers' own order below the first screen. */
	public static final int MAX_PINNED = 3;

	private final JdbcClient jdbc;

	private final Comments comments;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Showcase(JdbcClient jdbc, Comments comments, ApplicationEventPublisher events, Clock clock) {
		this.jdbc = jdbc;
		this.comments = comments;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Pins a thread to the head of its discussion, or takes the pin away.
	 * @param publicId of the comment that began it
	 * @return false, and nothing is changed, if it is so already, or if readers don't see
	 * the comment
	 * @throws NoSuchPage if there is no such comment, or it is a reply
	 * @throws TooManyPinned if three threads of this discussion are pinned
	 */
	public boolean pin(String publicId, boolean pinned) {
		Found comment = find(publicId);
		if (comment.depth() > 0) {
			throw new NoSuchPage("thread " + publicId);
		}
		hold(comment);
		if (pinned && pinnedBeside(comment) >= MAX_PINNED) {
			throw new TooManyPinned();
		}
		return set("pinned_at", comment, pinned ? now() : null);
	}

	/**
	 * Gives a thread that readers see again the pin back that it had.
	 * @param since when it had been pinned
	 * @return false, and nothing is changed, if three other threads are pinned by now
	 * @throws NoSuchPage if there is no such comment
	 */
	public boolean pinAgain(String publicId, Instant since) {
		Found comment = find(publicId);
		hold(comment);
		return pinnedBeside(comment) < MAX_PINNED && set("pinned_at", comment, Timestamps.of(since));
	}

	/** The discussion is held, too: of several pins at once the last sees all. */
	private void hold(Found comment) {
		this.comments.holdThread(comment.id());
		this.jdbc.sql("update discussion set site_comments = site_comments where article_id = :article")
			.param("article", comment.articleId())
			.update();
	}

	private int pinnedBeside(Found comment) {
		return this.jdbc
			.sql("select count(*) from comment where article_id = :article and pinned_at is not null and id <> :id")
			.param("article", comment.articleId())
			.param("id", comment.id())
			.query(Integer.class)
			.single();
	}

	/**
	 * Features a comment, or ends that.
	 * @return false, and nothing is changed, if it is so already, or if readers don't see
	 * the comment
	 * @throws NoSuchPage if there is no such comment
	 */
	public boolean feature(String publicId, boolean featured) {
		return set("featured_at", find(publicId), featured ? now() : null);
	}

	private boolean set(String column, Found comment, @Nullable OffsetDateTime at) {
		int changed = this.jdbc
			.sql("update comment set " + column + " = :at where id = :id and status = 'PUBLISHED' and " + column
					+ " is " + ((at != null) ? "null" : "not null"))
			.param("at", at)
			.param("id", comment.id())
			.update();
		if (changed == 1) {
			this.events.publishEvent(new CommentDecided(comment.articleId()));
		}
		return changed == 1;
	}

	private OffsetDateTime now() {
		return Timestamps.of(this.clock.instant());
	}

	private Found find(String publicId) {
		return this.jdbc.sql("select id, article_id, depth from comment where public_id = :id")
			.param("id", publicId)
			.query((row, n) -> found(row))
			.optional()
			.orElseThrow(() -> new NoSuchPage("comment " + publicId));
	}

	private static Found found(ResultSet row) throws SQLException {
		return new Found(row.getLong("id"), row.getLong("article_id"), row.getInt("depth"));
	}

	private record Found(long id, long articleId, int depth) {

	}

	/**
	 * As many threads as a discussion may have at its head are pinned.
	 */
	public static class TooManyPinned extends RuntimeException {

	}

}
