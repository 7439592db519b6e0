package vn.toasoan.legal;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import vn.toasoan.text.Vietnamese;

/**
 * A request by law.
 *
 * @param number as letters name it, such as {@code PL-2026-0001}
 * @param email where the answer goes; empty if nobody has given an address
 * @param target the path of the page that it is about, as the asker has named it
 * @param about public id of the comment that it is about; null as long as none is named
 * @param removed whether the comment was removed for it, and not brought back since
 * @param finding what the last answer said; null before the first, and again once the
 * request was reopened
 * @param endedAt null while it is open
 * @param purgedAt when what was kept of the asker was deleted, long after the end; null
 * until then
 */
record LegalRequest(long id, String number, Channel channel, Asker asker, String name, String organisation,
		String email, String target, @Nullable String about, String ground, String body, Instant receivedAt,
		Instant dueAt, boolean removed, @Nullable Finding finding, @Nullable Instant endedAt,
		@Nullable Instant purgedAt) {

	static final String PATH = "/admin/legal";

	public String path() {
		return PATH + "/" + this.number;
	}

	public boolean isOpen() {
		return this.endedAt == null;
	}

	/**
	 * Whether only its number, kind, dates and outcome are left.
	 */
	public boolean isPurged() {
		return this.purgedAt != null;
	}

	/**
	 * Whether it is by the same sender: the same name, organisation or address.
	 */
	boolean isFrom(LegalForm form) {
		return isSame(this.email, form.email()) || isSame(this.organisation, form.organisation())
				|| isSame(this.name, form.name());
	}

	/** However it was typed: with or without diacritics and capitals. */
	private static boolean isSame(String one, String other) {
		return !one.isEmpty() && Vietnamese.fold(one).equals(Vietnamese.fold(other));
	}

	/**
	 * Whether it should have been answered by now.
	 */
	public boolean isOverdue(Instant now) {
		return isOpen() && this.finding == null && this.dueAt.isBefore(now);
	}

	/**
	 * The key of the word for where it stands.
	 */
	public String state(Instant now) {
		if (!isOpen()) {
			return "legal.state.ended";
		}
		if (this.finding != null) {
			return "legal.state.answered";
		}
		return isOverdue(now) ? "legal.state.overdue" : "legal.state.open";
	}

}
