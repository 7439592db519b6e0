package vn.toasoan.comment;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.toasoan.article.ArticleEvent;
import vn.toasoan.audit.Actor;
import vn.toasoan.audit.AuditLog;
import vn.toasoan.web.NoSuchPage;

/**
 * The discussions, one for each article from its first draft on: their modes and counts.
 */
@Service
@Transactional
public class Discussions {

	private final JdbcClient jdbc;

	private final CommentSettings settings;

	private final AuditLog audit;

	private final ApplicationEventPublisher events;

	Discussions(JdbcClient jdbc, CommentSettings settings, AuditLog audit, ApplicationEventPublisher events) {
		this.jdbc = jdbc;
		this.settings = settings;
		this.audit = audit;
		this.events = events;
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void open(ArticleEvent.Created created) {
		this.jdbc.sql("""
				insert into discussion (article_id, mode, site_comments, blogger_comments, facebook_comments)
				values (:article, null, 0, 0, 0)""").param("article", created.articleId()).update();
	}

	/**
	 * The discussion of an article. One SQL statement.
	 * @throws NoSuchPage if there is no such article
	 */
	@Transactional(readOnly = true)
	public Discussion of(long articleId) {
		return this.jdbc.sql("select * from discussion where article_id = :article")
			.param("article", articleId)
			.query((row, n) -> {
				String own = row.getString("mode");
				CommentMode ownMode = (own != null) ? CommentMode.valueOf(own) : null;
				return new Discussion((ownMode != null) ? ownMode : this.settings.mode(), ownMode,
						row.getInt("site_comments"), row.getInt("blogger_comments"), row.getInt("facebook_comments"));
			})
			.optional()
			.orElseThrow(() -> new NoSuchPage("discussion of article " + articleId));
	}

	/**
	 * How many comments readers see below each of these articles. One SQL statement.
	 */
	@Transactional(readOnly = true)
	public Map<Long, Integer> totals(Collection<Long> articleIds) {
		Map<Long, Integer> totals = new HashMap<>();
		if (!articleIds.isEmpty()) {
			this.jdbc.sql("""
					select article_id, site_comments + blogger_comments + facebook_comments as total
					from discussion where article_id in (:articles)""").param("articles", articleIds).query((row) -> {
				totals.put(row.getLong("article_id"), row.getInt("total"));
			});
		}
		return totals;
	}

	/**
	 * Changes how an article may be discussed.
	 * @param mode null to follow the site
	 */
	public void changeMode(long articleId, @Nullable CommentMode mode, Actor editor) {
		int changed = this.jdbc.sql("update discussion set mode = :mode where article_id = :article")
			.param("mode", (mode != null) ? mode.name() : null)
			.param("article", articleId)
			.update();
		if (changed == 0) {
			throw new NoSuchPage("discussion of article " + articleId);
		}
		this.audit.record(editor, "discussion.mode-changed", "article", articleId,
				(mode != null) ? mode.name() : "SITE");
		this.events.publishEvent(new CommentDecided(articleId));
	}

	/**
	 * Moves a count, in the statement itself.
	 */
	void count(long articleId, CommentSource source, int change) {
		String column = source.counter();
		this.jdbc.sql("update discussion set " + column + " = " + column + " + :change where article_id = :article")
			.param("change", change)
			.param("article", articleId)
			.update();
	}

}
