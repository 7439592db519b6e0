package vn.toasoan.comment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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
import vn.toasoan.site.Timestamps;
import vn.toasoan.web.NoSuchPage;

/**
 * The discussions, one for each article from its first draft on: their modes, ends and
 * counts.
 */
@Service
@Transactional
public class Discussions {

	private final JdbcClient jdbc;

	private final CommentSettings settings;

	private final AuditLog audit;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Discussions(JdbcClient jdbc, CommentSettings settings, AuditLog audit, ApplicationEventPublisher events,
			Clock clock) {
		this.jdbc = jdbc;
		this.settings = settings;
		this.audit = audit;
		this.events = events;
		this.clock = clock;
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void open(ArticleEvent.Created created) {
		this.jdbc.sql("""
				insert into discussion (article_id, mode, site_comments, blogger_comments, facebook_comments)
				values (:article, null, 0, 0, 0)""").param("article", created.articleId()).update();
	}

	/**
	 * The discussion of an article, as it is now. One SQL statement.
	 * @throws NoSuchPage if there is no such article
	 */
	@Transactional(readOnly = true)
	public Discussion of(long articleId) {
		return this.jdbc.sql("""
				select d.*, a.published_at, exists (select 1 from storm s where s.id = 1 and s.ends_at > :now) as storm
				from discussion d join article a on a.id = d.article_id where d.article_id = :article""")
			.param("now", Timestamps.of(this.clock.instant()))
			.param("article", articleId)
			.query((row, n) -> discussion(row))
			.optional()
			.orElseThrow(() -> new NoSuchPage("discussion of article " + articleId));
	}

	private Discussion discussion(ResultSet row) throws SQLException {
		String own = row.getString("mode");
		CommentMode ownMode = (own != null) ? CommentMode.valueOf(own) : null;
		CommentMode mode = (ownMode != null) ? ownMode : this.settings.mode();
		Instant ownEnd = Timestamps.orNull(row, "closes_at");
		Instant end = (ownEnd != null) ? ownEnd : after(row, "published_at", this.settings.closeAfter());
		if (mode == CommentMode.CLOSED) {
			end = Timestamps.orNull(row, "closed_at");
		}
		else if (isPast(end)) {
			mode = CommentMode.CLOSED;
		}
		else if (isPast(after(row, "published_at", this.settings.holdAfter()))) {
			mode = CommentMode.ALL;
		}
		return new Discussion(mode, ownMode, end, ownEnd, row.getString("notice"), row.getBoolean("storm"),
				row.getInt("site_comments"), row.getInt("blogger_comments"), row.getInt("facebook_comments"));
	}

	/** So many days after the article was published; null for never. */
	private static @Nullable Instant after(ResultSet row, String column, @Nullable Integer days) throws SQLException {
		Instant published = Timestamps.orNull(row, column);
		return (published != null && days != null) ? published.plus(Duration.ofDays(days)) : null;
	}

	private boolean isPast(@Nullable Instant time) {
		return time != null && !this.clock.instant().isBefore(time);
	}

	/**
	 * When the next discussion ends by itself, or its comments begin to wait; empty if
	 * that happens to none. One SQL statement.
	 */
	@Transactional(readOnly = true)
	public Optional<Instant> nextTurn() {
		Instant now = this.clock.instant();
		return this.jdbc.sql("""
				select (select d.closes_at from discussion d
				  where d.closes_at > :now and coalesce(d.mode, :mode) <> 'CLOSED'
				  order by d.closes_at limit 1) as own_end,
				(select a.published_at from article a join discussion d on d.article_id = a.id
				  where a.status = 'PUBLISHED' and a.published_at > :closing and d.closes_at is null
				  and coalesce(d.mode, :mode) <> 'CLOSED'
				  order by a.status, a.published_at, a.id limit 1) as closing,
				(select a.published_at from article a join discussion d on d.article_id = a.id
				  where a.status = 'PUBLISHED' and a.published_at > :holding
				  and coalesce(d.mode, :mode) not in ('CLOSED', 'ALL')
				  order by a.status, a.published_at, a.id limit 1) as holding""")
			.param("now", Timestamps.of(now))
			.param("mode", this.settings.mode().name())
			.param("closing", before(now, this.settings.closeAfter()))
			.param("holding", before(now, this.settings.holdAfter()))
			.query((row, n) -> turns(row).min(Comparator.naturalOrder()))
			.single();
	}

	private Stream<Instant> turns(ResultSet row) throws SQLException {
		return Stream
			.of(Optional.ofNullable(Timestamps.orNull(row, "own_end")),
					Optional.ofNullable(after(row, "closing", this.settings.closeAfter())),
					Optional.ofNullable(after(row, "holding", this.settings.holdAfter())))
			.flatMap(Optional::stream);
	}

	/** So many days ago; null, after which nothing is, for never. */
	private static @Nullable OffsetDateTime before(Instant now, @Nullable Integer days) {
		return (days != null) ? Timestamps.of(now.minus(Duration.ofDays(days))) : null;
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
	 * Changes of a discussion what an editor has changed in its form.
	 */
	void change(long articleId, DiscussionForm form, ZoneId zone, Actor editor) {
		Discussion before = of(articleId);
		DiscussionForm known = DiscussionForm.of(before, zone);
		if (form.mode() != known.mode()) {
			changeMode(articleId, form.mode(), editor);
		}
		if (!form.notice().equals(known.notice())) {
			int changed = this.jdbc.sql("update discussion set notice = :notice where article_id = :article")
				.param("notice", form.notice().isEmpty() ? null : form.notice())
				.param("article", articleId)
				.update();
			tell(changed, articleId, "notice-changed", form.notice(), editor);
		}
		if (!form.closesAt().equals(known.closesAt())) {
			Instant end = form.end(zone);
			int changed = this.jdbc.sql("update discussion set closes_at = :end where article_id = :article")
				.param("end", (end != null) ? Timestamps.of(end) : null)
				.param("article", articleId)
				.update();
			tell(changed, articleId, "end-changed", (end != null) ? form.closesAt() : "SITE", editor);
		}
	}

	/**
	 * Changes how an article may be discussed.
	 * @param mode null to follow the site
	 */
	public void changeMode(long articleId, @Nullable CommentMode mode, Actor editor) {
		String closed = (mode == CommentMode.CLOSED) ? "coalesce(closed_at, :now)" : "null";
		var update = this.jdbc
			.sql("update discussion set mode = :mode, closed_at = " + closed + " where article_id = :article")
			.param("mode", (mode != null) ? mode.name() : null)
			.param("article", articleId);
		if (mode == CommentMode.CLOSED) {
			update.param("now", Timestamps.of(this.clock.instant()));
		}
		tell(update.update(), articleId, "mode-changed", (mode != null) ? mode.name() : "SITE", editor);
	}

	private void tell(int changed, long articleId, String action, String summary, Actor editor) {
		if (changed == 0) {
			throw new NoSuchPage("discussion of article " + articleId);
		}
		this.audit.record(editor, "discussion." + action, "article", articleId, summary);
		this.events.publishEvent(new DiscussionChanged(articleId));
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
