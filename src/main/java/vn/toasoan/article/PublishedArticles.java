package vn.toasoan.article;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.toasoan.site.Timestamps;
import vn.toasoan.tag.TopicLink;
import vn.toasoan.web.Listing;
import vn.toasoan.web.NoSuchPage;
import vn.toasoan.web.Shelf;
import vn.toasoan.web.WithdrawnPage;

/**
 * What readers see. {@link #VISIBLE} is the only definition of that; every public query
 * goes through it.
 */
@Service
@Transactional(readOnly = true)
public class PublishedArticles {

	private static final int PAGE_SIZE = 20;

	private static final int READ_NEXT = 3;

	/**
	 * Published, and its time has come: a condition on the article {@code a}. Wants the
	 * parameter {@code now}. For modules that list what hangs on articles.
	 */
	public static final String VISIBLE = "(a.status = 'PUBLISHED' and a.published_at <= :now)";

	private static final String FOUND = "select a.id, a.published_at from article a where " + VISIBLE;

	/**
	 * As the indexes have it, the columns ahead of the time included: H2 reads an index
	 * in its order only if all of it is named.
	 */
	private static final String NEWEST = " order by a.status desc, a.published_at desc, a.id desc limit :most";

	private static final String NEWEST_OF_SECTION = " and a.section_id = :topic order by a.section_id desc, a.status desc, a.published_at desc, a.id desc limit :most";

	private static final String TAGGED = """
			select a.id, a.published_at from article_tag at join article a on a.id = at.article_id
			where at.topic_id = :topic and %s order by a.published_at desc, a.id desc limit :most""".formatted(VISIBLE);

	private final JdbcClient jdbc;

	private final Corrections corrections;

	private final Permalinks permalinks;

	private final Shelf shelf;

	private final Clock clock;

	PublishedArticles(JdbcClient jdbc, Corrections corrections, Permalinks permalinks, Shelf shelf, Clock clock) {
		this.jdbc = jdbc;
		this.corrections = corrections;
		this.permalinks = permalinks;
		this.shelf = shelf;
		this.clock = clock;
	}

	/**
	 * The article at an address that is its present one. Three SQL statements the first
	 * time.
	 */
	@Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
	public Optional<PublishedArticle> find(String slug) {
		return Optional.ofNullable(this.shelf.get(new Address(slug), () -> read(slug)));
	}

	private @Nullable PublishedArticle read(String slug) {
		return this.jdbc.sql("""
				select a.*, s.slug as section_slug, s.name as section_name
				from article a join topic s on s.id = a.section_id
				where a.slug = :slug and\s""" + VISIBLE)
			.param("slug", slug)
			.param("now", now())
			.query((row, n) -> article(row))
			.optional()
			.orElse(null);
	}

	/**
	 * The article that has this address, or once had it.
	 * @throws NoSuchPage if readers have never had one there
	 * @throws WithdrawnPage if it was taken from them
	 */
	public PublishedArticle get(String slug) {
		return find(slug).orElseGet(() -> {
			String path = presentPath(slug);
			return find(path.substring(Permalink.of("").length())).orElseThrow(() -> new NoSuchPage(path));
		});
	}

	/**
	 * Where the article is now that once had this address.
	 * @throws NoSuchPage if readers have never had one there
	 * @throws WithdrawnPage if it was taken from them
	 */
	public String presentPath(String slug) {
		return this.permalinks.findByPath(Permalink.of(slug))
			.map((permalink) -> path(permalink.articleId()))
			.orElseThrow(() -> new NoSuchPage("article " + slug));
	}

	/**
	 * Where readers find an article.
	 * @throws NoSuchPage if they don't yet
	 * @throws WithdrawnPage if it was taken from them
	 */
	public String path(long id) {
		return this.jdbc.sql("select a.slug, a.status, " + VISIBLE + " as visible from article a where a.id = :id")
			.param("id", id)
			.param("now", now())
			.query((row, n) -> {
				String path = Permalink.of(row.getString("slug"));
				if (ArticleStatus.valueOf(row.getString("status")) == ArticleStatus.WITHDRAWN) {
					throw new WithdrawnPage(path);
				}
				if (!row.getBoolean("visible")) {
					throw new NoSuchPage(path);
				}
				return path;
			})
			.optional()
			.orElseThrow(() -> new NoSuchPage("article " + id));
	}

