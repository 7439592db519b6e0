package vn.toasoan.comment;

import java.time.Instant;
import java.util.Optional;

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

}
