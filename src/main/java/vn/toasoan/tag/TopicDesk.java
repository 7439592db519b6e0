package vn.toasoan.tag;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
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

	private final ApplicationEventPublisher events;

	TopicDesk(Topics topics, AuditLog audit, ApplicationEventPublisher events) {
		this.topics = topics;
		this.audit = audit;
		this.events = events;
	}

	@Transactional(readOnly = true)
	Listing<TopicLine> list(int page) {
		var rows = this.topics.all(Listing.offset(page, PAGE_SIZE), PAGE_SIZE + 1);
		return Listing.of(rows.stream().map(Topic::line).toList(), page, PAGE_SIZE);
	}

	/**
	 * Adds a topic.
	 * @param position its place in the masthead; null for a tag
	 * @throws NameTaken if there is one of this name or address
	 * @throws DataIntegrityViolationException if somebody else adds it at the same
	 * moment: trying again finds it there
	 */
	void add(String name, @Nullable Integer position, Actor editor) {
		checkFree(name, null);
		Topic topic = this.topics.save(new Topic(Slug.of(name), name, position));
		this.audit.record(editor, "topic.added", "topic", topic.line().slug(), name);
		this.events.publishEvent(new TopicChanged(topic.line().id()));
	}

	/**
	 * Renames a topic and gives it a place in the masthead, or none.
	 * @throws NameTaken if another one has this name or address
	 */
	void change(long id, String name, @Nullable Integer position, Actor editor) {
		Topic topic = this.topics.findById(id).orElseThrow(() -> new NoSuchPage("topic " + id));
		checkFree(name, topic);
		topic.rename(name);
		topic.place(position);
		this.audit.record(editor, "topic.changed", "topic", topic.line().slug(), name);
		this.events.publishEvent(new TopicChanged(id));
	}

	private void checkFree(String name, @Nullable Topic own) {
		if (this.topics.named(name, Slug.of(name)).stream().anyMatch((other) -> other != own)) {
			throw new NameTaken(name);
		}
	}

	/**
	 * Another topic has this name, or the address that is made from it.
	 */
	static class NameTaken extends RuntimeException {

		NameTaken(String name) {
			super(name);
		}

	}

}
