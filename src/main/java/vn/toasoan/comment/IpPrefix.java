package vn.toasoan.comment;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Shortens a network address so far that it names a neighbourhood and not a person.
 */
final class IpPrefix {

	private static final int IPV4_BYTES = 3;

	private static final int IPV6_BYTES = 8;

	private IpPrefix() {
	}

	/**
	 * Such as {@code 203.0.113.0/24} or {@code 2001:db8:0:0:0:0:0:0/64}; {@code ?} for
	 * what is not a literal address.
	 */
	static String of(String address) {
		// A name would be looked up; only literals are wanted.
		if (!address.matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*(%.*)?")) {
			return "?";
		}
		try {
			byte[] bytes = InetAddress.getByName(address.replaceFirst("%.*", "")).getAddress();
			int kept = (bytes.length == 4) ? IPV4_BYTES : IPV6_BYTES;
			Arrays.fill(bytes, kept, bytes.length, (byte) 0);
			return InetAddress.getByAddress(bytes).getHostAddress() + "/" + kept * Byte.SIZE;
		}
		catch (UnknownHostException ex) {
			return "?";
		}
	}

}
