package vn.toasoan.comment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.ResponseStatus;
import vn.toasoan.audit.Actor;
import vn.toasoan.text.CommentMarkup;
import vn.toasoan.web.NoSuchPage;

/**
 * Editors cover passages of comments, such as a phone number. A mark stays in their
 * place, and {@link CommentVersions} keep for the desk what was there before.
 */
@Service
@Transactional
public class Redactions {

	/** As much as a stored text may have. */
	private static final int MAX_SOURCE = 4000;

	private final CommentVersions versions;

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Redactions(CommentVersions versions, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
		this.versions = versions;
		this.jdbc = jdbc;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Covers a passage wherever it stands in a comment.
	 * @param passage as it was typed
	 * @param what the kind of thing that is covered
	 * @param mark what stands in its place
	 * @param marks all that may stand for something covered
	 * @return false, and nothing is changed, if the comment does not say this, or would
	 * become too long
	 * @throws NoSuchPage if there is no such comment
	 * @throws TouchesMark if the passage is a mark or a part of one, or has one in it
	 */
	public boolean redact(String publicId, String passage, String what, String mark, Collection<String> marks,
			Actor editor) {
		Text text = find(publicId);
		String covered = new MarkedText(text.source(), marks).cover(passage, mark);
		if (covered.equals(text.source()) || covered.length() > MAX_SOURCE) {
			return false;
		}
		this.versions.keepCovered(text.id(), what, editor, this.clock.instant());
		return write(text, covered, 1);
	}

	/**
	 * Takes the latest redaction back.
	 * @param edits how often the comment had been changed when it was made
	 * @return false, and nothing is changed, if the comment has been changed since, or it
	 * was its writer who had changed it
	 * @throws NoSuchPage if there is no such comment
	 */
	public boolean restore(String publicId, int edits) {
		Text text = find(publicId);
		if (text.edits() != edits + 1) {
			return false;
		}
		@Nullable String before = this.jdbc.sql("""
				select body_source from comment_version where comment_id = :id and number = :number
				and covered is not null""")
			.param("id", text.id())
			.param("number", edits)
			.query(String.class)
			.optional()
			.orElse(null);
		if (before == null) {
			return false;
		}
		this.jdbc.sql("delete from comment_version where comment_id = :id and number = :number")
			.param("id", text.id())
			.param("number", edits)
			.update();
		return write(text, before, -1);
	}

	/**
	 * How often a comment has been changed, by its writer or here.
	 * @throws NoSuchPage if there is no such comment
	 */
	@Transactional(readOnly = true)
	public int edits(String publicId) {
		return find(publicId).edits();
	}

	private boolean write(Text text, String source, int more) {
		int changed = this.jdbc
			.sql("""
					update comment set body_source = :source, body_html = :html, edits = edits + :more, version = version + 1
					where id = :id and edits = :edits""")
			.param("source", source)
			.param("html", CommentMarkup.toHtml(source))
			.param("more", more)
			.param("id", text.id())
			.param("edits", text.edits())
			.update();
		if (changed == 0) {
			throw new ChangedMeanwhile();
		}
		this.events.publishEvent(new CommentDecided(text.articleId()));
		return true;
	}

	private Text find(String publicId) {
		return this.jdbc.sql("select id, article_id, body_source, edits from comment where public_id = :id")
			.param("id", publicId)
			.query((row, n) -> text(row))
			.optional()
			.orElseThrow(() -> new NoSuchPage("comment " + publicId));
	}

	private static Text text(ResultSet row) throws SQLException {
		return new Text(row.getLong("id"), row.getLong("article_id"), row.getString("body_source"),
				row.getInt("edits"));
	}

	private record Text(long id, long articleId, String source, int edits) {

	}

	/**
	 * Something is covered there already.
	 */
	public static class TouchesMark extends RuntimeException {

	}

	/**
	 * The writer has changed the comment at the same moment; rolls back what was kept:
	 * 409.
	 */
	@ResponseStatus(HttpStatus.CONFLICT)
	public static class ChangedMeanwhile extends RuntimeException {

	}

}
