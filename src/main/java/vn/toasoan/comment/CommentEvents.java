package vn.toasoan.comment;

import java.util.Optional;

import org.springframework.data.repository.Repository;

/**
 * The history of all comments' statuses.
 */
interface CommentEvents extends Repository<CommentEvent, Long> {

	CommentEvent save(CommentEvent event);

	Optional<CommentEvent> findFirstByCommentIdOrderByAtDescIdDesc(long commentId);

}
