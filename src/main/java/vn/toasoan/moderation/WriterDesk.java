package vn.toasoan.moderation;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toasoan.account.SignedIn;
import vn.toasoan.audit.AuditLog;
import vn.toasoan.comment.Bans;
import vn.toasoan.comment.Writers;

/**
 * What moderators decide about writers, each with its line in the audit log.
 */
@Service
@Transactional
class WriterDesk {

	private final Writers writers;

	private final Bans bans;

	private final AuditLog audit;

	WriterDesk(Writers writers, Bans bans, AuditLog audit) {
		this.writers = writers;
		this.bans = bans;
		this.audit = audit;
	}

	void note(String key, NoteForm form, SignedIn editor) {
		this.writers.hold(key);
		this.writers.note(key, form.isWarning(), form.body(), editor.displayName());
		this.audit.record(editor.actor(), form.isWarning() ? "writer.warned" : "writer.noted", Writers.SUBJECT,
				Writers.shortly(key), "");
	}

	/**
	 * Trusts a writer, or ends that.
	 * @return false if it was so already
	 */
	boolean trust(String key, boolean trusted, SignedIn editor) {
		this.writers.hold(key);
		boolean changed = this.writers.trust(key, trusted, editor.displayName());
		if (changed) {
			this.audit.record(editor.actor(), trusted ? "writer.trusted" : "writer.untrusted", Writers.SUBJECT,
					Writers.shortly(key), "");
		}
		return changed;
	}

	/**
	 * Bans what the form says, found to be within the rules.
	 */
	void ban(BanForm form, SignedIn editor) {
		if (!form.writer().isEmpty()) {
			this.writers.hold(form.writer());
		}
		long id = this.bans.ban(form.chosen(), form.subject(this.bans), form.consequence(), form.length(),
				form.reason(), editor.displayName());
		// No address, key or reason: they go when the writer has everything erased.
		this.audit.record(editor.actor(), "ban.made", "ban", id, "");
	}

	/**
	 * Ends a ban now.
	 * @return false if it is over already
	 */
	boolean lift(long ban, SignedIn editor) {
		boolean lifted = this.bans.lift(ban, editor.displayName());
		if (lifted) {
			this.audit.record(editor.actor(), "ban.lifted", "ban", ban, "");
		}
		return lifted;
	}

	void removed(String key, int number, SignedIn editor) {
		this.writers.hold(key);
		this.audit.record(editor.actor(), "writer.removed", Writers.SUBJECT, Writers.shortly(key),
				Integer.toString(number));
	}

}
