package vn.toasoan.comment;

import java.time.Instant;
import java.util.Optional;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * The history of all comments' statuses.
 */
interface CommentEvents extends Repository<CommentEvent, Long> {

	CommentEvent save(CommentEvent event);

	Optional<CommentEvent> findFirstByCommentIdOrderByAtDescIdDesc(long commentId);

	/**
	 * Whether somebody else of the newsroom has decided since.
	 */
	@Query("select count(event) > 0 from CommentEvent event join Comment comment on comment.id = event.commentId"
			+ " where comment.publicId = :publicId and event.at > :since and event.actorId is not null"
			+ " and event.actorId <> :editor")
	boolean existByOthers(String publicId, Instant since, long editor);

	/**
	 * Marks a decision that its editor has taken back, and that it was: neither counts.
	 * @param since when the decision was made
	 */
	@Modifying(flushAutomatically = true)
	@NativeQuery("update comment_event set undone = true where comment_id = :commentId and actor_id = :editor and at >= :since"
			+ " and (from_status = :before and to_status = :decided or from_status = :decided and to_status = :before)")
	int undo(long commentId, long editor, Instant since, String before, String decided);

}
