package vn.toasoan.legal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.toasoan.account.SignedIn;

/**
 * Tells on every page of the desk how many requests by law are open. Asked for by the
 * layout; at most one question to the database in ten seconds.
 */
@Component("legalBadge")
public class LegalBadge {

	private static final Duration KEPT = Duration.ofSeconds(10);

	private final LegalRequests requests;

	private final Clock clock;

	private volatile @Nullable Answer answer;

	LegalBadge(LegalRequests requests, Clock clock) {
		this.requests = requests;
		this.clock = clock;
	}

	/**
	 * How many are open and overdue; null if none is, or it is no business of this
	 * editor's.
	 */
	public LegalRequests.@Nullable Counts of(SignedIn editor) {
		if (!editor.edits()) {
			return null;
		}
		Instant now = this.clock.instant();
		Answer known = this.answer;
		if (known == null || Duration.between(known.at(), now).abs().compareTo(KEPT) > 0) {
			known = new Answer(now, this.requests.counts());
			this.answer = known;
		}
		return (known.counts().open() > 0) ? known.counts() : null;
	}

	/**
	 * Keeps what a page has found out anyway.
	 */
	void keep(LegalRequests.Counts counts) {
		this.answer = new Answer(this.clock.instant(), counts);
	}

	/**
	 * Something was done: the next page asks again.
	 */
	void forget() {
		this.answer = null;
	}

	private record Answer(Instant at, LegalRequests.Counts counts) {

	}

}
