package vn.toasoan.subscription;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.toasoan.comment.CommentTaken;
import vn.toasoan.comment.Following;
import vn.toasoan.mail.Addresses;
import vn.toasoan.site.Timestamps;
import vn.toasoan.web.NoSuchPage;

/**
 * Who follows what. A subscription counts once its address is confirmed.
 */
@Service
@Transactional
public class Subscriptions {

	private final JdbcClient jdbc;

	private final Addresses addresses;

	private final Tokens tokens;

	private final Clock clock;

	Subscriptions(JdbcClient jdbc, Addresses addresses, Tokens tokens, Clock clock) {
		this.jdbc = jdbc;
		this.addresses = addresses;
		this.tokens = tokens;
		this.clock = clock;
	}

	/**
	 * Keeps what the writer of a comment wants to follow. Who follows the article needs
	 * nothing else below it, but may end one and keep the other.
	 * @param confirmed whether the address is known to be the writer's
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	void keep(CommentTaken taken, String address, boolean confirmed) {
		for (Following one : taken.following()) {
			OffsetDateTime now = now();
			this.jdbc.sql("""
					merge into subscription s
					using (values (cast(:key as varchar), cast(:article as bigint), cast(:below as varchar))) as asked
					(author_key, article_id, below) on s.author_key = asked.author_key
					and s.article_id = asked.article_id and s.below = asked.below
					when matched then update set email = :email, email_hash = :hash, confirmed_at = :confirmed
					when not matched then insert (id, author_key, article_id, below, email, email_hash, asked_at,
					confirmed_at, told_until) values (nextval('subscription_seq'), asked.author_key, asked.article_id,
					asked.below, :email, :hash, :now, :confirmed, :now)""")
				.param("key", taken.authorKey())
				.param("article", taken.articleId())
				.param("below", (one == Following.REPLIES) ? taken.path() : "")
				.param("email", this.addresses.seal(address))
				.param("hash", this.addresses.hash(address))
				.param("confirmed", confirmed ? now : null, Types.TIMESTAMP_WITH_TIMEZONE)
				.param("now", now)
				.update();
		}
	}

	/**
	 * The address is the reader's: what was asked for with it counts.
	 */
	void confirm(String authorKey, String addressHash) {
		this.jdbc.sql("""
				update subscription set confirmed_at = :now
				where author_key = :key and email_hash = :hash and confirmed_at is null""")
			.param("now", now())
			.param("key", authorKey)
			.param("hash", addressHash)
			.update();
	}

	/**
	 * Forgets those whose letter nobody has answered.
	 */
	void forgetUnconfirmed(OffsetDateTime askedBefore) {
		this.jdbc.sql("delete from subscription where confirmed_at is null and asked_at <= :before")
			.param("before", askedBefore)
			.update();
	}

	/**
	 * All that an address follows, the newest first. One SQL statement.
	 * @param token from a letter
	 * @throws NoSuchPage if it is not ours
	 */
	@Transactional(readOnly = true)
	public List<Followed> of(String token) {
		return this.jdbc.sql("""
				select s.id, s.below, s.asked_at, a.title, a.slug, c.public_id from subscription s
				join article a on a.id = s.article_id left join comment c on c.path = s.below
				where s.email_hash = :hash and s.confirmed_at is not null order by s.id desc""")
			.param("hash", this.tokens.managed(token))
			.query((row, n) -> new Followed(row.getLong("id"), row.getString("below").isEmpty(), row.getString("title"),
					row.getString("below").isEmpty() ? "/bai-viet/" + row.getString("slug") + "#binh-luan"
							: "/bl/" + row.getString("public_id"),
					Timestamps.in(row, "asked_at")))
			.list();
	}

	/**
	 * Ends one. Nothing happens if it has ended before.
	 * @param token from a letter to its address
	 * @throws NoSuchPage if the token is not ours
	 */
	public void end(String token, long id) {
		this.jdbc.sql("delete from subscription where id = :id and email_hash = :hash")
			.param("id", id)
			.param("hash", this.tokens.managed(token))
			.update();
	}

	/**
	 * Ends all that an address follows, also what it has not confirmed yet.
	 * @throws NoSuchPage if the token is not ours
	 */
	public void endAll(String token) {
		this.jdbc.sql("delete from subscription where email_hash = :hash")
			.param("hash", this.tokens.managed(token))
			.update();
	}

	private OffsetDateTime now() {
		return Timestamps.of(this.clock.instant());
	}

	/**
	 * Something that an address follows.
	 *
	 * @param article whether it is all of an article's discussion; else it is what is
	 * said below one comment
	 */
	public record Followed(long id, boolean article, String articleTitle, String path, Instant since) {
	}

}
