package vn.toasoan.comment;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * All comments. What is counted or decided is changed here by guarded updates: each says
 * how many rows it hit, and none overwrites what somebody else has done meanwhile.
 */
interface Comments extends Repository<Comment, Long> {

	/** What a reply counts in the order by rank, and how many are counted. */
	int REPLY_RANK = 3;

	int RANKED_REPLIES = 20;

	/**
	 * That an editor has published a comment, or left a reported one where it was and has
	 * not taken that back.
	 */
	String APPROVAL = "event.toStatus = vn.toasoan.comment.CommentStatus.PUBLISHED and event.actorId is not null"
			+ " and event.reason is null and (event.fromStatus is null or event.fromStatus <> event.toStatus"
			+ " or not exists (select 1 from CommentEvent later where later.commentId = event.commentId"
			+ " and later.at >= event.at and later.toStatus = event.toStatus"
			+ " and later.reason = vn.toasoan.comment.Reason.REPORTED))";

	Comment save(Comment comment);

	void flush();

	Optional<Comment> findById(long id);

	Optional<Comment> findByPublicId(String publicId);

	List<Comment> findByPublicIdIn(Collection<String> publicIds);

	Optional<Comment> findByContentHash(String contentHash);

	/**
	 * What of a reader's appears in these threads as soon as the reader is verified, in
	 * the order of the articles.
	 */
	@Query("select comment from Comment comment where comment.authorKey = :authorKey and comment.rootId in :roots"
			+ " and comment.awaitsVerification = true and comment.suspect = false"
			+ " and comment.status = vn.toasoan.comment.CommentStatus.PENDING order by comment.articleId, comment.id")
	List<Comment> findWaitingForVerification(String authorKey, Collection<Long> roots);

	/**
	 * Nothing of a reader's in these threads waits for that any more.
	 */
	@Modifying(clearAutomatically = true, flushAutomatically = true)
	@Query("update Comment comment set comment.awaitsVerification = false where comment.authorKey = :authorKey"
			+ " and comment.rootId in :roots and comment.awaitsVerification = true")
	void endWaitingForVerification(String authorKey, Collection<Long> roots);

	@NativeQuery("select nextval('comment_seq')")
	long nextId();

	/**
	 * As many new numbers. One SQL statement.
	 */
	default List<Long> nextIds(int number) {
		return nextIds(new Integer[number]);
	}

	@NativeQuery("select nextval('comment_seq') from unnest(:each)")
	List<Long> nextIds(Integer[] each);

	/**
	 * Whether an editor has published a comment.
	 */
	@Query("select count(event) > 0 from CommentEvent event where event.commentId = :id and " + APPROVAL)
	boolean isApproved(long id);

	/**
	 * Holds a thread until the transaction ends. What readers see of one comment depends
	 * on those below it: two decisions in one thread must see each other.
	 */
	@Modifying
	@Query("update Comment comment set comment.replyCount = comment.replyCount where comment.id = :rootId")
	void holdThread(long rootId);

	/**
	 * Holds all comments that a reader has written or liked until the transaction ends,
	 * so that nobody likes or reports one meanwhile. Their threads must be held before.
	 */
	@Modifying
	@NativeQuery("update comment set likes = likes where id in (select id from comment where author_key = :authorKey"
			+ " union select comment_id from comment_like where author_key = :authorKey)")
	void holdAll(String authorKey);

	/**
	 * The status at this moment; it stays so if the thread is held.
	 */
	@Query("select comment.status from Comment comment where comment.id = :id")
	CommentStatus status(long id);

	/**
	 * Why it is in its status at this moment; it stays so if the thread is held.
	 */
	@Query("select comment.reason from Comment comment where comment.id = :id")
	@Nullable Reason reason(long id);

	/**
	 * Moves a comment from one status to another, unless its writer has taken it back.
	 * What was noted before in the transaction is written first, or clearing would lose
	 * it.
	 */
	@Modifying(clearAutomatically = true, flushAutomatically = true)
	@Query("update Comment comment set comment.status = :to, comment.reason = :reason,"
			+ " comment.publishedAt = coalesce(:publishedAt, comment.publishedAt), comment.version = comment.version + 1,"
			+ " comment.pinnedAt = case when :to = vn.toasoan.comment.CommentStatus.PUBLISHED then comment.pinnedAt end"
			+ " where comment.id = :id and comment.status = :from and (comment.reason is null or comment.reason not in"
			+ " (vn.toasoan.comment.Reason.WITHDRAWN, vn.toasoan.comment.Reason.ERASED))")
	int decide(long id, CommentStatus from, CommentStatus to, @Nullable Reason reason, @Nullable Instant publishedAt);

	/**
	 * Lets the same be written again.
	 */
	@Modifying
	@Query("update Comment comment set comment.contentHash = null where comment.id = :id")
	void forgetHash(long id);

	/**
	 * Lists what readers may see of these comments: the published ones, and the removed
	 * ones that still have a published descendant.
	 */
	@Modifying
	@Query("update Comment c set c.listed = true where c.path in :paths and c.listed = false and ("
			+ "c.status = vn.toasoan.comment.CommentStatus.PUBLISHED or (c.status = vn.toasoan.comment.CommentStatus.REMOVED"
			+ " and exists (select 1 from Comment below where below.rootId = c.rootId and below.path > c.path"
			+ " and below.path < concat(c.path, 'zzzzzzz') and below.status = vn.toasoan.comment.CommentStatus.PUBLISHED)))")
	int list(Collection<String> paths);

	/**
	 * Whether readers see a reply below a comment.
	 */
	@Query("select count(below) > 0 from Comment below where below.rootId = :rootId and below.path > :path"
			+ " and below.path < concat(:path, 'zzzzzzz') and below.status = vn.toasoan.comment.CommentStatus.PUBLISHED")
	boolean isAnswered(long rootId, String path);

	/**
	 * Takes those of these comments from the page that are not published any more and
	 * have no published descendant.
	 */
	@Modifying
	@Query("update Comment c set c.listed = false where c.path in :paths and c.listed = true"
			+ " and c.status <> vn.toasoan.comment.CommentStatus.PUBLISHED"
			+ " and not exists (select 1 from Comment below where below.rootId = c.rootId and below.path > c.path"
			+ " and below.path < concat(c.path, 'zzzzzzz') and below.status = vn.toasoan.comment.CommentStatus.PUBLISHED)")
	int unlist(Collection<String> paths);

	/**
	 * Ranks a thread by its likes and by the replies of others, 20 at most. The thread
	 * must be held: then the likes can't move meanwhile, nor can the replies.
	 */
	default int rank(long rootId) {
		return grow(rootId, 0);
	}

	/**
	 * Counts more replies of a thread, which must be held, or fewer, and ranks it.
	 */
	@Modifying
	@NativeQuery("update comment set reply_count = reply_count + :n, rank_score = likes * " + Likes.RANK + " + "
			+ REPLY_RANK + " * (select count(*) from (select 1 from comment r where r.root_id = :rootId and r.depth > 0"
			+ " and r.listed = true and r.status = 'PUBLISHED' and r.author_key is distinct from"
			+ " (select o.author_key from comment o where o.id = :rootId) limit " + RANKED_REPLIES + ") others)"
			+ " where id = :rootId")
	int grow(long rootId, int n);

}
