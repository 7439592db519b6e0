package vn.toasoan.legal;

import java.time.Instant;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import vn.toasoan.audit.Actor;

/**
 * One thing that was done about a request.
 *
 * @param detail the words of an answer, a deadline, the comment; may be empty, and is
 * once the request was purged
 */
record Step(Instant at, @Nullable Long actorId, String by, Kind kind, String detail) {

	/**
	 * Whether the site did it by itself.
	 */
	public boolean bySite() {
		return this.actorId == null && Actor.SITE.name().equals(this.by);
	}

	/**
	 * What was done.
	 */
	enum Kind {

		RECEIVED, PLACED, POSTPONED, FROZEN, REMOVED,

		/** The comment that was removed is back, or waits again. */
		RESTORED,

		/** Readers did not see the comment; now only an editor brings it back. */
		HELD,

		/** Not held any more, and still not to be seen. */
		RELEASED, GRANTED, REFUSED,

		/** The answer was handed to the mail server's queue. */
		SENT, EXPORTED, ENDED,

		/** It had ended, and waits for an answer again. */
		REOPENED,

		/** The writer has had everything erased: the evidence goes when this ends. */
		ERASURE_DUE,

		/** The evidence is gone. */
		ERASED,

		/** Kept long enough: only number, kind, dates and outcome are left. */
		PURGED;

		/**
		 * The key of its name in the messages.
		 */
		public String label() {
			return "legal.step." + key();
		}

		/**
		 * As the audit log names it.
		 */
		String action() {
			return "legal." + key();
		}

		private String key() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

}
