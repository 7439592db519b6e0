package vn.toasoan.comment;

import java.time.Instant;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.toasoan.site.Timestamps;

/**
 * What editors thought of each comment, as the last decision says. Written in the
 * transaction of the decision.
 */
@Repository
class Lessons {

	private final JdbcClient jdbc;

	Lessons(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Notes an editor's decision. One that only lets a comment wait again is none.
	 */
	void teach(Comment comment, CommentStatus decided, Instant now) {
		this.jdbc.sql("delete from lesson where comment_id = :comment").param("comment", comment.getId()).update();
		if (decided != CommentStatus.PENDING && comment.authorKey() != null) {
			this.jdbc.sql(
					"insert into lesson (comment_id, author_key, good, taught_at) values (:comment, :author, :good, :now)")
				.param("comment", comment.getId())
				.param("author", comment.authorKey())
				.param("good", decided == CommentStatus.PUBLISHED)
				.param("now", Timestamps.of(now))
				.update();
		}
	}

}
