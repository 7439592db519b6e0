package vn.toasoan.tag;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toasoan.audit.Actor;
import vn.toasoan.audit.AuditLog;
import vn.toasoan.text.Slug;
import vn.toasoan.web.Listing;
import vn.toasoan.web.NoSuchPage;

/**
 * Where editors look after sections and tags.
 */
@Service
@Transactional
class TopicDesk {

	private static final int PAGE_SIZE = 100;

	private final Topics topics;

	private final AuditLog audit;

	TopicDesk(Topics topics, AuditLog audit) {
		this.topics = topics;
		this.audit = audit;
	}

	@Transactional(readOnly = true)
	Listing<TopicLine> list(int page) {
		var rows = this.topics.all(Listing.offset(page, PAGE_SIZE), PAGE_SIZE + 1);
		return Listing.of(rows.stream().map(Topic::line).toList(), page, PAGE_SIZE);
	}

	/**
	 * Adds a topic, or changes the place of the one that already has this address.
	 * @param position its place in the masthead; null for a tag
	 */
	void add(String name, @Nullable Integer position, Actor editor) {
		String slug = Slug.of(name);
		Topic topic = this.topics.findBySlug(slug).orElseGet(() -> this.topics.save(new Topic(slug, name, null)));
		topic.place(position);
		this.audit.record(editor, "topic.added", "topic", slug, name);
	}

	/**
	 * Renames a topic and gives it a place in the masthead, or none.
	 */
	void change(long id, String name, @Nullable Integer position, Actor editor) {
		Topic topic = this.topics.findById(id).orElseThrow(() -> new NoSuchPage("topic " + id));
		topic.rename(name);
		topic.place(position);
		this.audit.record(editor, "topic.changed", "topic", topic.line().slug(), name);
	}

}
