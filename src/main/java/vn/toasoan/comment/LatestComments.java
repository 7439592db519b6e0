package vn.toasoan.comment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toasoan.article.PublishedArticles;
import vn.toasoan.site.Timestamps;
import vn.toasoan.web.Listing;

/**
 * Published comments below visible articles, the newest first, wherever they stand in
 * their threads. Nothing else is ever listed here, no tombstones either.
 */
@Service
@Transactional(readOnly = true)
public class LatestComments {

	private static final int PAGE_SIZE = 30;

	/** As many as a feed reader that comes once a day should not miss. */
	private static final int IN_FEED = 50;

	/**
	 * The page is found first, in the order of an index, and only then looked at closely.
	 * H2 reads an index in its order only if all of it is named.
	 */
	private static final String SELECT = """
			select c.public_id, c.article_id, c.author_name, c.body_html, c.source, c.created_at, c.published_at,
			c.edited_at, %s, a.slug, a.title
			from (select c.id from comment c where c.status = 'PUBLISHED'
			  and exists (select 1 from article a where a.id = c.article_id and %s)
			  %s c.status desc, c.published_at desc, c.id desc limit :size offset :offset) found
			join comment c on c.id = found.id join article a on a.id = c.article_id order by c.published_at desc, c.id desc""";

	private static final String OF_SITE = SELECT.formatted(CommentRow.BADGE, PublishedArticles.VISIBLE, "order by");

	private static final String OF_ARTICLE = SELECT.formatted(CommentRow.BADGE, PublishedArticles.VISIBLE,
			"and c.article_id = :article order by c.article_id desc,");

	private final JdbcClient jdbc;

	private final Clock clock;

	LatestComments(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * A page of the whole site's. One SQL statement.
	 * @param number from 1
	 */
	public Listing<LatestComment> page(int number) {
		return Listing.of(list(OF_SITE, 0, PAGE_SIZE + 1, Listing.offset(number, PAGE_SIZE)), number, PAGE_SIZE);
	}

	/**
	 * The newest fifty of the whole site. One SQL statement.
	 */
	public List<LatestComment> newest() {
		return list(OF_SITE, 0, IN_FEED, 0);
	}

	/**
	 * The newest fifty below an article. One SQL statement.
	 */
	public List<LatestComment> newest(long articleId) {
		return list(OF_ARTICLE, articleId, IN_FEED, 0);
	}

	private List<LatestComment> list(String sql, long articleId, int size, int offset) {
		return this.jdbc.sql(sql)
			.param("now", Timestamps.of(this.clock.instant()))
			.param("article", articleId)
			.param("size", size)
			.param("offset", offset)
			.query((row, n) -> comment(row))
			.list();
	}

	private static LatestComment comment(ResultSet row) throws SQLException {
		return new LatestComment(row.getString("public_id"), row.getLong("article_id"), row.getString("author_name"),
				CommentRow.badge(row), row.getString("body_html"), CommentSource.valueOf(row.getString("source")),
				Timestamps.in(row, "created_at"), Timestamps.in(row, "published_at"),
				Timestamps.orNull(row, "edited_at"), "/bai-viet/" + row.getString("slug"), row.getString("title"));
	}

}
