package vn.toasoan.comment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toasoan.comment.Roots.Root;
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

	/** The ids of a reader's own comments below an article that wait. */
	private static final String WAITING = """
			(select c.id from comment c where c.author_key = :reader and c.article_id = :article
			  and c.status = 'PENDING' order by c.id desc limit :most)
			""";

	/** The id of a comment that somebody is about to answer. */
	private static final String ANSWERED = """
			(select c.id from comment c where c.public_id = :replyTo and c.article_id = :article
			  and c.status = 'PUBLISHED')""";

	private final JdbcClient jdbc;

	private final Roots roots;

	private final Discussions discussions;

	private final Cursor cursor;

	Threads(JdbcClient jdbc, Roots roots, Discussions discussions, Cursor cursor) {
		this.jdbc = jdbc;
		this.roots = roots;
		this.discussions = discussions;
		this.cursor = cursor;
	}

	/**
	 * A page of an article's threads: 20 roots, each with its first three replies, or as
	 * many as there is room for. Two SQL statements, three for a reader who has
	 * commented, or who is about to answer.
	 * @param source only threads from there; null for all
	 * @param after cursor from the page before; empty for the first page
	 * @param replyTo public id of the comment that is to be answered; empty for none
	 * @param reader who asks; null for a reader who has not commented yet
	 * @throws Cursor.ForgedCursor if the cursor is not ours
	 */
	public ThreadPage page(long articleId, CommentOrder order, @Nullable CommentSource source, String after,
			String replyTo, @Nullable ReaderKey reader) {
		ThreadPage page = page(articleId, order, source, after);
		if (reader != null) {
			return asSeenBy(reader, articleId, source, after.isEmpty(), replyTo, page);
		}
		return replyTo.isEmpty() ? page : new ThreadPage(page.threads(), page.next(), answered(articleId, replyTo));
	}

	private ThreadPage page(long articleId, CommentOrder order, @Nullable CommentSource source, String after) {
		String position = after.isEmpty() ? "" : this.cursor.read(articleId, order.parameter(), after);
		List<Root> found = this.roots.next(articleId, order, source, position, ROOTS + 1);
		var room = new PageRoom(PageRoom.PAGE);
		List<Root> shown = fitting(found, room);
		Map<Long, List<CommentView>> replies = firstReplies(shown);
		List<CommentThread> threads = new ArrayList<>();
		for (Root root : shown) {
			CommentView view = root.view();
			List<CommentView> first = replies.getOrDefault(view.id(), List.of()).stream().filter(room::offer).toList();
			threads.add(new CommentThread(view, first, view.replyCount() - first.size()));
		}
		String next = (shown.size() < found.size())
				? this.cursor.write(articleId, order.parameter(), shown.get(shown.size() - 1).position(order)) : null;
		return new ThreadPage(threads, next, null);
	}

	private @Nullable CommentView answered(long articleId, String publicId) {
		return answered(this.jdbc.sql(CommentRow.select(null) + "c.id in (" + ANSWERED + ")")
			.param("replyTo", publicId)
			.param("article", articleId)
			.query((row, n) -> CommentRow.view(row, null))
			.list(), publicId);
	}

	private static @Nullable CommentView answered(List<CommentView> found, String publicId) {
		return found.stream()
			.filter((comment) -> comment.publicId().equals(publicId) && comment.mayBeAnswered())
			.findFirst()
			.orElse(null);
	}

	/**
	 * An article's first page of threads as one reader sees it, made of what everybody
	 * sees. One SQL statement.
	 * @param page of all sources, as everybody sees it
	 * @return the very same page if nothing on it is the reader's own
	 */
	public ThreadPage asSeenBy(ReaderKey reader, long articleId, ThreadPage page) {
		return asSeenBy(reader, articleId, null, true, "", page);
	}

	/**
	 * @param first whether it is the first page, where the threads stand that wait
	 */
	private ThreadPage asSeenBy(ReaderKey reader, long articleId, @Nullable CommentSource source, boolean first,
			String replyTo, ThreadPage page) {
		Object[] shown = page.threads().stream().flatMap(CommentThread::comments).map(CommentView::id).toArray();
		List<CommentView> own = this.jdbc.sql(CommentRow.select(reader) + "c.id in (select x.id from (" + WAITING + """
				union all
				(select c.id from comment c where c.id = any(:shown) and c.author_key = :reader)
				union all
				(select l.comment_id from comment_like l where l.comment_id = any(:shown) and l.author_key = :reader)
				union all
				""" + ANSWERED + ") x) order by c.path desc")
			.param("replyTo", replyTo)
			.param("reader", reader.hash())
			.param("article", articleId)
			.param("most", ROOTS)
			.param("shown", new SqlArrayValue("bigint", shown))
			.query((row, n) -> CommentRow.view(row, reader))
			.list();
		if (own.isEmpty()) {
			return page;
		}
		Map<Long, CommentView> seen = own.stream().collect(Collectors.toMap(CommentView::id, (view) -> view));
		List<CommentView> waiting = waiting(own, source, PageRoom.WAITING);
		List<CommentThread> threads = new ArrayList<>(first ? begunBy(waiting) : List.of());
		page.threads().forEach((thread) -> threads.add(withOwn(thread, seen, waiting)));
		return new ThreadPage(threads, page.next(), answered(own, replyTo));
	}

	/**
	 * @return the very same thread if nothing in it is the reader's own
	 */
	private static CommentThread withOwn(CommentThread thread, Map<Long, CommentView> seen, List<CommentView> waiting) {
		if (thread.comments().map(CommentView::id).noneMatch(seen::containsKey)
				&& waiting.stream().noneMatch((own) -> own.rootId() == thread.root().id())) {
			return thread;
		}
		List<CommentView> replies = thread.replies()
			.stream()
			.map((reply) -> seen.getOrDefault(reply.id(), reply))
			.toList();
		CommentView root = seen.getOrDefault(thread.root().id(), thread.root());
		return new CommentThread(root, with(replies, waiting, root), thread.hidden());
	}

	private static List<CommentThread> begunBy(List<CommentView> waiting) {
		return waiting.stream()
			.filter(CommentView::isRoot)
			.map((root) -> new CommentThread(root, List.of(), 0))
			.toList();
	}

	/**
	 * The roots that a page has room for: at least one, at most 20, and pinned ones
	 * always.
	 */
	private static List<Root> fitting(List<Root> found, PageRoom room) {
		List<Root> fitting = new ArrayList<>();
		for (Root root : found.subList(0, Math.min(ROOTS, found.size()))) {
			if (!fitting.isEmpty() && !root.pinned() && !room.has(root.view())) {
				break;
			}
			room.take(root.view());
			fitting.add(root);
		}
		return fitting;
	}

	/**
	 * One whole thread, up to a hundred replies a page.
	 * @param publicId of its root
	 * @param after cursor from the page before; empty for the first page
	 * @throws NoSuchPage if readers see no such thread below this article
	 * @throws Cursor.ForgedCursor if the cursor is not ours
	 */
	public ThreadPage thread(long articleId, String publicId, String after, @Nullable ReaderKey reader) {
		CommentView root = this.jdbc
			.sql(CommentRow.select(reader)
					+ "c.public_id = :id and c.article_id = :article and c.depth = 0 and c.listed = true")
			.param("id", publicId)
			.param("article", articleId)
			.param("reader", hash(reader))
			.query((row, n) -> CommentRow.view(row, reader))
			.optional()
			.orElseThrow(() -> new NoSuchPage("thread " + publicId));
		String position = after.isEmpty() ? root.path() : this.cursor.read(articleId, list(root.id()), after);
		var room = new PageRoom(PageRoom.PAGE);
		room.take(root);
		List<CommentView> found = replies(root, position, reader);
		List<CommentView> shown = new ArrayList<>();
		for (CommentView reply : found.subList(0, Math.min(REPLIES_A_PAGE, found.size()))) {
			if (!shown.isEmpty() && !room.has(reply)) {
				break;
			}
			room.take(reply);
			shown.add(reply);
		}
		boolean more = shown.size() < found.size();
		String end = more ? shown.get(shown.size() - 1).path() : ThreadPath.end(root.path());
		List<CommentView> waiting = waiting(own(articleId, reader), null, PageRoom.WAITING).stream()
			.filter((own) -> own.path().compareTo(position) > 0 && own.path().compareTo(end) < 0)
			.toList();
		return new ThreadPage(List.of(new CommentThread(root, with(shown, waiting, root), 0)),
				more ? this.cursor.write(articleId, list(root.id()), end) : null, null);
	}

	private List<CommentView> replies(CommentView root, String after, @Nullable ReaderKey reader) {
		return this.jdbc
			.sql(CommentRow.select(reader) + "c.id in (select x.id from (" + repliesOf("root", "after", "most")
					+ ") x) order by c.path")
			.param("root", root.id())
			.param("after", after)
			.param("most", REPLIES_A_PAGE + 1)
			.param("reader", hash(reader))
			.query((row, n) -> CommentRow.view(row, reader))
			.list();
	}

	/**
	 * A comment that all readers see, wherever it stands.
	 */
	public Optional<CommentView> published(String publicId, @Nullable ReaderKey reader) {
		return this.jdbc.sql(CommentRow.select(reader) + "c.public_id = :id and c.status = 'PUBLISHED'")
			.param("id", publicId)
			.param("reader", hash(reader))
			.query((row, n) -> CommentRow.view(row, reader))
			.optional();
	}

	/**
	 * Whether there is such a comment below this article, seen by readers or not. No SQL
	 * statement for none.
	 * @param publicId empty for none
	 */
	public boolean has(long articleId, String publicId) {
		return !publicId.isEmpty()
				&& this.jdbc.sql("select count(*) from comment where public_id = :id and article_id = :article")
					.param("id", publicId)
					.param("article", articleId)
					.query(Integer.class)
					.single() > 0;
	}

	/**
	 * Where a comment stands: the path and fragment that show it, in the order that a
	 * reader sees first.
	 * @return empty if this reader sees no such comment
	 */
	public Optional<Place> place(String publicId, @Nullable ReaderKey reader) {
		return this.jdbc.sql("""
				select c.article_id, c.path, c.root_id, c.listed, r.public_id as root, r.listed as root_listed
				from comment c join comment r on r.id = c.root_id
				where c.public_id = :id and (c.listed = true or (c.status = 'PENDING' and c.author_key = :reader))""")
			.param("id", publicId)
			.param("reader", hash(reader))
			.query((row, n) -> {
				long articleId = row.getLong("article_id");
				String root = row.getString("root");
				return (row.getBoolean("listed") && root.equals(publicId)) ? begun(articleId, publicId)
						: place(publicId, articleId, row.getString("path"), row.getLong("root_id"), root,
								row.getBoolean("root_listed"), row.getBoolean("listed"), reader);
			})
			.optional();
	}

	/**
	 * Where the beginning of a thread stands: there is room for it before any reply gets
	 * some.
	 */
	private Place begun(long articleId, String publicId) {
		return new Place(articleId, begun(publicId, opening(articleId)));
	}

	/**
	 * @param opening the beginnings of threads on the first page
	 * @return what follows the article's path to get there
	 */
	static String begun(String publicId, Set<String> opening) {
		return (opening.contains(publicId) ? "" : "/binh-luan/" + publicId) + "#bl-" + publicId;
	}

	/**
	 * The public ids of the threads that stand on an article's first page. Two SQL
	 * statements.
	 */
	Set<String> opening(long articleId) {
		CommentOrder order = this.discussions.of(articleId).order();
		return fitting(this.roots.next(articleId, order, null, "", ROOTS + 1), new PageRoom(PageRoom.PAGE)).stream()
			.map((root) -> root.view().publicId())
			.collect(Collectors.toSet());
	}

	/**
	 * Looks at the pages as they are shown, so that the comment is on the one that is
	 * named, however full they are; not at those where so many replies stand before it
	 * that there can be no place for it.
	 * @param listed whether it has its place among the replies that everybody sees; one
	 * that waits is shown to its writer in addition
	 */
	private Place place(String publicId, long articleId, String path, long rootId, String root, boolean rootListed,
			boolean listed, @Nullable ReaderKey reader) {
		String fragment = "#bl-" + publicId;
		int before = listed ? repliesBefore(rootId, path) : 0;
		if (before < FIRST_REPLIES
				&& page(articleId, this.discussions.of(articleId).order(), null, "", "", reader).shows(publicId)) {
			return new Place(articleId, fragment);
		}
		if (!rootListed) {
			return new Place(articleId, "#binh-luan");
		}
		String thread = "/binh-luan/" + root;
		if (before < REPLIES_A_PAGE && thread(articleId, root, "", reader).shows(publicId)) {
			return new Place(articleId, thread + fragment);
		}
		return new Place(articleId,
				thread + "?sau=" + this.cursor.write(articleId, list(rootId), before(rootId, path)) + fragment);
	}

	/**
	 * How many listed replies stand before one in its thread, counted up to a page of
	 * them.
	 */
	private int repliesBefore(long rootId, String path) {
		return this.jdbc.sql("""
				select count(*) from (select 1 from comment c where c.root_id = :root and c.listed = true
				  and c.path > :begin and c.path < :path order by c.root_id, c.listed, c.path limit :most) x""")
			.param("root", rootId)
			.param("begin", ThreadPath.root(path))
			.param("path", path)
			.param("most", REPLIES_A_PAGE)
			.query(Integer.class)
			.single();
	}

	/**
	 * The path of the listed comment right before one in its thread.
	 */
	private String before(long rootId, String path) {
		return this.jdbc.sql("""
				select c.path from comment c where c.root_id = :root and c.listed = true and c.path < :path
				order by c.root_id desc, c.listed desc, c.path desc limit 1""")
			.param("root", rootId)
			.param("path", path)
			.query(String.class)
			.optional()
			.orElse(ThreadPath.root(path));
	}

	/**
	 * The first replies of these threads, by root: each found along the index, however
	 * many there are.
	 */
	private Map<Long, List<CommentView>> firstReplies(List<Root> roots) {
		List<CommentView> answered = roots.stream().map(Root::view).filter((root) -> root.replyCount() > 0).toList();
		if (answered.isEmpty()) {
			return Map.of();
		}
		List<String> branches = new ArrayList<>();
		Map<String, Object> parameters = new LinkedHashMap<>(Map.of("first", FIRST_REPLIES));
		for (int n = 0; n < answered.size(); n++) {
			branches.add(repliesOf("root" + n, "path" + n, "first"));
			parameters.put("root" + n, answered.get(n).id());
			parameters.put("path" + n, answered.get(n).path());
		}
		return this.jdbc
			.sql(CommentRow.select(null) + "c.id in (select x.id from (" + String.join(" union all ", branches)
					+ ") x) order by c.path")
			.params(parameters)
			.query((row, n) -> CommentRow.view(row, null))
			.list()
			.stream()
			.collect(Collectors.groupingBy(CommentView::rootId));
	}

	private static String repliesOf(String root, String after, String most) {
		return "(select c.id from comment c where c.root_id = :" + root + " and c.listed = true and c.path > :" + after
				+ " order by c.root_id, c.listed, c.path limit :" + most + ")";
	}

	/**
	 * A reader's own comments that wait, newest first. No SQL statement if there can be
	 * none.
	 */
	private List<CommentView> own(long articleId, @Nullable ReaderKey reader) {
		return (reader == null) ? List.of()
				: this.jdbc.sql(CommentRow.select(reader) + "c.id in (select x.id from (" + WAITING + """
						) x) order by c.path desc""")
					.param("reader", reader.hash())
					.param("article", articleId)
					.param("most", ROOTS)
					.query((row, n) -> CommentRow.view(row, reader))
					.list();
	}

	/**
	 * Those that wait, as many as there is room for, but at least one.
	 */
	private static List<CommentView> waiting(Collection<CommentView> own, @Nullable CommentSource source, int bytes) {
		if (source != null && source != CommentSource.SITE) {
			return List.of();
		}
		var room = new PageRoom(bytes);
		List<CommentView> waiting = new ArrayList<>();
		own.stream()
			.filter(CommentView::waiting)
			.filter((comment) -> waiting.isEmpty() || room.has(comment))
			.forEach((comment) -> {
				room.take(comment);
				waiting.add(comment);
			});
		return waiting;
	}

	/**
	 * The replies of a thread, with a writer's own ones that wait where they will stand.
	 */
	private static List<CommentView> with(List<CommentView> replies, List<CommentView> waiting, CommentView root) {
		List<CommentView> all = new ArrayList<>(replies);
		waiting.stream().filter((own) -> own.rootId() == root.id() && !own.isRoot()).forEach(all::add);
		all.sort(Comparator.comparing(CommentView::path));
		return List.copyOf(all);
	}

	private static String list(long rootId) {
		return "thread " + rootId;
	}

	private static String hash(@Nullable ReaderKey reader) {
		return (reader != null) ? reader.hash() : "";
	}

	/**
	 * Where a comment stands.
	 *
	 * @param below what follows the article's path to get there
	 */
	public record Place(long articleId, String below) {
	}

}
