package vn.toasoan.comment;

import java.time.Instant;
import java.time.ZoneId;

import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import vn.toasoan.text.CommentText;
import vn.toasoan.web.LocalTimes;

/**
 * What editors set for the discussion of one article.
 *
 * @param mode null to follow the site
 * @param notice what readers are asked for; empty for nothing
 * @param closesAt a local time as browsers send it; empty to follow the site
 */
record DiscussionForm(@Nullable CommentMode mode, String notice, String closesAt) {

	/** Characters, as a person counts them. */
	static final int MAX_NOTICE = 500;

	DiscussionForm {
		notice = (notice != null) ? CommentText.normalize(notice) : "";
		closesAt = (closesAt != null) ? closesAt.strip() : "";
	}

	static DiscussionForm of(Discussion discussion, ZoneId zone) {
		Instant end = discussion.ownClosesAt();
		return new DiscussionForm(discussion.ownMode(), (discussion.notice() != null) ? discussion.notice() : "",
				(end != null) ? LocalTimes.write(end, zone) : "");
	}

	/**
	 * Says what is not within the rules, each beside its field.
	 */
	void check(Errors errors, ZoneId zone) {
		if (CommentText.length(this.notice) > MAX_NOTICE) {
			errors.rejectValue("notice", "discussion.notice.long", new Object[] { MAX_NOTICE }, null);
		}
		if (!this.closesAt.isEmpty() && end(zone) == null) {
			errors.rejectValue("closesAt", "article.from.invalid");
		}
	}

	/**
	 * The end of the discussion; null for none of its own, or for what is no time.
	 */
	@Nullable Instant end(ZoneId zone) {
		return LocalTimes.read(this.closesAt, zone);
	}

}
