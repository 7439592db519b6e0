package vn.toasoan.article;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Transient;
import org.springframework.data.domain.Persistable;

/**
 * A path that an article has, or once had. It belongs to this article for ever.
 */
@Entity
class Permalink implements Persistable<String> {

	@Id
	private String path;

	private long articleId;

	private Instant createdAt;

	@Transient
	private boolean stored;

	protected Permalink() {
	}

	Permalink(String path, long articleId, Instant createdAt) {
		this.path = path;
		this.articleId = articleId;
		this.createdAt = createdAt;
	}

	/**
	 * The path of an article with this slug.
	 */
	static String of(String slug) {
		return "/bai-viet/" + slug;
	}

	long articleId() {
		return this.articleId;
	}

	@Override
	public String getId() {
		return this.path;
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
