package vn.toasoan.comment;

import java.time.Clock;
import java.util.List;
import java.util.function.IntSupplier;

import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toasoan.site.Timestamps;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jmx.export.annotation.ManagedAttribute;
import org.springframework.jmx.export.annotation.ManagedResource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares, each night on one node, every count of the discussion with what it counts,
 * and puts right what is wrong. Nothing should ever be: what is found is a mistake
 * somewhere, so it is logged, kept with the article for all to see, and offered as a
 * metric by JMX.
 */
@Component
@ManagedResource(objectName = "vn.toasoan:name=CommentCounts",
		description = "How far the counts of comments had drifted from the comments")
public class Reconciliation {

	private static final Logger log = LoggerFactory.getLogger(Reconciliation.class);

	/** What readers see: published, or removed with something published below it. */
	private static final String VISIBLE = "(c.status = 'PUBLISHED' or (c.status = 'REMOVED' and exists"
			+ " (select 1 from comment b where b.root_id = c.root_id and b.path > c.path"
			+ " and b.path < concat(c.path, 'zzzzzzz') and b.status = 'PUBLISHED')))";

	private static final String LIKES = "(select count(*) from comment_like l where l.comment_id = c.id)";

	private static final String REPLIES = "(select count(*) from comment r where r.root_id = c.id and r.depth > 0"
			+ " and r.listed = true)";

	private final JdbcClient jdbc;

	private final Comments comments;

	private final TransactionTemplate transaction;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	private volatile int drift;

	Reconciliation(JdbcClient jdbc, Comments comments, TransactionTemplate transaction,
			ApplicationEventPublisher events, Clock clock) {
		this.jdbc = jdbc;
		this.comments = comments;
		this.transaction = transaction;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Goes through all articles.
	 */
	@Scheduled(cron = "${toasoan.comments.prove-at:0 40 3 * * *}", zone = "${toasoan.site.zone:Asia/Ho_Chi_Minh}")
	@SchedulerLock(name = "comment-counts")
	public void prove() {
		int wrong = this.jdbc.sql("select article_id from discussion order by article_id")
			.query(Long.class)
			.list()
			.stream()
			.mapToInt(this::prove)
			.sum();
		this.drift = wrong;
		if (wrong > 0) {
			log.warn("Đã sửa {} số đếm bình luận bị lệch.", wrong);
		}
	}

	/**
	 * @return how many counts of the article were wrong
	 */
	int prove(long articleId) {
		int wrong = suspects(articleId).stream().mapToInt((root) -> inOne(() -> mendThread(root))).sum();
		return inOne(() -> proveTotals(articleId, wrong));
	}

	private int inOne(IntSupplier work) {
		return this.transaction.execute((status) -> work.getAsInt());
	}

	/**
	 * The threads that look wrong at one moment. Whether they are is decided while they
	 * are held.
	 */
	private List<Long> suspects(long articleId) {
		return this.jdbc
			.sql("select distinct c.root_id from comment c where c.article_id = :article and (c.likes <> " + LIKES
					+ " or c.listed <> " + VISIBLE + " or (c.depth = 0 and c.reply_count <> " + REPLIES + "))")
			.param("article", articleId)
			.query(Long.class)
			.list();
	}

	/**
	 * Holds a thread as decisions do, and then each comment as likes do: what is counted
	 * afterwards stays so until the counts are written.
	 */
	private int mendThread(long root) {
		this.comments.holdThread(root);
		update("update comment set likes = likes where root_id = :id", root);
		int wrong = update(
				"update comment c set listed = " + VISIBLE + " where c.root_id = :id and c.listed <> " + VISIBLE, root)
				+ update("update comment c set likes = " + LIKES + " where c.root_id = :id and c.likes <> " + LIKES,
						root)
				+ update("update comment c set reply_count = " + REPLIES + " where c.id = :id and c.reply_count <> "
						+ REPLIES, root);
		this.comments.rank(root);
		return wrong;
	}

	/**
	 * Decisions move these counts after the comments themselves: once the discussion is
	 * held, what has been committed is in it, and what has not will be added to it.
	 */
	private int proveTotals(long articleId, int inThreads) {
		update("update discussion set drift = drift where article_id = :id", articleId);
		int wrong = inThreads;
		for (CommentSource source : CommentSource.values()) {
			String counted = "(select count(*) from comment c where c.article_id = :id and c.status = 'PUBLISHED'"
					+ " and c.source = '" + source.name() + "')";
			wrong += update("update discussion set " + source.counter() + " = " + counted
					+ " where article_id = :id and " + source.counter() + " <> " + counted, articleId);
		}
		this.jdbc.sql("update discussion set proved_at = :now, drift = :drift where article_id = :id")
			.param("now", Timestamps.of(this.clock.instant()))
			.param("drift", wrong)
			.param("id", articleId)
			.update();
		if (wrong > 0) {
			this.events.publishEvent(new CommentDecided(articleId));
		}
		return wrong;
	}

	private int update(String sql, long id) {
		return this.jdbc.sql(sql).param("id", id).update();
	}

	/**
	 * How many counts were wrong at the last proof on this node.
	 */
	@ManagedAttribute
	public int getDrift() {
		return this.drift;
	}

}
