package vn.toasoan.moderation;

import java.util.Map;
import java.util.Set;

/**
 * The topics that a moderator looks after. An article belongs to a topic that is its
 * section or one of its tags.
 *
 * @param topics their ids; empty for all topics
 */
record Beat(Set<Long> topics) {

	static final Beat ALL = new Beat(Set.of());

	Beat {
		topics = Set.copyOf(topics);
	}

	boolean isAll() {
		return this.topics.isEmpty();
	}

	/**
	 * What a query over articles named {@code a} says to stay within this beat; empty for
	 * all topics, so that those who see everything pay nothing.
	 */
	String condition() {
		return isAll() ? "" : " and (a.section_id in (:beat) or exists (select 1 from article_tag t"
				+ " where t.article_id = a.id and t.topic_id in (:beat)))";
	}

	/**
	 * The condition for a query that does not join the article of its comments {@code c}.
	 */
	String ofComments() {
		return isAll() ? "" : " and exists (select 1 from article a where a.id = c.article_id" + condition() + ")";
	}

	/**
	 * The parameters of the condition.
	 */
	Map<String, Object> parameters() {
		return isAll() ? Map.of() : Map.of("beat", this.topics);
	}

}
