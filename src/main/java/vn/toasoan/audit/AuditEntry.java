package vn.toasoan.audit;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * One thing that somebody did.
 */
@Entity
@Immutable
class AuditEntry {

	@Id
	@GeneratedValue
	private @Nullable Long id;

	private Instant at;

	private @Nullable Long actorId;

	private String actorName;

	private String action;

	private String subjectType;

	private String subjectId;

	private String summary;

	protected AuditEntry() {
	}

	AuditEntry(Instant at, Actor actor, String action, String subjectType, String subjectId, String summary) {
		this.at = at;
		this.actorId = actor.id();
		this.actorName = actor.name();
		this.action = action;
		this.subjectType = subjectType;
		this.subjectId = subjectId;
		this.summary = summary;
	}

	AuditLine toLine() {
		return new AuditLine(this.at, this.actorName, this.action, this.subjectType, this.subjectId, this.summary);
	}

}
