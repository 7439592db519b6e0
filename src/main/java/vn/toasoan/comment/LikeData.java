package vn.toasoan.comment;

import java.time.Instant;
import java.util.List;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.toasoan.site.PersonalData;
import vn.toasoan.site.Timestamps;

/**
 * What a reader likes, for the reader to take away or to have erased.
 */
@Component
class LikeData implements PersonalData {

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	LikeData(JdbcClient jdbc, ApplicationEventPublisher events) {
		this.jdbc = jdbc;
		this.events = events;
	}

	@Override
	public String name() {
		return "likes";
	}

	@Override
	public List<?> export(Owner owner) {
		return this.jdbc.sql("""
				select c.public_id, l.liked_at from comment_like l join comment c on c.id = l.comment_id
				where l.author_key = :key order by l.liked_at, l.comment_id""")
			.param("key", owner.key())
			.query((row, n) -> new Liked(row.getString("public_id"), Timestamps.in(row, "liked_at")))
			.list();
	}

	@Override
	public List<Erased> erase(Owner owner) {
		List<Long> liked = this.jdbc.sql("""
				select l.comment_id from comment_like l where l.author_key = :key order by l.comment_id""")
			.param("key", owner.key())
			.query(Long.class)
			.list();
		int deleted = liked.stream().mapToInt((comment) -> takeBack(comment, owner)).sum();
		int received = owner.comments().isEmpty() ? 0
				: this.jdbc.sql("delete from comment_like where comment_id in (:comments)")
					.param("comments", owner.comments())
					.update();
		articles(liked).forEach((article) -> this.events.publishEvent(new CommentDecided(article)));
		return List.of(new Erased("comment_like", deleted + received, 0));
	}

	private int takeBack(long comment, Owner owner) {
		int deleted = this.jdbc.sql("delete from comment_like where comment_id = :id and author_key = :key")
			.param("id", comment)
			.param("key", owner.key())
			.update();
		this.jdbc
			.sql("update comment set likes = likes - :n, rank_score = rank_score - :n * " + Likes.RANK
					+ " where id = :id")
			.param("n", deleted)
			.param("id", comment)
			.update();
		return deleted;
	}

	private List<Long> articles(List<Long> comments) {
		return comments.isEmpty() ? List.of()
				: this.jdbc.sql("select distinct article_id from comment where id in (:comments)")
					.param("comments", comments)
					.query(Long.class)
					.list();
	}

	private record Liked(String comment, Instant likedAt) {
	}

}
