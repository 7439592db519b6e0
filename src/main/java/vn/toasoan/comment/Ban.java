package vn.toasoan.comment;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A ban as the desk lists it.
 *
 * @param subject the hash of a key, or how a network was written; of an e-mail address
 * nothing that could be read
 * @param endsAt when it ends, or was lifted
 * @param liftedBy who has ended it early; null if nobody has
 */
public record Ban(long id, Kind kind, String subject, Effect effect, String reason, Instant madeAt, String madeBy,
		Instant endsAt, @Nullable String liftedBy) {

	public boolean inForce(Instant now) {
		return this.endsAt.isAfter(now);
	}

	/**
	 * By what a banned writer is known.
	 */
	public enum Kind {

		/** The key in the writer's browser. */
		KEY,

		/** The e-mail address that is given with a comment. */
		EMAIL,

		/** A network address, or a range of them. */
		NETWORK

	}

	/**
	 * What becomes of the next comments.
	 */
	public enum Effect {

		/** They are refused, and the writer is told until when. */
		REFUSE,

		/** They wait for an editor, as neighbours may be behind them. */
		HOLD

	}

}
