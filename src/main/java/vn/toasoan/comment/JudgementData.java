package vn.toasoan.comment;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.toasoan.screening.Ground;
import vn.toasoan.screening.Verdict;
import vn.toasoan.site.PersonalData;

/**
 * How a reader's comments were judged, for the reader to take away or to have erased.
 */
@Component
class JudgementData implements PersonalData {

	private final JdbcClient jdbc;

	JudgementData(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public String name() {
		return "judgements";
	}

	@Override
	public List<?> export(Owner owner) {
		return owner.comments().isEmpty() ? List.of()
				: this.jdbc.sql("""
						select public_id, reasons from comment where id in (:comments) and reasons is not null
						order by id""")
					.param("comments", owner.comments())
					.query((row, n) -> Judged.of(row.getString("public_id"), row.getString("reasons")))
					.list();
	}

	@Override
	public List<Erased> erase(Owner owner) {
		int emptied = owner.comments().isEmpty() ? 0
				: this.jdbc.sql("""
						update comment set spam_score = 0, suspect = false, reasons = null, body_hash = null
						where id in (:comments) and (reasons is not null or body_hash is not null)""")
					.param("comments", owner.comments())
					.update();
		int forgotten = this.jdbc.sql("delete from lesson where author_key = :key").param("key", owner.key()).update();
		return List.of(new Erased("comment", 0, emptied), new Erased("lesson", forgotten, 0));
	}

	private record Judged(String comment, int score, List<Reason> reasons) {

		static Judged of(String publicId, @Nullable String reasons) {
			Verdict verdict = FirstLook.verdict(reasons);
			return new Judged(publicId, verdict.score(),
					verdict.findings().stream().map((one) -> new Reason(one.ground(), one.points())).toList());
		}

		private record Reason(Ground ground, int points) {
		}

	}

}
