package vn.toasoan.mail;

import java.time.Instant;
import java.time.format.DateTimeFormatter;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.toasoan.site.SiteSettings;

/**
 * Words and times for letters, in the site's language and zone.
 */
@Component
public class Wording {

	private final MessageSource messages;

	private final SiteSettings site;

	Wording(MessageSource messages, SiteSettings site) {
		this.messages = messages;
		this.site = site;
	}

	/**
	 * A message.
	 * @param key as in {@code messages.properties}
	 */
	public String say(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, this.site.language());
	}

	/**
	 * A time, to the minute.
	 */
	public String minute(Instant time) {
		return DateTimeFormatter.ofPattern(say("date.short"), this.site.language())
			.withZone(this.site.zone())
			.format(time);
	}

}
