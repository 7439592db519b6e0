package vn.toasoan.comment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.toasoan.screening.House;
import vn.toasoan.site.SiteSettings;

/**
 * Knows the names that only the newsroom may sign with: its own, and those of its
 * accounts. Reads them once a minute, because names change seldom and comments come
 * often.
 */
@Component
class Staff {

	private static final Duration KEPT = Duration.ofMinutes(1);

	private final JdbcClient jdbc;

	private final SiteSettings site;

	private final Clock clock;

	private volatile Known known = new Known(House.NONE, Instant.MAX);

	Staff(JdbcClient jdbc, SiteSettings site, Clock clock) {
		this.jdbc = jdbc;
		this.site = site;
		this.clock = clock;
	}

	House house() {
		Instant now = this.clock.instant();
		if (this.known.isFresh(now)) {
			return this.known.house();
		}
		List<String> names = new ArrayList<>(
				this.jdbc.sql("select display_name from account where enabled = true").query(String.class).list());
		names.add(this.site.name());
		this.known = new Known(new House(names, this.site.url().getHost()), now);
		return this.known.house();
	}

	private record Known(House house, Instant at) {

		/** A clock may be set back. */
		boolean isFresh(Instant now) {
			return !now.isBefore(this.at) && Duration.between(this.at, now).compareTo(KEPT) < 0;
		}

	}

}
