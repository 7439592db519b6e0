package vn.toasoan.legal;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A comment as it stood, as JSON keeps it. It has what was published and what was decided
 * on it, and nothing else of its writer; the names of its fields are promised in
 * {@code docs/contract.md}.
 *
 * @param format the name of this form
 * @param replyTo public id; null at the beginning of a thread
 * @param name as the writer has signed
 * @param byNewsroom whether the newsroom has written it
 * @param status as {@code vn.toasoan.comment.CommentStatus} names it
 * @param reason why it is in that status; null if nobody has said why
 * @param notIncluded what the site knows of the writer and this copy leaves out
 */
record Exhibit(String format, String comment, String permalink, @Nullable String replyTo, Article article, String name,
		boolean byNewsroom, String text, String status, @Nullable String reason, String source, int likes,
		Instant writtenAt, @Nullable Instant publishedAt, @Nullable Instant editedAt, List<Version> versions,
		List<Event> events, List<String> notIncluded) {

	static final String FORMAT = "toasoan-evidence-1";

	static final List<String> NOT_INCLUDED = List.of("key", "email", "network address");

	/**
	 * The same without the words of the article, where they are too many to keep.
	 */
	Exhibit withoutArticleText() {
		return new Exhibit(this.format, this.comment, this.permalink, this.replyTo, this.article.withoutText(),
				this.name, this.byNewsroom, this.text, this.status, this.reason, this.source, this.likes,
				this.writtenAt, this.publishedAt, this.editedAt, this.versions, this.events, this.notIncluded);
	}

	/**
	 * The article below which it stands, as its writer saw it.
	 *
	 * @param title today's
	 * @param revision the published revision that the writer saw; null if nobody knows
	 * @param text its Markdown; null with the revision, and where it is too long to keep
	 */
	record Article(String address, String title, @Nullable Integer revision, @Nullable Instant savedAt,
			@Nullable String text) {

		Article withoutText() {
			return new Article(this.address, this.title, this.revision, this.savedAt, null);
		}

	}

	/**
	 * What the comment said before it was changed.
	 *
	 * @param number how often it had been changed before, from 0 on
	 */
	record Version(int number, String name, String text, Instant writtenAt) {
	}

	/**
	 * A change of its status.
	 *
	 * @param by the editor's name, or that of the site or of the writer's part
	 * @param from null for its arrival
	 */
	record Event(Instant at, String by, @Nullable String from, String to, @Nullable String reason) {
	}

}
