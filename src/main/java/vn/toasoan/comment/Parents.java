package vn.toasoan.comment;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.toasoan.site.Database;

/**
 * Finds what replies answer, and holds their threads: until the transaction ends, nobody
 * takes away what is being answered.
 */
@Component
class Parents {

	private static final String HOLD = """
			select r.id from comment r where r.id in
			  (select c.root_id from comment c where c.public_id = any(:answered))""";

	private final Comments comments;

	private final JdbcClient jdbc;

	private final Database database;

	Parents(Comments comments, JdbcClient jdbc, Database database) {
		this.comments = comments;
		this.jdbc = jdbc;
		this.database = database;
	}

	/**
	 * Holds the thread that a reply is to be added to, and waits for it. Two SQL
	 * statements, none without a reply.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Held hold(Submission submission) {
		return hold(List.of(submission), "");
	}

	/**
	 * Holds the threads that these are to be added to, but for those that somebody else
	 * holds: who writes elsewhere must not wait for them. Two SQL statements, none
	 * without a reply.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Held holdFree(Collection<Submission> submissions) {
		return hold(submissions, " skip locked");
	}

	private Held hold(Collection<Submission> submissions, String waiting) {
		List<String> ids = submissions.stream().map(Submission::parent).filter(Objects::nonNull).distinct().toList();
		if (ids.isEmpty()) {
			return new Held(Map.of());
		}
		Set<Long> roots = this.jdbc.sql(HOLD + this.database.holding() + waiting)
			.param("answered", new SqlArrayValue("varchar", ids.toArray()))
			.query(Long.class)
			.set();
		// Only now: what is read before the threads are held may be gone.
		return new Held(this.comments.findByPublicIdIn(ids)
			.stream()
			.filter((comment) -> roots.contains(comment.rootId()))
			.collect(Collectors.toMap(Comment::publicId, Function.identity())));
	}

	/**
	 * What is answered in threads that are held, as it stays until the transaction ends.
	 */
	record Held(Map<String, Comment> comments) {

		/**
		 * What a reply answers; null if readers see no such comment below its article, if
		 * its thread is not held, or if it is no reply.
		 */
		@Nullable Comment answeredBy(Submission submission) {
			String id = submission.parent();
			Comment parent = (id != null) ? this.comments.get(id) : null;
			return (parent != null && parent.articleId() == submission.articleId() && parent.mayBeAnswered()) ? parent
					: null;
		}

	}

}
