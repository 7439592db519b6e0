package vn.toasoan.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import org.awaitility.Awaitility;
import org.springframework.test.context.DynamicPropertyRegistry;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A real mail server, one for all tests: each writes to addresses of its own.
 */
public final class MailServer {

	/** How long a letter may take to arrive. */
	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private static final Duration GLANCE = Duration.ofMillis(20);

	private static final int PORT = freePort();

	private static final GreenMail SERVER = new GreenMail(
			new ServerSetup(PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

	private MailServer() {
	}

	/**
	 * For a method with {@code @DynamicPropertySource}: lets the site send its letters
	 * here.
	 */
	public static synchronized void serve(DynamicPropertyRegistry properties) {
		if (!SERVER.isRunning()) {
			SERVER.start();
		}
		properties.add("toasoan.mail.host", () -> "127.0.0.1");
		properties.add("toasoan.mail.port", () -> PORT);
		properties.add("toasoan.mail.from", () -> "toa-soan@example.vn");
		properties.add("toasoan.mail.tls", () -> "OFF");
	}

	private static int freePort() {
		try (var socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Nobody answers on the port any more.
	 */
	public static void goAway() {
		SERVER.stop();
	}

	/**
	 * Takes letters again; it remembers none from before.
	 */
	public static void comeBack() {
		SERVER.start();
	}

	/**
	 * All letters that an address has got, oldest first.
	 */
	public static List<MimeMessage> to(String address) {
		return Stream.of(SERVER.getReceivedMessages()).filter((message) -> isTo(message, address)).toList();
	}

	/**
	 * Waits until an address has got so many letters.
	 * @return the last one
	 */
	public static MimeMessage await(String address, int letters) {
		Awaitility.await("letters to " + address)
			.atMost(PATIENCE)
			.pollDelay(Duration.ZERO)
			.pollInterval(GLANCE)
			.until(() -> to(address).size() >= letters);
		assertThat(to(address)).as("letters to " + address).hasSize(letters);
		return to(address).get(letters - 1);
	}

	private static boolean isTo(MimeMessage message, String address) {
		try {
			return Stream.of(message.getAllRecipients()).map(Address::toString).anyMatch(address::equals);
		}
		catch (MessagingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * The part of a letter with this subtype of text.
	 */
	public static String part(MimeMessage message, String subtype) {
		try {
			var parts = (Multipart) message.getContent();
			for (int i = 0; i < parts.getCount(); i++) {
				if (parts.getBodyPart(i).isMimeType("text/" + subtype)) {
					return (String) parts.getBodyPart(i).getContent();
				}
			}
			throw new AssertionError("No part with text/" + subtype);
		}
		catch (IOException | MessagingException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
