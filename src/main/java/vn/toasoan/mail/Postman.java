package vn.toasoan.mail;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;
import vn.toasoan.site.Secrets;
import vn.toasoan.site.SiteSettings;

/**
 * Brings letters to the mail server, by SMTP.
 */
@Component
class Postman {

	/** Milliseconds that the server may keep silent. */
	private static final int PATIENCE = 20_000;

	private final MailSettings settings;

	private final SiteSettings site;

	private final Secrets secrets;

	private final JavaMailSenderImpl sender = new JavaMailSenderImpl();

	Postman(MailSettings settings, SiteSettings site, Secrets secrets, Environment environment) {
		this.settings = settings;
		this.site = site;
		this.secrets = secrets;
		this.sender.setProtocol((settings.tls() == MailSettings.Tls.ON) ? "smtps" : "smtp");
		this.sender.setHost(settings.host());
		this.sender.setPort(settings.portInUse());
		if (!settings.username().isEmpty()) {
			this.sender.setUsername(settings.username());
			this.sender.setPassword(settings.password());
		}
		this.sender.setJavaMailProperties(properties(environment));
	}

	/**
	 * Ours, and above them what the operator sets as {@code spring.mail.properties}.
	 */
	private Properties properties(Environment environment) {
		var properties = new Properties();
		for (String protocol : List.of("smtp", "smtps")) {
			for (String name : List.of("connectiontimeout", "timeout", "writetimeout")) {
				properties.setProperty("mail." + protocol + "." + name, Integer.toString(PATIENCE));
			}
			properties.setProperty("mail." + protocol + ".ssl.checkserveridentity", "true");
		}
		if (this.settings.tls() == MailSettings.Tls.STARTTLS) {
			properties.setProperty("mail.smtp.starttls.enable", "true");
			properties.setProperty("mail.smtp.starttls.required", "true");
		}
		Binder.get(environment)
			.bind("spring.mail.properties", Bindable.mapOf(String.class, String.class))
			.orElse(Map.of())
			.forEach(properties::setProperty);
		return properties;
	}

	/**
	 * Hands a letter over. The server has taken it when this returns.
	 * @param id the same for the same letter: a receiver who gets it twice knows it again
	 * @throws MessagingException if it can't be written
	 * @throws org.springframework.mail.MailException if it could not be handed over
	 */
	void bring(long id, String address, String subject, String text, String html, @Nullable String unsubscribe,
			Instant written) throws MessagingException {
		var message = new Message(this.sender.getSession(), messageId(id));
		message.setFrom(from());
		message.setRecipient(jakarta.mail.Message.RecipientType.TO, new InternetAddress(address, true));
		message.setSubject(subject, StandardCharsets.UTF_8.name());
		message.setSentDate(Date.from(written));
		// Nobody's holiday answer is wanted (RFC 3834).
		message.setHeader("Auto-Submitted", "auto-generated");
		if (unsubscribe != null) {
			message.setHeader("List-Unsubscribe", "<" + unsubscribe + ">");
			message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
		}
		var both = new MimeMultipart("alternative");
		both.addBodyPart(part(text, "plain"));
		both.addBodyPart(part(html, "html"));
		message.setContent(both);
		this.sender.send(message);
	}

	private InternetAddress from() throws MessagingException {
		var from = new InternetAddress(this.settings.from(), true);
		try {
			from.setPersonal(this.site.name(), StandardCharsets.UTF_8.name());
		}
		catch (java.io.UnsupportedEncodingException ex) {
			throw new IllegalStateException("Every Java platform has UTF-8", ex);
		}
		return from;
	}

	private static MimeBodyPart part(String words, String subtype) throws MessagingException {
		var part = new MimeBodyPart();
		part.setText(words, StandardCharsets.UTF_8.name(), subtype);
		return part;
	}

	private String messageId(long id) {
		return "<" + this.secrets.sign("message id", Long.toString(id)) + "@" + this.site.url().getHost() + ">";
	}

	/** Would otherwise name this machine. */
	private static final class Message extends MimeMessage {

		private final String id;

		Message(Session session, String id) {
			super(session);
			this.id = id;
		}

		@Override
		protected void updateMessageID() throws MessagingException {
			setHeader("Message-ID", this.id);
		}

	}

}
