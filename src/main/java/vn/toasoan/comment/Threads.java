package vn.toasoan.comment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toasoan.web.Listing;
import vn.toasoan.web.NoSuchPage;

/**
 * Reads discussions. Every query is bounded, and none costs more below a long discussion
 * than below a short one. Readers see what is {@code listed}; a writer also sees the own
 * comments that wait.
 */
@Service
@Transactional(readOnly = true)
public class Threads {

	static final int ROOTS = 20;

	static final int FIRST_REPLIES = 3;

	static final int REPLIES_A_PAGE = 100;

	private static final String COLUMNS = "c.id, c.public_id, c.root_id, c.path, c.depth, c.author_name, c.body_html,"
			+ " c.status, c.reason, c.source, c.reply_count, c.created_at, c.likes, c.pinned_at, c.featured_at, c.edited_at, c.staff_id, c.author_key,"
			+ " c.article_revision <= (select max(k.revision) from correction k where k.article_id = c.article_id) as before_correction,"
			+ "  p.public_id as parent, case when p.status = 'REMOVED' then null else p.author_name end as parent_name";

	private static final String FROM = " from comment c left join comment p on p.id = c.parent_id ";

	private final JdbcClient jdbc;

	private final Cursor cursor;

	Threads(JdbcClient jdbc, Cursor cursor) {
		this.jdbc = jdbc;
		this.cursor = cursor;
	}

	/**
	 * A page of an article's threads: 20 roots, each with its first three replies. Two
	 * SQL statements, three for a reader who has commented.
	 * @param source only threads from there; null for all
	 * @param after cursor from the page before; empty for the first page
	 * @param reader who asks; null for a reader who has not commented yet
	 * @throws Cursor.ForgedCursor if the cursor is not ours
	 */
	public ThreadPage page(long articleId, CommentOrder order, @Nullable CommentSource source, String after,
			@Nullable ReaderKey reader) {
		List<CommentView> roots = roots(articleId, order, source, after, reader);
		boolean more = roots.size() > ROOTS;
		if (more) {
			roots = roots.subList(0, ROOTS);
		}
		String next = more ? this.cursor.write(articleId, order, roots.get(ROOTS - 1).path()) : null;
		List<CommentView> waiting = (source == null || source == CommentSource.SITE) ? waiting(articleId, reader)
				: List.of();
		Map<Long, List<CommentView>> threads = new LinkedHashMap<>();
		if (after.isEmpty()) {
			waiting.stream().filter(CommentView::isRoot).forEach((own) -> threads.put(own.id(), thread(own)));
		}
		roots.forEach((root) -> threads.put(root.id(), thread(root)));
		firstReplies(threads.keySet(), reader)
			.forEach((reply) -> threads.computeIfPresent(reply.rootId(), (id, thread) -> with(thread, reply)));
		Map<Long, Integer> hidden = hidden(threads.values());
		insert(waiting, threads);
		return assemble(threads, hidden, next);
	}

	/**
	 * One whole thread, a hundred replies a page.
	 * @param publicId of its root
	 * @param page from 1
	 * @throws NoSuchPage if readers see no such thread below this article
	 */
	public Listing<CommentView> thread(long articleId, String publicId, int page, @Nullable ReaderKey reader) {
		CommentView root = this.jdbc
			.sql("select " + COLUMNS + FROM
					+ "where c.public_id = :id and c.article_id = :article and c.depth = 0 and c.listed = true")
			.param("id", publicId)
			.param("article", articleId)
			.query((row, n) -> view(row, reader))
			.optional()
			.orElseThrow(() -> new NoSuchPage("thread " + publicId));
		List<CommentView> replies = this.jdbc
			.sql("select " + COLUMNS + FROM + "where c.root_id = :root and c.listed = true and c.depth > 0"
					+ " order by c.path limit :size offset :offset")
			.param("root", root.id())
			.param("size", REPLIES_A_PAGE + 1)
			.param("offset", Listing.offset(page, REPLIES_A_PAGE))
			.query((row, n) -> view(row, reader))
			.list();
		var listing = Listing.of(replies, page, REPLIES_A_PAGE);
		List<CommentView> thread = thread(root);
		thread.addAll(listing.items());
		insert(waiting(articleId, reader).stream().filter((own) -> standsOn(listing, own)).toList(),
				Map.of(root.id(), thread));
		return new Listing<>(List.copyOf(thread), page, listing.more());
	}

