package vn.toasoan.audit;

import java.time.Clock;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.toasoan.web.Listing;

/**
 * Where every change of the newsroom is written down, in the transaction that makes it.
 */
@Service
public class AuditLog {

	private static final int PAGE_SIZE = 50;

	private static final int MAX_SUMMARY = 500;

	private final AuditEntries entries;

	private final Clock clock;

	AuditLog(AuditEntries entries, Clock clock) {
		this.entries = entries;
		this.clock = clock;
	}

	/**
	 * Adds a line.
	 * @param action a dotted verb such as {@code article.published}; its words for people
	 * stand in the messages as {@code audit.action.*}
	 * @param subjectType what kind of thing was changed, such as {@code article}
	 * @param summary what a reader of the log wants to know, shortened to 500 characters
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void record(Actor actor, String action, String subjectType, Object subjectId, String summary) {
		String brief = (summary.length() > MAX_SUMMARY) ? summary.substring(0, MAX_SUMMARY - 1) + "…" : summary;
		this.entries
			.save(new AuditEntry(this.clock.instant(), actor, action, subjectType, subjectId.toString(), brief));
	}

	@Transactional(readOnly = true)
	Listing<AuditLine> latest(int page) {
		var rows = this.entries.latest(Listing.offset(page, PAGE_SIZE), PAGE_SIZE + 1);
		return Listing.of(rows.stream().map(AuditEntry::toLine).toList(), page, PAGE_SIZE);
	}

}
