package vn.toasoan.comment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toasoan.article.PublishedArticles;
import vn.toasoan.site.Timestamps;
import vn.toasoan.web.Listing;
import vn.toasoan.web.NoSuchPage;

/**
 * What was written under one reader's key, in whatever state it is, and what its writer
 * may do with it. One SQL statement for each question.
 */
@Service
@Transactional
public class OwnComments {

	private static final int PAGE_SIZE = 30;

	private static final String SELECT = """
			select c.id, c.public_id, c.author_name, c.body_source, c.body_html, c.status, c.reason, c.created_at, c.edits,
			a.id as article_id, a.title, case when %s then a.slug else null end as slug,
			(select max(e.at) from comment_event e where e.comment_id = c.id) as decided_at,
			exists (select 1 from comment_event e where e.comment_id = c.id and e.to_status = c.status
			  and e.actor_id is not null) as by_editor,
			%s as answered,
			(select p.public_id from comment p where p.id = c.parent_id) as parent,
			k.body, k.made_at, k.state, k.decided_at as answered_at, k.decided_by, k.answer
			from comment c join article a on a.id = c.article_id left join comment_appeal k on k.comment_id = c.id
			where c.author_key = :reader"""
		.formatted(PublishedArticles.VISIBLE, CommentRow.ANSWERED);

	private final JdbcClient jdbc;

	private final Comments comments;

	private final Decisions decisions;

	private final Clock clock;

	OwnComments(JdbcClient jdbc, Comments comments, Decisions decisions, Clock clock) {
		this.jdbc = jdbc;
		this.comments = comments;
		this.decisions = decisions;
		this.clock = clock;
	}

	/**
	 * A page of all, newest first.
	 * @param number from 1
	 */
	@Transactional(readOnly = true)
	public Listing<OwnComment> page(ReaderKey reader, int number) {
		var rows = this.jdbc.sql(SELECT + " order by c.created_at desc, c.id desc limit :size offset :offset")
			.param("reader", reader.hash())
			.param("now", now())
			.param("size", PAGE_SIZE + 1)
			.param("offset", Listing.offset(number, PAGE_SIZE))
			.query((row, n) -> comment(row))
			.list();
		return Listing.of(rows, number, PAGE_SIZE);
	}

	/**
	 * One of them.
	 * @throws NoSuchPage if there is no such comment, or it is somebody else's
	 */
	@Transactional(readOnly = true)
	public OwnComment get(String publicId, ReaderKey reader) {
		return find(publicId, reader).orElseThrow(() -> new NoSuchPage("own comment " + publicId));
	}

	private Optional<OwnComment> find(String publicId, ReaderKey reader) {
		return this.jdbc.sql(SELECT + " and c.public_id = :id")
			.param("reader", reader.hash())
			.param("now", now())
			.param("id", publicId)
			.query((row, n) -> comment(row))
			.optional();
	}

	/**
	 * Deletes a comment: nobody reads it any more, and no editor can bring it back.
	 * Deleting it again changes nothing.
	 * @throws NoSuchPage if there is no such comment, or it is somebody else's
	 */
	public void delete(String publicId, ReaderKey reader) {
		Comment comment = this.comments.findByPublicId(publicId)
			.filter((one) -> one.isBy(reader))
			.orElseThrow(() -> new NoSuchPage("own comment " + publicId));
		this.decisions.withdraw(comment, Reason.WITHDRAWN);
	}

	private static OwnComment comment(ResultSet row) throws SQLException {
		String reason = row.getString("reason");
		CommentStatus status = CommentStatus.valueOf(row.getString("status"));
		Reason why = (reason != null) ? Reason.valueOf(reason)
				: (status == CommentStatus.SPAM) ? Reason.ADVERTISING : null;
		String slug = row.getString("slug");
		return new OwnComment(row.getLong("id"), row.getString("public_id"), row.getString("author_name"),
				row.getString("body_source"), row.getString("body_html"), row.getLong("article_id"),
				(slug != null) ? "/bai-viet/" + slug : null, row.getString("title"),
				OwnState.of(status, why, row.getBoolean("by_editor")), why, Timestamps.in(row, "created_at"),
				Timestamps.in(row, "decided_at"), row.getString("parent"), row.getInt("edits"),
				row.getBoolean("answered"), appeal(row));
	}

	private static @Nullable Appeal appeal(ResultSet row) throws SQLException {
		String state = row.getString("state");
		return (state != null) ? new Appeal(row.getString("public_id"), row.getString("body"),
				Timestamps.in(row, "made_at"), AppealState.valueOf(state), Timestamps.orNull(row, "answered_at"),
				row.getString("decided_by"), row.getString("answer")) : null;
	}

	private OffsetDateTime now() {
		return Timestamps.of(this.clock.instant());
	}

}