	/**
	 * Whether a comment's place in the thread lies on this page.
	 */
	private static boolean standsOn(Listing<CommentView> replies, CommentView own) {
		List<CommentView> items = replies.items();
		boolean begun = replies.number() == 1 || !items.isEmpty() && own.path().compareTo(items.get(0).path()) > 0;
		return begun && (!replies.more() || own.path().compareTo(items.get(items.size() - 1).path()) < 0);
	}

	/**
	 * Where a comment stands: the path and fragment that show it, in the newest-first
	 * order.
	 * @return empty if this reader sees no such comment
	 */
	public Optional<Place> place(String publicId, @Nullable ReaderKey reader) {
		return this.jdbc.sql("""
				select c.article_id, c.path, c.status, c.listed, r.public_id as root, r.listed as root_listed
				from comment c join comment r on r.id = c.root_id
				where c.public_id = :id and (c.listed = true or (c.status = 'PENDING' and c.author_key = :reader))""")
			.param("id", publicId)
			.param("reader", (reader != null) ? reader.hash() : "")
			.query((row, n) -> place(publicId, row.getLong("article_id"), row.getString("path"), row.getString("root"),
					row.getBoolean("listed")))
			.optional();
	}

	/**
	 * The comment that somebody is about to reply to, if it may be answered.
	 */
	public Optional<CommentView> answerable(long articleId, String publicId) {
		return this.jdbc
			.sql("select " + COLUMNS + FROM
					+ "where c.public_id = :id and c.article_id = :article and c.status = 'PUBLISHED'")
			.param("id", publicId)
			.param("article", articleId)
			.query((row, n) -> view(row, null))
			.optional()
			.filter(CommentView::mayBeAnswered);
	}

	private List<CommentView> roots(long articleId, CommentOrder order, @Nullable CommentSource source, String after,
			@Nullable ReaderKey reader) {
		String beyond = after.isEmpty() ? "" : " and c.path " + order.beyond() + " :after";
		String from = (source != null) ? " and c.source = :source" : "";
		return this.jdbc
			.sql("select " + COLUMNS + FROM + "where c.article_id = :article and c.depth = 0 and c.listed = true"
					+ beyond + from + " order by c.path " + order.direction() + " limit :size")
			.param("article", articleId)
			.param("after", after.isEmpty() ? "" : this.cursor.read(articleId, order, after))
			.param("source", (source != null) ? source.name() : "")
			.param("size", ROOTS + 1)
			.query((row, n) -> view(row, reader))
			.list();
	}

	private List<CommentView> firstReplies(Collection<Long> roots, @Nullable ReaderKey reader) {
		if (roots.isEmpty()) {
			return List.of();
		}
		return this.jdbc
			.sql("select * from (select " + COLUMNS
					+ ", row_number() over (partition by c.root_id order by c.path) as n" + FROM
					+ "where c.root_id in (:roots) and c.listed = true and c.depth > 0) replies"
					+ " where n <= :first order by path")
			.param("roots", roots)
			.param("first", FIRST_REPLIES)
			.query((row, n) -> view(row, reader))
			.list();
	}

	private List<CommentView> waiting(long articleId, @Nullable ReaderKey reader) {
		if (reader == null) {
			return List.of();
		}
		return this.jdbc
			.sql("select " + COLUMNS + FROM + "where c.author_key = :reader and c.article_id = :article"
					+ " and c.status = 'PENDING' order by c.path desc limit :size")
			.param("reader", reader.hash())
			.param("article", articleId)
			.param("size", ROOTS)
			.query((row, n) -> view(row, reader))
			.list();
	}

	private static List<CommentView> thread(CommentView root) {
		return new ArrayList<>(List.of(root));
	}

	private static List<CommentView> with(List<CommentView> thread, CommentView reply) {
		thread.add(reply);
		return thread;
	}

	/**
	 * Puts a writer's own waiting replies where they will stand.
	 */
	private static void insert(List<CommentView> waiting, Map<Long, List<CommentView>> threads) {
		for (CommentView own : waiting) {
			List<CommentView> thread = threads.get(own.rootId());
			if (thread != null && !own.isRoot()) {
				thread.add(own);
				thread.sort(Comparator.comparing(CommentView::path));
			}
		}
	}

