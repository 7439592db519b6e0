package vn.toasoan.moderation;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.TimeUnit;

import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.toasoan.account.Role;
import vn.toasoan.mail.Addresses;
import vn.toasoan.mail.Letter;
import vn.toasoan.mail.Outbox;
import vn.toasoan.site.SiteSettings;
import vn.toasoan.site.Timestamps;

/**
 * Looks for editors whose digest is due, and writes to those for whom something waits.
 * When the next one is due is moved in the same transaction, so that nobody gets two in
 * one period, however many nodes there are.
 */
@Component
class DigestRound {

	private static final Logger log = LoggerFactory.getLogger(DigestRound.class);

	private final Digests digests;

	private final JdbcClient jdbc;

	private final Queue queue;

	private final Beats beats;

	private final DigestLetters letters;

	private final Outbox outbox;

	private final Addresses addresses;

	private final TransactionTemplate transaction;

	private final SiteSettings site;

	private final Clock clock;

	DigestRound(Digests digests, JdbcClient jdbc, Queue queue, Beats beats, DigestLetters letters, Outbox outbox,
			Addresses addresses, TransactionTemplate transaction, SiteSettings site, Clock clock) {
		this.digests = digests;
		this.jdbc = jdbc;
		this.queue = queue;
		this.beats = beats;
		this.letters = letters;
		this.outbox = outbox;
		this.addresses = addresses;
		this.transaction = transaction;
		this.site = site;
		this.clock = clock;
	}

	@Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
	@SchedulerLock(name = "digests", lockAtMostFor = "PT10M")
	public void byTheClock() {
		tell();
	}

	/**
	 * Writes the letters that are due.
	 */
	public void tell() {
		this.digests.sweep();
		if (this.outbox.isOn()) {
			due().forEach(this::tell);
		}
	}

	/**
	 * Accounts that are locked, or decide on no comments any more, are not written to.
	 */
	private List<Due> due() {
		return this.jdbc.sql("""
				select d.account_id, d.frequency, d.email, d.due_at, a.role from digest d
				join account a on a.id = d.account_id
				where d.due_at <= :now and d.confirmed_at is not null and a.enabled = true and a.role <> 'AUTHOR'
				order by d.due_at, d.account_id""")
			.param("now", Timestamps.of(this.clock.instant()))
			.query((row, n) -> new Due(row.getLong("account_id"), Role.valueOf(row.getString("role")),
					DigestFrequency.valueOf(row.getString("frequency")), row.getString("email"),
					row.getObject("due_at", OffsetDateTime.class)))
			.list();
	}

	private void tell(Due editor) {
		try {
			this.transaction.executeWithoutResult((status) -> {
				if (take(editor)) {
					write(editor);
				}
			});
		}
		catch (IllegalArgumentException ex) {
			log.warn("Bỏ một thư tóm tắt: địa chỉ được mã hóa bằng khóa khác.");
			this.jdbc.sql("delete from digest where account_id = :account")
				.param("account", editor.accountId())
				.update();
		}
		catch (RuntimeException ex) {
			// The others get theirs; this one is tried again with the next round.
			log.warn("Chưa viết được thư tóm tắt cho tài khoản {}.", editor.accountId(), ex);
		}
	}

	/**
	 * @return false if another node has it, or the editor has just chosen otherwise
	 */
	private boolean take(Due editor) {
		Instant next = editor.frequency().next(this.clock.instant(), this.site.zone());
		return this.jdbc.sql("update digest set due_at = :next where account_id = :account and due_at = :seen")
			.param("next", Timestamps.of(next))
			.param("account", editor.accountId())
			.param("seen", editor.dueAt())
			.update() == 1;
	}

	private void write(Due editor) {
		Beat beat = this.beats.of(editor.accountId(), editor.role());
		Queue.Overview overview = this.queue.overview(beat, this.clock.instant());
		if (DigestLetters.work(overview).findAny().isPresent()) {
			// The mail server is away: the last one says what is true no more.
			this.outbox.takeBack(Letter.Kind.DIGEST, DigestLetters.key(editor.accountId()), Instant.EPOCH);
			this.outbox.write(this.letters.digest(editor.accountId(), this.addresses.open(editor.email()),
					editor.frequency(), overview, this.queue.longestWaiting(beat, DigestLetters.MOST)));
		}
	}

	private record Due(long accountId, Role role, DigestFrequency frequency, String email, OffsetDateTime dueAt) {

	}

}
