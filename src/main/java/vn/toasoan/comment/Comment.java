package vn.toasoan.comment;

import java.time.Instant;
import java.util.Objects;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;
import vn.toasoan.audit.Actor;
import vn.toasoan.screening.FindingText;
import vn.toasoan.text.CommentMarkup;

/**
 * What a reader wrote below an article. Created here; its status is changed only by
 * {@link Decisions}, with guarded updates.
 */
@Entity
class Comment implements Persistable<Long> {

	/** The purpose for which the addresses in the column {@code email} are encrypted. */
	static final String EMAIL = "comment e-mail";

	@Id
	private Long id;

	private String publicId;

	private long articleId;

	private @Nullable Long parentId;

	private long rootId;

	private int depth;

	private String path;

	@Enumerated(EnumType.STRING)
	private CommentStatus status;

	private boolean listed;

	private int replyCount;

	@Enumerated(EnumType.STRING)
	private CommentSource source;

	@Enumerated(EnumType.STRING)
	private @Nullable Reason reason;

	private int likes;

	private int rankScore;

	private @Nullable Instant pinnedAt;

	private @Nullable Instant featuredAt;

	private @Nullable Instant editedAt;

	private @Nullable Integer articleRevision;

	private @Nullable Long staffId;

	private @Nullable String externalId;

	private String authorName;

	private @Nullable String authorKey;

	private @Nullable String email;

	@Column(length = 4000)
	private String bodySource;

	@Column(length = 40_000)
	private String bodyHtml;

	private boolean awaitsVerification;

	private @Nullable String contentHash;

	private String ipPrefix;

	private int spamScore;

	private boolean suspect;

	@Column(length = FindingText.MAX_LENGTH)
	private @Nullable String reasons;

	private @Nullable String bodyHash;

	private Instant createdAt;

	private @Nullable Instant publishedAt;

	@Version
	private int version;

	@Transient
	private boolean stored;

	protected Comment() {
	}

	/**
	 * Takes a comment of a reader of this site; it is not published yet.
	 * @param id from the sequence: it is part of the path
	 * @param parent what it replies to; null for the beginning of a thread
	 * @param impression how it was judged
	 */
	Comment(long id, String publicId, Submission submission, @Nullable Comment parent, FirstLook.Impression impression,
			@Nullable String encryptedEmail, Instant now) {
		this.id = id;
		this.publicId = publicId;
		this.articleId = submission.articleId();
		this.path = ThreadPath.of((parent != null) ? parent.path : "", id);
		this.depth = ThreadPath.depth(this.path);
		this.parentId = (parent != null) ? parent.id : null;
		this.rootId = (parent != null) ? parent.rootId : id;
		this.status = impression.isSpam() ? CommentStatus.SPAM : CommentStatus.PENDING;
		this.spamScore = impression.verdict().score();
		this.suspect = impression.isSuspect();
		this.reasons = impression.reasons();
		this.bodyHash = impression.bodyHash();
		this.source = CommentSource.SITE;
		this.authorName = submission.name();
		this.authorKey = submission.author().hash();
		this.email = encryptedEmail;
		this.bodySource = submission.body();
		this.bodyHtml = CommentMarkup.toHtml(submission.body());
		this.contentHash = submission.hash();
		this.ipPrefix = submission.ipPrefix();
		this.articleRevision = submission.articleRevision();
		this.createdAt = now;
	}

	/**
	 * Takes a reply of the newsroom; it is not published yet. No key belongs to it, and
	 * no network.
	 * @param editor somebody with an account
	 */
	Comment(long id, String publicId, Comment parent, String body, String contentHash, Actor editor, Instant now) {
		this.id = id;
		this.publicId = publicId;
		this.articleId = parent.articleId;
		this.path = ThreadPath.of(parent.path, id);
		this.depth = ThreadPath.depth(this.path);
		this.parentId = parent.id;
		this.rootId = parent.rootId;
		this.status = CommentStatus.PENDING;
		this.source = CommentSource.SITE;
		this.staffId = Objects.requireNonNull(editor.id());
		this.authorName = editor.name();
		this.bodySource = body;
		this.bodyHtml = CommentMarkup.toHtml(body);
		this.contentHash = contentHash;
		this.ipPrefix = "";
		this.createdAt = now;
	}

	/**
	 * Appears as it is kept; what it answers, if anything, is seen.
	 */
	void appear(Instant now) {
		this.status = CommentStatus.PUBLISHED;
		this.listed = true;
		this.publishedAt = now;
	}

	/**
	 * Nothing but its writer's verification is missing.
	 */
	void awaitVerification() {
		this.awaitsVerification = true;
	}

	boolean isPublished() {
		return this.status == CommentStatus.PUBLISHED;
	}

	boolean mayBeAnswered() {
		return this.status == CommentStatus.PUBLISHED;
	}

	boolean isRoot() {
		return this.depth == 0;
	}

	boolean isAtTheBottom() {
		return this.depth == ThreadPath.MAX_DEPTH;
	}

	/**
	 * Whether its writer has taken it back, for good.
	 */
	boolean isWithdrawn() {
		return this.reason != null && this.reason.isFinal();
	}

	/**
	 * Whether readers' reports have hidden it, and no editor has decided since.
	 */
	boolean isHiddenByReports() {
		return this.reason == Reason.REPORTED;
	}

	boolean isBy(ReaderKey reader) {
		return reader.hash().equals(this.authorKey);
	}

	long articleId() {
		return this.articleId;
	}

	long rootId() {
		return this.rootId;
	}

	String path() {
		return this.path;
	}

	String publicId() {
		return this.publicId;
	}

	CommentSource source() {
		return this.source;
	}

	CommentStatus status() {
		return this.status;
	}

	@Nullable String authorKey() {
		return this.authorKey;
	}

	String authorName() {
		return this.authorName;
	}

	@Override
	public Long getId() {
		return this.id;
	}

	@Override
	public boolean isNew() {
		return !this.stored;
	}

	@PostLoad
	@PostPersist
	void markStored() {
		this.stored = true;
	}

}