	/**
	 * How many replies of each thread are not among the first; by root.
	 */
	private static Map<Long, Integer> hidden(Collection<List<CommentView>> threads) {
		Map<Long, Integer> hidden = new HashMap<>();
		for (List<CommentView> thread : threads) {
			CommentView root = thread.get(0);
			hidden.put(root.id(), root.replyCount() - (thread.size() - 1));
		}
		return hidden;
	}

	private static ThreadPage assemble(Map<Long, List<CommentView>> threads, Map<Long, Integer> hidden,
			@Nullable String next) {
		List<CommentView> comments = new ArrayList<>();
		Map<Long, Integer> hiddenAfter = new HashMap<>();
		threads.forEach((root, thread) -> {
			comments.addAll(thread);
			if (hidden.getOrDefault(root, 0) > 0) {
				hiddenAfter.put(thread.get(thread.size() - 1).id(), hidden.get(root));
			}
		});
		return new ThreadPage(comments, hiddenAfter, next);
	}

	private Place place(String publicId, long articleId, String path, String root, boolean listed) {
		String rootPath = ThreadPath.root(path);
		boolean ownRoot = !listed && path.equals(rootPath);
		if (ownRoot || newerRoots(articleId, rootPath) < ROOTS) {
			int before = path.equals(rootPath) ? 0 : repliesBefore(rootPath, path);
			if (!listed || before < FIRST_REPLIES) {
				return new Place(articleId, "#bl-" + publicId);
			}
			return inThread(publicId, articleId, root, before);
		}
		return inThread(publicId, articleId, root, path.equals(rootPath) ? 0 : repliesBefore(rootPath, path));
	}

	private static Place inThread(String publicId, long articleId, String root, int before) {
		int page = before / REPLIES_A_PAGE + 1;
		return new Place(articleId, "/binh-luan/" + root + ((page > 1) ? "?trang=" + page : "") + "#bl-" + publicId);
	}

	/** Counts no further than it has to. */
	private int newerRoots(long articleId, String rootPath) {
		return this.jdbc.sql("""
				select count(*) from (select 1 from comment c where c.article_id = :article and c.depth = 0
				and c.listed = true and c.path > :path limit :enough) newer""")
			.param("article", articleId)
			.param("path", rootPath)
			.param("enough", ROOTS)
			.query(Integer.class)
			.single();
	}

	private int repliesBefore(String rootPath, String path) {
		return this.jdbc
			.sql("select count(*) from comment c where c.path > :root and c.path < :path and c.listed = true")
			.param("root", rootPath)
			.param("path", path)
			.query(Integer.class)
			.single();
	}

	private static CommentView view(ResultSet row, @Nullable ReaderKey reader) throws SQLException {
		var status = CommentStatus.valueOf(row.getString("status"));
		boolean tombstone = status == CommentStatus.REMOVED;
		String reason = row.getString("reason");
		return new CommentView(row.getLong("id"), row.getString("public_id"), row.getLong("root_id"),
				row.getString("path"), row.getInt("depth"), tombstone ? "" : row.getString("author_name"),
				tombstone ? "" : row.getString("body_html"), tombstone,
				(tombstone && reason != null) ? Reason.valueOf(reason) : null, status == CommentStatus.PENDING,
				CommentSource.valueOf(row.getString("source")), row.getInt("reply_count"), row.getString("parent"),
				row.getString("parent_name"), row.getObject("created_at", OffsetDateTime.class).toInstant(),
				tombstone ? CommentMarks.NONE : marks(row),
				reader != null && reader.hash().equals(row.getString("author_key")));
	}

	private static CommentMarks marks(ResultSet row) throws SQLException {
		return new CommentMarks(row.getInt("likes"), row.getObject("pinned_at") != null,
				row.getObject("featured_at") != null, (row.getObject("staff_id") != null) ? Badge.NEWSROOM : null,
				row.getObject("edited_at") != null, row.getBoolean("before_correction"), false);
	}

	/**
	 * Where a comment stands.
	 *
	 * @param below what follows the article's path to get there
	 */
	public record Place(long articleId, String below) {
	}

}
