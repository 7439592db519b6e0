package vn.toasoan.legal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.toasoan.comment.CommentStatus;
import vn.toasoan.comment.CommentVersions;
import vn.toasoan.comment.Reason;
import vn.toasoan.site.SiteSettings;
import vn.toasoan.site.Timestamps;

/**
 * Reads comments as evidence.
 */
@Repository
@Transactional(readOnly = true)
class Exhibits {

	private final JdbcClient jdbc;

	private final CommentVersions versions;

	private final SiteSettings site;

	Exhibits(JdbcClient jdbc, CommentVersions versions, SiteSettings site) {
		this.jdbc = jdbc;
		this.versions = versions;
		this.site = site;
	}

	/**
	 * How a comment stands; empty if there is none of this id. One SQL statement.
	 */
	Optional<Standing> standing(String publicId) {
		return this.jdbc
			.sql("select id, author_name, body_html, status, reason, created_at from comment where public_id = :id")
			.param("id", publicId)
			.query((row, n) -> {
				@Nullable String reason = row.getString("reason");
				return new Standing(row.getLong("id"), publicId, row.getString("author_name"),
						row.getString("body_html"), CommentStatus.valueOf(row.getString("status")),
						(reason != null) ? Reason.valueOf(reason) : null);
			})
			.optional();
	}

	/**
	 * A comment with all that hangs on it. Three SQL statements.
	 */
	Exhibit of(Standing comment) {
		List<Exhibit.Version> before = this.versions.of(comment.publicId())
			.stream()
			.map((one) -> new Exhibit.Version(one.number(), one.name(), one.text(), one.writtenAt()))
			.toList();
		List<Exhibit.Event> events = events(comment.id());
		return this.jdbc.sql("""
				select c.public_id, c.author_name, c.staff_id, c.body_source, c.status, c.reason, c.source, c.likes,
				c.created_at, c.published_at, c.edited_at, c.article_revision, p.public_id as parent, a.slug, a.title,
				r.saved_at, r.body_source as article_text
				from comment c join article a on a.id = c.article_id left join comment p on p.id = c.parent_id
				left join article_revision r on r.article_id = c.article_id and r.number = c.article_revision
				where c.id = :id""").param("id", comment.id()).query((row, n) -> exhibit(row, before, events)).single();
	}

	private Exhibit exhibit(ResultSet row, List<Exhibit.Version> before, List<Exhibit.Event> events)
			throws SQLException {
		String id = row.getString("public_id");
		var article = new Exhibit.Article(this.site.absolute("/bai-viet/" + row.getString("slug")),
				row.getString("title"), row.getObject("article_revision", Integer.class),
				Timestamps.orNull(row, "saved_at"), row.getString("article_text"));
		return new Exhibit(Exhibit.FORMAT, id, this.site.absolute("/bl/" + id), row.getString("parent"), article,
				row.getString("author_name"), row.getObject("staff_id") != null, row.getString("body_source"),
				row.getString("status"), row.getString("reason"), row.getString("source"), row.getInt("likes"),
				Timestamps.in(row, "created_at"), Timestamps.orNull(row, "published_at"),
				Timestamps.orNull(row, "edited_at"), before, events, Exhibit.NOT_INCLUDED);
	}

	private List<Exhibit.Event> events(long commentId) {
		return this.jdbc
			.sql("""
					select at, actor_name, from_status, to_status, reason from comment_event where comment_id = :id order by at, id""")
			.param("id", commentId)
			.query((row, n) -> new Exhibit.Event(Timestamps.in(row, "at"), row.getString("actor_name"),
					row.getString("from_status"), row.getString("to_status"), row.getString("reason")))
			.list();
	}

	/**
	 * How a comment stands today.
	 *
	 * @param id of its row
	 * @param reason why it is in that status; null if nobody has said why
	 */
	record Standing(long id, String publicId, String name, String html, CommentStatus status, @Nullable Reason reason) {

		/**
		 * Whether nothing is left of it.
		 */
		public boolean isErased() {
			return this.reason == Reason.ERASED;
		}

		/**
		 * Whether it can be taken away by law: neither is it already, nor has its writer
		 * done it for good.
		 */
		public boolean isRemovable() {
			return this.reason == null || !(this.reason.isFinal() || this.reason == Reason.LEGAL);
		}

		/**
		 * Whether readers see it, or may soon.
		 */
		public boolean isSeen() {
			return this.status == CommentStatus.PUBLISHED || this.status == CommentStatus.PENDING;
		}

	}

}
