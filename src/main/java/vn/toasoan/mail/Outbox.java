package vn.toasoan.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.TimeUnit;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.toasoan.site.Secrets;
import vn.toasoan.site.Timestamps;

/**
 * Letters on their way. They are kept in the transaction of what causes them, and brought
 * to the mail server afterwards: a guarded update takes each out of the hands of all
 * other nodes for a while. See {@code docs/adr/0022}.
 */
@Service
public class Outbox {

	private static final Logger log = LoggerFactory.getLogger(Outbox.class);

	static final String PURPOSE = "letter";

	/** How many letters are taken from the table at a time. */
	private static final int HANDFUL = 20;

	/**
	 * For how long a letter is in one node's hands: longer than the slowest mail server
	 * keeps anybody waiting. If the node dies meanwhile, another one sends it after this.
	 */
	static final Duration IN_HAND = Duration.ofMinutes(10);

	private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);

	private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

	/** After this, no link in it serves any more. */
	static final Duration GIVEN_UP_AFTER = Duration.ofHours(48);

	/** For how long it is known that an address got a letter. */
	static final Duration REMEMBERED = Duration.ofDays(1);

	private final JdbcClient jdbc;

	private final Addresses addresses;

	private final LetterPaper paper;

	private final Postman postman;

	private final MailSettings settings;

	private final Secrets secrets;

	private final Clock clock;

	/** Whether the last letter could be handed over: what goes on is said once. */
	private volatile boolean flowing = true;

	Outbox(JdbcClient jdbc, Addresses addresses, LetterPaper paper, Postman postman, MailSettings settings,
			Secrets secrets, Clock clock) {
		this.jdbc = jdbc;
		this.addresses = addresses;
		this.paper = paper;
		this.postman = postman;
		this.settings = settings;
		this.secrets = secrets;
		this.clock = clock;
	}

	/**
	 * Whether there is a mail server, so that letters can be written at all.
	 */
	public boolean isOn() {
		return this.settings.isOn();
	}

	/**
	 * Keeps a letter, which is sent once the transaction is committed.
	 * @return when it was written
	 * @throws IllegalStateException if there is no mail server
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Instant write(Letter letter) {
		if (!isOn()) {
			throw new IllegalStateException("No letters without a mail server");
		}
		Instant now = this.clock.instant();
		this.jdbc
			.sql("""
					insert into letter (id, kind, author_key, address_hash, address, subject, body_text, body_html, unsubscribe,
					created_at, tries, next_try_at) values (nextval('letter_seq'), :kind, :author, :hash, :address, :subject,
					:text, :html, :unsubscribe, :now, 0, :now)""")
			.param("kind", letter.kind().name())
			.param("author", letter.authorKey())
			.param("hash", this.addresses.hash(letter.address()))
			.param("address", this.addresses.seal(letter.address()))
			.param("subject", this.secrets.encrypt(PURPOSE, letter.subject()))
			.param("text", this.secrets.encrypt(PURPOSE, this.paper.text(letter)))
			.param("html", this.secrets.encrypt(PURPOSE, this.paper.html(letter)))
			.param("unsubscribe",
					(letter.unsubscribe() != null) ? this.secrets.encrypt(PURPOSE, letter.unsubscribe()) : null)
			.param("now", Timestamps.of(now))
			.update();
		return now;
	}

	/**
	 * Takes back what is still on its way.
	 * @param since only letters written from then on
	 * @return when the letters had been written that nobody gets now
	 */
	@Transactional
	public List<Instant> takeBack(Letter.Kind kind, String authorKey, Instant since) {
		return this.jdbc.sql("""
				select id, created_at from letter where author_key = :author and kind = :kind and created_at >= :since
				and next_try_at is not null""")
			.param("author", authorKey)
			.param("kind", kind.name())
			.param("since", Timestamps.of(since))
			.query((row, n) -> new Written(row.getLong("id"), Timestamps.in(row, "created_at")))
			.list()
			.stream()
			.filter((letter) -> this.jdbc.sql("delete from letter where id = :id and next_try_at is not null")
				.param("id", letter.id())
				.update() == 1)
			.map(Written::at)
			.toList();
	}

	/**
	 * Sends what is due. As long as the server is away, one letter tries it at a time.
	 */
	@Scheduled(initialDelay = 5, fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
	public void send() {
		if (!isOn()) {
			return;
		}
		for (List<Due> due = due(); !due.isEmpty(); due = due()) {
			for (Due letter : due) {
				if (take(letter) && !send(letter)) {
					return;
				}
			}
		}
	}

	private List<Due> due() {
		return this.jdbc.sql("""
				select id, tries, next_try_at, created_at from letter where next_try_at <= :now
				order by next_try_at, id limit :handful""")
			.param("now", Timestamps.of(this.clock.instant()))
			.param("handful", HANDFUL)
			.query((row, n) -> new Due(row.getLong("id"), row.getInt("tries"),
					row.getObject("next_try_at", OffsetDateTime.class), Timestamps.in(row, "created_at")))
			.list();
	}

	/**
	 * @return false if another node has it
	 */
	private boolean take(Due letter) {
		return this.jdbc.sql("""
				update letter set tries = tries + 1, next_try_at = :back where id = :id and next_try_at = :seen""")
			.param("back", Timestamps.of(this.clock.instant().plus(IN_HAND)))
			.param("id", letter.id())
			.param("seen", letter.nextTry())
			.update() == 1;
	}

	/**
	 * @return false if the server is away, so that no other letter needs to try it now
	 */
	private boolean send(Due letter) {
		try {
			var content = this.jdbc.sql("select * from letter where id = :id")
				.param("id", letter.id())
				.query((row, n) -> new Content(this.addresses.open(row.getString("address")),
						open(row.getString("subject")), open(row.getString("body_text")),
						open(row.getString("body_html")), openIfAny(row.getString("unsubscribe"))))
				.optional();
			if (content.isPresent()) {
				Content words = content.get();
				this.postman.bring(letter.id(), words.address(), words.subject(), words.text(), words.html(),
						words.unsubscribe(), letter.created());
			}
			finish(letter);
			flows();
			return true;
		}
		catch (MailException ex) {
			return refused(letter, ex);
		}
		catch (MessagingException | IllegalArgumentException ex) {
			// Can't be written, or was encrypted with another secret: not by waiting
			// either.
			log.warn("Bỏ một lá thư không viết được ({}).", ex.getClass().getSimpleName());
			finish(letter);
			return true;
		}
	}

	private String open(String encrypted) {
		return this.secrets.decrypt(PURPOSE, encrypted);
	}

	private @Nullable String openIfAny(@Nullable String encrypted) {
		return (encrypted != null) ? open(encrypted) : null;
	}

	private boolean refused(Due letter, MailException failure) {
		if (isForGood(failure)) {
			log.info("Máy chủ thư không nhận địa chỉ của một lá thư; thư được bỏ.");
			finish(letter);
			return true;
		}
		Instant now = this.clock.instant();
		if (letter.created().plus(GIVEN_UP_AFTER).isBefore(now)) {
			log.warn("Bỏ một lá thư không gửi được suốt {} giờ.", GIVEN_UP_AFTER.toHours());
			finish(letter);
		}
		else {
			this.jdbc.sql("update letter set next_try_at = :next where id = :id and next_try_at is not null")
				.param("next", Timestamps.of(now.plus(pause(letter.tries()))))
				.param("id", letter.id())
				.update();
		}
		if (this.flowing) {
			this.flowing = false;
			log.warn("Chưa gửi được thư qua {} ({}); sẽ thử lại.", this.settings.host(),
					failure.getClass().getSimpleName());
		}
		return false;
	}

	/**
	 * Whether the server has said that the receiver is none (RFC 5321, 4.2.1: a reply
	 * that begins with 5), and not merely that it can't now.
	 */
	private static boolean isForGood(MailException failure) {
		return failure instanceof MailSendException several && several.getFailedMessages()
			.values()
			.stream()
			.anyMatch((cause) -> cause instanceof SendFailedException refused && refused.getInvalidAddresses() != null
					&& refused.getInvalidAddresses().length > 0);
	}

	/**
	 * One minute after the first try, twice as long after each further one, an hour at
	 * most.
	 */
	static Duration pause(int triesBefore) {
		Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(triesBefore, 10));
		return (pause.compareTo(LONGEST_PAUSE) < 0) ? pause : LONGEST_PAUSE;
	}

	/**
	 * Keeps nothing of a letter but that there was one.
	 */
	private void finish(Due letter) {
		this.jdbc
			.sql("""
					update letter set address = null, subject = null, body_text = null, body_html = null, unsubscribe = null,
					next_try_at = null where id = :id""")
			.param("id", letter.id())
			.update();
	}

	private void flows() {
		if (!this.flowing) {
			this.flowing = true;
			log.info("Đã gửi lại được thư qua {}.", this.settings.host());
		}
	}

	/**
	 * Forgets what was sent more than a day ago, and what could not be sent at all.
	 */
	@Scheduled(cron = "0 20 3 * * *", zone = "${toasoan.site.zone:Asia/Ho_Chi_Minh}")
	@SchedulerLock(name = "letters")
	public void tidy() {
		Instant now = this.clock.instant();
		this.jdbc.sql("delete from letter where (next_try_at is null and created_at < :day) or created_at < :long")
			.param("day", Timestamps.of(now.minus(REMEMBERED)))
			.param("long", Timestamps.of(now.minus(GIVEN_UP_AFTER).minus(LONGEST_PAUSE)))
			.update();
	}

	private record Due(long id, int tries, OffsetDateTime nextTry, Instant created) {
	}

	private record Written(long id, Instant at) {
	}

	private record Content(String address, String subject, String text, String html, @Nullable String unsubscribe) {
	}

}
