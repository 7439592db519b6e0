package vn.toasoan.moderation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toasoan.account.Role;
import vn.toasoan.account.SignedIn;
import vn.toasoan.audit.Actor;
import vn.toasoan.audit.AuditLog;
import vn.toasoan.web.NoSuchPage;

/**
 * Who looks after which topics. Read at each request, so that a change holds at once.
 */
@Service
@Transactional
class Beats {

	private final JdbcClient jdbc;

	private final AuditLog audit;

	Beats(JdbcClient jdbc, AuditLog audit) {
		this.jdbc = jdbc;
		this.audit = audit;
	}

	/**
	 * What an editor looks after; all topics for everybody but moderators. One SQL
	 * statement for a moderator, none for others.
	 */
	@Transactional(readOnly = true)
	public Beat of(SignedIn editor) {
		return of(editor.id(), editor.role());
	}

	/**
	 * The same for an account that nobody is signed in with.
	 */
	@Transactional(readOnly = true)
	public Beat of(long accountId, Role role) {
		return (role == Role.MODERATOR) ? new Beat(topics(accountId)) : Beat.ALL;
	}

	private Set<Long> topics(long accountId) {
		return new HashSet<>(this.jdbc.sql("select topic_id from moderator_beat where account_id = :account")
			.param("account", accountId)
			.query(Long.class)
			.list());
	}

	/**
	 * A moderator and the topics to choose from.
	 * @throws NoSuchPage if there is no such account, or it is no moderator's
	 */
	@Transactional(readOnly = true)
	public Assignment assignment(long accountId) {
		return new Assignment(accountId, name(accountId), topics(accountId),
				this.jdbc.sql("select id, name from topic order by section_position nulls last, name, id")
					.query((row, n) -> new Topic(row.getLong("id"), row.getString("name")))
					.list());
	}

	/**
	 * Gives a moderator the topics to look after.
	 * @param topics their ids; empty for all
	 * @throws NoSuchPage if there is no such moderator, or no such topic
	 */
	public void assign(long accountId, Set<Long> topics, Actor admin) {
		String name = name(accountId);
		List<String> names = names(topics);
		this.jdbc.sql("delete from moderator_beat where account_id = :account").param("account", accountId).update();
		for (long topic : topics) {
			this.jdbc.sql("insert into moderator_beat (account_id, topic_id) values (:account, :topic)")
				.param("account", accountId)
				.param("topic", topic)
				.update();
		}
		this.audit.record(admin, "account.beat-changed", "account", name,
				names.isEmpty() ? "ALL" : String.join(", ", names));
	}

	private List<String> names(Set<Long> topics) {
		List<String> names = topics.isEmpty() ? List.of()
				: this.jdbc.sql("select name from topic where id in (:topics) order by name")
					.param("topics", topics)
					.query(String.class)
					.list();
		if (names.size() != topics.size()) {
			throw new NoSuchPage("topics " + topics);
		}
		return names;
	}

	private String name(long accountId) {
		return this.jdbc.sql("select display_name from account where id = :account and role = :role")
			.param("account", accountId)
			.param("role", Role.MODERATOR.name())
			.query(String.class)
			.optional()
			.orElseThrow(() -> new NoSuchPage("moderator " + accountId));
	}

	/**
	 * A moderator with the topics to choose from.
	 *
	 * @param chosen ids of the topics to look after; empty for all
	 */
	record Assignment(long accountId, String name, Set<Long> chosen, List<Topic> topics) {

	}

	record Topic(long id, String name) {

	}

}
