package vn.toasoan.comment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.toasoan.site.PersonalData.Owner;
import vn.toasoan.site.Secrets;
import vn.toasoan.site.SiteSettings;
import vn.toasoan.site.Timestamps;

/**
 * The comments themselves, for {@link PersonalRecords}: with all that is kept in their
 * rows and their history, or emptied.
 */
@Component
class OwnWords {

	private final JdbcClient jdbc;

	private final Secrets secrets;

	private final SiteSettings site;

	OwnWords(JdbcClient jdbc, Secrets secrets, SiteSettings site) {
		this.jdbc = jdbc;
		this.secrets = secrets;
		this.site = site;
	}

	/**
	 * Oldest first. Two SQL statements.
	 */
	List<Written> export(Owner owner) {
		Map<Long, List<Step>> steps = steps(owner);
		return this.jdbc.sql("""
				select c.*, a.slug, a.title, p.public_id as parent
				from comment c join article a on a.id = c.article_id left join comment p on p.id = c.parent_id
				where c.author_key = :key order by c.created_at, c.id""")
			.param("key", owner.key())
			.query((row, n) -> written(row, steps.getOrDefault(row.getLong("id"), List.of())))
			.list();
	}

	private Map<Long, List<Step>> steps(Owner owner) {
		return this.jdbc.sql("""
				select e.comment_id, e.at, e.to_status, e.reason, e.actor_id from comment_event e
				join comment c on c.id = e.comment_id where c.author_key = :key order by e.at, e.id""")
			.param("key", owner.key())
			.query((row, n) -> Map.entry(row.getLong("comment_id"), step(row)))
			.list()
			.stream()
			.collect(Collectors.groupingBy(Map.Entry::getKey,
					Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
	}

	/**
	 * As the writer is told on the page, too.
	 */
	private static Step step(ResultSet row) throws SQLException {
		String name = row.getString("reason");
		Reason reason = (name != null) ? Reason.valueOf(name) : null;
		return new Step(Timestamps.orNull(row, "at"), OwnState.of(CommentStatus.valueOf(row.getString("to_status")),
				reason, row.getObject("actor_id") != null), reason);
	}

	private Written written(ResultSet row, List<Step> steps) throws SQLException {
		String email = row.getString("email");
		return new Written(row.getString("public_id"), this.site.absolute("/bai-viet/" + row.getString("slug")),
				row.getString("title"), row.getString("parent"), row.getString("author_name"),
				(email != null) ? this.secrets.decrypt(Comment.EMAIL, email) : null, row.getString("body_source"),
				row.getInt("likes"), row.getString("ip_prefix"), row.getObject("article_revision", Integer.class),
				Timestamps.in(row, "created_at"), Timestamps.orNull(row, "published_at"),
				Timestamps.orNull(row, "edited_at"), steps);
	}

	/**
	 * Leaves of the rows only their place in the threads.
	 * @return how many
	 */
	int empty(Owner owner) {
		return this.jdbc.sql("""
				update comment set author_name = '', author_key = null, email = null, body_source = '', body_html = '',
				content_hash = null, ip_prefix = '', external_id = null, article_revision = null, edited_at = null,
				edits = 0, likes = 0, rank_score = 0, pinned_at = null, featured_at = null, version = version + 1
				where author_key = :key""").param("key", owner.key()).update();
	}

	/**
	 * A comment in the file that its writer takes away.
	 *
	 * @param comment public id
	 * @param article its address
	 * @param replyTo public id of the comment that it replies to
	 * @param text as it was typed
	 * @param network from where it was sent, shortened
	 * @param revision of the article that its writer saw
	 */
	record Written(String comment, String article, String title, @Nullable String replyTo, String name,
			@Nullable String email, String text, int likes, String network, @Nullable Integer revision,
			Instant writtenAt, @Nullable Instant publishedAt, @Nullable Instant editedAt, List<Step> history) {
	}

	/**
	 * What became of a comment, and when.
	 */
	record Step(@Nullable Instant at, OwnState state, @Nullable Reason reason) {
	}

}
