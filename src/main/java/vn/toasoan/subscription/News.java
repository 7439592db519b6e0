package vn.toasoan.subscription;

import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.toasoan.article.PublishedArticles;
import vn.toasoan.comment.CommentAppeared;
import vn.toasoan.comment.CommentDisappeared;
import vn.toasoan.mail.Addresses;
import vn.toasoan.mail.Letter;
import vn.toasoan.mail.Outbox;
import vn.toasoan.site.Timestamps;

/**
 * Tells followers what has appeared, many comments in one letter. Of a comment that is
 * removed before its letter has left nobody is told.
 */
@Component
class News {

	/**
	 * A reader gets at most one letter within this: often enough to take part in a
	 * discussion, and never a flood, however many write.
	 */
	static final Duration BETWEEN_LETTERS = Duration.ofHours(1);

	/**
	 * Comments younger than this are not told yet: a decision taken back at once, and a
	 * slow transaction of another node, are over by then.
	 */
	static final Duration SETTLED = Duration.ofMinutes(2);

	/** What nobody could be told within this is no news any more. */
	static final Duration NEWS = Duration.ofDays(2);

	/** How many readers one round looks after. */
	private static final int ROUND = 200;

	/** More than this in one letter nobody counts. */
	private static final int MOST_COUNTED = 500;

	private final JdbcClient jdbc;

	private final Outbox outbox;

	private final Stationery stationery;

	private final Addresses addresses;

	private final TransactionTemplate transaction;

	private final Clock clock;

	News(JdbcClient jdbc, Outbox outbox, Stationery stationery, Addresses addresses, TransactionTemplate transaction,
			Clock clock) {
		this.jdbc = jdbc;
		this.outbox = outbox;
		this.stationery = stationery;
		this.addresses = addresses;
		this.transaction = transaction;
		this.clock = clock;
	}

	/**
	 * Notes comments if anybody follows their article.
	 */
	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void on(CommentAppeared appeared) {
		if (!this.outbox.isOn()) {
			return;
		}
		this.jdbc.sql("""
				merge into comment_news n using (select c.id as comment_id, c.article_id from comment c
				where c.id in (:ids) and exists (select 1 from subscription s where s.article_id = :article)) asked
				on n.comment_id = asked.comment_id
				when matched then update set published_at = :at
				when not matched then insert (comment_id, article_id, published_at)
				values (asked.comment_id, asked.article_id, :at)""")
			.param("ids", appeared.ids())
			.param("article", appeared.articleId())
			.param("at", Timestamps.of(appeared.at()))
			.update();
	}

	/**
	 * Takes back the letters that tell of it and have not left; what else stood in them
	 * is told with the next one.
	 */
	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void on(CommentDisappeared disappeared) {
		this.jdbc.sql("delete from comment_news where comment_id = :id").param("id", disappeared.id()).update();
		Instant since = this.clock.instant().minus(NEWS);
		List<String> told = this.jdbc.sql("""
				select distinct author_key from subscription where article_id = :article and told_at > :since
				order by author_key""")
			.param("article", disappeared.articleId())
			.param("since", Timestamps.of(since))
			.query(String.class)
			.list();
		for (String key : told) {
			for (Instant written : this.outbox.takeBack(Letter.Kind.NEWS, key, since)) {
				this.jdbc.sql("""
						update subscription set told_until = told_before, told_at = null
						where author_key = :key and told_at = :written""")
					.param("key", key)
					.param("written", Timestamps.of(written))
					.update();
			}
		}
	}

	/**
	 * Writes the letters that are due.
	 */
	@Scheduled(initialDelay = 30, fixedDelay = 30, timeUnit = TimeUnit.SECONDS)
	public void tell() {
		if (this.outbox.isOn()) {
			due().forEach(this::tell);
		}
	}

	/**
	 * Readers with news, whose last letter is long enough ago.
	 */
	private List<Follower> due() {
		Instant now = this.clock.instant();
		return this.jdbc.sql("""
				select s.author_key, s.email_hash from comment_news n
				join subscription s on s.article_id = n.article_id and n.published_at > s.told_until
				where n.published_at <= :settled and s.confirmed_at is not null
				and not exists (select 1 from subscription r where r.author_key = s.author_key
				  and r.email_hash = s.email_hash and r.told_at > :lately)
				group by s.author_key, s.email_hash order by min(n.published_at) limit :round""")
			.param("settled", Timestamps.of(now.minus(SETTLED)))
			.param("lately", Timestamps.of(now.minus(BETWEEN_LETTERS)))
			.param("round", ROUND)
			.query((row, n) -> new Follower(row.getString("author_key"), row.getString("email_hash")))
			.list();
	}

