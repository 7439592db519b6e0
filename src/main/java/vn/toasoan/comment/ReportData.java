package vn.toasoan.comment;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.toasoan.site.PersonalData;
import vn.toasoan.site.Timestamps;

/**
 * What a reader has reported, for the reader to take away or to have erased. What others
 * have reported of the reader's comments is theirs to take away, but goes with those.
 */
@Component
class ReportData implements PersonalData {

	private final JdbcClient jdbc;

	ReportData(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public String name() {
		return "reports";
	}

	@Override
	public List<?> export(Owner owner) {
		return this.jdbc.sql("""
				select c.public_id, r.reason, r.note, r.ip_prefix, r.reported_at
				from comment_report r join comment c on c.id = r.comment_id
				where r.author_key = :key order by r.reported_at, r.comment_id""")
			.param("key", owner.key())
			.query((row, n) -> new Reported(row.getString("public_id"), ReportReason.valueOf(row.getString("reason")),
					row.getString("note"), row.getString("ip_prefix"), Timestamps.in(row, "reported_at")))
			.list();
	}

	@Override
	public List<Erased> erase(Owner owner) {
		int sent = this.jdbc.sql("delete from comment_report where author_key = :key")
			.param("key", owner.key())
			.update();
		int received = owner.comments().isEmpty() ? 0
				: this.jdbc.sql("delete from comment_report where comment_id in (:comments)")
					.param("comments", owner.comments())
					.update();
		return List.of(new Erased("comment_report", sent + received, 0));
	}

	private record Reported(String comment, ReportReason reason, @Nullable String note, String network,
			Instant reportedAt) {
	}

}
