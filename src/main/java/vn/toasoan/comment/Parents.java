package vn.toasoan.comment;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds what replies answer, and holds their threads: until the transaction ends, nobody
 * takes away what is being answered.
 */
@Component
class Parents {

	private final Comments comments;

	private final JdbcClient jdbc;

	Parents(Comments comments, JdbcClient jdbc) {
		this.comments = comments;
		this.jdbc = jdbc;
	}

	/**
	 * Holds the threads that these would be added to, in the same order on all nodes, so
	 * that nobody waits for one who waits. Two SQL statements, none without a reply.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Held hold(Collection<Submission> submissions) {
		List<String> ids = submissions.stream().map(Submission::parent).filter(Objects::nonNull).distinct().toList();
		if (ids.isEmpty()) {
			return new Held(Map.of());
		}
		this.jdbc.sql("""
				select r.id from comment r where r.id in
				  (select c.root_id from comment c where c.public_id = any(:answered)) order by r.id for update""")
			.param("answered", new SqlArrayValue("varchar", ids.toArray()))
			.query(Long.class)
			.list();
		// Only now: what is read before the threads are held may be gone.
		return new Held(this.comments.findByPublicIdIn(ids)
			.stream()
			.collect(Collectors.toMap(Comment::publicId, Function.identity())));
	}

	/**
	 * What is answered, as it stays until the transaction ends.
	 */
	record Held(Map<String, Comment> comments) {

		/**
		 * What a reply answers; null if readers see no such comment below its article, or
		 * if it is none.
		 */
		@Nullable Comment answeredBy(Submission submission) {
			String id = submission.parent();
			Comment parent = (id != null) ? this.comments.get(id) : null;
			return (parent != null && parent.articleId() == submission.articleId() && parent.mayBeAnswered()) ? parent
					: null;
		}

	}

}
