package vn.toasoan.article;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toasoan.account.SignedIn;
import vn.toasoan.audit.Actor;
import vn.toasoan.audit.AuditLog;
import vn.toasoan.tag.TopicDirectory;
import vn.toasoan.tag.TopicLink;
import vn.toasoan.text.Slug;
import vn.toasoan.web.NoSuchPage;

/**
 * Where editors write, publish, correct and withdraw. Every change leaves a revision
 * where there is new text, and a line in the audit log. {@link DeskArticles} lists what
 * is there.
 */
@Service
@Transactional
public class ArticleDesk {

	private static final int LATEST = 8;

	private final Articles articles;

	private final Revisions revisions;

	private final Corrections corrections;

	private final Permalinks permalinks;

	private final DeskArticles desk;

	private final TopicDirectory topics;

	private final AuditLog audit;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	ArticleDesk(Articles articles, Revisions revisions, Corrections corrections, Permalinks permalinks,
			DeskArticles desk, TopicDirectory topics, AuditLog audit, ApplicationEventPublisher events, Clock clock) {
		this.articles = articles;
		this.revisions = revisions;
		this.corrections = corrections;
		this.permalinks = permalinks;
		this.desk = desk;
		this.topics = topics;
		this.audit = audit;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Begins a draft.
	 * @param slug the wanted address; if empty it is made from the title
	 * @param tags names; new ones are added to the topics
	 * @return its id
	 * @throws PathTaken if the wanted address belongs to another article
	 * @throws DataIntegrityViolationException if somebody else takes the address, or adds
	 * one of the tags, at the same moment: trying again finds it there
	 */
	public long create(ArticleText text, String slug, long sectionId, List<String> tags, Actor author) {
		Instant now = this.clock.instant();
		String chosen = slug.isEmpty() ? freeSlug(text.title()) : slug;
		if (!slug.isEmpty() && this.permalinks.findByPath(Permalink.of(slug)).isPresent()) {
			throw new PathTaken(slug);
		}
		Article article = this.articles.saveAndFlush(new Article(chosen, text, sectionId, tagIds(tags), author, now));
		this.permalinks.save(new Permalink(Permalink.of(chosen), article.id(), now));
		this.revisions.save(new Revision(article, author, now));
		this.audit.record(author, "article.created", "article", article.id(), article.title());
		this.events.publishEvent(new ArticleEvent.Created(article.id()));
		return article.id();
	}

	/**
	 * Opens an article for an editor.
	 * @throws NoSuchPage if there is none, or this author may not see it
	 */
	@Transactional(readOnly = true)
	public ArticleDraft open(long id, SignedIn editor) {
		Article article = find(id, editor);
		return article.toDraft(this.desk.tagNames(id));
	}

	/**
	 * Replaces the text of an article.
	 * @param basedOn number of the revision that the editor had opened
	 * @throws Overtaken if somebody else has saved a newer revision meanwhile
	 * @throws PathTaken if the wanted address belongs to another article
	 * @throws DataIntegrityViolationException as {@link #create}
	 */
	void revise(long id, int basedOn, ArticleText text, String slug, long sectionId, List<String> tags,
			SignedIn editor) {
		Article article = forChange(id);
		check(article, editor);
		if (!isStill(article, basedOn)) {
			throw new Overtaken(id);
		}
		Instant now = this.clock.instant();
		String chosen = slug.isEmpty() ? article.slug() : slug;
		if (!chosen.equals(article.slug())) {
			move(article, chosen, now);
		}
		article.revise(chosen, text, sectionId, tagIds(tags), now);
		this.revisions.save(new Revision(article, editor.actor(), now));
		this.audit.record(editor.actor(), "article.revised", "article", id, article.title());
		this.events.publishEvent(new ArticleEvent.Changed(id));
	}

	/**
	 * Whether nobody has changed the text since a revision: a correction that came
	 * meanwhile is in nobody's way.
	 */
	private boolean isStill(Article article, int revision) {
		int corrected = this.corrections.countByArticleIdAndRevisionGreaterThanEqual(article.id(), revision);
		return article.revision() == revision + corrected;
	}

	/**
	 * Gives an article to readers.
	 * @param from the time from which they may see it
	 * @throws Article.AlreadyRead if they have it, and the time is in the future
	 */
	public void publish(long id, Instant from, Actor editor) {
		Article article = forChange(id);
		if (article.publish(from, this.clock.instant())) {
			this.revisions.findByArticleIdAndNumber(id, article.revision()).ifPresent(Revision::wasPublished);
			this.audit.record(editor, "article.published", "article", id, article.title());
			this.events.publishEvent(new ArticleEvent.Changed(id));
		}
	}

	/**
	 * Takes an article from readers; its address says that it is gone. One that waited
	 * for its time becomes a draft again.
	 */
	void withdraw(long id, Actor editor) {
		Article article = forChange(id);
		if (article.withdraw(this.clock.instant())) {
			this.audit.record(editor, "article.withdrawn", "article", id, article.title());
			this.events.publishEvent(new ArticleEvent.Changed(id));
		}
	}

	/**
	 * Tells readers what the article had said wrongly. The article with its correction is
	 * a revision of its own, also where the text stays: comments say which one they are
	 * about.
	 * @param body plain text
	 */
	public void correct(long id, Instant madeAt, String body, Actor editor) {
		Article article = forChange(id);
		this.corrections.save(new Correction(id, article.revision(), madeAt, body));
		article.correct();
		this.revisions.save(new Revision(article, editor, this.clock.instant()));
		this.audit.record(editor, "article.corrected", "article", id, article.title() + ": " + body);
		this.events.publishEvent(new ArticleEvent.Changed(id));
	}

	/**
	 * What this editor may see, last revised first; the first few.
	 */
	@Transactional(readOnly = true)
	public List<ArticleLine> latest(SignedIn editor) {
		return this.desk.list(null, editor, 1).items().stream().limit(LATEST).toList();
	}

	@Transactional(readOnly = true)
	List<RevisionLine> revisions(long id, SignedIn editor) {
		find(id, editor);
		return this.revisions.findByArticleIdOrderByNumberDesc(id).stream().map(Revision::toLine).toList();
	}

	/**
	 * The text of an article as it was saved once.
	 * @throws NoSuchPage if there is no such revision, or this author may not see it
	 */
	@Transactional(readOnly = true)
	ArticleText text(long id, int number, SignedIn editor) {
		find(id, editor);
		return this.revisions.findByArticleIdAndNumber(id, number)
			.map(Revision::text)
			.orElseThrow(() -> new NoSuchPage("revision " + number + " of article " + id));
	}

	/**
	 * Gives the article a new address. The old one stays its own and leads to the new
	 * one; it may come back to an address that it once had.
	 */
	private void move(Article article, String slug, Instant now) {
		String path = Permalink.of(slug);
		var existing = this.permalinks.findByPath(path);
		if (existing.isEmpty()) {
			this.permalinks.save(new Permalink(path, article.id(), now));
		}
		else if (existing.get().articleId() != article.id()) {
			throw new PathTaken(slug);
		}
	}

	private String freeSlug(String title) {
		String slug = Slug.of(title);
		String base = slug.isEmpty() ? "bai-viet" : slug;
		String free = base;
		for (int n = 2; this.permalinks.findByPath(Permalink.of(free)).isPresent(); n++) {
			free = base.substring(0, Math.min(base.length(), Slug.MAX_LENGTH - 8)) + "-" + n;
		}
		return free;
	}

	private List<Long> tagIds(List<String> names) {
		return this.topics.named(names).stream().map(TopicLink::id).toList();
	}

	private Article find(long id, SignedIn editor) {
		Article article = this.articles.findById(id).orElseThrow(() -> new NoSuchPage("article " + id));
		check(article, editor);
		return article;
	}

	private Article forChange(long id) {
		return this.articles.lock(id).orElseThrow(() -> new NoSuchPage("article " + id));
	}

	private static void check(Article article, SignedIn editor) {
		if (!editor.edits() && !article.isDraftOf(editor.id())) {
			throw new NoSuchPage("article " + article.id() + " of another author");
		}
	}

	/**
	 * Somebody else has saved a newer revision.
	 */
	static class Overtaken extends RuntimeException {

		Overtaken(long id) {
			super("article " + id);
		}

	}

	/**
	 * The address belongs, or once belonged, to another article.
	 */
	static class PathTaken extends RuntimeException {

		PathTaken(String slug) {
			super(slug);
		}

	}

}
