package vn.toasoan.legal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.toasoan.mail.Addresses;
import vn.toasoan.site.SiteSettings;
import vn.toasoan.site.Timestamps;
import vn.toasoan.web.Listing;
import vn.toasoan.web.NoSuchPage;

/**
 * The rows of all requests by law. Whoever changes one holds it first.
 */
@Repository
@Transactional
class LegalRequests {

	private static final int PAGE_SIZE = 50;

	private static final String OVERDUE = "ended_at is null and verdict is null and due_at < :now";

	private final JdbcClient jdbc;

	private final Addresses addresses;

	private final SiteSettings site;

	private final Clock clock;

	LegalRequests(JdbcClient jdbc, Addresses addresses, SiteSettings site, Clock clock) {
		this.jdbc = jdbc;
		this.addresses = addresses;
		this.site = site;
		this.clock = clock;
	}

	/**
	 * Keeps a request.
	 * @param form found to be within the rules
	 * @return with its number
	 */
	LegalRequest add(LegalForm form, Channel channel, Instant received, Instant due) {
		Place place = Place.of(form.target(), this.site).orElseThrow();
		long id = this.jdbc.sql("select nextval('legal_request_seq')").query(Long.class).single();
		int year = this.clock.instant().atZone(this.site.zone()).getYear();
		String number = "PL-%d-%04d".formatted(year, id);
		this.jdbc
			.sql("""
					insert into legal_request (id, number, channel, asker, name, organisation, email, target, about, ground, body,
					received_at, due_at) values (:id, :number, :channel, :asker, :name, :organisation, :email, :target, :about,
					:ground, :body, :received, :due)""")
			.param("id", id)
			.param("number", number)
			.param("channel", channel.name())
			.param("asker", form.asker())
			.param("name", form.name())
			.param("organisation", form.organisation())
			.param("email", form.email().isEmpty() ? null : this.addresses.seal(form.email()))
			.param("target", place.path())
			.param("about", place.comment())
			.param("ground", form.ground())
			.param("body", form.body())
			.param("received", Timestamps.of(received))
			.param("due", Timestamps.of(due))
			.update();
		return find(number).orElseThrow();
	}

	@Transactional(readOnly = true)
	public Optional<LegalRequest> find(String number) {
		return this.jdbc.sql("select * from legal_request where number = :number")
			.param("number", number)
			.query((row, n) -> request(row))
			.optional();
	}

	/**
	 * Keeps everybody else from a request until the transaction ends.
	 * @throws NoSuchPage if there is none of this number
	 */
	LegalRequest hold(String number) {
		return this.jdbc.sql("select * from legal_request where number = :number for update")
			.param("number", number)
			.query((row, n) -> request(row))
			.optional()
			.orElseThrow(() -> new NoSuchPage("legal request " + number));
	}

	/**
	 * The open ones, by their deadlines. One SQL statement.
	 */
	@Transactional(readOnly = true)
	public Listing<LegalRequest> open(int page) {
		return page("where ended_at is null order by due_at, id", page);
	}

	/**
	 * Those that have ended, the last first. One SQL statement.
	 */
	@Transactional(readOnly = true)
	public Listing<LegalRequest> ended(int page) {
		return page("where ended_at is not null order by ended_at desc, id desc", page);
	}

	private Listing<LegalRequest> page(String which, int page) {
		return Listing.of(this.jdbc.sql("select * from legal_request " + which + " limit :size offset :offset")
			.param("size", PAGE_SIZE + 1)
			.param("offset", Listing.offset(page, PAGE_SIZE))
			.query((row, n) -> request(row))
			.list(), page, PAGE_SIZE);
	}

	/**
	 * How many there are. One SQL statement.
	 */
	@Transactional(readOnly = true)
	public Counts counts() {
		return this.jdbc
			.sql("""
					select count(case when ended_at is null then 1 end) as opened,
					count(case when %s then 1 end) as overdue, count(ended_at) as ended from legal_request"""
				.formatted(OVERDUE))
			.param("now", Timestamps.of(this.clock.instant()))
			.query((row, n) -> new Counts(row.getInt("opened"), row.getInt("overdue"), row.getInt("ended")))
			.single();
	}

	void place(LegalRequest request, Place place) {
		this.jdbc.sql("update legal_request set target = :target, about = :about, removed = false where id = :id")
			.param("target", place.path())
			.param("about", place.comment())
			.param("id", request.id())
			.update();
	}

	void due(LegalRequest request, Instant due) {
		this.jdbc.sql("update legal_request set due_at = :due where id = :id")
			.param("due", Timestamps.of(due))
			.param("id", request.id())
			.update();
	}

	void removed(LegalRequest request) {
		this.jdbc.sql("update legal_request set removed = true where id = :id").param("id", request.id()).update();
	}

	/**
	 * A comment has come back that may have been removed for requests.
	 * @return those requests
	 */
	List<LegalRequest> broughtBack(String comment) {
		List<LegalRequest> requests = this.jdbc
			.sql("select * from legal_request where about = :comment and removed = true order by id for update")
			.param("comment", comment)
			.query((row, n) -> request(row))
			.list();
		if (!requests.isEmpty()) {
			this.jdbc.sql("update legal_request set removed = false where id in (:ids)")
				.param("ids", requests.stream().map(LegalRequest::id).toList())
				.update();
		}
		return requests;
	}

	/**
	 * A comment is taken away again that had come back.
	 * @return the requests for which it had been removed or held before
	 */
	List<LegalRequest> takenAwayAgain(String comment) {
		List<LegalRequest> requests = this.jdbc.sql("""
				select * from legal_request r where r.about = :comment and r.removed = false and exists (
				select 1 from legal_step s where s.request_id = r.id and s.kind in ('RESTORED', 'RELEASED'))
				order by r.id for update""").param("comment", comment).query((row, n) -> request(row)).list();
		requests.forEach(this::removed);
		return requests;
	}

	void answered(LegalRequest request, Finding finding) {
		this.jdbc.sql("update legal_request set verdict = :verdict where id = :id")
			.param("verdict", finding.name())
			.param("id", request.id())
			.update();
	}

	void end(LegalRequest request, Instant now) {
		this.jdbc.sql("update legal_request set ended_at = :now where id = :id")
			.param("now", Timestamps.of(now))
			.param("id", request.id())
			.update();
	}

	/**
	 * What the answers said before stays among the steps: until the next one, the request
	 * waits for an answer.
	 */
	void reopen(LegalRequest request, Instant due) {
		this.jdbc.sql("update legal_request set ended_at = null, verdict = null, due_at = :due where id = :id")
			.param("due", Timestamps.of(due))
			.param("id", request.id())
			.update();
	}

	LegalRequest request(ResultSet row) throws SQLException {
		@Nullable String email = row.getString("email");
		@Nullable String verdict = row.getString("verdict");
		return new LegalRequest(row.getLong("id"), row.getString("number"), Channel.valueOf(row.getString("channel")),
				Asker.valueOf(row.getString("asker")), row.getString("name"), row.getString("organisation"),
				(email != null) ? this.addresses.open(email) : "", row.getString("target"), row.getString("about"),
				row.getString("ground"), row.getString("body"), Timestamps.in(row, "received_at"),
				Timestamps.in(row, "due_at"), row.getBoolean("removed"),
				(verdict != null) ? Finding.valueOf(verdict) : null, Timestamps.orNull(row, "ended_at"),
				Timestamps.orNull(row, "purged_at"));
	}

	/**
	 * How many requests there are.
	 *
	 * @param overdue how many of the open ones should have been answered by now
	 */
	record Counts(int open, int overdue, int ended) {
	}

}