	/**
	 * When the next article appears that has been scheduled; empty if there is none.
	 */
	public Optional<Instant> nextPublication() {
		return this.jdbc.sql("""
				select a.published_at from article a where a.status = 'PUBLISHED' and a.published_at > :now
				order by a.published_at limit 1""")
			.param("now", now())
			.query((row, n) -> Timestamps.in(row, "published_at"))
			.optional();
	}

	/**
	 * A page of all articles, newest first.
	 */
	public Listing<ArticleTeaser> latest(int page) {
		return teasers(FOUND + NEWEST, 0, page);
	}

	/**
	 * A page of the articles about a topic, whether it is their section or a tag, newest
	 * first.
	 */
	public Listing<ArticleTeaser> about(long topicId, int page) {
		return teasers("(" + FOUND + NEWEST_OF_SECTION + ") union (" + TAGGED + ")", topicId, page);
	}

	/** So many are found first, and only then looked at closely. */
	private Listing<ArticleTeaser> teasers(String found, long topicId, int page) {
		int offset = Listing.offset(page, PAGE_SIZE);
		return Listing.of(teasers(found, topicId, offset, PAGE_SIZE + 1), page, PAGE_SIZE);
	}

	private List<ArticleTeaser> teasers(String found, long topicId, int offset, int size) {
		return this.jdbc.sql("""
				select a.id, a.slug, a.title, a.standfirst, a.byline, a.reading_minutes, a.published_at, a.section_id,
				s.slug as section_slug, s.name as section_name
				from (select id from (%s) found order by published_at desc, id desc limit :size offset :offset) listed
				join article a on a.id = listed.id join topic s on s.id = a.section_id
				order by a.published_at desc, a.id desc""".formatted(found))
			.param("topic", topicId)
			.param("now", now())
			.param("most", offset + size)
			.param("size", size)
			.param("offset", offset)
			.query((row, n) -> teaser(row))
			.list();
	}

	/**
	 * What to read after an article: the newest others of its section. One SQL statement
	 * the first time.
	 */
	public List<ArticleTeaser> readNext(PublishedArticle article) {
		long section = article.section().id();
		List<ArticleTeaser> newest = Objects.requireNonNull(this.shelf.get(new Newest(section),
				() -> teasers(FOUND + NEWEST_OF_SECTION, section, 0, READ_NEXT + 1)));
		return newest.stream().filter((other) -> other.id() != article.id()).limit(READ_NEXT).toList();
	}

	private PublishedArticle article(ResultSet row) throws SQLException {
		long id = row.getLong("id");
		return new PublishedArticle(id, row.getString("slug"), row.getString("title"), row.getString("standfirst"),
				row.getString("byline"), section(row), row.getString("body_html"), row.getInt("reading_minutes"),
				Source.parse(row.getString("sources")), Timestamps.in(row, "published_at"),
				Timestamps.in(row, "revised_at"), row.getInt("revision"), tags(id),
				this.corrections.newestFirst(id).stream().map(Correction::notice).toList());
	}

	private List<TopicLink> tags(long articleId) {
		return this.jdbc.sql("""
				select t.id, t.slug, t.name from article_tag at join topic t on t.id = at.topic_id
				where at.article_id = :id order by at.position""")
			.param("id", articleId)
			.query((row, n) -> new TopicLink(row.getLong("id"), row.getString("slug"), row.getString("name")))
			.list();
	}

	private static ArticleTeaser teaser(ResultSet row) throws SQLException {
		return new ArticleTeaser(row.getLong("id"), row.getString("slug"), row.getString("title"),
				row.getString("standfirst"), row.getString("byline"), section(row), row.getInt("reading_minutes"),
				Timestamps.in(row, "published_at"));
	}

	private static TopicLink section(ResultSet row) throws SQLException {
		return new TopicLink(row.getLong("section_id"), row.getString("section_slug"), row.getString("section_name"));
	}

	private OffsetDateTime now() {
		return Timestamps.of(this.clock.instant());
	}

	private record Address(String slug) {
	}

	private record Newest(long section) {
	}

}
