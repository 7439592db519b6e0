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

	private @Nullable Integer revision;

	private Instant madeAt;

	private String body;

	protected Correction() {
	}

	/**
	 * @param revision what was corrected: who saw this revision, or an older one, has not
	 * seen the correction
	 */
	Correction(long articleId, int revision, Instant madeAt, String body) {
		this.articleId = articleId;
		this.revision = revision;
		this.madeAt = madeAt;
		this.body = body;
	}

	CorrectionNotice notice() {
		return new CorrectionNotice(this.madeAt, this.body);
	}

}
