package vn.toasoan.mail;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A letter to a reader or an editor, in words. What it looks like is decided by
 * {@link LetterPaper}.
 *
 * @param authorKey the hash of the key of the reader on whose behalf it is written, or
 * what stands for an editor
 * @param subject one line; what would break it is taken for a space
 * @param paragraphs what is said first
 * @param news what has been said by others, if it tells of that
 * @param action what the reader can do now, as the one button
 * @param small what is said below it, in small letters
 * @param links where else the reader can go, below everything
 * @param unsubscribe the address that ends such letters at a mere POST (RFC 8058); null
 * for a letter that was asked for one by one
 */
public record Letter(Kind kind, String authorKey, String address, String subject, List<String> paragraphs,
		List<News> news, Link action, List<String> small, List<Link> links, @Nullable String unsubscribe) {

	public Letter {
		subject = subject.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
	}

	/**
	 * Why a letter is written.
	 */
	public enum Kind {

		/** Asks whether the address is the reader's. */
		CONFIRMATION,

		/** Tells of new comments. */
		NEWS,

		/** Tells an editor what waits for a decision. */
		DIGEST,

		/** Answers what somebody has asked for by law. */
		LEGAL

	}

	/**
	 * An address with the words that lead there.
	 */
	public record Link(String words, String address) {
	}

	/**
	 * What somebody has said.
	 *
	 * @param where in whose article or below whose comment
	 * @param note what is to be known of it; empty for nothing
	 * @param links what can be done about it, at least one
	 */
	public record News(String name, String when, String where, String excerpt, String note, List<Link> links) {

		public News(String name, String when, String where, String excerpt, Link link) {
			this(name, when, where, excerpt, "", List.of(link));
		}

	}

}
