package vn.toasoan.legal;

import java.time.Clock;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.Errors;
import vn.toasoan.site.SiteSettings;
import vn.toasoan.site.Timestamps;

/**
 * The pages of this site that a request can be about: comments, their threads and
 * articles, those that readers see and those that they saw once. An article that was
 * never published is none: who guesses shall not learn of it.
 */
@Repository
@Transactional(readOnly = true)
public class Places {

	private static final Pattern ARTICLE = Pattern.compile("(/bai-viet/[^/#]+)(?:[/#].*)?");

	private final JdbcClient jdbc;

	private final SiteSettings site;

	private final Clock clock;

	Places(JdbcClient jdbc, SiteSettings site, Clock clock) {
		this.jdbc = jdbc;
		this.site = site;
		this.clock = clock;
	}

	/**
	 * Says beside the field {@code target} that it names no such page. One SQL statement.
	 */
	void check(String target, Errors errors) {
		if (find(target).isEmpty()) {
			errors.rejectValue("target", "legal.target.invalid", new Object[] { this.site.absolute("/bl/…") }, null);
		}
	}

	private Optional<Place> find(String typed) {
		return Place.of(typed, this.site).filter((place) -> isComment(place) || isArticle(place));
	}

	private boolean isComment(Place place) {
		return place.comment() != null && this.jdbc.sql("select count(*) from comment where public_id = :id")
			.param("id", place.comment())
			.query(Integer.class)
			.single() > 0;
	}

	/**
	 * Whoever names a comment means no article.
	 */
	private boolean isArticle(Place place) {
		Matcher path = ARTICLE.matcher(place.path());
		return place.comment() == null && path.matches()
				&& this.jdbc.sql("""
						select count(*) from permalink p join article a on a.id = p.article_id
						where p.path = :path and a.published_at <= :now""")
					.param("path", path.group(1))
					.param("now", Timestamps.of(this.clock.instant()))
					.query(Integer.class)
					.single() > 0;
	}

}
