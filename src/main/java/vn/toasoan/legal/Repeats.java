package vn.toasoan.legal;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.toasoan.site.SiteSettings;
import vn.toasoan.site.Timestamps;

/**
 * Finds what has come before. Whoever keeps a request asks here first, and holds the
 * intake meanwhile, so that of two who send the same at once the second finds the first.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Repeats {

	/** The same words by the form within this time were sent twice. */
	private static final Duration TWICE = Duration.ofHours(1);

	/** A letter that was entered within this time may be the same one again. */
	private static final Duration ALIKE = Duration.ofDays(30);

	private final LegalRequests requests;

	private final JdbcClient jdbc;

	private final SiteSettings site;

	private final Clock clock;

	Repeats(LegalRequests requests, JdbcClient jdbc, SiteSettings site, Clock clock) {
		this.requests = requests;
		this.jdbc = jdbc;
		this.site = site;
		this.clock = clock;
	}

	/**
	 * The number of a request by the form that says the same, for the same address, and
	 * has just come. Keeps everybody else from the intake until the transaction ends.
	 * @param form found to be within the rules
	 */
	Optional<String> sentBefore(LegalForm form) {
		hold();
		return this.jdbc.sql("""
				select * from legal_request where channel = 'FORM' and received_at > :since and name = :name
				and organisation = :organisation and target = :target and ground = :ground and body = :body
				order by id desc""")
			.param("since", ago(TWICE))
			.param("name", form.name())
			.param("organisation", form.organisation())
			.param("target", place(form).path())
			.param("ground", form.ground())
			.param("body", form.body())
			.query((row, n) -> this.requests.request(row))
			.list()
			.stream()
			.filter((before) -> before.email().equals(form.email()))
			.map(LegalRequest::number)
			.findFirst();
	}

	/**
	 * The last request, by whatever channel, that somebody may mean who enters this one:
	 * by the same sender, about the same page or comment, or in the same words. Keeps
	 * everybody else from the intake until the transaction ends.
	 * @param form found to be within the rules
	 */
	Optional<LegalRequest> alike(LegalForm form) {
		hold();
		Place place = place(form);
		return this.jdbc.sql("""
				select r.* from legal_request r where (r.target = :target or r.about = :about or r.body = :body)
				and exists (select 1 from legal_step s where s.request_id = r.id and s.kind = 'RECEIVED'
				and s.made_at > :since) order by r.id desc""")
			.param("target", place.path())
			.param("about", (place.comment() != null) ? place.comment() : "")
			.param("body", form.body())
			.param("since", ago(ALIKE))
			.query((row, n) -> this.requests.request(row))
			.list()
			.stream()
			.filter((before) -> before.isFrom(form))
			.findFirst();
	}

	private void hold() {
		this.jdbc.sql("select id from legal_intake where id = 1 for update").query().singleRow();
	}

	private Place place(LegalForm form) {
		return Place.of(form.target(), this.site).orElseThrow();
	}

	private OffsetDateTime ago(Duration time) {
		return Timestamps.of(this.clock.instant().minus(time));
	}

}
