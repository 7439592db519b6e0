package vn.toasoan.moderation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The tabs of the queue. Those that ask for work show what has waited longest first, the
 * others what came last.
 */
public enum QueueTab {

	WAITING("cho-duyet", "c.status = 'PENDING' and c.suspect = false", true, "c.status", "c.suspect"),

	/** They wait because of what they say, or of who seems to say it. */
	SUSPECT("nghi-van", "c.status = 'PENDING' and c.suspect = true", true, "c.status", "c.suspect"),

	/** Readers have something against them, and nobody has decided since. */
	REPORTED("bi-bao-cao",
			"c.id in (select r.comment_id from comment_report r where r.outcome is null)"
					+ " and c.status in ('PUBLISHED', 'REMOVED')",
			true),

	/** Their writers ask for a second look; the oldest appeal first. */
	APPEALED("khang-nghi",
			"k.state = 'OPEN' and c.status in ('REJECTED', 'REMOVED', 'SPAM')"
					+ " and (c.reason is null or c.reason not in ('WITHDRAWN', 'ERASED'))",
			true, "k.state"),

	SPAM("spam", "c.status = 'SPAM'", false, "c.status"),

	PUBLISHED("da-dang", "c.status = 'PUBLISHED'", false, "c.status"),

	REJECTED("tu-choi", "c.status = 'REJECTED'", false, "c.status"),

	REMOVED("da-go", "c.status = 'REMOVED'", false, "c.status");

	private final String parameter;

	private final String condition;

	private final boolean work;

	private final List<String> order;

	/**
	 * @param fixed the columns with which the index begins that it is read from
	 */
	QueueTab(String parameter, String condition, boolean work, String... fixed) {
		this.parameter = parameter;
		this.condition = condition;
		this.work = work;
		this.order = Stream.concat(Stream.of(fixed), Stream.of(time(), id())).toList();
	}

	/**
	 * As it stands in an address, {@code ?muc=}.
	 */
	public String parameter() {
		return this.parameter;
	}

	/**
	 * The key of its name in the messages.
	 */
	public String label() {
		return "queue.tab." + this.parameter;
	}

	/**
	 * Whether one glance at the desk takes it in: what somebody has to look at, and spam,
	 * which tells whether a wave is under way.
	 */
	boolean isTold() {
		return this.work || this == SPAM;
	}

	/**
	 * Whether its comments ask for a decision; then the oldest stands first.
	 */
	public boolean work() {
		return this.work;
	}

	/**
	 * What a query over comments named {@code c} says to stay within this tab; an index
	 * begins with the same columns.
	 */
	String condition() {
		return this.condition;
	}

	/**
	 * From where its comments are read.
	 */
	String from() {
		return ofAppeals() ? QueueRow.APPEALS : "comment c";
	}

	/**
	 * Whether there is an index from which its rows are read in their order; else they
	 * are sorted before more than their ids is read.
	 */
	boolean isIndexed() {
		return this != REPORTED;
	}

	/**
	 * The beginning of a query for its rows, up to its condition.
	 */
	String select() {
		return ofAppeals() ? QueueRow.OF_APPEALS : QueueRow.SELECT;
	}

	/**
	 * The column that says since when a comment stands in it.
	 */
	String time() {
		return ofAppeals() ? "k.made_at" : "c.created_at";
	}

	/**
	 * The column that tells comments of the same time apart; of the same table, so that
	 * one index has both.
	 */
	String id() {
		return ofAppeals() ? "k.comment_id" : "c.id";
	}

	/**
	 * Since when a comment stands in it.
	 */
	Instant since(QueueItem item) {
		QueueItem.Appealed appealed = item.appealed();
		return (ofAppeals() && appealed != null) ? appealed.appeal().madeAt() : item.createdAt();
	}

	/**
	 * The column that says since when a comment of a tab that asks for work has been
	 * waiting: of a report or an appeal, since that was sent.
	 */
	String waitsSince() {
		return (this == REPORTED) ? "r.reported_at" : time();
	}

	/**
	 * From where the longest wait is read, with its condition.
	 */
	String waiting() {
		return (this == REPORTED) ? "comment_report r join comment c on c.id = r.comment_id where r.outcome is null"
				+ " and c.status in ('PUBLISHED', 'REMOVED')" : from() + " where " + this.condition;
	}

	/**
	 * The columns of the index that the longest wait is read from.
	 */
	List<String> waitOrder() {
		return (this == REPORTED) ? List.of("r.outcome", "r.reported_at") : this.order;
	}

	private boolean ofAppeals() {
		return "khang-nghi".equals(this.parameter);
	}

	/**
	 * The columns by which it is sorted: those of the index that it is read from, also
	 * the first ones, though they are the same in all rows. H2 then reads the index in
	 * its order.
	 */
	List<String> order() {
		return this.order;
	}

	static Optional<QueueTab> of(String parameter) {
		return Stream.of(values()).filter((tab) -> tab.parameter.equals(parameter)).findFirst();
	}

}
