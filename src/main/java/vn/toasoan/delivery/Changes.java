package vn.toasoan.delivery;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.toasoan.article.ArticleEvent;
import vn.toasoan.comment.CommentAppealed;
import vn.toasoan.comment.CommentDecided;
import vn.toasoan.comment.DiscussionChanged;
import vn.toasoan.comment.FiguresChanged;
import vn.toasoan.comment.StormChanged;
import vn.toasoan.tag.TopicChanged;
import vn.toasoan.web.Freshness;

/**
 * Hears what changes, and has the pages forgotten that show it: here once it is
 * committed, on other nodes through the database, and in the cache in front of all.
 */
@Component
class Changes {

	private final Schedule schedule;

	private final Nodes nodes;

	private final Purges purges;

	Changes(Schedule schedule, Nodes nodes, Purges purges) {
		this.schedule = schedule;
		this.nodes = nodes;
		this.purges = purges;
	}

	/** An article may stand on any list, and beside any other article. */
	@EventListener
	public void on(ArticleEvent.Changed change) {
		announce(false, PageCache.EVERYTHING);
	}

	/** Sections stand in every masthead. */
	@EventListener
	public void on(TopicChanged change) {
		announce(false, PageCache.EVERYTHING);
	}

	/** It may end at another time, which only the schedule knows. */
	@EventListener
	public void on(DiscussionChanged change) {
		announce(false, PageCache.EVERYTHING);
	}

	/** Every comment form says whether there is a storm. */
	@EventListener
	public void on(StormChanged change) {
		announce(false, PageCache.EVERYTHING);
	}

	@EventListener
	public void on(CommentDecided change) {
		announce(change.added(), Freshness.article(change.articleId()), Freshness.ALL_COMMENTS);
	}

	@EventListener
	public void on(CommentAppealed appealed) {
		announce(true, Freshness.TRANSPARENCY);
	}

	/** Where many comments come, their number need not be right at the very moment. */
	@EventListener
	public void on(FiguresChanged change) {
		Stream<String> tallies = change.articleIds().stream().map(Freshness::tally);
		announce(true, Stream.concat(tallies, Stream.of(Freshness.TRANSPARENCY)).toArray(String[]::new));
	}

	/**
	 * @param added whether there is only more of these things than before
	 */
	private void announce(boolean added, String... things) {
		this.nodes.tell(List.of(things), added);
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
			@Override
			public void afterCommit() {
				for (String thing : things) {
					Changes.this.schedule.renew(thing, added);
					Changes.this.purges.order(thing);
				}
			}
		});
	}

}
