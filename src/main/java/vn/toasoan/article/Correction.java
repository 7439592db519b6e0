package vn.toasoan.article;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/**
 * What an article had said wrongly, told to its readers. It stays with the article for
 * good.
 */
@Entity
class Correction {

	static final int MAX_BODY = 1000;

	@Id
	@GeneratedValue
	private @Nullable Long id;

	private long articleId;

	private Instant madeAt;

	private String body;

	protected Correction() {
	}

	Correction(long articleId, Instant madeAt, String body) {
		this.articleId = articleId;
		this.madeAt = madeAt;
		this.body = body;
	}

	CorrectionNotice notice() {
		return new CorrectionNotice(this.madeAt, this.body);
	}

}
