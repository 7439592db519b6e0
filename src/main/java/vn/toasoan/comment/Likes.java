package vn.toasoan.comment;

import java.time.Clock;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toasoan.site.Database;
import vn.toasoan.site.Timestamps;
import vn.toasoan.web.NoSuchPage;

/**
 * Readers like comments, one like for each reader and comment. The count and the rank
 * move in one statement, in the transaction of the like itself.
 */
@Service
@Transactional
public class Likes {

	/** What a like counts in the order by rank. */
	static final int RANK = 10;

	private final JdbcClient jdbc;

	private final Database database;

	private final Limits limits;

	private final Bans bans;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Likes(JdbcClient jdbc, Database database, Limits limits, Bans bans, ApplicationEventPublisher events, Clock clock) {
		this.jdbc = jdbc;
		this.database = database;
		this.limits = limits;
		this.bans = bans;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Likes a comment, or takes the like back; of a banned reader nothing is counted, and
	 * only a like from before the ban can be taken back. The comment is held from the
	 * first statement on, so that two at once come one after the other.
	 * @param newcomer whether the reader has come without a key, and got this one now
	 * @param address the reader's network address
	 * @throws NoSuchPage if it is not published, or is the reader's own
	 * @throws Limits.TooMany if the reader, or the network, likes too much
	 */
	public Liked toggle(String publicId, ReaderKey reader, boolean newcomer, String address) {
		Counted comment = hold(publicId, reader);
		this.limits.count(Limits.Act.LIKE, reader, newcomer, address);
		int change = withdraw(comment.id(), reader) ? -1 : like(comment.id(), reader, address);
		if (change == 0) {
			return new Liked(comment.articleId(), false, comment.likes());
		}
		count(comment.id(), change);
		this.events.publishEvent(new CommentDecided(comment.articleId(), true));
		return new Liked(comment.articleId(), change > 0, comment.likes() + change);
	}

	/**
	 * Not by an update: a second one of the same row has PostgreSQL look at the thread's
	 * first comment once more, and wait for whoever adds to the thread.
	 */
	private Counted hold(String publicId, ReaderKey reader) {
		return this.jdbc.sql("""
				select id, article_id, likes from comment where public_id = :id and status = 'PUBLISHED'
				and author_key is distinct from :reader""" + this.database.holding())
			.param("id", publicId)
			.param("reader", reader.hash())
			.query((row, n) -> new Counted(row.getLong("id"), row.getLong("article_id"), row.getInt("likes")))
			.optional()
			.orElseThrow(() -> new NoSuchPage("comment to like " + publicId));
	}

	private boolean withdraw(long id, ReaderKey reader) {
		return this.jdbc.sql("delete from comment_like where comment_id = :id and author_key = :reader")
			.param("id", id)
			.param("reader", reader.hash())
			.update() > 0;
	}

	private int like(long id, ReaderKey reader, String address) {
		if (this.bans.isBanned(reader, address)) {
			return 0;
		}
		return this.jdbc.sql("insert into comment_like (comment_id, author_key, liked_at) values (:id, :reader, :now)")
			.param("id", id)
			.param("reader", reader.hash())
			.param("now", Timestamps.of(this.clock.instant()))
			.update();
	}

	private void count(long id, int change) {
		this.jdbc
			.sql("update comment set likes = likes + :change, rank_score = rank_score + :change * " + RANK
					+ " where id = :id")
			.param("change", change)
			.param("id", id)
			.update();
	}

	/**
	 * How it stands now.
	 *
	 * @param liked whether the reader likes the comment
	 * @param likes of all readers
	 */
	public record Liked(long articleId, boolean liked, int likes) {
	}

	private record Counted(long id, long articleId, int likes) {
	}

}
