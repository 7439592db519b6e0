package vn.toasoan.mail;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.toasoan.site.CannotStart;

/**
 * The mail server that takes the site's letters. Without a host none are written.
 *
 * @param host name or address of the server; empty for none
 * @param port null for the one that is usual for the kind of encryption
 * @param username empty for a server that asks for none
 * @param from whom letters come from: an address of the newsroom; empty for the user's
 * name, if that is an address
 * @param tls how the connection is encrypted
 */
@ConfigurationProperties("toasoan.mail")
record MailSettings(@DefaultValue("") String host, @Nullable Integer port, @DefaultValue("") String username,
		@DefaultValue("") String password, @DefaultValue("") String from, @DefaultValue("STARTTLS") Tls tls) {

	private static final int MAX_PORT = 65_535;

	private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._:\\[\\]-]+");

	/**
	 * @throws CannotStart if letters are wanted, but something does not fit
	 */
	MailSettings {
		host = host.strip();
		from = (from.isBlank() && Addresses.isDeliverable(username.strip())) ? username.strip() : from.strip();
		if (!host.isEmpty() && !HOST.matcher(host).matches()) {
			throw new CannotStart("TOASOAN_MAIL_HOST phải là tên máy chủ thư, ví dụ smtp.example.vn, không phải “"
					+ host + "”. Để trống nếu không gửi thư.", null);
		}
		if (port != null && (port < 1 || port > MAX_PORT)) {
			throw new CannotStart("TOASOAN_MAIL_PORT phải là một số từ 1 đến 65535, không phải “" + port + "”.", null);
		}
		if (!host.isEmpty() && !Addresses.isDeliverable(from)) {
			throw new CannotStart(
					"TOASOAN_MAIL_FROM phải là địa chỉ mà thư của trang được gửi đi, ví dụ toa-soan@example.vn,"
							+ " không phải “" + from + "”.",
					null);
		}
	}

	boolean isOn() {
		return !this.host.isEmpty();
	}

	int portInUse() {
		return (this.port != null) ? this.port : this.tls.port;
	}

	/**
	 * How the connection to the mail server is encrypted.
	 */
	enum Tls {

		/** From the first byte on (RFC 8314). */
		ON(465),

		/** After a command (RFC 3207), and never without it. */
		STARTTLS(587),

		/** Not at all: for a server on this machine. */
		OFF(25);

		private final int port;

		Tls(int port) {
			this.port = port;
		}

	}

}
