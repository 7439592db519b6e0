package vn.toasoan.comment;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import vn.toasoan.audit.Actor;

/**
 * One change of a comment's status, kept for ever.
 */
@Entity
@Immutable
class CommentEvent {

	@Id
	@GeneratedValue
	private @Nullable Long id;

	private long commentId;

	private Instant at;

	private @Nullable Long actorId;

	private String actorName;

	@Enumerated(EnumType.STRING)
	private @Nullable CommentStatus fromStatus;

	@Enumerated(EnumType.STRING)
	private CommentStatus toStatus;

	@Enumerated(EnumType.STRING)
	private @Nullable Reason reason;

	protected CommentEvent() {
	}

	CommentEvent(long commentId, Instant at, Actor actor, @Nullable CommentStatus from, CommentStatus to,
			@Nullable Reason reason) {
		this.commentId = commentId;
		this.at = at;
		this.actorId = actor.id();
		this.actorName = actor.name();
		this.fromStatus = from;
		this.toStatus = to;
		this.reason = reason;
	}

	boolean isBy(Actor actor) {
		return this.actorId != null && this.actorId.equals(actor.id());
	}

	String actorName() {
		return this.actorName;
	}

	Instant at() {
		return this.at;
	}

}