	/**
	 * Writes one letter, unless another node does.
	 */
	private void tell(Follower follower) {
		try {
			this.transaction.executeWithoutResult((status) -> write(follower));
		}
		catch (OptimisticLockingFailureException ex) {
			// Told by another node meanwhile.
		}
	}

	private void write(Follower follower) {
		OffsetDateTime settled = Timestamps.of(this.clock.instant().minus(SETTLED));
		List<Subscription> subscriptions = subscriptions(follower, settled);
		Map<String, NewsItem> news = new LinkedHashMap<>();
		for (NewsItem item : news(follower, settled)) {
			news.putIfAbsent(item.publicId(), item);
		}
		Instant written = news.isEmpty() ? null : this.outbox.write(this.stationery.news(follower.authorKey(),
				this.addresses.open(subscriptions.get(0).email()), follower.addressHash(), List.copyOf(news.values())));
		for (Subscription one : subscriptions) {
			move(one, settled, written);
		}
	}

	private void move(Subscription subscription, OffsetDateTime settled, @Nullable Instant written) {
		int moved = this.jdbc.sql("""
				update subscription set told_before = told_until, told_until = :settled,
				told_at = coalesce(:written, told_at) where id = :id and told_until = :seen""")
			.param("settled", settled)
			.param("written", (written != null) ? Timestamps.of(written) : null, Types.TIMESTAMP_WITH_TIMEZONE)
			.param("id", subscription.id())
			.param("seen", subscription.toldUntil())
			.update();
		if (moved == 0) {
			throw new OptimisticLockingFailureException("Somebody else has told " + subscription.id());
		}
	}

	private List<Subscription> subscriptions(Follower follower, OffsetDateTime settled) {
		return this.jdbc.sql("""
				select s.id, s.email, s.told_until from subscription s
				where s.author_key = :key and s.email_hash = :hash and s.confirmed_at is not null and exists (
				select 1 from comment_news n where n.article_id = s.article_id and n.published_at > s.told_until
				  and n.published_at <= :settled) order by s.id""")
			.param("key", follower.authorKey())
			.param("hash", follower.addressHash())
			.param("settled", settled)
			.query((row, n) -> new Subscription(row.getLong("id"), row.getString("email"),
					row.getObject("told_until", OffsetDateTime.class)))
			.list();
	}

	/**
	 * What a reader has not been told yet: published, below a visible article, and not
	 * the own, under whatever key with the same address. Replies to the reader come
	 * before the same comment as one of the article.
	 */
	private List<NewsItem> news(Follower follower, OffsetDateTime settled) {
		return this.jdbc
			.sql("""
					select c.public_id, c.author_name, c.body_html, c.published_at, s.below, a.title, a.slug
					from subscription s
					join comment_news n on n.article_id = s.article_id and n.published_at > s.told_until
					  and n.published_at <= :settled
					join comment c on c.id = n.comment_id
					join article a on a.id = s.article_id
					left join reader r on r.author_key = c.author_key
					where s.author_key = :key and s.email_hash = :hash and s.confirmed_at is not null
					and c.status = 'PUBLISHED' and c.author_key is distinct from s.author_key
					and r.email_hash is distinct from s.email_hash
					and (s.below = '' or (c.path > s.below and c.path < concat(s.below, 'zzzzzzz'))) and\s"""
					+ PublishedArticles.VISIBLE + """
							\s
							order by n.published_at, c.id, s.below desc limit :most""")
			.param("settled", settled)
			.param("key", follower.authorKey())
			.param("hash", follower.addressHash())
			.param("now", Timestamps.of(this.clock.instant()))
			.param("most", MOST_COUNTED)
			.query((row, n) -> new NewsItem(row.getString("public_id"), row.getString("author_name"),
					row.getString("body_html"), Timestamps.in(row, "published_at"), !row.getString("below").isEmpty(),
					row.getString("title"), "/bai-viet/" + row.getString("slug")))
			.list();
	}

	/**
	 * Forgets what is no news any more.
	 */
	@Scheduled(cron = "0 30 3 * * *", zone = "${toasoan.site.zone:Asia/Ho_Chi_Minh}")
	@SchedulerLock(name = "comment-news")
	@Transactional
	public void tidy() {
		this.jdbc.sql("delete from comment_news where published_at < :old")
			.param("old", Timestamps.of(this.clock.instant().minus(NEWS)))
			.update();
	}

	/**
	 * A reader by one of the addresses.
	 */
	private record Follower(String authorKey, String addressHash) {
	}

	private record Subscription(long id, String email, OffsetDateTime toldUntil) {
	}

}
