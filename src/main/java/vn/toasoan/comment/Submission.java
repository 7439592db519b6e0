package vn.toasoan.comment;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A comment as it was sent, with its texts normalised and found to be within the rules
 * (see {@link CommentForm}).
 *
 * @param parent public id of the comment that it replies to; null for a new thread
 * @param email the writer's address; null if not given
 * @param trapped whether the field that people don't see was filled
 * @param invisible whether the texts hid characters before they were normalised
 * @param address the writer's network address
 * @param proof a solution of a sum, if its writer was asked for one; empty for none, null
 * if nobody has asked
 * @param articleRevision the revision of the article that the writer saw; null if it is
 * not known
 * @param following what the writer wants to be told of by letter
 */
public record Submission(long articleId, @Nullable String parent, String name, @Nullable String email, String body,
		boolean trapped, boolean invisible, ReaderKey author, String address, @Nullable String proof,
		@Nullable Integer articleRevision, Set<Following> following) {

	/**
	 * A comment of somebody of whom it is not known which revision of the article it is
	 * about.
	 */
	public Submission(long articleId, @Nullable String parent, String name, @Nullable String email, String body,
			boolean trapped, ReaderKey author, String address) {
		this(articleId, parent, name, email, body, trapped, false, author, address, null, null, Set.of());
	}

	/**
	 * Whether its writer has given an address, or wants to be told of something.
	 */
	boolean wantsLetters() {
		return this.email != null || !this.following.isEmpty();
	}

	/**
	 * The same name, text, article and parent make the same comment, however often they
	 * are sent.
	 */
	String hash() {
		String place = this.articleId + "\n" + ((this.parent != null) ? this.parent : "");
		return ReaderKey.sha256(place + "\n" + this.name + "\n" + this.body);
	}

	/**
	 * The network that it came from: /24 for IPv4, /64 for IPv6.
	 */
	String ipPrefix() {
		return IpPrefix.of(this.address);
	}

}
