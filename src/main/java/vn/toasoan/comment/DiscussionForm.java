package vn.toasoan.comment;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import vn.toasoan.text.CommentText;

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

	private static final int EARLIEST_YEAR = 1900;

	private static final int LATEST_YEAR = 2100;

	private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

	DiscussionForm {
		notice = (notice != null) ? CommentText.normalize(notice) : "";
		closesAt = (closesAt != null) ? closesAt.strip() : "";
	}

	static DiscussionForm of(Discussion discussion, ZoneId zone) {
		Instant end = discussion.ownClosesAt();
		return new DiscussionForm(discussion.ownMode(), (discussion.notice() != null) ? discussion.notice() : "",
				(end != null) ? LOCAL.format(end.atZone(zone)) : "");
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
		try {
			LocalDateTime time = LocalDateTime.parse(this.closesAt);
			boolean likely = time.getYear() >= EARLIEST_YEAR && time.getYear() <= LATEST_YEAR;
			return likely ? time.atZone(zone).toInstant() : null;
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

}
