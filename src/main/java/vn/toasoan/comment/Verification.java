package vn.toasoan.comment;

import java.util.List;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.toasoan.audit.Actor;

/**
 * What hangs on readers' being verified: which comments wait for it, and what becomes of
 * them.
 */
@Service
@Transactional
public class Verification {

	private final ObjectProvider<Verifier> verifiers;

	private final Comments comments;

	private final Decisions decisions;

	private final Discussions discussions;

	private final FirstLook firstLook;

	private final JdbcClient jdbc;

	Verification(ObjectProvider<Verifier> verifiers, Comments comments, Decisions decisions, Discussions discussions,
			FirstLook firstLook, JdbcClient jdbc) {
		this.verifiers = verifiers;
		this.comments = comments;
		this.decisions = decisions;
		this.discussions = discussions;
		this.firstLook = firstLook;
		this.jdbc = jdbc;
	}

	/**
	 * Whether readers can be verified at present, in some way.
	 */
	@Transactional(propagation = Propagation.SUPPORTS)
	public boolean isPossible() {
		return this.verifiers.stream().anyMatch(Verifier::isReady);
	}

	boolean isVerified(ReaderKey reader) {
		return this.verifiers.stream()
			.filter(Verifier::isReady)
			.anyMatch((verifier) -> verifier.isVerified(reader.hash()));
	}

	/**
	 * A reader has been verified: what waited only for that appears, where the discussion
	 * still allows it. The rest waits for a moderator. All threads are held before
	 * anything is counted, and the counts move in the order of the articles, as when
	 * comments come.
	 * @param authorKey the hash of the reader's key
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void accept(String authorKey) {
		List<Long> roots = this.jdbc.sql("""
				select distinct root_id from comment where author_key = :key and awaits_verification = true
				order by root_id""").param("key", authorKey).query(Long.class).list();
		roots.forEach(this.comments::holdThread);
		for (Comment comment : this.comments.findWaitingForVerification(authorKey, roots)) {
			if (this.discussions.of(comment.articleId())
				.mode()
				.admits(() -> this.firstLook.isTrusted(authorKey), () -> true)) {
				this.decisions.decide(comment, CommentStatus.PENDING, CommentStatus.PUBLISHED, Actor.SITE, null);
			}
		}
		this.comments.endWaitingForVerification(authorKey, roots);
	}

}
