package vn.toasoan.site;

import java.time.Clock;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Things that happen once in a site's life, whichever node comes first. Each method
 * belongs into the transaction of what is done, so that both are kept or neither.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class FirstTimes {

	private final JdbcClient jdbc;

	private final Clock clock;

	FirstTimes(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Whether the caller is the first to put the opening article into the site.
	 */
	public boolean seeding() {
		return first("update site_state set seeded_at = :now where id = 1 and seeded_at is null");
	}

	/**
	 * Whether the caller is the first to make an account.
	 */
	public boolean settingUp() {
		return first("update site_state set set_up_at = :now where id = 1 and set_up_at is null");
	}

	private boolean first(String guardedUpdate) {
		var now = Timestamps.of(this.clock.instant());
		return this.jdbc.sql(guardedUpdate).param("now", now).update() == 1;
	}

}
