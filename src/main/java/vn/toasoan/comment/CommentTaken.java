package vn.toasoan.comment;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A reader's comment has been taken that is not spam. Told once, inside the transaction
 * that does it: whoever throws, undoes it.
 *
 * @param path where it stands among the comments of its article
 * @param authorKey the hash of its writer's key
 * @param email as its writer gave it; null if not
 * @param following what its writer wants to be told of by letter
 * @param awaitsVerification whether nothing but that its writer is verified keeps it from
 * being published
 * @param address the network address that it came from
 */
public record CommentTaken(long articleId, String path, String authorKey, @Nullable String email,
		Set<Following> following, boolean awaitsVerification, String address) {

	static CommentTaken of(Comment comment, Submission submission, boolean awaitsVerification) {
		return new CommentTaken(comment.articleId(), comment.path(), submission.author().hash(), submission.email(),
				submission.following(), awaitsVerification, submission.address());
	}

}
