package vn.toasoan.comment;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a reader has left below an article. Who has left nothing sees of it what everybody
 * sees.
 */
@Component
public class Traces {

	private final JdbcClient jdbc;

	Traces(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Whether a reader has written or likes anything below an article. One SQL statement.
	 * @param slug of the article's present address
	 */
	@Transactional(readOnly = true)
	public boolean exist(ReaderKey reader, String slug) {
		return this.jdbc.sql("""
				select exists (select 1 from comment c join article a on a.id = c.article_id
				  where c.author_key = :reader and a.slug = :slug)
				or exists (select 1 from comment_like l join comment c on c.id = l.comment_id
				  join article a on a.id = c.article_id where l.author_key = :reader and a.slug = :slug)""")
			.param("reader", reader.hash())
			.param("slug", slug)
			.query(Boolean.class)
			.single();
	}

}
