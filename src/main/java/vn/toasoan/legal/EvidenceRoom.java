package vn.toasoan.legal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.toasoan.audit.Actor;
import vn.toasoan.comment.ReaderKey;
import vn.toasoan.site.PersonalData;
import vn.toasoan.site.Timestamps;
import vn.toasoan.web.NoSuchPage;

/**
 * Keeps what was frozen. Once a writer has had everything erased, nothing of theirs stays
 * for requests that have ended, and what is frozen for open ones goes with their end. See
 * {@code docs/adr/0027}.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class EvidenceRoom implements PersonalData {

	/** As the column counts. */
	private static final int MAX = 1_000_000;

	private static final String ERASE = """
			update legal_evidence set content = null, sha256 = null, erasure_due = false, erased_at = :now
			where content is not null and\s""";

	private static final String OF_OWNER = " comment_id in (select c.id from comment c where c.author_key = :key)";

	private final Exhibits exhibits;

	private final LegalRequests requests;

	private final Steps steps;

	private final ObjectMapper json;

	private final JdbcClient jdbc;

	private final Clock clock;

	EvidenceRoom(Exhibits exhibits, LegalRequests requests, Steps steps, ObjectMapper json, JdbcClient jdbc,
			Clock clock) {
		this.exhibits = exhibits;
		this.requests = requests;
		this.steps = steps;
		this.json = json;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Freezes a comment as it stands; the caller holds its thread and the request. What
	 * was frozen before and has not changed since is not frozen again.
	 * @throws NoSuchPage if there is no such comment
	 * @throws NothingLeft if its writer has had it erased
	 */
	void freeze(LegalRequest request, String publicId, Actor editor) {
		Exhibits.Standing comment = this.exhibits.standing(publicId)
			.orElseThrow(() -> new NoSuchPage("comment " + publicId));
		if (comment.isErased()) {
			throw new NothingLeft();
		}
		String content = content(this.exhibits.of(comment));
		String sha256 = ReaderKey.sha256(content);
		if (isKept(request, sha256)) {
			return;
		}
		this.jdbc.sql("""
				insert into legal_evidence (id, request_id, comment_id, about, frozen_at, frozen_by, content, sha256)
				values (nextval('legal_evidence_seq'), :request, :comment, :about, :now, :editor, :content, :sha256)""")
			.param("request", request.id())
			.param("comment", comment.id())
			.param("about", publicId)
			.param("now", Timestamps.of(this.clock.instant()))
			.param("editor", editor.name())
			.param("content", content)
			.param("sha256", sha256)
			.update();
		this.steps.add(request, Step.Kind.FROZEN, editor, publicId, publicId);
	}

	private String content(Exhibit exhibit) {
		String content = this.json.writeValueAsString(exhibit);
		return (content.length() <= MAX) ? content : this.json.writeValueAsString(exhibit.withoutArticleText());
	}

	private boolean isKept(LegalRequest request, String sha256) {
		return this.jdbc.sql("select count(*) from legal_evidence where request_id = :request and sha256 = :sha256")
			.param("request", request.id())
			.param("sha256", sha256)
			.query(Integer.class)
			.single() > 0;
	}

	/**
	 * All that was frozen for a request, oldest first. One SQL statement.
	 */
	@Transactional(readOnly = true)
	public List<Evidence> of(LegalRequest request) {
		return this.jdbc.sql("select * from legal_evidence where request_id = :request order by id")
			.param("request", request.id())
			.query((row, n) -> evidence(row))
			.list();
	}

	private Evidence evidence(ResultSet row) throws SQLException {
		@Nullable String content = row.getString("content");
		return new Evidence(row.getLong("id"), row.getString("about"), Timestamps.in(row, "frozen_at"),
				row.getString("frozen_by"), content,
				(content != null) ? this.json.readValue(content, Exhibit.class) : null, row.getString("sha256"),
				row.getBoolean("erasure_due"), Timestamps.orNull(row, "erased_at"));
	}

	/**
	 * A request has ended: what was kept only for its sake goes.
	 */
	void release(LegalRequest request) {
		int erased = this.jdbc.sql(ERASE + "request_id = :request and erasure_due = true")
			.param("now", Timestamps.of(this.clock.instant()))
			.param("request", request.id())
			.update();
		if (erased > 0) {
			this.steps.add(request, Step.Kind.ERASED, Actor.SITE);
		}
	}

	@Override
	public String name() {
		return "evidence";
	}

	@Override
	@Transactional(readOnly = true)
	public List<?> export(Owner owner) {
		return this.jdbc
			.sql("select about, frozen_at, content from legal_evidence where content is not null" + " and" + OF_OWNER
					+ " order by frozen_at, id")
			.param("key", owner.key())
			.query((row, n) -> new Kept(row.getString("about"), Timestamps.in(row, "frozen_at"),
					withoutEditors(row.getString("content"))))
			.list();
	}

	/** The newsroom has decided, not one of its people. */
	private JsonNode withoutEditors(String content) {
		JsonNode evidence = this.json.readTree(content);
		evidence.path("events").forEach((event) -> ((ObjectNode) event).remove("by"));
		return evidence;
	}

	@Override
	public List<Erased> erase(Owner owner) {
		List<LegalRequest> touched = this.jdbc
			.sql("select number from legal_request where id in (select request_id from"
					+ " legal_evidence where content is not null and" + OF_OWNER + ") order by id")
			.param("key", owner.key())
			.query(String.class)
			.list()
			.stream()
			.map(this.requests::hold)
			.toList();
		Instant now = this.clock.instant();
		int emptied = 0;
		for (LegalRequest request : touched) {
			String its = "request_id = :request and" + OF_OWNER;
			if (request.isOpen()) {
				this.jdbc.sql("update legal_evidence set erasure_due = true where content is not null and " + its)
					.param("request", request.id())
					.param("key", owner.key())
					.update();
				this.steps.add(request, Step.Kind.ERASURE_DUE, Actor.SITE);
			}
			else {
				emptied += this.jdbc.sql(ERASE + its)
					.param("now", Timestamps.of(now))
					.param("request", request.id())
					.param("key", owner.key())
					.update();
				this.steps.add(request, Step.Kind.ERASED, Actor.SITE);
			}
		}
		return List.of(new Erased("legal_evidence", 0, emptied));
	}

	/**
	 * What was frozen of a writer, as the writer takes it away: not for whom.
	 */
	private record Kept(String comment, Instant frozenAt, Object content) {

	}

	/**
	 * The comment's writer has had it erased: there is nothing to freeze.
	 */
	static class NothingLeft extends RuntimeException {

	}

}
