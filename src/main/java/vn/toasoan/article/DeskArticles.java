package vn.toasoan.article;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.toasoan.account.SignedIn;
import vn.toasoan.site.Timestamps;
import vn.toasoan.web.Listing;

/**
 * The lists of articles that editors see, in whatever state they are.
 */
@Repository
@Transactional(readOnly = true)
class DeskArticles {

	private static final int PAGE_SIZE = 30;

	private final JdbcClient jdbc;

	DeskArticles(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * What this editor may see, last revised first.
	 * @param status only articles in this state; null for all
	 */
	Listing<ArticleLine> list(@Nullable ArticleStatus status, SignedIn editor, int page) {
		var rows = this.jdbc.sql("""
				select a.id, a.title, a.slug, a.status, a.byline, a.published_at, a.revised_at, s.name as section
				from article a join topic s on s.id = a.section_id
				where (:status = '' or a.status = :status)
				and (:all = true or (a.created_by = :editor and a.status = 'DRAFT'))
				order by a.revised_at desc, a.id desc
				limit :size offset :offset""")
			.param("status", (status != null) ? status.name() : "")
			.param("all", editor.edits())
			.param("editor", editor.id())
			.param("size", PAGE_SIZE + 1)
			.param("offset", Listing.offset(page, PAGE_SIZE))
			.query((row, n) -> new ArticleLine(row.getLong("id"), row.getString("title"), row.getString("slug"),
					ArticleStatus.valueOf(row.getString("status")), row.getString("byline"),
					Timestamps.orNull(row, "published_at"), Timestamps.in(row, "revised_at"), row.getString("section")))
			.list();
		return Listing.of(rows, page, PAGE_SIZE);
	}

	List<String> tagNames(long articleId) {
		return this.jdbc.sql(
				"select t.name from article_tag at join topic t on t.id = at.topic_id where at.article_id = :id order by at.position")
			.param("id", articleId)
			.query(String.class)
			.list();
	}

}
